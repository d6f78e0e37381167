"""Every question that a pack can ask, as blueprints."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.errors import N_, BadInput
from ctoquiz.generation import condition, contrast, figure, progression, relation, term, written
from ctoquiz.generation import range as range_
from ctoquiz.generation import set as set_
from ctoquiz.generation.base import Blueprint, Within

Generator = Callable[[Any, Within], Iterator[Blueprint]]
Accepts = Callable[[AnyQuestion], bool]
"""Whether something holds of a question (that it may be asked, first of all), by rules that are none of this layer's
business.
"""

GENERATORS: Mapping[str, Generator] = {
    "set": set_.blueprints,
    "relation": relation.blueprints,
    "range": range_.blueprints,
    "figure": figure.blueprints,
    "term": term.blueprints,
    "contrast": contrast.blueprints,
    "condition": condition.blueprints,
    "progression": progression.blueprints,
}
"""For each kind of fact the generator of its questions."""

TRIES = 4
"""So often a question that may not be asked is built again."""

NEUTRAL = "neutral"
"""The key of the chance with which a question is shown outside any quiz."""


def anything(_: AnyQuestion) -> bool:
    """Accepts every question."""
    return True


def nothing(_: AnyQuestion) -> bool:
    """Holds of no question."""
    return False


@dataclass(frozen=True)
class Catalogue:
    """All the blueprints of a pack, in the pack's order, which of the questions built may be asked in a quiz, and which
    deny something.
    """

    pack: Pack
    blueprints: tuple[Blueprint, ...]
    accepts: Accepts = anything
    denies: Accepts = nothing

    @cached_property
    def by_id(self) -> Mapping[str, Blueprint]:
        """The blueprints by the id of their question."""
        return {blueprint.id: blueprint for blueprint in self.blueprints}

    def find(self, question: str) -> Blueprint | None:
        """The blueprint of a question by its id of today or an old one."""
        fact, _, template = question.partition("/")
        return self.by_id.get(question) or self.by_id.get(f"{self.pack.aliases.get(fact, fact)}/{template}")

    def neutral(self, blueprint: Blueprint) -> AnyQuestion:
        """The question outside any quiz, its options in a neutral order, the same each time: of its first builds the
        first that may be asked, the very first where none may.
        """
        for again in range(TRIES + 1):
            question = build(blueprint, NEUTRAL, again)
            if self.accepts(question):
                return question
        return build(blueprint, NEUTRAL)


def build(blueprint: Blueprint, seed: object, again: int = 0) -> AnyQuestion:
    """The question, with the distractors and the order that the seed of its quiz and its own id fix.

    `again` counts the times that it was built before with this seed and didn't pass. Raises BadInput (65) where what
    its author wrote makes no question.
    """
    try:
        return blueprint.build(Chance.of("question", seed, blueprint.id, *([again] if again else [])))
    except (ValueError, BadInput) as error:
        raise refusal(blueprint, str(error)) from error


def refusal(blueprint: Blueprint, reason: str) -> BadInput:
    """The error of a question that can't be asked."""
    message = N_("The question “{id}” can’t be asked ({reason}); mend its texts, its options or its answer.")
    return BadInput(message, id=blueprint.id, reason=reason)


def catalogue(pack: Pack, accepts: Accepts = anything, denies: Accepts = nothing) -> Catalogue:
    """Every question that the pack can ask, none on a draft; those that `accepts` refuses stay out of its quizzes, and
    of those that `denies` holds of, a quiz has few.
    """
    return Catalogue(pack, tuple(_all(pack)), accepts, denies)


def by_hand(pack: Pack) -> Iterator[Blueprint]:
    """The questions written by hand, and all others on the families that they are named after."""
    named = {question.name.partition("/")[0].partition(".")[0] for each in pack.sections for question in each.questions}
    return _all(pack, named)


def _all(pack: Pack, families: Collection[str] | None = None) -> Iterator[Blueprint]:
    """The questions on the families of those names, on all if None, and those written by hand."""
    for section in pack.sections:
        within = Within(section.topic, pack.languages, pack.families)
        for family in section.facts:
            if not family.draft and (families is None or family.id in families):
                yield from GENERATORS[family.kind](family, within)
        for question in section.questions:
            yield from written.blueprints(question, section.topic, pack)
