from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.packkit import all_seeds, built, catalogue_of, sheet, t

from ctoquiz.domain.facts import RangeFamily, Span
from ctoquiz.domain.questions import Single
from ctoquiz.domain.units import span
from ctoquiz.generation.range import _invented

PAY = RangeFamily(
    id="pay",
    kind="range",
    unit="eur",
    sentences=(1,),
    ask={
        "which": t("Quelle fourchette {condition} ?", "Which range {condition}?"),
        "interval": t("Entre quels montants {condition} ?", "Between which amounts {condition}?"),
        "low": t("À partir de combien {condition} ?", "From how much {condition}?"),
        "high": t("Jusqu’à combien {condition} ?", "Up to how much {condition}?"),
        "highest": t("Où monte-t-on le plus haut ?", "Where is it highest?"),
        "rank": t("Rangez.", "Put in order."),
        "match": t("Associez.", "Match."),
    },
    says=t("On gagne {range} {condition}.", "One earns {range} {condition}."),
    rows=(
        Span(id="paris", condition=t("à Paris", "in Paris"), low=70000, high=90000),
        Span(id="lyon", condition=t("à Lyon", "in Lyon"), low=60000, high=80000),
        Span(id="lens", condition=t("à Lens", "in Lens"), low=50000, high=60000),
    ),
)
ALONE = replace(PAY, rows=PAY.rows[:1])

SHEET = """
pay.paris/which (single, hard; pay.paris; 1)
  Quelle fourchette à Paris ? | Which range in Paris?
  a) 70 000 à 90 000 € | €70,000 to €90,000
  b) 100 000 à 120 000 € | €100,000 to €120,000
  c) 120 000 à 140 000 € | €120,000 to €140,000
  d) 130 000 à 150 000 € | €130,000 to €150,000
  = a: 70 000 à 90 000 € | €70,000 to €90,000
  because On gagne 70 000 à 90 000 € à Paris. | One earns €70,000 to €90,000 in Paris.
pay.paris/interval (interval, hard; pay.paris; 1)
  Entre quels montants à Paris ? | Between which amounts in Paris?
  = 70000-90000: 70 000 à 90 000 € | €70,000 to €90,000
  because On gagne 70 000 à 90 000 € à Paris. | One earns €70,000 to €90,000 in Paris.
pay.paris/low (number, hard; pay.paris; 1)
  À partir de combien à Paris ? | From how much in Paris?
  = 70000: 70 000 € | €70,000
  because On gagne 70 000 à 90 000 € à Paris. | One earns €70,000 to €90,000 in Paris.
pay.paris/high (number, hard; pay.paris; 1)
  Jusqu’à combien à Paris ? | Up to how much in Paris?
  = 90000: 90 000 € | €90,000
  because On gagne 70 000 à 90 000 € à Paris. | One earns €70,000 to €90,000 in Paris.
pay.paris/true (true-false, medium; pay.paris; 1)
  On gagne 70 000 à 90 000 € à Paris. | One earns €70,000 to €90,000 in Paris.
  = true: Vrai | True
  because On gagne 70 000 à 90 000 € à Paris. | One earns €70,000 to €90,000 in Paris.
pay.paris/false (true-false, medium; pay.paris; 1)
  On gagne 60 000 à 80 000 € à Paris. | One earns €60,000 to €80,000 in Paris.
  = false: Faux | False
  because On gagne 70 000 à 90 000 € à Paris. | One earns €70,000 to €90,000 in Paris.
pay.lyon/which (single, hard; pay.lyon; 1)
  Quelle fourchette à Lyon ? | Which range in Lyon?
  a) 20 000 à 40 000 € | €20,000 to €40,000
  b) 25 000 à 45 000 € | €25,000 to €45,000
  c) 50 000 à 60 000 € | €50,000 to €60,000
     about: On gagne 50 000 à 60 000 € à Lens. | One earns €50,000 to €60,000 in Lens.
  d) 60 000 à 80 000 € | €60,000 to €80,000
  = d: 60 000 à 80 000 € | €60,000 to €80,000
  because On gagne 60 000 à 80 000 € à Lyon. | One earns €60,000 to €80,000 in Lyon.
pay.lyon/interval (interval, hard; pay.lyon; 1)
  Entre quels montants à Lyon ? | Between which amounts in Lyon?
  = 60000-80000: 60 000 à 80 000 € | €60,000 to €80,000
  because On gagne 60 000 à 80 000 € à Lyon. | One earns €60,000 to €80,000 in Lyon.
pay.lyon/low (number, hard; pay.lyon; 1)
  À partir de combien à Lyon ? | From how much in Lyon?
  = 60000: 60 000 € | €60,000
  because On gagne 60 000 à 80 000 € à Lyon. | One earns €60,000 to €80,000 in Lyon.
pay.lyon/high (number, hard; pay.lyon; 1)
  Jusqu’à combien à Lyon ? | Up to how much in Lyon?
  = 80000: 80 000 € | €80,000
  because On gagne 60 000 à 80 000 € à Lyon. | One earns €60,000 to €80,000 in Lyon.
pay.lyon/true (true-false, medium; pay.lyon; 1)
  On gagne 60 000 à 80 000 € à Lyon. | One earns €60,000 to €80,000 in Lyon.
  = true: Vrai | True
  because On gagne 60 000 à 80 000 € à Lyon. | One earns €60,000 to €80,000 in Lyon.
pay.lyon/false (true-false, medium; pay.lyon; 1)
  On gagne 50 000 à 60 000 € à Lyon. | One earns €50,000 to €60,000 in Lyon.
  = false: Faux | False
  because On gagne 60 000 à 80 000 € à Lyon. | One earns €60,000 to €80,000 in Lyon.
pay.lens/which (single, hard; pay.lens; 1)
  Quelle fourchette à Lens ? | Which range in Lens?
  a) 50 000 à 60 000 € | €50,000 to €60,000
  b) 60 000 à 80 000 € | €60,000 to €80,000
     about: On gagne 60 000 à 80 000 € à Lyon. | One earns €60,000 to €80,000 in Lyon.
  c) 70 000 à 90 000 € | €70,000 to €90,000
     about: On gagne 70 000 à 90 000 € à Paris. | One earns €70,000 to €90,000 in Paris.
  d) 80 000 à 90 000 € | €80,000 to €90,000
  = a: 50 000 à 60 000 € | €50,000 to €60,000
  because On gagne 50 000 à 60 000 € à Lens. | One earns €50,000 to €60,000 in Lens.
pay.lens/interval (interval, hard; pay.lens; 1)
  Entre quels montants à Lens ? | Between which amounts in Lens?
  = 50000-60000: 50 000 à 60 000 € | €50,000 to €60,000
  because On gagne 50 000 à 60 000 € à Lens. | One earns €50,000 to €60,000 in Lens.
pay.lens/low (number, hard; pay.lens; 1)
  À partir de combien à Lens ? | From how much in Lens?
  = 50000: 50 000 € | €50,000
  because On gagne 50 000 à 60 000 € à Lens. | One earns €50,000 to €60,000 in Lens.
pay.lens/high (number, hard; pay.lens; 1)
  Jusqu’à combien à Lens ? | Up to how much in Lens?
  = 60000: 60 000 € | €60,000
  because On gagne 50 000 à 60 000 € à Lens. | One earns €50,000 to €60,000 in Lens.
pay.lens/true (true-false, medium; pay.lens; 1)
  On gagne 50 000 à 60 000 € à Lens. | One earns €50,000 to €60,000 in Lens.
  = true: Vrai | True
  because On gagne 50 000 à 60 000 € à Lens. | One earns €50,000 to €60,000 in Lens.
pay.lens/false (true-false, medium; pay.lens; 1)
  On gagne 70 000 à 90 000 € à Lens. | One earns €70,000 to €90,000 in Lens.
  = false: Faux | False
  because On gagne 50 000 à 60 000 € à Lens. | One earns €50,000 to €60,000 in Lens.
pay/highest (single, hard; pay.paris, pay.lyon, pay.lens; 1)
  Où monte-t-on le plus haut ? | Where is it highest?
  a) à Lyon | in Lyon
     about: On gagne 60 000 à 80 000 € à Lyon. | One earns €60,000 to €80,000 in Lyon.
  b) à Lens | in Lens
     about: On gagne 50 000 à 60 000 € à Lens. | One earns €50,000 to €60,000 in Lens.
  c) à Paris | in Paris
  = c: à Paris | in Paris
  because à Paris → 70 000 à 90 000 € ; à Lyon → 60 000 à 80 000 € ; à Lens → 50 000 à 60 000 €
    | in Paris → €70,000 to €90,000; in Lyon → €60,000 to €80,000; in Lens → €50,000 to €60,000
pay/rank (order, hard; pay.paris, pay.lyon, pay.lens; 1)
  Rangez. | Put in order.
  a) à Lyon | in Lyon
  b) à Lens | in Lens
  c) à Paris | in Paris
  = b,a,c: à Lens → à Lyon → à Paris | in Lens → in Lyon → in Paris
  because à Lens → à Lyon → à Paris | in Lens → in Lyon → in Paris
pay/match (match, medium; pay.paris, pay.lyon, pay.lens; 1)
  Associez. | Match.
  1) à Lyon | in Lyon
  2) à Lens | in Lens
  3) à Paris | in Paris
  a) 60 000 à 80 000 € | €60,000 to €80,000
  b) 50 000 à 60 000 € | €50,000 to €60,000
  c) 70 000 à 90 000 € | €70,000 to €90,000
  = 1=a,2=b,3=c: à Lyon → 60 000 à 80 000 € ; à Lens → 50 000 à 60 000 € ; à Paris → 70 000 à 90 000 €
    | in Lyon → €60,000 to €80,000; in Lens → €50,000 to €60,000; in Paris → €70,000 to €90,000
  because à Paris → 70 000 à 90 000 € ; à Lyon → 60 000 à 80 000 € ; à Lens → 50 000 à 60 000 €
    | in Paris → €70,000 to €90,000; in Lyon → €60,000 to €80,000; in Lens → €50,000 to €60,000
"""


def test_a_range_is_asked_in_every_way_that_its_author_worded() -> None:
    assert sheet(built(catalogue_of(PAY).blueprints, "s")) == SHEET.strip("\n")


def test_the_real_ranges_of_other_conditions_come_before_invented_ones() -> None:
    for question in all_seeds(catalogue_of(PAY).by_id["pay.lyon/which"], 200):
        shown = {option.text["en"] for option in question.shown}
        place = question.key
        assert isinstance(place, int)
        assert place == 0 or "€50,000 to €60,000" in shown
        assert place == 3 or "€70,000 to €90,000" in shown


@pytest.mark.parametrize(("family", "expected"), [(PAY, [0, 1, 2, 3]), (ALONE, [0, 1, 2, 3])])
def test_ranges_are_sorted_and_every_rank_of_the_key_is_as_likely(family: RangeFamily, expected: list[int]) -> None:
    ranks: Counter[int] = Counter()
    for question in all_seeds(catalogue_of(family).by_id["pay.paris/which"], 400):
        assert isinstance(question, Single)
        lows = [int(option.text["en"].split(" ")[0].replace("€", "").replace(",", "")) for option in question.options]
        assert lows == sorted(lows)
        ranks[question.right] += 1

    assert sorted(ranks) == expected
    assert all(70 <= count <= 130 for count in ranks.values()), ranks


@given(
    low=st.integers(1, 300).map(lambda n: n * 500),
    width=st.integers(1, 100).map(lambda n: n * 500),
)
def test_invented_ranges_are_a_tenth_apart_as_wide_and_nearly_as_round(low: int, width: int) -> None:
    high = low + width
    invented = _invented(Span(condition=t("ici", "here"), low=low, high=high))

    assert len({bounds for bounds in invented if bounds[0] > high}) >= 3
    for other_low, other_high in invented:
        assert other_high - other_low == width
        assert 10 * (other_low - high) >= high or 10 * (low - other_high) >= high
        assert other_low > 0
        assert other_low % 100 == 0


@given(
    low=st.integers(8, 40).map(lambda n: n * 5000),
    share=st.integers(1, 3),
)
def test_where_a_range_is_narrow_there_are_three_likely_ones_on_either_side(low: int, share: int) -> None:
    high = low + -(-low * share // 10 // 5000) * 5000
    invented = _invented(Span(condition=t("ici", "here"), low=low, high=high))

    for side in ([each for each in invented if each[1] < low], [each for each in invented if each[0] > high]):
        assert len(side) >= 3
        assert all(3 * other_low >= low and other_high <= 2 * high for other_low, other_high in side)


@pytest.mark.parametrize(
    ("low", "high", "lowest", "highest"),
    [(60_000, 70_000, 30_000, 120_000), (90_000, 125_000, 30_000, 220_000), (150, 200, 60, 400), (5, 10, 11, 19)],
)
def test_no_invented_range_is_absurd(low: int, high: int, lowest: int, highest: int) -> None:
    invented = _invented(Span(condition=t("ici", "here"), low=low, high=high))

    assert min(bounds[0] for bounds in invented) == lowest
    assert max(bounds[1] for bounds in invented) == highest


def test_what_is_also_true_is_never_a_wrong_range() -> None:
    rows = (replace(PAY.rows[0], also_true=("lens",)), *PAY.rows[1:])
    blueprints = catalogue_of(replace(PAY, rows=rows)).by_id
    wrong = span(50000, 60000, "eur", ("fr", "en"))

    for question in all_seeds(blueprints["pay.paris/which"]):
        assert wrong not in [option.text for option in question.shown]
    for question in all_seeds(blueprints["pay.paris/false"]):
        assert "50,000" not in question.prompt["en"]


def test_a_range_that_stands_alone_is_stated_falsely_with_an_invented_one() -> None:
    for question in all_seeds(catalogue_of(ALONE).by_id["pay.paris/false"]):
        assert "€70,000 to €90,000" not in question.prompt["en"]


def test_no_highest_is_asked_where_two_are_as_high() -> None:
    rows = (*PAY.rows, Span(id="nice", condition=t("à Nice", "in Nice"), low=80000, high=90000))

    assert "pay/highest" not in catalogue_of(replace(PAY, rows=rows)).by_id


def test_no_order_is_asked_where_two_start_alike() -> None:
    rows = (*PAY.rows, Span(id="nice", condition=t("à Nice", "in Nice"), low=70000, high=75000))

    assert "pay/rank" not in catalogue_of(replace(PAY, rows=rows)).by_id


@pytest.mark.parametrize(("low", "high"), [(0, 5), (2, 5), (-5, 0), (0.5, 1.5)])
def test_small_ranges_have_three_wrong_ones_all_the_same(low: float, high: float) -> None:
    family = replace(ALONE, unit="percent", rows=(Span(id="x", condition=t("ici", "here"), low=low, high=high),))

    for question in all_seeds(catalogue_of(family).by_id["pay.x/which"], 30):
        assert len(question.shown) == 4


def test_no_range_alone_shares_most_bounds_with_the_others() -> None:
    bounds = ((60000, 70000), (70000, 90000), (75000, 90000), (90000, 125000))
    rows = [Span(id=f"r{low}", condition=t(f"à {low}", f"at {low}"), low=low, high=high) for low, high in bounds]
    blueprints = catalogue_of(replace(PAY, rows=tuple(rows))).by_id

    for name in ("pay.r60000/which", "pay.r70000/which", "pay.r75000/which", "pay.r90000/which"):
        for question in all_seeds(blueprints[name], 60):
            held = [set(re.findall(r"[\d,]+", option.text["en"])) for option in question.shown]
            shared = [sum(len(own & other) for other in held) - len(own) for own in held]
            assert max(shared) == 0 or shared.count(max(shared)) > 1
