"""Questions on terms: what a short form means, and back, chosen or typed; match; true or false."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import Term, TermFamily
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, explain, kept_apart, level_of, stated, unambiguous
from ctoquiz.generation.builders import pairs, single, typed
from ctoquiz.generation.lures import authored
from ctoquiz.generation.options import alike, distinct, enough, forms
from ctoquiz.generation.statements import Wrong, statements

Side = Callable[[Term], Text]


def blueprints(family: TermFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the terms can be asked."""
    for row in family.rows:
        yield from _of_term(family, row, within)
    links = [(row.short, row.long) for row in unambiguous(family.rows)]
    yield from pairs(Asked(family, None, within), "match", family.wording("match"), links)


def _of_term(family: TermFamily, row: Term, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, row, within)
    values = _values(row)
    why = explain(family, row, values, row.long)
    level = level_of("single", close=True)
    meaning = family.wording("meaning", row)
    if meaning and enough(_longs(family, row, within), row.long):
        key = Option(row.long)
        yield single(
            asked,
            "meaning",
            fill(meaning, values),
            key,
            lambda: _longs(family, row, within),
            why,
            level=level,
        )
    short = family.wording("short", row)
    if short and enough(_shorts(family, row, within), row.short):
        key = Option(row.short)
        yield single(asked, "short", fill(short, values), key, lambda: _shorts(family, row, within), why, level=level)
    yield from _typed(asked, family, row, why)
    yield from statements(asked, stated(family, row, values), why, _false(family, row, within))


def _typed(asked: Asked, family: TermFamily, row: Term, why: Text) -> Iterator[Blueprint]:
    others = [other for other in family.rows if other is not row]
    values = _values(row)
    long = family.wording("type-long", row)
    if long:
        labels = [label for other in others for label in (other.long, other.short)]
        yield typed(asked, "type-long", fill(long, values), row.long, row.aliases, lambda: labels, why)
    short = family.wording("type-short", row)
    if short:
        shorts = [other.short for other in others]
        yield typed(asked, "type-short", fill(short, values), row.short, {}, lambda: shorts, why)


def _values(row: Term) -> Mapping[str, Text]:
    return {"short": row.short, "long": row.long}


def _terms(family: TermFamily, row: Term, within: Within) -> Iterator[tuple[TermFamily, Term]]:
    """The other terms of the family, then those of its siblings, that mean something else."""
    known = list(forms(row.long, row.aliases))
    named = (within.families[name] for name in family.siblings)
    for each in (family, *(sibling for sibling in named if isinstance(sibling, TermFamily))):
        for other in each.rows:
            excused = each is family and not kept_apart(row, other)
            if other is not row and not excused and not any(alike(other.long, form) for form in known):
                yield each, other


def _longs(family: TermFamily, row: Term, within: Within) -> Iterator[Option]:
    yield from (Option(other.long, stated(of, other, _values(other))) for of, other in _terms(family, row, within))
    yield from distinct(authored(family, row), *forms(row.long, row.aliases))


def _shorts(family: TermFamily, row: Term, within: Within) -> Iterator[Option]:
    return (Option(other.short, stated(of, other, _values(other))) for of, other in _terms(family, row, within))


def _false(family: TermFamily, row: Term, within: Within) -> Wrong | None:
    """The fact's sentence with another meaning."""
    says = row.says or family.says
    if says is None or not enough(_longs(family, row, within), row.long, 1):
        return None

    def wrong(chance: Chance) -> Option:
        other = chance.choice(list(distinct(_longs(family, row, within), row.long)))
        return Option(fill(says, {"short": row.short, "long": other.text}), other.about)

    return wrong
