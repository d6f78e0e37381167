"""Questions on ranges: which, both bounds, one bound, the highest, the order, match, true or false."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import RangeFamily, Span
from ctoquiz.domain.questions import AnyQuestion, Interval, Option, Single
from ctoquiz.domain.questions.answers import listed
from ctoquiz.domain.text import Text, fill
from ctoquiz.domain.units import span as written
from ctoquiz.generation.base import Asked, Blueprint, Within, level_of
from ctoquiz.generation.builders import Link, chain, number, ordered, pairs, single
from ctoquiz.generation.candidates import Candidate, candidate, distinct, enough, labels
from ctoquiz.generation.links import excused, nearby
from ctoquiz.generation.options import DISTRACTORS
from ctoquiz.generation.statements import Wrong, statements

INVENTED = DISTRACTORS + 1
GAP = 0.1
"""How far an invented range keeps from the true one, as a share of the bound beside it."""

LIKELY = (2, 3)
"""So many times the true range, or so small a part of it, an invented one may be: the first of these if that can be."""
ROUNDINGS = (10_000, 5_000, 1_000, 500, 100, 50, 10, 5, 1)

Bounds = tuple[float, float]
Others = Callable[[], list[Span]]
"""Gives the ranges that are wrong for one of their family; called when a question is built."""

_FEWER_AND_FEWER = [real for real in range(DISTRACTORS, -1, -1) for _ in range(4)]
"""How many real ranges on one side are tried, four times each, until the ranges go together."""


def blueprints(family: RangeFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the ranges can be asked."""
    also = excused(family.rows)
    for place, row in enumerate(family.rows):
        others = partial(_others, family.rows, place, also.get(row.id, frozenset()))
        yield from _of_range(family, row, others, within)
    yield from _of_family(family, within)


def _of_range(family: RangeFamily, row: Span, others: Others, within: Within) -> Iterator[Blueprint]:
    values = _values(family, row, (row.low, row.high), within)
    asked = Asked(family, row, within, values, values["range"])
    which = family.wording("which", row)
    if which:
        yield _which(asked, family, row, others, which)
    both = family.wording("interval", row)
    if both:
        yield _both(asked, family, row, both)
    for template, bound in (("low", row.low), ("high", row.high)):
        wording = family.wording(template, row)
        if wording:
            level = level_of("number", conditional=True)
            yield number(asked, template, wording, bound, family.unit, 0, level=level)
    yield from statements(asked, _false(asked, family, row, others), conditional=True)


def _of_family(family: RangeFamily, within: Within) -> Iterator[Blueprint]:
    yield from _highest(family, within)
    asked = Asked(family, None, within)
    if len({row.low for row in family.rows}) == len(family.rows):
        lows = sorted(family.rows, key=lambda row: row.low)
        yield from ordered(asked, "rank", [row.condition for row in lows], conditional=True)
    yield from pairs(asked, "match", _links(family, within))


def _links(family: RangeFamily, within: Within) -> Iterator[Link]:
    return ((row.condition, written(row.low, row.high, family.unit, within.languages)) for row in family.rows)


def _highest(family: RangeFamily, within: Within) -> Iterator[Blueprint]:
    """Under which condition the range ends highest, where one of them alone does."""
    wording = family.wording("highest")
    if wording is None:
        return
    top = max(family.rows, key=lambda row: row.high)
    lower = [row for row in family.rows if row.high < top.high]
    pool = list(distinct((_candidate(family, row, within) for row in lower), labels(top.condition)))
    if len(lower) == len(family.rows) - 1 and enough(pool):
        asked = Asked(family, None, within, {}, listed([chain(" → ", link) for link in _links(family, within)]))
        level = level_of("single", combined=True, conditional=True)
        yield single(asked, "highest", wording, top.condition, lambda: pool, level=level)


def _candidate(family: RangeFamily, row: Span, within: Within) -> Candidate:
    return candidate(row.condition, row.says or family.says, _values(family, row, (row.low, row.high), within))


def _values(family: RangeFamily, row: Span, bounds: Bounds, within: Within) -> Mapping[str, Text]:
    return {"condition": row.condition, "range": written(*bounds, family.unit, within.languages)}


def _stated(family: RangeFamily, row: Span, within: Within) -> Text | None:
    """The row as a sentence."""
    says = row.says or family.says
    return None if says is None else fill(says, _values(family, row, (row.low, row.high), within))


def _which(asked: Asked, family: RangeFamily, row: Span, others: Others, wording: Text) -> Blueprint:
    level = level_of("single", close=True, conditional=True)

    def build(chance: Chance) -> AnyQuestion:
        about = {(other.low, other.high): other for other in others()}
        shown = sorted([*_chosen(row, list(about), chance), (row.low, row.high)])
        options = tuple(
            Option(
                written(*bounds, family.unit, asked.within.languages),
                _stated(family, about[bounds], asked.within) if bounds in about else None,
            )
            for bounds in shown
        )
        head = asked.head("which", level, asked.filled(wording))
        return Single(**head, options=options, right=shown.index((row.low, row.high)))

    return asked.blueprint("which", "single", level, build)


def _others(rows: Sequence[Span], place: int, also: frozenset[str]) -> list[Span]:
    """The rows nearby whose ranges are wrong for the one at that place; those of `also` are right for it too."""
    bounds = (rows[place].low, rows[place].high)
    return [other for other in nearby(rows, place) if other.id not in also and (other.low, other.high) != bounds]


def _chosen(row: Span, siblings: Sequence[Bounds], chance: Chance) -> list[Bounds]:
    """Wrong ranges: the real ones of the other conditions first, invented ones where these are too few for the rank
    that chance gives to the right one, or where one range would share bounds with all the others.
    """
    true = (row.low, row.high)
    pool = {*siblings, *_invented(row)}
    below = {bounds for bounds in pool if bounds < true}
    rank = chance.below(min(DISTRACTORS, len(below)) + 1)  # there are always three above it: invented ones
    for real in _FEWER_AND_FEWER:
        lower = _some(below, siblings, real, rank, chance)
        upper = _some(pool - below, siblings, real, DISTRACTORS - rank, chance)
        if not _one_stands_out([true, *lower, *upper]):
            break
    return lower + upper


def _some(side: set[Bounds], siblings: Sequence[Bounds], most_real: int, count: int, chance: Chance) -> list[Bounds]:
    """Ranges of one side by chance: real ones, as many as there may be, then invented ones."""
    real = chance.shuffled(sorted(side.intersection(siblings)))
    invented = chance.shuffled(sorted(side.difference(siblings)))
    return [*real[:most_real], *invented, *real[most_real:]][:count] if count else []


def _one_stands_out(ranges: Sequence[Bounds]) -> bool:
    """Whether one range alone shares the most bounds with the others: the one that all the rest seem made from."""
    shared = [sum(len({*one} & {*other}) for other in ranges if other != one) for one in ranges]
    return max(shared) > 0 and shared.count(max(shared)) == 1


def _invented(row: Span) -> list[Bounds]:
    """Ranges apart from the true one by a tenth at least and as wide, up to four on either side. They are within twice
    or half of the true one where three can be so, else within three times or a third: closer together, and a little
    less round, rather than absurd.
    """
    return [*_aside(row, -1), *_aside(row, 1)]


def _aside(row: Span, side: int) -> list[Bounds]:
    """The invented ranges below (-1) or above (1)."""
    *round_ones, finest = (_shifted(row, side, grain, apart) for grain, apart in _spacings(row))
    for times in LIKELY:
        for found in round_ones:
            likely = [(low, high) for low, high in found if times * low >= row.low and high <= times * row.high]
            if len(likely) >= DISTRACTORS:
                return likely
    return finest[:DISTRACTORS]


def _shifted(row: Span, side: int, grain: float, apart: float) -> list[Bounds]:
    """The true range moved aside, first by its width and a tenth, then further and further, as round as `grain`."""
    first = row.high - row.low + max(grain, -(-abs(row.high) * GAP // grain) * grain)
    moves = [side * (first + place * apart) for place in range(INVENTED)]
    return [(row.low + move, row.high + move) for move in moves if row.low + move > 0 or row.low < 0]


def _spacings(row: Span) -> Iterator[tuple[float, float]]:
    """Roundings, each with the distance from one invented range to the next, the roundest and widest first."""
    step = _rounding(row)
    finer = next((each for each in ROUNDINGS if each < step), step)
    yield step, ((row.high - row.low) / 2 // step or 1) * step
    yield step, step
    if 2 * finer == step or finer == 1:  # 5 000 beside 10 000, or a few years: as natural
        yield finer, finer
    yield finer, finer


def _rounding(row: Span) -> float:
    """The roundest number of which both bounds are multiples."""
    return next((step for step in ROUNDINGS if row.low % step == 0 and row.high % step == 0), 0.5)


def _both(asked: Asked, family: RangeFamily, row: Span, wording: Text) -> Blueprint:
    level = level_of("interval", conditional=True)

    def build(_: Chance) -> AnyQuestion:
        head = asked.head("interval", level, asked.filled(wording))
        return Interval(**head, low=row.low, high=row.high, unit=family.unit)

    return asked.blueprint("interval", "interval", level, build)


def _false(asked: Asked, family: RangeFamily, row: Span, others: Others) -> Wrong | None:
    """The fact's sentence with the range of another condition, or with an invented one where there is no other."""
    says = asked.says
    if says is None:
        return None

    def wrong(chance: Chance) -> Option:
        siblings = others()
        if siblings:
            other = chance.choice(siblings)
            values = _values(family, row, (other.low, other.high), asked.within)
            return Option(fill(says, values), _stated(family, other, asked.within))
        return Option(fill(says, _values(family, row, chance.choice(_invented(row)), asked.within)))

    return wrong
