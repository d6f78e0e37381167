"""Questions on terms: what a short form means, and back, chosen or typed; match; true or false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import Term, TermFamily
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, level_of
from ctoquiz.generation.builders import pairs, single, typed
from ctoquiz.generation.candidates import Candidate, authored, distinct, enough
from ctoquiz.generation.links import Linked, Links, linked, unambiguous
from ctoquiz.generation.options import DISTRACTORS
from ctoquiz.generation.statements import Wrong, statements


def blueprints(family: TermFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the terms can be asked."""
    pool = _Pool(family, within)
    for row, entry in zip(family.rows, pool.links.rows, strict=True):
        yield from _of_term(family, row, entry, pool, within)
    links = ((row.short, row.long) for row in unambiguous(family.rows))
    yield from pairs(Asked(family, None, within), "match", links)


class _Pool:
    """The wrong answers of a family: its terms by what they mean, its lures, the terms of its siblings."""

    def __init__(self, family: TermFamily, within: Within) -> None:
        siblings = (within.families[name] for name in family.siblings)
        self.links = Links(_entries(family))
        self.lures = authored(family.lures)
        self.cousins = [entry for each in siblings if isinstance(each, TermFamily) for entry in _entries(each)]

    def longs(self, one: Linked) -> Iterator[Candidate]:
        """Wrong meanings: the term's own lures where they are enough; else other terms' too, then the family's lures.

        Another term's meaning begins with other letters, which tell it from the right one.
        """
        if enough(one.lures, DISTRACTORS):
            return distinct(one.lures, one.forms)
        terms = (each.right for each in self._terms(one))
        return distinct(chain(terms, one.lures, self.lures), one.forms)

    def shorts(self, one: Linked) -> Iterator[Candidate]:
        """Wrong short forms: those of the terms that mean something else."""
        return distinct((each.left for each in self._terms(one)), one.left.labels)

    def _terms(self, one: Linked) -> Iterator[Linked]:
        yield from self.links.others(one)
        yield from (cousin for cousin in self.cousins if one.forms.isdisjoint(cousin.right.labels))


def _entries(family: TermFamily) -> Iterator[Linked]:
    for row in family.rows:
        yield linked(row, row.short, row.long, row.says or family.says, _values(row))


def _values(row: Term) -> Mapping[str, Text]:
    return {"short": row.short, "long": row.long}


def _of_term(family: TermFamily, row: Term, entry: Linked, pool: _Pool, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, row, within, _values(row), row.long)
    level = level_of("single", close=True)
    meaning = family.wording("meaning", row)
    if meaning and enough(pool.longs(entry)):
        yield single(asked, "meaning", meaning, row.long, lambda: pool.longs(entry), level=level)
    short = family.wording("short", row)
    if short and enough(pool.shorts(entry)):
        yield single(asked, "short", short, row.short, lambda: pool.shorts(entry), level=level)
    yield from _typed(asked, family, row)
    yield from statements(asked, _false(asked, entry, pool))


def _typed(asked: Asked, family: TermFamily, row: Term) -> Iterator[Blueprint]:
    long = family.wording("type-long", row)
    if long:
        yield typed(asked, "type-long", long, row.long, row.aliases, lambda: [*_other_labels(family, row)])
    short = family.wording("type-short", row)
    if short:
        yield typed(
            asked,
            "type-short",
            short,
            row.short,
            {},
            lambda: [other.short for other in family.rows if other is not row],
        )


def _other_labels(family: TermFamily, row: Term) -> Iterator[Text]:
    for other in family.rows:
        if other is not row:
            yield from (other.long, other.short)


def _false(asked: Asked, entry: Linked, pool: _Pool) -> Wrong | None:
    """The fact's sentence with another meaning."""
    says = asked.says
    if says is None or not enough(pool.longs(entry), 1):
        return None

    def wrong(chance: Chance) -> Option:
        other = chance.choice(list(pool.longs(entry))).option
        return Option(fill(says, {**asked.values, "long": other.text}), other.about)

    return wrong
