"""Numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions.numerals import read_interval, read_number, write_number

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    "text",
    [
        "70000",
        "70 000",
        "70\u00a0000",
        "70\u202f000",
        "70\u2009000",
        "70.000",
        "70,000",
        "70000,0",
        "70000.00",
        "70k",
        "70 K",
        "70 k€",
        "70 000 €",
        "€70,000",
        "€ 70k",
        "+70k",
        "0,07 M€",
        "70\u00a0k€",
        "70k EUR",
        "70 000 euros",
        "70 000 € par an",
        "70 k€/an",
        "70k per year",
        "70 000 EUROS",
    ],
)
def test_an_amount_is_understood_however_it_is_written(text: str) -> None:
    assert read_number(text, "eur") == 70000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1 234 567", 1234567),
        ("1.234", 1234),
        ("1234.567", 1234567),
        ("1.23", 1.23),
        ("1,2345", 1.2345),
        ("1 234,5", 1234.5),
        ("1 234.5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("2,3k", 2300),
        ("2.345k", 2345000),
    ],
)
def test_a_mark_before_exactly_three_digits_separates_thousands(text: str, value: float) -> None:
    assert read_number(text, "none") == value


@pytest.mark.parametrize(("text", "value"), [("0,125", 0.125), ("0.125", 0.125), (".125", 0.125), ("-0,5", -0.5)])
def test_after_a_zero_a_mark_is_always_the_decimal_one(text: str, value: float) -> None:
    assert read_number(text, "none") == value


@pytest.mark.parametrize("text", ["-5", "\u22125", "\u20115", "\u20135", "- 5"])
def test_a_minus_may_be_any_dash(text: str) -> None:
    assert read_number(text, "none") == -5


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("8 ans", "year", 8),
        ("1 an", "year", 1),
        ("8 années", "year", 8),
        ("8 anne\u0301es", "year", 8),
        ("8 annees", "year", 8),
        ("8 years", "year", 8),
        ("8 Yrs", "year", 8),
        ("5 %", "percent", 5),
        ("5\u202f%", "percent", 5),
        ("5 pour cent", "percent", 5),
        ("5 per cent", "percent", 5),
        ("5 percent", "percent", 5),
        ("2023", "none", 2023),
        ("70 k€", "none", 70000),
        ("5 %", "none", 5),
        ("8 ans", "none", 8),
    ],
)
def test_the_unit_of_the_question_may_be_written(text: str, unit: str, value: float) -> None:
    assert read_number(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit"), [("5 %", "eur"), ("8 ans", "eur"), ("70 €", "year"), ("€5", "percent"), ("$70", "eur")]
)
def test_a_number_in_another_unit_is_not_taken_for_one_in_this(text: str, unit: str) -> None:
    assert read_number(text, unit) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "k",
        "€",
        "-",
        ".",
        ",",
        "5.",
        "five",
        "nan",
        "inf",
        "1e5",
        "1e999",
        "0x10",
        "1_000",
        "9" * 400,
        "70 90",
        "70 0000",
        "7 00",
        "1234 567",
        "1.234.5",
        "1,23,456",
        "1.23.456",
        "0.125.000",
        "0 125",
        "1..5",
        "1,234.567",
        "1 234,567",
        "5 k k",
        "5kk",
        "--5",
        "5-",
        "٧٠",
        "５",
        "10²",
        "5 m€",
    ],
)
def test_what_is_no_number_or_could_be_two_is_not_guessed(text: str) -> None:
    assert read_number(text, "none") is None


@pytest.mark.parametrize(
    "text",
    [
        "70000-90000",
        "70 000 – 90 000 €",
        "70 000—90 000",
        "70-90k",
        "70k-90k",
        "70 k€ - 90 k€",
        "70 à 90 k€",
        "70 a\u0300 90 k€",
        "70 a 90k",
        "70 to 90k",
        "entre 70 et 90 k€",
        "Entre 70 000 € et 90 000 €",
        "between 70 and 90k",
        "de 70 à 90 K€",
        "from €70k to €90k a year",
        "70.000-90.000",
        "70,000 TO 90,000",
    ],
)
def test_a_range_is_understood_however_it_is_written(text: str) -> None:
    assert read_interval(text, "eur") == (70000, 90000)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("2-5 %", "percent", (2, 5)),
        ("2 % à 5 %", "percent", (2, 5)),
        ("3 à 5 ans", "year", (3, 5)),
        ("1,5-2.5", "none", (1.5, 2.5)),
        ("-5--2", "none", (-5, -2)),
        ("-5-2", "none", (-5, 2)),
    ],
)
def test_a_range_may_have_any_unit_decimals_and_signs(text: str, unit: str, expected: tuple[float, float]) -> None:
    assert read_interval(text, unit) == expected


@pytest.mark.parametrize("text", ["90-70", "70-70", "70k-90", "70", "70 90", "70-80-90", "to 90k", "70-nan"])
def test_a_range_goes_from_low_to_high(text: str) -> None:
    assert read_interval(text, "eur") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (70000.0, "70000"),
        (2.5, "2.5"),
        (-0.0, "0"),
        (1e16, "10000000000000000"),
        (1e-7, "0.0000001"),
        (0.125, "0.125"),
        (12.345, "12.3450"),  # 12.345 would be read as thousands
        (-12.345, "-12.3450"),
    ],
)
def test_a_number_is_written_without_exponent_and_never_looks_like_thousands(value: float, text: str) -> None:
    assert write_number(value) == text


@given(finite)
def test_every_number_that_is_written_is_read_again(value: float) -> None:
    assert read_number(write_number(value), "none") == value


@given(
    st.integers(1, 999),
    st.lists(st.integers(0, 999), min_size=1, max_size=4),
    st.sampled_from(" .,\u00a0\u202f"),
)
def test_thousands_are_read_whatever_separates_them(head: int, groups: list[int], separator: str) -> None:
    text = separator.join([str(head), *(f"{group:03}" for group in groups)])
    assert read_number(text, "none") == float("".join([str(head), *(f"{group:03}" for group in groups)]))
