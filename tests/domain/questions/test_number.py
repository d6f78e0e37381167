"""A number to type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions import Number, Source
from ctoquiz.errors import BadInput


def number(value: float = 60000, unit: str = "eur", tolerance: float = 0) -> Number:
    return Number(
        id="floor/number",
        topic="skills",
        level="easy",
        prompt={"fr": "Laquelle ?", "en": "Which?"},
        explanation={"fr": "Parce que.", "en": "Because."},
        facts=("fact",),
        source=Source("skills", (1,)),
        value=value,
        unit=unit,
        tolerance=tolerance,
    )


@pytest.mark.parametrize(
    ("value", "tolerance", "given_answer", "share"),
    [
        (60000, 0, 60000, 1),
        (60000, 0, 60001, 0),
        (60000, 5000, 55000, 1),
        (60000, 5000, 65000, 1),
        (60000, 5000, 54999, 0),
        (60000, 5000, 65001, 0),
        (0.3, 0.1, 0.4, 1),  # 0.4 − 0.3 is a little more than 0.1 in binary fractions
        (0, 0, 0, 1),
        (0, 0, 0.000001, 0),
        (-5, 0, 5, 0),
    ],
)
def test_a_number_is_right_within_its_tolerance(
    value: float, tolerance: float, given_answer: float, share: float
) -> None:
    assert number(value, tolerance=tolerance).grade(given_answer) == share


def test_a_number_is_told_with_its_unit() -> None:
    assert number().answer == "60000"
    assert number().tell("60 k€") == {"fr": "60\u00a0000\u00a0€", "en": "€60,000"}
    assert number(8, "year").answer_text == {"fr": "8\u00a0ans", "en": "8 years"}


@pytest.mark.parametrize(
    ("unit", "notation", "message"),
    [
        ("eur", "lots", "“lots” is not a number in the right unit; give one such as 70000."),
        ("eur", "5 %", "“5 %” is not a number in the right unit; give one such as 70000."),
        ("year", "8 €", "“8 €” is not a number in the right unit; give one such as 5."),
        ("none", "nan", "“nan” is not a number in the right unit; give one such as 5."),
        ("none", "9" * 400, "“" + "9" * 39 + "…” is not a number in the right unit; give one such as 5."),
    ],
)
def test_what_is_no_number_is_malformed(unit: str, notation: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        number(unit=unit).read(notation)
    assert str(refused.value) == message


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_is_written_is_read_again(value: float) -> None:
    assert number().read(number().write(value)) == value


@given(st.floats(-1e15, 1e15), st.sampled_from(["eur", "year", "percent", "none"]))
def test_the_key_earns_the_point(value: float, unit: str) -> None:
    question = number(value, unit)
    assert question.mark(question.answer) == 1.0


@pytest.mark.parametrize(
    ("value", "unit", "tolerance", "why"),
    [
        (1, "dollar", 0, "a unit is one of eur, year, percent, none, not dollar"),
        (float("nan"), "eur", 0, "finite"),
        (float("inf"), "eur", 0, "finite"),
        (1, "eur", -1, "not negative"),
        (1, "eur", float("inf"), "finite"),
    ],
)
def test_a_question_that_cannot_be_answered_cannot_be_made(value: float, unit: str, tolerance: float, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        number(value, unit, tolerance)


def test_the_example_of_a_refusal_is_not_the_answer() -> None:
    for value, unit in ((70000, "eur"), (69000, "eur"), (5, "year"), (5, "none"), (2023, "none")):
        question = replace(number(), value=value, unit=unit)
        with pytest.raises(BadInput) as refused:
            question.read("x")
        assert question.mark(str(refused.value).rstrip(".").split()[-1]) == 0
