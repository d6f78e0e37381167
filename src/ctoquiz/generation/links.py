"""Rows that link two texts (a subject and its object, a term and its meaning), and which are wrong for which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from ctoquiz.domain.facts import Row
from ctoquiz.domain.text import Text
from ctoquiz.generation.candidates import Candidate, Labels, authored, candidate, labels_of_forms

Some = TypeVar("Some")
SomeRow = TypeVar("SomeRow", bound=Row)

MOST_OTHERS = 60
"""Rows of a family that are looked at for the wrong answers of one of them."""


class Linked(NamedTuple):
    """A row, its two sides as wrong answers for other rows, the wrong answers that the author wrote for it, and all
    forms of its right side as they are compared.
    """

    row: Row
    left: Candidate
    right: Candidate
    lures: Sequence[Candidate]
    forms: Labels


class Links:
    """The rows of one family, in the order of the file."""

    def __init__(self, rows: Iterable[Linked]) -> None:
        self.rows = tuple(rows)
        self._excused = excused([linked.row for linked in self.rows])
        self._places = {linked.row.id: place for place, linked in enumerate(self.rows)}

    def others(self, one: Linked) -> Iterator[Linked]:
        """The rows nearby that are wrong for this one: their right side is no form of its own, nor did the author name
        either as right for the other too.
        """
        excused = self._excused.get(one.row.id, frozenset())
        for other in nearby(self.rows, self._places[one.row.id]):
            if other is not one and other.row.id not in excused and one.forms.isdisjoint(other.right.labels):
                yield other


def nearby(rows: Sequence[Some], place: int) -> Sequence[Some]:
    """The row at that place, and those around it in the file: all of them, in most families, else the nearest 60.

    Neighbours in a long list are more alike than rows far apart, and a question costs the same in a list of any length.
    """
    first = max(0, min(place - MOST_OTHERS // 2, len(rows) - MOST_OTHERS - 1))
    return rows[first : first + MOST_OTHERS + 1]


def linked(row: Row, left: Text, right: Text, says: Text | None, values: Mapping[str, Text]) -> Linked:
    """The row with its two sides; `says`, its gaps filled from `values`, is the row as a sentence."""
    start, end = candidate(left, says, values), candidate(right, says, values)
    forms = labels_of_forms(right, row.aliases) if row.aliases else end.labels
    return Linked(row, start, end, authored(row.lures), forms)


def unambiguous(rows: Iterable[SomeRow]) -> Iterator[SomeRow]:
    """The rows without those whose answer would be right for a row before, or the other way round."""
    kept: set[str] = set()
    named: set[str] = set()
    for row in rows:
        if row.id not in named and kept.isdisjoint(row.also_true):
            kept.add(row.id)
            named.update(row.also_true)
            yield row


def excused(rows: Sequence[Row]) -> Mapping[str, frozenset[str]]:
    """For each row the others that the author named as right for it too (`also_true`), or it for them."""
    named: dict[str, set[str]] = {}
    for row in rows:
        for other in row.also_true:
            named.setdefault(row.id, set()).add(other)
            named.setdefault(other, set()).add(row.id)
    return {name: frozenset(others) for name, others in named.items()}
