"""What all kinds of fact have in common: families, their rows, and wrong answers written by the author.

These classes *are* the format of a pack's files (see `docs/writing-a-pack.md`): the fields have the names that an
author writes, and each class checks what it can check alone. They are plain dataclasses; `ctoquiz.storage.packs`
builds them from YAML with pydantic, which reads `__pydantic_config__`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Generic, TypeVar

from ctoquiz.domain.text import Text, gaps
from ctoquiz.errors import N_

STRICT: dict[str, object] = {"extra": "forbid", "strict": True}
"""The same names and types as written here, nothing converted, nothing more."""

TEXT_FIELDS = frozenset(
    {"title", "says", "explanation", "label", "about", "text", "prompt", "document"}
    | {"subject", "object", "condition", "when", "then", "short", "long"}
)
"""Fields that hold a text in every language (as do all values of `ask`)."""


class ContentError(ValueError):
    """Something in a pack that its author must mend; `path` leads to it from the object that was being built."""

    def __init__(self, message: str, path: tuple[str | int, ...] = (), /, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message, self.path, self.values = message, path, values


@dataclass(frozen=True, slots=True, kw_only=True)
class Lure:
    """A wrong answer that the author wrote, the sentences that make it wrong, and what it is really about."""

    __pydantic_config__ = STRICT

    label: Text
    refuted_by: tuple[int, ...]
    about: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseStatement:
    """A false statement in the author's words and the sentences that refute it."""

    __pydantic_config__ = STRICT

    text: Text
    refuted_by: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fact of a family. What it leaves out, it has from its family."""

    __pydantic_config__ = STRICT

    id: str = ""
    sentences: tuple[int, ...] = ()
    ask: Mapping[str, Text] = field(default_factory=dict)
    says: Text | None = None
    explanation: Text | None = None
    lures: tuple[Lure, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also_true: tuple[str, ...] = ()
    renamed_from: tuple[str, ...] = ()
    statements: bool = True
    false: FalseStatement | None = None


SomeRow = TypeVar("SomeRow", bound=Row, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(ABC, Generic[SomeRow]):
    """Facts of one kind that are asked in the same way; each row is one fact."""

    __pydantic_config__ = STRICT

    GAPS: ClassVar[Mapping[str, frozenset[str]]]
    """The questions that can be worded under `ask`, each with the gaps that its wording may have."""
    SAYS: ClassVar[frozenset[str]]
    """The gaps of `says`."""

    id: str
    sentences: tuple[int, ...] = ()
    siblings: tuple[str, ...] = ()
    ask: Mapping[str, Text] = field(default_factory=dict)
    says: Text | None = None
    explanation: Text | None = None
    lures: tuple[Lure, ...] = ()
    renamed_from: tuple[str, ...] = ()
    statements: bool = True

    def __post_init__(self) -> None:
        self._check_wordings(self.ask, self.says, ())
        for row in self.facts:
            self._check_wordings(row.ask, row.says, ())
        names = [row.id for row in self.facts]
        if len(names) > 1 and "" in names:
            raise ContentError(N_("In family “{family}” a row has no id; give each row a short name."), family=self.id)
        for name in names:
            if names.count(name) > 1:
                raise ContentError(
                    N_("In family “{family}” two rows are called “{row}”; give each its own name."),
                    family=self.id,
                    row=name,
                )

    @property
    @abstractmethod
    def facts(self) -> tuple[SomeRow, ...]:
        """The facts, in the order of the file."""

    @property
    def cited(self) -> tuple[Row, ...]:
        """All that the family holds and that may cite sentences."""
        return self.facts

    def name_of(self, row: Row) -> str:
        """The full name of a fact: `family.row`, or the family's own name where it holds a single fact."""
        return f"{self.id}.{row.id}" if row.id else self.id

    @property
    def names(self) -> tuple[str, ...]:
        """The full names of all the family's facts."""
        return tuple(self.name_of(row) for row in self.facts)

    def wording(self, question: str, row: Row | None = None) -> Text | None:
        """How the family asks that question, or how the row does where it has words of its own."""
        if row is not None and question in row.ask:
            return row.ask[question]
        return self.ask.get(question)

    def sentences_of(self, row: Row | None = None) -> tuple[int, ...]:
        """The sentences that a fact, or the whole family, rests on, in the document's order."""
        if row is not None:
            return tuple(sorted(set(row.sentences or self.sentences)))
        own = (number for each in self.cited for number in each.sentences)
        return tuple(sorted({*self.sentences, *own}))

    def refutations(self) -> Iterator[int]:
        """The sentences that the author's wrong answers and false statements cite."""
        for lure in (*self.lures, *(lure for row in self.facts for lure in row.lures)):
            yield from lure.refuted_by
        for row in self.facts:
            if row.false is not None:
                yield from row.false.refuted_by

    def _check_wordings(self, ask: Mapping[str, Text], says: Text | None, path: tuple[str | int, ...]) -> None:
        for question, wording in ask.items():
            allowed = self.GAPS.get(question)
            if allowed is None:
                raise ContentError(
                    N_("“{name}” is not a question of this kind of fact; choose among: {known}."),
                    (*path, "ask", question),
                    name=question,
                    known=", ".join(sorted(self.GAPS)),
                )
            _check_gaps(wording, allowed, (*path, "ask", question))
        if says is not None:
            _check_gaps(says, self.SAYS, (*path, "says"))


def _check_gaps(wording: Text, allowed: frozenset[str], path: tuple[str | int, ...]) -> None:
    for gap in gaps(wording):
        if gap not in allowed:
            raise ContentError(
                N_("The gap “{{{gap}}}” is not known here; the gaps are: {known}."),
                path,
                gap=gap,
                known=", ".join(f"{{{name}}}" for name in sorted(allowed)) or "—",
            )
