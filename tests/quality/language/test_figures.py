from __future__ import annotations

import pytest

from ctoquiz.domain.units import figure, span
from ctoquiz.quality.language.figures import decimals, figures, is_figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("70 000 à 90 000 €", (70000.0, 90000.0)),
        ("70\u00a0000\u00a0€", (70000.0,)),
        ("€70k to €90,000", (70000.0, 90000.0)),
        ("70 k€", (70000.0,)),
        ("1.234,5 and 1,234.5", (1234.5, 1234.5)),
        ("0,125", (0.125,)),
        ("2,5 % ou 2.5%", (2.5, 2.5)),
        ("en 2023, 100 salariés", (2023.0, 100.0)),
        ("bac+5", (5.0,)),
        ("un, deux, trois", ()),
        ("3 km", (3.0,)),
    ],
)
def test_the_figures_of_a_text_are_read_as_french_and_english_write_them(
    text: str, expected: tuple[float, ...]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize("unit", ["eur", "year", "percent", "none"])
@pytest.mark.parametrize("value", [1, 5, 2.5, 1000, 60000, 125000, 1234567])
def test_a_figure_that_ctoquiz_writes_itself_is_read_back_in_each_language(value: float, unit: str) -> None:
    written = figure(value, unit, ("fr", "en"))

    assert figures(written["fr"]) == figures(written["en"]) == (value,)
    assert is_figure(written["fr"])
    assert is_figure(written["en"])


def test_a_range_that_ctoquiz_writes_itself_is_a_figure_in_each_language() -> None:
    written = span(60000, 70000, "eur", ("fr", "en"))

    assert figures(written["fr"]) == figures(written["en"]) == (60000, 70000)
    assert is_figure(written["fr"])
    assert is_figure(written["en"])


@pytest.mark.parametrize("text", ["plus de 8 ans", "at least 5%", "between 1 and 4 years", "entre 4 et 8 ans", "2023"])
def test_a_bound_or_a_range_with_its_unit_is_a_figure(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["bac+5", "5 équipes", "Windows 11", "ans", "", "a 5th wheel"])
def test_a_text_with_other_words_is_no_figure(text: str) -> None:
    assert not is_figure(text)


def test_decimals_are_those_that_are_written() -> None:
    assert decimals("2 à 2,50 %") == (0, 2)
