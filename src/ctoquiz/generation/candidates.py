"""Wrong answers that may be offered: what tells them apart is worked out once, what they are about only when shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from ctoquiz.domain.facts import Lure
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text, fill

FEWEST_DISTRACTORS = 2

Labels = frozenset[tuple[str, str]]
"""A text as it is compared: each language with its words, whatever the case. Two texts that share one are alike."""


class Candidate(NamedTuple):
    """A wrong answer. `says`, its gaps filled from `values`, tells what it is really about."""

    text: Text
    labels: Labels
    says: Text | None
    values: Mapping[str, Text]

    @property
    def option(self) -> Option:
        """The candidate as it is shown."""
        return Option(self.text, None if self.says is None else fill(self.says, self.values))


def candidate(text: Text, says: Text | None = None, values: Mapping[str, Text] | None = None) -> Candidate:
    """The candidate with that text."""
    return Candidate(text, labels(text), says, values or {})


def authored(lures: Iterable[Lure]) -> list[Candidate]:
    """The wrong answers that the author wrote."""
    return [candidate(lure.label, lure.about) for lure in lures]


def labels(text: Text) -> Labels:
    """The text as it is compared."""
    # The same as a loop over the items, in a third of the time: every text of a pack comes through here.
    return frozenset(zip(text, map(str.strip, map(str.casefold, text.values())), strict=True))


def labels_of_forms(text: Text, aliases: Mapping[str, Sequence[str]]) -> Labels:
    """The text and its other forms, each of which is a form in one language, as they are compared."""
    others = [(language, form.casefold().strip()) for language, forms in aliases.items() for form in forms]
    return labels(text).union(others)


def distinct(pool: Iterable[Candidate], forbidden: Labels = frozenset()) -> Iterator[Candidate]:
    """The candidates that differ from what is forbidden and from each other in every language."""
    taken = set(forbidden)
    for each in pool:
        if taken.isdisjoint(each.labels):
            taken |= each.labels
            yield each


def enough(pool: Iterable[Candidate], count: int = FEWEST_DISTRACTORS) -> bool:
    """Whether the pool holds so many candidates; reads no further than it must."""
    return len(list(islice(pool, count))) == count
