"""From facts to questions: what all kinds of fact share.

For each fact and each way of asking it a **blueprint** is made, which costs little: its names, its kind, its level.
Only the blueprints that are drawn are built into questions, with chance for the distractors and the order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypedDict

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import AnyFamily, Family, Row
from ctoquiz.domain.questions import LEVELS, AnyQuestion, Source
from ctoquiz.domain.text import Text, fill
from ctoquiz.frozen import frozen

Build = Callable[[Chance], AnyQuestion]


class Blueprint(NamedTuple):
    """A question that can be asked. `id` is the fact (or the family) and the template; `facts` are all it rests on."""

    id: str
    kind: str
    topic: str
    level: str
    facts: tuple[str, ...]
    build: Build


@frozen
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
    "text": 1,
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


class Asked:
    """One fact (or, where `row` is None, a whole family) about to be asked in any way: makes blueprints and heads.

    `name` is the full name of the fact, or of the family; `facts` are all that it holds, and those of the families
    `beside`, which are asked about in the same question. `values` fill the gaps of the wordings; `fallback` explains an
    answer where the author did not. What else all ways of asking share is worked out once, when a question is built.
    """

    def __init__(
        self,
        family: Family[Row],
        row: Row | None,
        within: Within,
        values: Mapping[str, Text] = MappingProxyType({}),
        fallback: Text = MappingProxyType({}),
        beside: tuple[Family[Row], ...] = (),
    ) -> None:
        self.family, self.row, self.within = family, row, within
        self.values, self.fallback, self.beside = values, fallback, beside
        self.name = family.id if row is None else family.name_of(row)
        self.facts = family.names if row is None else (self.name,)
        for each in beside:
            self.facts += each.names

    @cached_property
    def source(self) -> Source:
        """The sentences that all of this rests on, in the document's order."""
        beside = (number for family in self.beside for number in family.sentences_of())
        return Source(self.within.topic, tuple(sorted({*self.family.sentences_of(self.row), *beside})))

    @property
    def says(self) -> Text | None:
        """The wording of the fact as one sentence, where the author gave the row or the family one."""
        return self.family.says if self.row is None else self.row.says or self.family.says

    @cached_property
    def truth(self) -> Text | None:
        """The fact as one sentence."""
        return None if self.says is None else self.filled(self.says)

    @cached_property
    def why(self) -> Text:
        """Why an answer is right: the author's reason, for this fact or for all of its family; else the fact as a
        sentence, else the fallback.
        """
        own = self.row.explanation if self.row else None
        stated = self.truth if self.row else None  # what a whole family says has gaps
        return own or self.family.explanation or stated or self.fallback

    def blueprint(self, template: str, kind: str, level: str, build: Build) -> Blueprint:
        """The blueprint of this fact under that template."""
        return Blueprint(f"{self.name}/{template}", kind, self.within.topic, level, self.facts, build)

    def filled(self, wording: Text) -> Text:
        """The wording with its gaps filled."""
        return fill(wording, self.values)

    def head(self, template: str, level: str, prompt: Text, explanation: Text | None = None) -> Head:
        """What every question has, for this fact under that template."""
        return Head(
            id=f"{self.name}/{template}",
            topic=self.within.topic,
            level=level,
            prompt=prompt,
            explanation=explanation or self.why,
            facts=self.facts,
            source=self.source,
        )
