"""Which figures a sentence holds, in French and in English."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.document.figures import Figure, figures


def told(figure: Figure) -> tuple[float, ...]:
    return (figure.low, figure.high) if figure.is_range else (figure.low,)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Il gagne 60 000 € par an.", [(60000, "eur")]),
        ("Entre 70 et 90 000 € brut.", [(70000, 90000, "eur")]),
        ("De 60 à 70 000 €, puis de 2 à 5 %.", [(60000, 70000, "eur"), (2, 5, "percent")]),
        ("Between €150 and €200 a week.", [(150, 200, "eur")]),
        ("It pays €70–90k a year.", [(70000, 90000, "eur")]),
        ("They raised €2–3M.", [(2000000, 3000000, "eur")]),
        ("From 40 to 55,000 dollars.", [(40000, 55000, "none")]),
        ("Un profil confirmé (4 à 8 ans).", [(4, 8, "year")]),
        ("Plus de 8 ans et 12,5 % de primes.", [(8, "year"), (12.5, "percent")]),
        ("Un diplôme de niveau bac+5, ou bac +3 à bac +5.", [(5, "none"), (3, 5, "none")]),
        ("Après deux ou trois ans, puis three weeks.", [(2, 3, "year"), (3, "none")]),
        ("En 2023 et 2024.", [(2023, "none"), (2024, "none")]),
        ("De 2019 à 2023.", [(2019, 2023, "none")]),
        ("Le prix est de 1,250.50 dollars.", [(1250.5, "none")]),
        ("Après 1 an, £11 to £13 an hour.", [(1, "year"), (11, 13, "none")]),
        ("35 h par semaine, 7 h de nuit.", [(35, "none"), (7, "none")]),
        ("COVID-19 n’est pas une figure.", []),
        ("2. Deuxième point, sans rien.", []),
        ("Le compte 1234567890123456 n’en est pas une.", []),
    ],
)
def test_a_figure_has_its_numbers_and_its_unit(sentence: str, found: list[tuple[object, ...]]) -> None:
    assert [(*told(each), each.unit) for each in figures(sentence)] == found


def test_two_numbers_that_and_joins_are_a_range_only_after_between() -> None:
    assert [told(each) for each in figures("between 5 and 10 years")] == [(5, 10)]
    assert [told(each) for each in figures("5 and 10 years")] == [(5,), (10,)]


def test_what_limits_a_figure_is_kept() -> None:
    bounds = [each.bound for each in figures("À partir de 60 000 €, au moins 3 ans, at most 5 days, 4 lits.")]
    assert bounds == ["À partir de", "au moins", "at most", ""]


def test_a_figure_is_where_the_sentence_has_it() -> None:
    sentence = "Prévoyez entre 70 et 85 000 € à Lyon."
    (found,) = figures(sentence)
    assert sentence[found.start : found.end] == found.text == "entre 70 et 85 000 €"


@given(st.text(alphabet=st.sampled_from("0123456789 \u00a0.,€$%kM-–àetandbc+an"), max_size=60))
def test_whatever_a_sentence_is_its_figures_do_not_overlap_and_go_upwards(sentence: str) -> None:
    found = figures(sentence)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(each.low <= each.high for each in found)
