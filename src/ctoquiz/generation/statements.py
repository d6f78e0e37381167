"""True and false statements: two templates of every fact that has a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import AnyQuestion, Option, TrueFalse
from ctoquiz.domain.text import Text
from ctoquiz.generation.base import Asked, Blueprint, level_of

Wrong = Callable[[Chance], Option]
"""Gives a false statement (as text) and what the false part is really about."""


def statements(
    asked: Asked,
    truth: Text | None,
    explanation: Text | None,
    wrong: Wrong | None,
    *,
    conditional: bool = False,
) -> Iterator[Blueprint]:
    """The blueprints of the true and of the false wording of a fact.

    `truth` is the fact as a sentence; `wrong` makes a false one, None where nothing certainly false can be said.
    The author's own false statement comes first.
    """
    row = asked.row
    if row is None or not (row.statements and asked.family.statements):
        return
    level = level_of("true-false", conditional=conditional)
    why = explanation or truth

    if truth is not None:
        more = row.explanation or asked.family.explanation or truth

        def build_true(_: Chance) -> AnyQuestion:
            return TrueFalse(**asked.head("true", level, truth, more), right=True, about=None)

        yield asked.blueprint("true", "true-false", level, build_true)

    own = row.false
    if own is not None:
        authored = own.text

        def wrong(_: Chance) -> Option:
            return Option(authored)

    if wrong is None or why is None:
        return
    make = wrong

    def build_false(chance: Chance) -> AnyQuestion:
        statement = make(chance)
        return TrueFalse(**asked.head("false", level, statement.text, why), right=False, about=statement.about)

    yield asked.blueprint("false", "true-false", level, build_false)
