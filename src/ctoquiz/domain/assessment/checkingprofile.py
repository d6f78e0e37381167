"""What the author of a profile must mend, beyond the shape of its single parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from ctoquiz.domain.assessment.naming import Facts, fact_problems, repeated
from ctoquiz.domain.assessment.profile import (
    Band,
    ChoiceQuestion,
    ExpectedYears,
    Pay,
    Profile,
    YearsQuestion,
)
from ctoquiz.domain.facts import RangeFamily
from ctoquiz.domain.facts.base import ContentError
from ctoquiz.errors import N_

Path: TypeAlias = tuple[str | int, ...]


def profile_problems(profile: Profile, facts: Facts) -> Iterator[ContentError]:
    """All that makes the profile unusable, with paths from the top of the file; `facts` are those of the pack."""
    path: Path = ("profile", "questions")
    yield from repeated(((*path, place, "id"), each.id) for place, each in enumerate(profile.questions))
    for place, question in enumerate(profile.questions):
        if question.expected is not None:
            yield from fact_problems(question.expected.facts, (*path, place, "expected", "facts"), facts, needed=True)
        if isinstance(question, ChoiceQuestion):
            yield from _choice(question, (*path, place))
        elif question.expected is not None:
            yield from _years(question.expected, (*path, place, "expected"))
    if profile.pay is not None:
        yield from _pay(profile.pay, profile, facts)


def _choice(question: ChoiceQuestion, path: Path) -> Iterator[ContentError]:
    yield from repeated(((*path, "options", place, "id"), each.id) for place, each in enumerate(question.options))
    if len(question.options) < 2:
        yield ContentError(N_("A choice has two options or more; add some."), (*path, "options"))
    for place, option in enumerate(question.options):
        if (option.standing is None) != (question.expected is None):
            yield ContentError(
                N_("Options have a `standing` where, and only where, something is `expected`; mend “{name}”."),
                (*path, "options", place),
                name=option.id,
            )


def _years(expected: ExpectedYears, path: Path) -> Iterator[ContentError]:
    if expected.low < 0 or (expected.high is not None and expected.high <= expected.low):
        yield ContentError(N_("Years go from `low`, 0 or more, to a higher `high`; mend them."), (*path, "low"))


def _pay(pay: Pay, profile: Profile, facts: Facts) -> Iterator[ContentError]:
    path: Path = ("profile", "pay")
    if not isinstance(profile.by_id.get(pay.years), YearsQuestion):
        yield ContentError(
            N_("`years` names a profile question of kind `years`; “{name}” is none."), (*path, "years"), name=pay.years
        )
    places = profile.by_id.get(pay.place)
    if not isinstance(places, ChoiceQuestion):
        yield ContentError(
            N_("`place` names a profile question of kind `choice`; “{name}” is none."), (*path, "place"), name=pay.place
        )
    yield from fact_problems(pay.facts, (*path, "facts"), facts, needed=True)
    known = {each.id for each in places.options} if isinstance(places, ChoiceQuestion) else None
    for number, band in enumerate(pay.bands):
        yield from _band(band, (*path, "bands", number), known, facts)
    yield from _overlaps(pay.bands, (*path, "bands"))


def _band(band: Band, path: Path, places: set[str] | None, facts: Facts) -> Iterator[ContentError]:
    start = band.low if band.above is None else band.above
    if (band.low is None) == (band.above is None):
        yield ContentError(N_("A band begins either at `low` years or `above` so many; write one of the two."), path)
    elif start is not None and (start < 0 or (band.high is not None and band.high <= start)):
        yield ContentError(N_("The years of a band go from 0 or more to a higher `high`; mend them."), path)
    if places is not None and band.place not in places:
        yield ContentError(
            N_("“{name}” is no option of the question about the place; choose among: {known}."),
            (*path, "place"),
            name=band.place,
            known=", ".join(sorted(places)),
        )
    yield from fact_problems((band.fact,), (*path, "fact"), facts)
    if band.fact in facts and not isinstance(facts[band.fact], RangeFamily):
        yield ContentError(
            N_("The fact of a band is a range; “{name}” is of another kind."), (*path, "fact"), name=band.fact
        )


def _overlaps(bands: Sequence[Band], path: Path) -> Iterator[ContentError]:
    # In the order of their first years, a band that meets any before it meets the one that reaches furthest.
    furthest: dict[str, tuple[Band, int]] = {}
    for place, band in sorted(enumerate(bands), key=lambda each: _first(each[1])):
        before = furthest.get(band.place)
        if before is not None and _meet(before[0], band):
            yield ContentError(
                N_("Two bands for “{place}” hold for the same years; mend their ends."),
                (*path, max(place, before[1])),
                place=band.place,
            )
        if before is None or _last(band) > _last(before[0]):
            furthest[band.place] = band, place


def _first(band: Band) -> tuple[float, bool]:
    """Where a band begins; of two that begin at the same years, the one that holds for them comes first."""
    return (band.above or 0, True) if band.low is None else (band.low, False)


def _last(band: Band) -> float:
    return float("inf") if band.high is None else band.high


def _meet(one: Band, other: Band) -> bool:
    """Whether some number of years falls into both: an end of one, or a point just beyond it, lies in the other."""
    ends = [end for band in (one, other) for end in (band.low, band.high, band.above) if end is not None]
    points = [point for end in ends for point in (end, end + 0.001)]
    return any(one.holds(point) and other.holds(point) for point in points)
