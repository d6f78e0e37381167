"""What all kinds of fact have in common: families, their rows, and wrong answers written by the author.

These classes *are* the format of a pack's files (see `docs/writing-a-pack.md`): the fields have the names that an
author writes, and each class checks what it can check alone. They are plain dataclasses; `ctoquiz.storage.packs`
builds them from YAML with pydantic, which reads `__pydantic_config__`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, fields
from typing import ClassVar, Generic, TypeVar

from ctoquiz.domain.text import Text, gaps
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen

STRICT: dict[str, object] = {"extra": "forbid", "strict": True}
"""The same names and types as written here, nothing converted, nothing more."""

SHORT_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NOT_SHORT = N_("“{name}” is no short name; use lower-case letters, digits and hyphens.")

TEXT_FIELDS = frozenset(
    {"title", "says", "explanation", "label", "about", "text", "prompt", "document"}
    | {"subject", "object", "condition", "when", "then", "short", "long"}
)
"""Fields that hold a text in every language (as do all values of `ask`)."""


_STATED = frozenset({"says", "label", "subject", "object", "condition", "when", "then", "short", "long"})
"""The fields of a row that state its fact."""


class ContentError(ValueError):
    """Something in a pack that its author must mend; `path` leads to it from the object that was being built."""

    def __init__(self, message: str, path: tuple[str | int, ...] = (), /, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message, self.path, self.values = message, path, values
        self.all: tuple[ContentError, ...] = (self,)

    @classmethod
    def raise_any(cls, errors: Iterable[ContentError]) -> None:
        """Raise the first of the errors, which then holds all of them; nothing where there is none."""
        found = tuple(errors)
        if found:
            found[0].all = found
            raise found[0]


@frozen(kw_only=True)
class Lure:
    """A wrong answer that the author wrote, the sentences that make it wrong, and what it is really about."""

    __pydantic_config__ = STRICT

    label: Text
    refuted_by: tuple[int, ...]
    about: Text | None = None

    def __post_init__(self) -> None:
        _check_refuted(self.refuted_by)


@frozen(kw_only=True)
class FalseStatement:
    """A false statement in the author's words and the sentences that refute it."""

    __pydantic_config__ = STRICT

    text: Text
    refuted_by: tuple[int, ...]

    def __post_init__(self) -> None:
        _check_refuted(self.refuted_by)


@frozen(kw_only=True)
class Waiver:
    """A rule of quality, by its name, that the author sets aside here, and why."""

    __pydantic_config__ = STRICT

    rule: str
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ContentError(N_("Say why the rule is waived: `reason: …`."), ("reason",))


@frozen(kw_only=True)
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
    waive: tuple[Waiver, ...] = ()

    @property
    def numbers(self) -> tuple[float, ...]:
        """The numbers that the fact holds."""
        return ()

    def stated(self) -> Iterator[str]:
        """The words of the fact in every language, and its other forms; not how it is asked, explained or got wrong."""
        for each in fields(self):
            if each.name in _STATED and (text := getattr(self, each.name)):
                yield from text.values()
        for forms in self.aliases.values():
            yield from forms


SomeRow = TypeVar("SomeRow", bound=Row, covariant=True)


@frozen(kw_only=True)
class Family(ABC, Generic[SomeRow]):
    """Facts of one kind that are asked in the same way; each row is one fact."""

    __pydantic_config__ = STRICT

    GAPS: ClassVar[Mapping[str, frozenset[str]]]
    """The questions that can be worded under `ask`, each with the gaps that its wording may have."""
    SAYS: ClassVar[frozenset[str]]
    """The gaps of `says`."""
    ROWS: ClassVar[str] = "rows"
    """What the rows are called in a file."""

    id: str
    sentences: tuple[int, ...] = ()
    siblings: tuple[str, ...] = ()
    ask: Mapping[str, Text] = field(default_factory=dict)
    says: Text | None = None
    explanation: Text | None = None
    lures: tuple[Lure, ...] = ()
    renamed_from: tuple[str, ...] = ()
    statements: bool = True
    waive: tuple[Waiver, ...] = ()
    draft: bool = False
    """Proposed, and not confirmed by the author: nothing of it is asked, and no other family may lean on it."""

    def __post_init__(self) -> None:
        ContentError.raise_any(self._problems())

    def _problems(self) -> Iterator[ContentError]:
        """All that the author must mend in this family, in the order of the file but for its rows' names."""
        if not self.facts:
            yield ContentError(N_("“{family}” holds no fact; add one, or remove the family."), family=self.id)
        yield from self._names()
        yield from self._wordings(self.ask, self.says, ())
        for path, row in self.placed():
            yield from self._wordings(row.ask, row.says, path)

    def _names(self) -> Iterator[ContentError]:
        if not SHORT_NAME.fullmatch(self.id):
            yield ContentError(NOT_SHORT, ("id",), name=self.id)
        seen: set[str] = set()
        alone = len(self.cited) == 1
        for place, row in self.placed():
            path = (*place, "id")
            if not row.id and not alone:
                message = N_("In family “{family}” a row has no id; give each row a short name.")
                yield ContentError(message, path, family=self.id)
            elif row.id in seen:
                message = N_("In family “{family}” two rows are called “{row}”; give each its own name.")
                yield ContentError(message, path, family=self.id, row=row.id)
            elif row.id and not SHORT_NAME.fullmatch(row.id):
                yield ContentError(NOT_SHORT, path, name=row.id)
            seen.add(row.id)

    @property
    @abstractmethod
    def facts(self) -> tuple[SomeRow, ...]:
        """The facts, in the order of the file."""

    @property
    def cited(self) -> tuple[Row, ...]:
        """All that the family holds and that may cite sentences."""
        return self.facts

    def placed(self) -> Iterator[tuple[tuple[str | int, ...], Row]]:
        """All that may cite sentences, each with the path that leads to it from the family in a file."""
        return (((self.ROWS, place), row) for place, row in enumerate(self.cited))

    def path_of(self, row: Row) -> tuple[str | int, ...]:
        """The path that leads from the family to one of its rows in a file."""
        return next(path for path, each in self.placed() if each is row)

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

    def stated_of(self, row: Row) -> Iterator[str]:
        """The words in which the family states one of its facts, in every language."""
        yield from row.stated()
        yield from (self.says or {}).values()

    def refutations(self) -> Iterator[int]:
        """The sentences that the author's wrong answers and false statements cite."""
        for lure in (*self.lures, *(lure for row in self.facts for lure in row.lures)):
            yield from lure.refuted_by
        for row in self.facts:
            if row.false is not None:
                yield from row.false.refuted_by

    def _wordings(
        self, ask: Mapping[str, Text], says: Text | None, path: tuple[str | int, ...]
    ) -> Iterator[ContentError]:
        for question, wording in ask.items():
            allowed = self.GAPS.get(question)
            if allowed is None:
                yield ContentError(
                    N_("“{name}” is not a question of this kind of fact; choose among: {known}."),
                    (*path, "ask", question),
                    name=question,
                    known=", ".join(sorted(self.GAPS)),
                )
            else:
                yield from _gaps(wording, allowed, (*path, "ask", question))
        if says is not None:
            yield from _gaps(says, self.SAYS, (*path, "says"))


def _check_refuted(sentences: tuple[int, ...]) -> None:
    if not sentences:
        raise ContentError(N_("Say which sentence makes this wrong: `refuted_by: [3]`."), ("refuted_by",))


def _gaps(wording: Text, allowed: frozenset[str], path: tuple[str | int, ...]) -> Iterator[ContentError]:
    for gap in dict.fromkeys(gaps(wording)):
        if gap not in allowed:
            yield ContentError(
                N_("The gap “{{{gap}}}” is not known here; the gaps are: {known}."),
                path,
                gap=gap,
                known=", ".join(f"{{{name}}}" for name in sorted(allowed)) or "—",
            )
