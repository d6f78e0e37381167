from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tests.packkit import all_seeds, built, catalogue_of, sheet, t

from ctoquiz.domain.facts import Figure, FigureFamily
from ctoquiz.domain.questions import Number, Single

PAY = FigureFamily(
    id="pay",
    kind="figure",
    unit="eur",
    sentences=(1,),
    ask={
        "number": t("Combien {condition} ?", "How much {condition}?"),
        "which": t("Quel montant {condition} ?", "Which amount {condition}?"),
    },
    says=t("On gagne {figure} {condition}.", "One earns {figure} {condition}."),
    rows=(
        Figure(
            id="paris",
            condition=t("à Paris", "in Paris"),
            value=60000,
            tolerance=500,
            wrong=(40000, 45000, 50000, 70000, 75000, 80000),
        ),
        Figure(id="lyon", condition=t("à Lyon", "in Lyon"), value=1.5, wrong=(2,)),
    ),
)

SHEET = """
pay.paris/number (number, hard; pay.paris; 1)
  Combien à Paris (± 500 €) ? | How much in Paris (± €500)?
  = 60000: 60 000 € | €60,000
  because On gagne 60 000 € à Paris. | One earns €60,000 in Paris.
pay.paris/which (single, hard; pay.paris; 1)
  Quel montant à Paris ? | Which amount in Paris?
  a) 60 000 € | €60,000
  b) 70 000 € | €70,000
  c) 75 000 € | €75,000
  d) 80 000 € | €80,000
  = a: 60 000 € | €60,000
  because On gagne 60 000 € à Paris. | One earns €60,000 in Paris.
pay.paris/true (true-false, medium; pay.paris; 1)
  On gagne 60 000 € à Paris. | One earns €60,000 in Paris.
  = true: Vrai | True
  because On gagne 60 000 € à Paris. | One earns €60,000 in Paris.
pay.paris/false (true-false, medium; pay.paris; 1)
  On gagne 50 000 € à Paris. | One earns €50,000 in Paris.
  = false: Faux | False
  because On gagne 60 000 € à Paris. | One earns €60,000 in Paris.
pay.lyon/number (number, hard; pay.lyon; 1)
  Combien à Lyon ? | How much in Lyon?
  = 1.5: 1,50 € | €1.50
  because On gagne 1,50 € à Lyon. | One earns €1.50 in Lyon.
pay.lyon/true (true-false, medium; pay.lyon; 1)
  On gagne 1,50 € à Lyon. | One earns €1.50 in Lyon.
  = true: Vrai | True
  because On gagne 1,50 € à Lyon. | One earns €1.50 in Lyon.
pay.lyon/false (true-false, medium; pay.lyon; 1)
  On gagne 2 € à Lyon. | One earns €2 in Lyon.
  = false: Faux | False
  because On gagne 1,50 € à Lyon. | One earns €1.50 in Lyon.
"""


def test_a_figure_is_typed_chosen_and_stated() -> None:
    assert sheet(built(catalogue_of(PAY).blueprints, "s")) == SHEET.strip("\n")


def test_a_typed_figure_has_its_tolerance() -> None:
    question = all_seeds(catalogue_of(PAY).by_id["pay.paris/number"], 1)[0]

    assert isinstance(question, Number)
    assert (question.value, question.unit, question.tolerance) == (60000, "eur", 500)


def test_figures_are_sorted_and_every_rank_of_the_key_is_as_likely() -> None:
    ranks: Counter[int] = Counter()
    for question in all_seeds(catalogue_of(PAY).by_id["pay.paris/which"], 400):
        assert isinstance(question, Single)
        values = [int(option.text["en"].replace("€", "").replace(",", "")) for option in question.options]
        assert values == sorted(values)
        assert len(set(values)) == 4
        ranks[question.right] += 1

    assert sorted(ranks) == [0, 1, 2, 3]
    assert all(70 <= count <= 130 for count in ranks.values()), ranks


def test_one_wrong_figure_is_too_few_to_choose_among() -> None:
    ids = catalogue_of(replace(PAY, rows=PAY.rows[1:])).by_id

    assert list(ids) == ["pay.lyon/number", "pay.lyon/true", "pay.lyon/false"]
