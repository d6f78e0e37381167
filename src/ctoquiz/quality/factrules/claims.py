"""What the facts of a pack claim: of what they say something, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import singledispatch
from itertools import pairwise

from ctoquiz.domain.facts import (
    Family,
    Figure,
    FigureFamily,
    Item,
    Link,
    Member,
    RelationFamily,
    Row,
    Rule,
    Span,
    Step,
    Term,
)
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.text import Text, fill
from ctoquiz.frozen import frozen

Key = tuple[object, ...]
Words = tuple[tuple[str, str], ...]
"""A text as it is compared: each language with its words, whatever their case."""


@frozen
class Claim:
    """One fact: two with the same `about` speak of the same thing, and with the same `told` say the same of it.

    `told` is None for a fact that only says that something is there. `shown` is `told` for a reader.
    """

    name: str
    family: Family[Row]
    row: Row
    about: Key
    told: Key | None
    shown: str


def claims(pack: Pack) -> Iterator[Claim]:
    """The claims of all facts that can be compared with others, in the pack's order."""
    for family in pack.families.values():
        for row in family.facts:
            halves = _halves(row, family)
            if halves is not None:
                gap, given, told, shown = halves
                about = (family.kind, _setting(family, row, gap, given), folded(given))
                yield Claim(family.name_of(row), family, row, about, told, shown)


def together(pack: Pack) -> Iterator[tuple[Claim, Claim]]:
    """Each claim with the one before it that is about the same thing."""
    by_about: dict[Key, list[Claim]] = {}
    for claim in claims(pack):
        by_about.setdefault(claim.about, []).append(claim)
    for same in by_about.values():
        yield from pairwise(same)


def folded(text: Text) -> Words:
    """A text as it is compared."""
    return tuple((language, " ".join(words.split()).casefold()) for language, words in sorted(text.items()))


def _setting(family: Family[Row], row: Row, gap: str, given: Text) -> object:
    """What a fact is part of: the sentence that its family makes of its facts, what is told left open; else the family.

    Two families that make the same sentence speak of the same thing.
    """
    says = row.says or family.says
    return family.id if says is None or isinstance(row, Step) else folded(fill(says, {gap: given}))


@singledispatch
def _halves(row: Row, _: Family[Row]) -> tuple[str, Text, Key | None, str] | None:
    """The gap that names what a fact is about, that text, what is told of it, and that for a reader."""
    raise TypeError(f"no such fact: {row}")


@_halves.register
def _(row: Member, _: Family[Row]) -> tuple[str, Text, Key | None, str]:
    return "member", row.label, None, ""


@_halves.register
def _(row: Step, _: Family[Row]) -> tuple[str, Text, Key | None, str]:
    return "step", row.label, None, ""


@_halves.register
def _(row: Item, family: Family[Row]) -> tuple[str, Text, Key | None, str]:
    sides = getattr(family, "sides", ())
    side = next(each for each in sides if any(item is row for item in each.items))
    return "item", row.label, (side.id,), _first(side.title)


@_halves.register
def _(row: Link, family: Family[Row]) -> tuple[str, Text, Key | None, str] | None:
    if row.subject is None:
        return None
    if isinstance(family, RelationFamily) and not family.functional:
        # Several objects of one subject are what such a family is for: only the same link twice is too many.
        both = {language: f"{words} → {row.object[language]}" for language, words in row.subject.items()}
        return "subject", both, None, ""
    return "subject", row.subject, (folded(row.object),), _first(row.object)


@_halves.register
def _(row: Figure, family: Family[Row]) -> tuple[str, Text, Key | None, str]:
    unit = family.unit if isinstance(family, FigureFamily) else ""
    return "condition", row.condition or {}, (row.value, unit), f"{row.value:g}"


@_halves.register
def _(row: Span, _: Family[Row]) -> tuple[str, Text, Key | None, str]:
    return "condition", row.condition, (row.low, row.high), f"{row.low:g}–{row.high:g}"


@_halves.register
def _(row: Term, _: Family[Row]) -> tuple[str, Text, Key | None, str]:
    return "short", row.short, (folded(row.long),), _first(row.long)


@_halves.register
def _(row: Rule, _: Family[Row]) -> tuple[str, Text, Key | None, str]:
    return "when", row.when, (folded(row.then),), _first(row.then)


def _first(text: Mapping[str, str]) -> str:
    return next(iter(text.values()))
