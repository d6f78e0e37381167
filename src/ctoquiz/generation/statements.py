"""True and false statements: two templates of every fact that has a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import FalseStatement
from ctoquiz.domain.questions import AnyQuestion, Option, TrueFalse
from ctoquiz.domain.text import Text
from ctoquiz.generation.base import Asked, Blueprint, level_of

Wrong = Callable[[Chance], Option]
"""Gives a false statement (as text) and what the false part is really about."""


def statements(
    asked: Asked, wrong: Wrong | None, *, why: Text | None = None, conditional: bool = False
) -> Iterator[Blueprint]:
    """The blueprints of the true and of the false wording of a fact.

    `wrong` makes a false one, None where nothing certainly false can be said; the author's own comes first. `why`
    explains the false one where it says nothing of the fact itself.
    """
    row = asked.row
    if row is None or not (row.statements and asked.family.statements):
        return
    level = level_of("true-false", conditional=conditional)
    if asked.says is not None:
        yield _true(asked, level)
    make = wrong if row.false is None else _authored(row.false)
    if make is not None:
        yield _false(asked, make, level, why)


def _true(asked: Asked, level: str) -> Blueprint:
    def build(_: Chance) -> AnyQuestion:
        return TrueFalse(**asked.head("true", level, asked.truth or {}), right=True, about=None)

    return asked.blueprint("true", "true-false", level, build)


def _false(asked: Asked, make: Wrong, level: str, why: Text | None) -> Blueprint:
    def build(chance: Chance) -> AnyQuestion:
        statement = make(chance)
        head = asked.head("false", level, statement.text, why or _instead(asked))
        return TrueFalse(**head, right=False, about=statement.about)

    return asked.blueprint("false", "true-false", level, build)


def _instead(asked: Asked) -> Text:
    """What is true, then why: the author's reason alone may leave open what should have been said."""
    truth, why = asked.truth, asked.why
    if truth is None or truth == why:
        return why
    return {language: f"{words} {why[language]}" for language, words in truth.items()}


def _authored(false: FalseStatement) -> Wrong:
    return lambda _: Option(false.text)
