from __future__ import annotations

from dataclasses import replace

from tests.packkit import all_seeds, built, catalogue_of, sheet, t

from ctoquiz.domain.facts import Lure, Term, TermFamily
from ctoquiz.domain.questions import Match

TITLES = TermFamily(
    id="titles",
    kind="term",
    sentences=(8,),
    ask={
        "meaning": t("Que désigne {short} ?", "What does {short} stand for?"),
        "short": t("Quel sigle désigne {long} ?", "Which abbreviation stands for {long}?"),
        "type-long": t("Développez {short}.", "Spell out {short}."),
        "type-short": t("Abrégez {long}.", "Abbreviate {long}."),
        "match": t("Associez.", "Match."),
    },
    says=t("{short} désigne {long}.", "{short} stands for {long}."),
    rows=(
        Term(id="slo", short=t("SLO", "SLO"), long=t("un but", "a goal"), aliases={"fr": ("un objectif",)}),
        Term(id="sla", short=t("SLA", "SLA"), long=t("un accord", "an agreement")),
        Term(id="rca", short=t("RCA", "RCA"), long=t("une analyse", "an analysis")),
    ),
)

SHEET = """
titles.slo/meaning (single, medium; titles.slo; 8)
  Que désigne SLO ? | What does SLO stand for?
  a) une analyse | an analysis
     about: RCA désigne une analyse. | RCA stands for an analysis.
  b) un accord | an agreement
     about: SLA désigne un accord. | SLA stands for an agreement.
  c) un but | a goal
  = c: un but | a goal
  because SLO désigne un but. | SLO stands for a goal.
titles.slo/short (single, medium; titles.slo; 8)
  Quel sigle désigne un but ? | Which abbreviation stands for a goal?
  a) SLO | SLO
  b) SLA | SLA
     about: SLA désigne un accord. | SLA stands for an agreement.
  c) RCA | RCA
     about: RCA désigne une analyse. | RCA stands for an analysis.
  = a: SLO | SLO
  because SLO désigne un but. | SLO stands for a goal.
titles.slo/type-long (text, medium; titles.slo; 8)
  Développez SLO. | Spell out SLO.
  = un but: un but | a goal
  because SLO désigne un but. | SLO stands for a goal.
titles.slo/type-short (text, medium; titles.slo; 8)
  Abrégez un but. | Abbreviate a goal.
  = SLO: SLO | SLO
  because SLO désigne un but. | SLO stands for a goal.
titles.slo/true (true-false, easy; titles.slo; 8)
  SLO désigne un but. | SLO stands for a goal.
  = true: Vrai | True
  because SLO désigne un but. | SLO stands for a goal.
titles.slo/false (true-false, easy; titles.slo; 8)
  SLO désigne une analyse. | SLO stands for an analysis.
  = false: Faux | False
  because SLO désigne un but. | SLO stands for a goal.
titles.sla/meaning (single, medium; titles.sla; 8)
  Que désigne SLA ? | What does SLA stand for?
  a) un accord | an agreement
  b) un but | a goal
     about: SLO désigne un but. | SLO stands for a goal.
  c) une analyse | an analysis
     about: RCA désigne une analyse. | RCA stands for an analysis.
  = a: un accord | an agreement
  because SLA désigne un accord. | SLA stands for an agreement.
titles.sla/short (single, medium; titles.sla; 8)
  Quel sigle désigne un accord ? | Which abbreviation stands for an agreement?
  a) SLA | SLA
  b) SLO | SLO
     about: SLO désigne un but. | SLO stands for a goal.
  c) RCA | RCA
     about: RCA désigne une analyse. | RCA stands for an analysis.
  = a: SLA | SLA
  because SLA désigne un accord. | SLA stands for an agreement.
titles.sla/type-long (text, medium; titles.sla; 8)
  Développez SLA. | Spell out SLA.
  = un accord: un accord | an agreement
  because SLA désigne un accord. | SLA stands for an agreement.
titles.sla/type-short (text, medium; titles.sla; 8)
  Abrégez un accord. | Abbreviate an agreement.
  = SLA: SLA | SLA
  because SLA désigne un accord. | SLA stands for an agreement.
titles.sla/true (true-false, easy; titles.sla; 8)
  SLA désigne un accord. | SLA stands for an agreement.
  = true: Vrai | True
  because SLA désigne un accord. | SLA stands for an agreement.
titles.sla/false (true-false, easy; titles.sla; 8)
  SLA désigne un but. | SLA stands for a goal.
  = false: Faux | False
  because SLA désigne un accord. | SLA stands for an agreement.
titles.rca/meaning (single, medium; titles.rca; 8)
  Que désigne RCA ? | What does RCA stand for?
  a) une analyse | an analysis
  b) un but | a goal
     about: SLO désigne un but. | SLO stands for a goal.
  c) un accord | an agreement
     about: SLA désigne un accord. | SLA stands for an agreement.
  = a: une analyse | an analysis
  because RCA désigne une analyse. | RCA stands for an analysis.
titles.rca/short (single, medium; titles.rca; 8)
  Quel sigle désigne une analyse ? | Which abbreviation stands for an analysis?
  a) SLA | SLA
     about: SLA désigne un accord. | SLA stands for an agreement.
  b) SLO | SLO
     about: SLO désigne un but. | SLO stands for a goal.
  c) RCA | RCA
  = c: RCA | RCA
  because RCA désigne une analyse. | RCA stands for an analysis.
titles.rca/type-long (text, medium; titles.rca; 8)
  Développez RCA. | Spell out RCA.
  = une analyse: une analyse | an analysis
  because RCA désigne une analyse. | RCA stands for an analysis.
titles.rca/type-short (text, medium; titles.rca; 8)
  Abrégez une analyse. | Abbreviate an analysis.
  = RCA: RCA | RCA
  because RCA désigne une analyse. | RCA stands for an analysis.
titles.rca/true (true-false, easy; titles.rca; 8)
  RCA désigne une analyse. | RCA stands for an analysis.
  = true: Vrai | True
  because RCA désigne une analyse. | RCA stands for an analysis.
titles.rca/false (true-false, easy; titles.rca; 8)
  RCA désigne un accord. | RCA stands for an agreement.
  = false: Faux | False
  because RCA désigne une analyse. | RCA stands for an analysis.
titles/match (match, medium; titles.slo, titles.sla, titles.rca; 8)
  Associez. | Match.
  1) RCA | RCA
  2) SLA | SLA
  3) SLO | SLO
  a) une analyse | an analysis
  b) un accord | an agreement
  c) un but | a goal
  = 1=a,2=b,3=c: RCA → une analyse ; SLA → un accord ; SLO → un but
    | RCA → an analysis; SLA → an agreement; SLO → a goal
  because SLO → un but ; SLA → un accord ; RCA → une analyse
    | SLO → a goal; SLA → an agreement; RCA → an analysis
"""


def test_a_term_is_asked_both_ways_chosen_and_typed() -> None:
    assert sheet(built(catalogue_of(TITLES).blueprints, "s")) == SHEET.strip("\n")


def test_two_abbreviations_of_one_meaning_are_never_opposed() -> None:
    rows = (*TITLES.rows, Term(id="okr", short=t("OKR", "OKR"), long=t("un objectif", "an objective")))
    blueprints = catalogue_of(replace(TITLES, rows=rows)).by_id

    for question in all_seeds(blueprints["titles.slo/short"]):
        assert "OKR" not in [option.text["fr"] for option in question.shown]
    for question in all_seeds(blueprints["titles.slo/meaning"]):
        assert "un objectif" not in [option.text["fr"] for option in question.shown]


def test_what_is_also_true_is_never_opposed_nor_matched() -> None:
    extra = Term(id="mtr", short=t("MTR", "MTR"), long=t("un délai", "a delay"), also_true=("slo",))
    blueprints = catalogue_of(replace(TITLES, rows=(*TITLES.rows, extra))).by_id

    for question in all_seeds(blueprints["titles.slo/short"]) + all_seeds(blueprints["titles.slo/meaning"]):
        assert not {"MTR", "un délai"} & {option.text["fr"] for option in question.shown}
    for question in all_seeds(blueprints["titles/match"]):
        assert isinstance(question, Match)
        assert not {"MTR", "un délai"} & {text["fr"] for text in question.left}


def test_a_lure_may_serve_as_a_meaning() -> None:
    family = replace(TITLES, rows=TITLES.rows[:2], lures=(Lure(label=t("un chat", "a cat"), refuted_by=(8,)),))
    questions = all_seeds(catalogue_of(family).by_id["titles.slo/meaning"], 5)

    assert {"un chat"} <= {option.text["fr"] for question in questions for option in question.shown}


def test_a_term_with_three_lures_of_its_own_is_opposed_to_these_alone() -> None:
    lures = tuple(Lure(label=t(f"un gros {name}", f"a great {name}"), refuted_by=(8,)) for name in "xyz")
    family = replace(TITLES, rows=(replace(TITLES.rows[0], lures=lures), *TITLES.rows[1:]))

    shown = {
        option.text["en"]
        for question in all_seeds(catalogue_of(family).by_id["titles.slo/meaning"])
        for option in question.shown
    }

    assert shown == {"a goal", "a great x", "a great y", "a great z"}
