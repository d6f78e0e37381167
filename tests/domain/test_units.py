"""Figures and ranges as they are printed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ctoquiz.domain.units import figure, span

BOTH = ("fr", "en")


@pytest.mark.parametrize(
    ("value", "unit", "french", "english"),
    [
        (70000, "eur", "70\u00a0000\u00a0€", "€70,000"),
        (1234567, "eur", "1\u00a0234\u00a0567\u00a0€", "€1,234,567"),
        (900, "eur", "900\u00a0€", "€900"),
        (2.5, "eur", "2,50\u00a0€", "€2.50"),
        (-70000, "eur", "-70\u00a0000\u00a0€", "-€70,000"),
        (-0.5, "eur", "-0,50\u00a0€", "-€0.50"),
        (8, "year", "8\u00a0ans", "8 years"),
        (1, "year", "1\u00a0an", "1 year"),
        (0, "year", "0\u00a0an", "0 years"),
        (1.5, "year", "1,5\u00a0an", "1.5 years"),
        (5, "percent", "5\u00a0%", "5%"),
        (2.5, "percent", "2,5\u00a0%", "2.5%"),
        (2023, "none", "2023", "2023"),
        (70000, "none", "70000", "70000"),
        (-0.0, "none", "0", "0"),
        (0.1 + 0.2, "none", "0,3", "0.3"),
    ],
)
def test_a_figure_is_written_as_each_language_writes_it(value: float, unit: str, french: str, english: str) -> None:
    assert figure(value, unit, BOTH) == {"fr": french, "en": english}


@pytest.mark.parametrize(
    ("low", "high", "unit", "french", "english"),
    [
        (70000, 90000, "eur", "70\u00a0000 à 90\u00a0000\u00a0€", "€70,000 to €90,000"),
        (2, 5, "percent", "2 à 5\u00a0%", "2% to 5%"),
        (2, 5, "year", "2 à 5\u00a0ans", "2 to 5 years"),
        (0, 1, "year", "0 à 1\u00a0an", "0 to 1 year"),
        (2015, 2020, "none", "2015 à 2020", "2015 to 2020"),
    ],
)
def test_a_range_says_its_unit_as_each_language_does(
    low: float, high: float, unit: str, french: str, english: str
) -> None:
    assert span(low, high, unit, BOTH) == {"fr": french, "en": english}


def test_a_regional_language_is_written_like_its_language() -> None:
    assert figure(8, "year", ("fr-CA", "en_GB")) == {"fr-CA": "8\u00a0ans", "en_GB": "8 years"}


@pytest.mark.parametrize(
    ("unit", "german"),
    [("eur", "70.000\u00a0€"), ("year", "70.000 Jahre"), ("percent", "70.000\u00a0%"), ("none", "70000")],
)
def test_another_language_is_written_as_babel_knows_it(unit: str, german: str) -> None:
    assert figure(70000, unit, ("de",)) == {"de": german}


def test_a_range_in_another_language_has_a_dash() -> None:
    assert span(70000, 90000, "eur", ("de",)) == {"de": "70.000\u00a0€ – 90.000\u00a0€"}


def test_a_language_that_nobody_knows_is_written_like_english() -> None:
    assert figure(70000, "eur", ("xx", "not a language")) == {"xx": "€70,000", "not a language": "€70,000"}


def test_french_and_english_do_without_babel() -> None:
    code = (
        "import sys; from ctoquiz.domain.units import figure, span;"
        "figure(2.5, 'eur', ('fr', 'en')); span(1, 2, 'year', ('fr', 'en'));"
        "print([name for name in sys.modules if name.startswith('babel')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
