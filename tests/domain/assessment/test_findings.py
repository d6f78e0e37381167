"""What the document says of a profile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctoquiz.domain.assessment.findings import (
    PayRange,
    PaySilence,
    findings,
    pay_of,
    read_profile_answer,
)
from ctoquiz.domain.assessment.profile import Band, ExpectedYears, Profile, YearsQuestion
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.pack import Pack
from ctoquiz.errors import BadInput


@pytest.fixture
def profile(assessment: Assessment) -> Profile:
    assert assessment.profile is not None
    return assessment.profile


@pytest.mark.parametrize(
    ("years", "standing"), [(0, "under"), (4.9, "under"), (5, "depends"), (10, "met"), (30, "met")]
)
def test_between_two_numbers_of_years_it_depends(years: float, standing: str) -> None:
    assert ExpectedYears(text={"en": "x"}, facts=("a",), low=5, high=10).standing(years) == standing


def test_without_an_upper_number_the_lower_is_enough() -> None:
    assert ExpectedYears(text={"en": "x"}, facts=("a",), low=5).standing(5) == "met"


def test_what_was_answered_is_held_against_what_is_expected(profile: Profile) -> None:
    expected = ExpectedYears(text={"en": "x"}, facts=("a",), low=5)
    asked = YearsQuestion(id="leading", kind="years", prompt={"en": "?"}, expected=expected)
    whole = replace(profile, questions=(*profile.questions, asked))
    found = findings(whole, {"leading": 2.0, "words": "by-heart", "years": 9.0})
    assert [(each.question, each.standing) for each in found] == [("words", "met"), ("leading", "under")]
    assert findings(whole, {}) == ()


BANDS = (Band(place="week", fact="pay.week", low=4, high=8), Band(place="week", fact="pay.holiday", above=8))


@pytest.mark.parametrize(
    ("years", "fact"), [(3.9, None), (4, "pay.week"), (8, "pay.week"), (8.1, "pay.holiday"), (40, "pay.holiday")]
)
def test_a_band_holds_its_two_ends_and_above_means_more_than(
    pack: Pack, profile: Profile, years: float, fact: str | None
) -> None:
    assert profile.pay is not None
    whole = replace(profile, pay=replace(profile.pay, bands=BANDS))
    found = pay_of(pack, whole, {"years": years, "place": "week"})
    assert (found.fact if isinstance(found, PayRange) else None) == fact


def test_the_range_is_that_of_the_fact(pack: Pack, profile: Profile) -> None:
    found = pay_of(pack, profile, {"years": 3, "place": "weekend"})
    assert found == PayRange("pay.weekend", {"en": "a weekend", "fr": "un week-end"}, 220, 300, "eur")


def test_where_the_document_says_nothing_that_is_said_and_why(pack: Pack, profile: Profile) -> None:
    assert profile.pay is not None
    silent = profile.pay.silent
    assert pay_of(pack, profile, {"years": 3.0, "place": "night"}) == PaySilence((silent.place,))
    assert pay_of(pack, profile, {"years": 41.0, "place": "week"}) == PaySilence((silent.years,))
    assert pay_of(pack, profile, {"years": 41.0, "place": "night"}) == PaySilence((silent.years, silent.place))


def test_of_what_was_not_told_nothing_is_said(pack: Pack, profile: Profile) -> None:
    assert pay_of(pack, profile, {"years": 3.0}) is None
    assert pay_of(pack, profile, {"place": "week"}) is None
    assert pay_of(pack, replace(profile, pay=None), {"years": 3.0, "place": "week"}) is None


@pytest.mark.parametrize(("typed", "years"), [(6, 6.0), ("6", 6.0), ("2,5", 2.5), (" 2.5 ", 2.5), (0, 0.0)])
def test_years_are_a_number_with_a_point_or_a_comma(profile: Profile, typed: Json, years: float) -> None:
    assert read_profile_answer(profile.by_id["years"], typed) == years


@pytest.mark.parametrize("typed", [-1, 101, "six", "nan", "1e999", True, None, [3], float("inf")])
def test_what_is_no_number_of_years_is_refused(profile: Profile, typed: Json) -> None:
    with pytest.raises(BadInput):
        read_profile_answer(profile.by_id["years"], typed)


def test_a_choice_takes_the_id_of_an_option(profile: Profile) -> None:
    assert read_profile_answer(profile.by_id["place"], "Weekend") == "weekend"
    with pytest.raises(BadInput, match="“place” takes one of: week, weekend, night; “paris” is none"):
        read_profile_answer(profile.by_id["place"], "paris")
