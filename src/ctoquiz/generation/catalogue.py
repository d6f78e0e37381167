"""Every question that a pack can ask, as blueprints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.generation import condition, contrast, figure, progression, relation, term, written
from ctoquiz.generation import range as range_
from ctoquiz.generation import set as set_
from ctoquiz.generation.base import Blueprint, Within

Generator = Callable[[Any, Within], Iterator[Blueprint]]

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

NEUTRAL = "neutral"
"""The key of the chance with which a question is shown outside any quiz."""


@dataclass(frozen=True)
class Catalogue:
    """All the blueprints of a pack, in the pack's order."""

    pack: Pack
    blueprints: tuple[Blueprint, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Blueprint]:
        """The blueprints by the id of their question."""
        return {blueprint.id: blueprint for blueprint in self.blueprints}

    def find(self, question: str) -> Blueprint | None:
        """The blueprint of a question by its id of today or an old one."""
        fact, _, template = question.partition("/")
        return self.by_id.get(question) or self.by_id.get(f"{self.pack.aliases.get(fact, fact)}/{template}")

    def neutral(self) -> Iterator[AnyQuestion]:
        """Every question with its options in a neutral order, the same each time."""
        return (build(blueprint, NEUTRAL) for blueprint in self.blueprints)


def build(blueprint: Blueprint, seed: object) -> AnyQuestion:
    """The question, with the distractors and the order that the seed of its quiz and its own id fix."""
    return blueprint.build(Chance.of("question", seed, blueprint.id))


def catalogue(pack: Pack) -> Catalogue:
    """Every question that the pack can ask."""
    return Catalogue(pack, tuple(_all(pack)))


def _all(pack: Pack) -> Iterator[Blueprint]:
    for section in pack.sections:
        within = Within(section.topic, pack.languages, pack.families)
        for family in section.facts:
            yield from GENERATORS[family.kind](family, within)
        for question in section.questions:
            yield from written.blueprints(question, section.topic, pack)
