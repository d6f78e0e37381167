from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.assessment.checkingprofile import _overlaps
from ctoquiz.domain.assessment.profile import Band

YEARS = st.integers(0, 8)


@st.composite
def bands(draw: st.DrawFn) -> Band:
    start, length = draw(YEARS), draw(st.integers(1, 3) | st.none())
    high = None if length is None else start + length
    place = draw(st.sampled_from(["paris", "city"]))
    if draw(st.booleans()):
        return Band(place=place, fact="pay", above=start, high=high)
    return Band(place=place, fact="pay", low=start, high=high)


def meet(one: Band, other: Band) -> bool:
    years = [number / 2 for number in range(60)]
    return one.place == other.place and any(one.holds(year) and other.holds(year) for year in years)


@given(st.lists(bands(), max_size=8))
def test_bands_are_refused_where_and_only_where_two_of_one_place_hold_for_the_same_years(given: list[Band]) -> None:
    found = [error.path[-1] for error in _overlaps(given, ("bands",))]
    assert bool(found) == any(meet(one, other) for one, other in combinations(given, 2))
    assert all(isinstance(place, int) and any(meet(given[place], other) for other in given[:place]) for place in found)


def test_of_bands_that_follow_one_another_none_is_refused() -> None:
    ends = [0, 2, 5, 9]
    given = [Band(place="paris", fact="pay", above=low, high=high) for low, high in pairwise(ends)]
    assert list(_overlaps(given, ("bands",))) == []
