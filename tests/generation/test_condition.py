from __future__ import annotations

from dataclasses import replace

from tests.packkit import all_seeds, built, catalogue_of, sheet, t

from ctoquiz.domain.facts import ConditionFamily, Rule
from ctoquiz.domain.questions import Match

ALERTS = ConditionFamily(
    id="alerts",
    kind="condition",
    sentences=(9,),
    ask={
        "forward": t("Que fait-on {when} ?", "What is done {when}?"),
        "reverse": t("Quand {then} ?", "When does {then} happen?"),
        "match": t("Associez.", "Match."),
    },
    says=t("{When}, {then}.", "{When}, {then}."),
    rows=(
        Rule(id="red", when=t("la nuit", "at night"), then=t("on appelle", "one calls")),
        Rule(id="amber", when=t("le jour", "by day"), then=t("on écrit", "one writes")),
        Rule(id="grey", when=t("le soir", "in the evening"), then=t("on attend", "one waits")),
    ),
)

SHEET = """
alerts.red/forward (single, medium; alerts.red; 9)
  Que fait-on la nuit ? | What is done at night?
  a) on écrit | one writes
     about: Le jour, on écrit. | By day, one writes.
  b) on appelle | one calls
  c) on attend | one waits
     about: Le soir, on attend. | In the evening, one waits.
  = b: on appelle | one calls
  because La nuit, on appelle. | At night, one calls.
alerts.red/reverse (single, medium; alerts.red; 9)
  Quand on appelle ? | When does one calls happen?
  a) le soir | in the evening
     about: Le soir, on attend. | In the evening, one waits.
  b) le jour | by day
     about: Le jour, on écrit. | By day, one writes.
  c) la nuit | at night
  = c: la nuit | at night
  because La nuit, on appelle. | At night, one calls.
alerts.red/true (true-false, medium; alerts.red; 9)
  La nuit, on appelle. | At night, one calls.
  = true: Vrai | True
  because La nuit, on appelle. | At night, one calls.
alerts.red/false (true-false, medium; alerts.red; 9)
  La nuit, on écrit. | At night, one writes.
  = false: Faux | False
  because La nuit, on appelle. | At night, one calls.
alerts.amber/forward (single, medium; alerts.amber; 9)
  Que fait-on le jour ? | What is done by day?
  a) on écrit | one writes
  b) on attend | one waits
     about: Le soir, on attend. | In the evening, one waits.
  c) on appelle | one calls
     about: La nuit, on appelle. | At night, one calls.
  = a: on écrit | one writes
  because Le jour, on écrit. | By day, one writes.
alerts.amber/reverse (single, medium; alerts.amber; 9)
  Quand on écrit ? | When does one writes happen?
  a) le jour | by day
  b) le soir | in the evening
     about: Le soir, on attend. | In the evening, one waits.
  c) la nuit | at night
     about: La nuit, on appelle. | At night, one calls.
  = a: le jour | by day
  because Le jour, on écrit. | By day, one writes.
alerts.amber/true (true-false, medium; alerts.amber; 9)
  Le jour, on écrit. | By day, one writes.
  = true: Vrai | True
  because Le jour, on écrit. | By day, one writes.
alerts.amber/false (true-false, medium; alerts.amber; 9)
  Le jour, on appelle. | By day, one calls.
  = false: Faux | False
  because Le jour, on écrit. | By day, one writes.
alerts.grey/forward (single, medium; alerts.grey; 9)
  Que fait-on le soir ? | What is done in the evening?
  a) on attend | one waits
  b) on appelle | one calls
     about: La nuit, on appelle. | At night, one calls.
  c) on écrit | one writes
     about: Le jour, on écrit. | By day, one writes.
  = a: on attend | one waits
  because Le soir, on attend. | In the evening, one waits.
alerts.grey/reverse (single, medium; alerts.grey; 9)
  Quand on attend ? | When does one waits happen?
  a) le soir | in the evening
  b) la nuit | at night
     about: La nuit, on appelle. | At night, one calls.
  c) le jour | by day
     about: Le jour, on écrit. | By day, one writes.
  = a: le soir | in the evening
  because Le soir, on attend. | In the evening, one waits.
alerts.grey/true (true-false, medium; alerts.grey; 9)
  Le soir, on attend. | In the evening, one waits.
  = true: Vrai | True
  because Le soir, on attend. | In the evening, one waits.
alerts.grey/false (true-false, medium; alerts.grey; 9)
  Le soir, on appelle. | In the evening, one calls.
  = false: Faux | False
  because Le soir, on attend. | In the evening, one waits.
alerts/match (match, hard; alerts.red, alerts.amber, alerts.grey; 9)
  Associez. | Match.
  1) la nuit | at night
  2) le jour | by day
  3) le soir | in the evening
  a) on attend | one waits
  b) on écrit | one writes
  c) on appelle | one calls
  = 1=c,2=b,3=a: la nuit → on appelle ; le jour → on écrit ; le soir → on attend
    | at night → one calls; by day → one writes; in the evening → one waits
  because la nuit → on appelle ; le jour → on écrit ; le soir → on attend
    | at night → one calls; by day → one writes; in the evening → one waits
"""


def test_a_condition_is_asked_each_way_and_swapped() -> None:
    assert sheet(built(catalogue_of(ALERTS).blueprints, "s")) == SHEET.strip("\n")


def test_what_is_also_true_is_never_opposed_either_way_nor_matched() -> None:
    dawn = Rule(id="dawn", when=t("à l’aube", "at dawn"), then=t("on dort", "one sleeps"), also_true=("red",))
    blueprints = catalogue_of(replace(ALERTS, rows=(*ALERTS.rows, dawn))).by_id

    for name in ("red/forward", "red/reverse"):
        for question in all_seeds(blueprints[f"alerts.{name}"]):
            assert not {"à l’aube", "on dort"} & {option.text["fr"] for option in question.shown}
    for name in ("dawn/forward", "dawn/reverse"):
        for question in all_seeds(blueprints[f"alerts.{name}"]):
            assert not {"la nuit", "on appelle"} & {option.text["fr"] for option in question.shown}
    for question in all_seeds(blueprints["alerts/match"]):
        assert isinstance(question, Match)
        assert "à l’aube" not in {text["fr"] for text in question.left}


def test_two_conditions_of_one_consequence_are_never_opposed() -> None:
    dawn = Rule(id="dawn", when=t("à l’aube", "at dawn"), then=t("on appelle", "somebody calls"))
    blueprints = catalogue_of(replace(ALERTS, rows=(*ALERTS.rows, dawn))).by_id

    for question in all_seeds(blueprints["alerts.red/reverse"]):
        assert "à l’aube" not in [option.text["fr"] for option in question.shown]
