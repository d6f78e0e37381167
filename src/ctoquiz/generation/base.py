"""From facts to questions: what all kinds of fact share.

For each fact and each way of asking it a **blueprint** is made, which costs little: its names, its kind, its level.
Only the blueprints that are drawn are built into questions, with chance for the distractors and the order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict, TypeVar

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import AnyFamily, Family, Row
from ctoquiz.domain.questions import LEVELS, AnyQuestion, Source
from ctoquiz.domain.text import Text, fill

Build = Callable[[Chance], AnyQuestion]
SomeRow = TypeVar("SomeRow", bound=Row)


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A question that can be asked. `id` is the fact (or the family) and the template; `facts` are all it rests on."""

    id: str
    kind: str
    topic: str
    level: str
    facts: tuple[str, ...]
    build: Build


@dataclass(frozen=True, slots=True)
class Within:
    """Where a family stands: its topic, the pack's languages, and every family of the pack by name."""

    topic: str
    languages: tuple[str, ...]
    families: Mapping[str, AnyFamily]


class Head(TypedDict):
    """The fields that every question has."""

    id: str
    topic: str
    level: str
    prompt: Text
    explanation: Text
    facts: tuple[str, ...]
    source: Source


_DIFFICULTY = {
    "true-false": 0,
    "single": 0,
    "multiple": 1,
    "match": 1,
    "order": 1,
    "text": 2,
    "number": 2,
    "interval": 2,
}
"""Recognising is easier than putting together, and that is easier than producing."""


def level_of(kind: str, *, combined: bool = False, conditional: bool = False, close: bool = False) -> str:
    """An estimate of how hard a question is: its kind, and each of these adds to it: several facts combined, a
    condition to keep in mind, options that are close to each other.
    """
    points = _DIFFICULTY[kind] + combined + conditional + close
    return LEVELS[min(points, len(LEVELS) - 1)]


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact (or, where `row` is None, a whole family) about to be asked in one way: makes blueprints and heads.

    `beside` are families that are asked about in the same question.
    """

    family: Family[Row]
    row: Row | None
    within: Within
    beside: tuple[Family[Row], ...] = ()

    @property
    def name(self) -> str:
        """The full name of the fact, or of the family."""
        return self.family.id if self.row is None else self.family.name_of(self.row)

    @property
    def facts(self) -> tuple[str, ...]:
        """The fact, or all the family's facts, and those of the families beside it."""
        own = self.family.names if self.row is None else (self.name,)
        return own + tuple(name for family in self.beside for name in family.names)

    @property
    def sentences(self) -> tuple[int, ...]:
        """The sentences that all of this rests on, in the document's order."""
        beside = (number for family in self.beside for number in family.sentences_of())
        return tuple(sorted({*self.family.sentences_of(self.row), *beside}))

    def blueprint(self, template: str, kind: str, level: str, build: Build) -> Blueprint:
        """The blueprint of this fact under that template."""
        return Blueprint(f"{self.name}/{template}", kind, self.within.topic, level, self.facts, build)

    def head(self, template: str, level: str, prompt: Text, explanation: Text) -> Head:
        """What every question has, for this fact under that template."""
        return Head(
            id=f"{self.name}/{template}",
            topic=self.within.topic,
            level=level,
            prompt=prompt,
            explanation=explanation,
            facts=self.facts,
            source=Source(self.within.topic, self.sentences),
        )


def kept_apart(one: Row, other: Row) -> bool:
    """Whether the author named neither as right for the other too (`also_true`)."""
    return other.id not in one.also_true and one.id not in other.also_true


def unambiguous(rows: Sequence[SomeRow]) -> list[SomeRow]:
    """The rows without those whose answer would be right for a row before, or the other way round."""
    kept: list[SomeRow] = []
    for row in rows:
        if all(kept_apart(row, other) for other in kept):
            kept.append(row)
    return kept


def explain(family: Family[Row], row: Row | None, values: Mapping[str, Text], fallback: Text) -> Text:
    """Why an answer is right: the author's explanation, else the fact as a sentence, else `fallback`."""
    if row is None:
        return family.explanation or fallback
    alone = family.explanation if len(family.facts) == 1 else None
    return row.explanation or alone or stated(family, row, values) or family.explanation or fallback


def stated(family: Family[Row], row: Row, values: Mapping[str, Text]) -> Text | None:
    """The fact as one sentence, where the author gave the family or the row a `says`."""
    says = row.says or family.says
    return None if says is None else fill(says, values)
