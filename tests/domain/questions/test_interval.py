"""Two numbers to type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions import Interval, Source
from ctoquiz.errors import BadInput


def interval(low: float = 70000, high: float = 90000, unit: str = "eur") -> Interval:
    return Interval(
        id="pay/interval",
        topic="skills",
        level="easy",
        prompt={"fr": "Laquelle ?", "en": "Which?"},
        explanation={"fr": "Parce que.", "en": "Because."},
        facts=("fact",),
        source=Source("skills", (1,)),
        low=low,
        high=high,
        unit=unit,
    )


ranges = st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)).map(sorted).map(tuple).filter(lambda r: r[0] < r[1])


@pytest.mark.parametrize(
    ("notation", "share"),
    [
        ("70000-90000", 1),
        ("70-80k", 0.5),
        ("60-90k", 2 / 3),
        ("80-100k", 1 / 3),
        ("60-100k", 0.5),
        ("75-85k", 0.5),
        ("90-100k", 0),
        ("100-120k", 0),
        ("10-20k", 0),
    ],
)
def test_a_range_earns_its_overlap_over_the_union(notation: str, share: float) -> None:
    assert interval().mark(notation) == pytest.approx(share)


@given(ranges, ranges)
def test_the_overlap_is_from_0_to_1_and_the_same_both_ways(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    share = interval(*one).grade(other)
    assert 0.0 <= share <= 1.0
    assert share == interval(*other).grade(one)


@given(ranges)
def test_the_key_earns_the_point(key: tuple[float, float]) -> None:
    question = interval(*key)
    assert question.mark(question.answer) == 1.0


@given(ranges)
def test_what_is_written_is_read_again(given_answer: tuple[float, float]) -> None:
    assert interval().read(interval().write(given_answer)) == given_answer


@pytest.mark.parametrize(("share", "counted"), [(1, 1), (0.5, 0.5), (0.499, 0), (0, 0)])
def test_under_one_half_a_range_is_wrong_for_certainty_marks(share: float, counted: float) -> None:
    assert interval().for_certainty(share) == counted


@pytest.mark.parametrize("notation", ["90000-70000", "70000-70000", "70000", "70 90", "a-b", "-", "70-", "7-8 ans"])
def test_anything_but_two_numbers_low_to_high_is_malformed(notation: str) -> None:
    with pytest.raises(BadInput) as refused:
        interval().read(notation)
    assert str(refused.value) == (f"“{notation}” is not a range; give two numbers, low to high, such as 10000-20000.")


def test_a_range_is_told_with_its_unit() -> None:
    assert interval().answer == "70000-90000"
    assert interval().answer_text == {"fr": "70\u00a0000 à 90\u00a0000\u00a0€", "en": "€70,000 to €90,000"}
    assert interval(2, 5, "percent").tell("2,5 - 4") == {"fr": "2,5 à 4\u00a0%", "en": "2.5% to 4%"}


@pytest.mark.parametrize(
    ("low", "high", "unit", "why"),
    [
        (5, 5, "eur", "low to high"),
        (9, 5, "eur", "low to high"),
        (float("-inf"), 5, "eur", "finite"),
        (float("nan"), 5, "eur", "low to high"),
        (1, 5, "week", "not week"),
    ],
)
def test_a_question_that_cannot_be_answered_cannot_be_made(low: float, high: float, unit: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        interval(low, high, unit)


def test_the_example_of_a_refusal_earns_nothing() -> None:
    for low, high, unit in ((10000, 20000, "eur"), (5000, 12000, "eur"), (1000, 2000, "none"), (2, 5, "percent")):
        question = replace(interval(), low=low, high=high, unit=unit)
        with pytest.raises(BadInput) as refused:
            question.read("x")
        assert question.mark(str(refused.value).rstrip(".").split()[-1]) == 0
