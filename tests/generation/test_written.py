from __future__ import annotations

from tests.packkit import all_seeds, built, catalogue_of, sheet, t

from ctoquiz.domain.facts import Figure, FigureFamily, Member, SetFamily
from ctoquiz.domain.facts.written import (
    AnyWritten,
    WrittenInterval,
    WrittenMatch,
    WrittenNumber,
    WrittenOptions,
    WrittenStatement,
    WrittenText,
)
from ctoquiz.domain.questions import Order

WHY = t("Parce que.", "Because.")
AGILE = SetFamily(
    id="agile",
    kind="set",
    closed=True,
    sentences=(2,),
    members=(
        Member(id="scrum", label=t("la mêlée", "the scrum")),
        Member(id="board", label=t("le tableau", "the board"), sentences=(7,)),
    ),
)
COUNT = FigureFamily(id="count", kind="figure", unit="none", sentences=(3,), rows=(Figure(value=3),))
ABC = (t("un", "one"), t("deux", "two"), t("trois", "three"))
QUESTIONS: tuple[AnyWritten, ...] = (
    WrittenOptions(
        id="s", kind="single", facts=("agile.board",), prompt=t("S ?", "S?"), explanation=WHY, options=ABC, answer="b"
    ),
    WrittenOptions(
        id="m", kind="multiple", facts=("agile",), prompt=t("M ?", "M?"), explanation=WHY, options=ABC, answer="a,c"
    ),
    WrittenOptions(
        id="o",
        kind="order",
        facts=("agile.scrum", "count"),
        prompt=t("O.", "O."),
        explanation=WHY,
        options=ABC,
        answer="c,a,b",
    ),
    WrittenStatement(
        id="t", kind="true-false", facts=("count",), prompt=t("Deux.", "Two."), explanation=WHY, answer=False
    ),
    WrittenNumber(
        id="n",
        kind="number",
        facts=("count",),
        prompt=t("Combien ?", "How many?"),
        explanation=WHY,
        value=3,
        tolerance=1,
    ),
    WrittenInterval(
        id="i",
        kind="interval",
        facts=("count",),
        prompt=t("De combien à combien ?", "From how many to how many?"),
        explanation=WHY,
        low=2,
        high=5,
        unit="year",
    ),
    WrittenText(
        id="x",
        kind="text",
        facts=("count",),
        prompt=t("Écrivez.", "Write."),
        explanation=WHY,
        accepted={"fr": ("trois", "3"), "en": ("three",)},
    ),
    WrittenMatch(
        id="p",
        kind="match",
        facts=("count",),
        prompt=t("Associez.", "Match."),
        explanation=WHY,
        left=(t("1", "1"), t("2", "2")),
        options=ABC,
        answer="1=a,2=b",
    ),
)

SHEET = """
agile.board/s (single, easy; agile.board; 7)
  S ? | S?
  a) trois | three
  b) deux | two
  c) un | one
  = b: deux | two
  because Parce que. | Because.
agile/m (multiple, medium; agile.scrum, agile.board; 2, 7)
  M ? | M?
  a) un | one
  b) trois | three
  c) deux | two
  = a,b: un ; trois | one; three
  because Parce que. | Because.
agile.scrum/o (order, hard; agile.scrum, count; 2, 3)
  O. | O.
  a) un | one
  b) trois | three
  c) deux | two
  = b,a,c: trois → un → deux | three → one → two
  because Parce que. | Because.
count/t (true-false, easy; count; 3)
  Deux. | Two.
  = false: Faux | False
  because Parce que. | Because.
count/n (number, hard; count; 3)
  Combien (± 1) ? | How many (± 1)?
  = 3: 3 | 3
  because Parce que. | Because.
count/i (interval, hard; count; 3)
  De combien à combien ? | From how many to how many?
  = 2-5: 2 à 5 ans | 2 to 5 years
  because Parce que. | Because.
count/x (text, medium; count; 3)
  Écrivez. | Write.
  = trois: trois | three
  because Parce que. | Because.
count/p (match, medium; count; 3)
  Associez. | Match.
  1) 1 | 1
  2) 2 | 2
  a) un | one
  b) trois | three
  c) deux | two
  = 1=a,2=c: 1 → un ; 2 → deux | 1 → one; 2 → two
  because Parce que. | Because.
"""


def test_a_question_of_every_kind_can_be_written_by_hand() -> None:
    blueprints = catalogue_of(AGILE, COUNT, questions=QUESTIONS).blueprints

    assert sheet(built(blueprints[-8:], "s")) == SHEET.strip("\n")


def test_the_answer_follows_its_options_wherever_chance_puts_them() -> None:
    by_id = catalogue_of(AGILE, COUNT, questions=QUESTIONS).by_id
    orders = set()

    for single, multiple, order, match in zip(
        *(all_seeds(by_id[name]) for name in ("agile.board/s", "agile/m", "agile.scrum/o", "count/p")), strict=True
    ):
        assert single.answer_text == t("deux", "two")
        assert sorted(multiple.answer_text["en"].split("; ")) == ["one", "three"]
        assert order.answer_text == t("trois → un → deux", "three → one → two")
        assert match.answer_text == t("1 → un\u00a0; 2 → deux", "1 → one; 2 → two")
        assert isinstance(order, Order)
        orders.add(order.answer)

    assert len(orders) == 6


def test_options_that_are_figures_rise_and_the_answer_follows_them() -> None:
    years = (t("11 à 15 ans", "11 to 15 years"), t("1 à 4 ans", "1 to 4 years"), t("5 à 10 ans", "5 to 10 years"))
    prompt = t("Combien d’années ?", "How many years?")
    question = WrittenOptions(
        id="y", kind="single", facts=("count",), prompt=prompt, explanation=WHY, options=years, answer="c"
    )

    for built_ in all_seeds(catalogue_of(COUNT, questions=(question,)).by_id["count/y"]):
        assert [option.text["fr"] for option in built_.shown] == ["1 à 4 ans", "5 à 10 ans", "11 à 15 ans"]
        assert built_.answer_text["fr"] == "5 à 10 ans"
