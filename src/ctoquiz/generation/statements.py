"""True and false statements: two templates of every fact that has a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import FalseStatement, Row
from ctoquiz.domain.questions import AnyQuestion, Option, TrueFalse
from ctoquiz.domain.text import Text
from ctoquiz.generation.base import Asked, Blueprint, level_of

Wrong = Callable[[Chance], Option]
"""Gives a false statement (as text) and what the false part is really about."""


def statements(
    asked: Asked, wrong: Wrong | None, *, why: Text | None = None, conditional: bool = False
) -> Iterator[Blueprint]:
    """The blueprints of the true and of the false wording of a fact.

    `wrong` makes a false one, None where nothing certainly false can be said; `why` explains it where it says nothing
    of the fact itself. The author's own false statement comes first.
    """
    row = asked.row
    if row is None or not (row.statements and asked.family.statements):
        return
    level = level_of("true-false", conditional=conditional)
    if asked.says is not None:
        yield _true(asked, row, level)
    if row.false is not None:
        yield _false(asked, _authored(row.false), level, None)
    elif wrong is not None:
        yield _false(asked, wrong, level, why)


def _true(asked: Asked, row: Row, level: str) -> Blueprint:
    def build(_: Chance) -> AnyQuestion:
        truth = asked.truth or {}
        # The sentence is the prompt here: it explains only where the author wrote nothing else.
        why = row.explanation or asked.family.explanation or truth
        return TrueFalse(**asked.head("true", level, truth, why), right=True, about=None)

    return asked.blueprint("true", "true-false", level, build)


def _false(asked: Asked, make: Wrong, level: str, why: Text | None) -> Blueprint:
    def build(chance: Chance) -> AnyQuestion:
        statement = make(chance)
        return TrueFalse(**asked.head("false", level, statement.text, why), right=False, about=statement.about)

    return asked.blueprint("false", "true-false", level, build)


def _authored(false: FalseStatement) -> Wrong:
    return lambda _: Option(false.text)
