from __future__ import annotations

from dataclasses import replace

from tests.packkit import all_seeds, built, catalogue_of, sheet, t

from ctoquiz.domain.facts import FalseStatement, Link, Lure, RelationFamily
from ctoquiz.domain.questions import Match, Single, Typed

TASKS = RelationFamily(
    id="tasks",
    kind="relation",
    functional=True,
    sentences=(5,),
    ask={
        "forward": t("Que fait {subject} ?", "What does {subject} do?"),
        "reverse": t("Qui doit {object} ?", "Who has to {object}?"),
        "complete": t("{Subject} doit ___.", "{Subject} has to ___."),
        "type": t("Quelle est la tâche de {subject} ?", "What is the task of {subject}?"),
        "match": t("Associez.", "Match."),
    },
    says=t("{Subject} doit {object}.", "{Subject} has to {object}."),
    rows=(
        Link(id="lead", subject=t("Anna", "Anna"), object=t("signer", "sign"), aliases={"en": ("initial",)}),
        Link(
            id="watch", subject=t("Ben", "Ben"), object=t("veiller", "watch"), explanation=t("Il veille.", "He does.")
        ),
        Link(id="boss", subject=t("Cleo", "Cleo"), object=t("payer", "pay")),
    ),
)
GREY = RelationFamily(
    id="grey",
    kind="relation",
    functional=False,
    sentences=(6,),
    ask={"forward": t("Que devient une alerte grise ?", "What becomes of a grey alert?")},
    says=t("Une alerte grise est {object}.", "A grey alert is {object}."),
    explanation=t("Elle est comptée.", "It is counted."),
    lures=(
        Lure(label=t("lue", "read"), refuted_by=(6,), about=t("La rouge l’est.", "The red one is.")),
        Lure(label=t("tue", "muted"), refuted_by=(6,)),
    ),
    rows=(
        Link(
            object=t("comptée", "counted"),
            false=FalseStatement(text=t("Une alerte grise réveille.", "A grey alert wakes."), refuted_by=(6,)),
        ),
    ),
)

SHEET = """
tasks.lead/forward (single, medium; tasks.lead; 5)
  Que fait Anna ? | What does Anna do?
  a) veiller | watch
     about: Ben doit veiller. | Ben has to watch.
  b) payer | pay
     about: Cleo doit payer. | Cleo has to pay.
  c) signer | sign
  = c: signer | sign
  because Anna doit signer. | Anna has to sign.
tasks.lead/complete (single, medium; tasks.lead; 5)
  Anna doit ___. | Anna has to ___.
  a) signer | sign
  b) veiller | watch
     about: Ben doit veiller. | Ben has to watch.
  c) payer | pay
     about: Cleo doit payer. | Cleo has to pay.
  = a: signer | sign
  because Anna doit signer. | Anna has to sign.
tasks.lead/reverse (single, medium; tasks.lead; 5)
  Qui doit signer ? | Who has to sign?
  a) Cleo | Cleo
     about: Cleo doit payer. | Cleo has to pay.
  b) Ben | Ben
     about: Ben doit veiller. | Ben has to watch.
  c) Anna | Anna
  = c: Anna | Anna
  because Anna doit signer. | Anna has to sign.
tasks.lead/type (text, medium; tasks.lead; 5)
  Quelle est la tâche de Anna ? | What is the task of Anna?
  = signer: signer | sign
  because Anna doit signer. | Anna has to sign.
tasks.lead/true (true-false, easy; tasks.lead; 5)
  Anna doit signer. | Anna has to sign.
  = true: Vrai | True
  because Anna doit signer. | Anna has to sign.
tasks.lead/false (true-false, easy; tasks.lead; 5)
  Anna doit veiller. | Anna has to watch.
  = false: Faux | False
  because Anna doit signer. | Anna has to sign.
tasks.watch/forward (single, medium; tasks.watch; 5)
  Que fait Ben ? | What does Ben do?
  a) payer | pay
     about: Cleo doit payer. | Cleo has to pay.
  b) signer | sign
     about: Anna doit signer. | Anna has to sign.
  c) veiller | watch
  = c: veiller | watch
  because Il veille. | He does.
tasks.watch/complete (single, medium; tasks.watch; 5)
  Ben doit ___. | Ben has to ___.
  a) veiller | watch
  b) payer | pay
     about: Cleo doit payer. | Cleo has to pay.
  c) signer | sign
     about: Anna doit signer. | Anna has to sign.
  = a: veiller | watch
  because Il veille. | He does.
tasks.watch/reverse (single, medium; tasks.watch; 5)
  Qui doit veiller ? | Who has to watch?
  a) Cleo | Cleo
     about: Cleo doit payer. | Cleo has to pay.
  b) Anna | Anna
     about: Anna doit signer. | Anna has to sign.
  c) Ben | Ben
  = c: Ben | Ben
  because Il veille. | He does.
tasks.watch/type (text, medium; tasks.watch; 5)
  Quelle est la tâche de Ben ? | What is the task of Ben?
  = veiller: veiller | watch
  because Il veille. | He does.
tasks.watch/true (true-false, easy; tasks.watch; 5)
  Ben doit veiller. | Ben has to watch.
  = true: Vrai | True
  because Il veille. | He does.
tasks.watch/false (true-false, easy; tasks.watch; 5)
  Ben doit signer. | Ben has to sign.
  = false: Faux | False
  because Ben doit veiller. Il veille. | Ben has to watch. He does.
tasks.boss/forward (single, medium; tasks.boss; 5)
  Que fait Cleo ? | What does Cleo do?
  a) signer | sign
     about: Anna doit signer. | Anna has to sign.
  b) veiller | watch
     about: Ben doit veiller. | Ben has to watch.
  c) payer | pay
  = c: payer | pay
  because Cleo doit payer. | Cleo has to pay.
tasks.boss/complete (single, medium; tasks.boss; 5)
  Cleo doit ___. | Cleo has to ___.
  a) payer | pay
  b) veiller | watch
     about: Ben doit veiller. | Ben has to watch.
  c) signer | sign
     about: Anna doit signer. | Anna has to sign.
  = a: payer | pay
  because Cleo doit payer. | Cleo has to pay.
tasks.boss/reverse (single, medium; tasks.boss; 5)
  Qui doit payer ? | Who has to pay?
  a) Cleo | Cleo
  b) Anna | Anna
     about: Anna doit signer. | Anna has to sign.
  c) Ben | Ben
     about: Ben doit veiller. | Ben has to watch.
  = a: Cleo | Cleo
  because Cleo doit payer. | Cleo has to pay.
tasks.boss/type (text, medium; tasks.boss; 5)
  Quelle est la tâche de Cleo ? | What is the task of Cleo?
  = payer: payer | pay
  because Cleo doit payer. | Cleo has to pay.
tasks.boss/true (true-false, easy; tasks.boss; 5)
  Cleo doit payer. | Cleo has to pay.
  = true: Vrai | True
  because Cleo doit payer. | Cleo has to pay.
tasks.boss/false (true-false, easy; tasks.boss; 5)
  Cleo doit signer. | Cleo has to sign.
  = false: Faux | False
  because Cleo doit payer. | Cleo has to pay.
tasks/match (match, medium; tasks.lead, tasks.watch, tasks.boss; 5)
  Associez. | Match.
  1) Ben | Ben
  2) Cleo | Cleo
  3) Anna | Anna
  a) signer | sign
  b) veiller | watch
  c) payer | pay
  = 1=b,2=c,3=a: Ben → veiller ; Cleo → payer ; Anna → signer
    | Ben → watch; Cleo → pay; Anna → sign
  because Anna → signer ; Ben → veiller ; Cleo → payer
    | Anna → sign; Ben → watch; Cleo → pay
grey/forward (single, easy; grey; 6)
  Que devient une alerte grise ? | What becomes of a grey alert?
  a) tue | muted
  b) lue | read
     about: La rouge l’est. | The red one is.
  c) comptée | counted
  = c: comptée | counted
  because Elle est comptée. | It is counted.
grey/true (true-false, easy; grey; 6)
  Une alerte grise est comptée. | A grey alert is counted.
  = true: Vrai | True
  because Elle est comptée. | It is counted.
grey/false (true-false, easy; grey; 6)
  Une alerte grise réveille. | A grey alert wakes.
  = false: Faux | False
  because Une alerte grise est comptée. Elle est comptée.
    | A grey alert is counted. It is counted.
"""


def test_a_link_is_asked_in_every_way_that_its_author_worded() -> None:
    assert sheet(built(catalogue_of(TASKS, GREY).blueprints, "s")) == SHEET.strip("\n")


def test_where_a_subject_can_have_many_objects_the_others_are_no_wrong_options() -> None:
    blueprints = catalogue_of(replace(TASKS, functional=False)).by_id

    assert list(blueprints) == [
        f"tasks.{row}/{template}" for row in ("lead", "watch", "boss") for template in ("type", "true")
    ]


def test_what_is_also_true_is_never_a_wrong_option_either_way() -> None:
    rows = (
        replace(TASKS.rows[0], also_true=("watch",)),
        *TASKS.rows[1:],
        Link(id="cook", subject=t("Dan", "Dan"), object=t("cuire", "cook")),
    )
    blueprints = catalogue_of(replace(TASKS, rows=rows)).by_id

    for template in ("forward", "complete", "reverse"):
        assert "veiller" not in _texts(blueprints[f"tasks.lead/{template}"].id, blueprints)
        assert "signer" not in _texts(blueprints[f"tasks.watch/{template}"].id, blueprints)
    assert "Ben" not in _texts("tasks.lead/reverse", blueprints)
    assert "Anna" not in _texts("tasks.watch/reverse", blueprints)


def test_what_could_be_matched_in_two_ways_is_not_matched() -> None:
    rows = (
        replace(TASKS.rows[0], also_true=("watch",)),
        *TASKS.rows[1:],
        Link(id="cook", subject=t("Dan", "Dan"), object=t("cuire", "cook")),
    )
    question = all_seeds(catalogue_of(replace(TASKS, rows=rows)).by_id["tasks/match"], 1)[0]

    assert isinstance(question, Match)
    assert sorted(text["fr"] for text in question.left) == ["Anna", "Cleo", "Dan"]


def test_another_form_of_the_key_is_never_a_wrong_option() -> None:
    lures = (Lure(label=t("parapher", "Initial"), refuted_by=(5,)), Lure(label=t("dormir", "sleep"), refuted_by=(5,)))
    blueprints = catalogue_of(replace(TASKS, lures=lures)).by_id

    assert "parapher" not in _texts("tasks.lead/forward", blueprints)
    assert "parapher" in _texts("tasks.watch/forward", blueprints)


def test_two_subjects_of_one_object_are_never_opposed() -> None:
    rows = (*TASKS.rows, Link(id="cook", subject=t("Dan", "Dan"), object=t("SIGNER", "to sign")))
    blueprints = catalogue_of(replace(TASKS, rows=rows)).by_id

    assert "Dan" not in _texts("tasks.lead/reverse", blueprints)


def test_a_sibling_gives_cousins_as_wrong_options_and_says_what_they_are() -> None:
    question = all_seeds(catalogue_of(replace(GREY, siblings=("tasks",)), TASKS).by_id["grey/forward"], 40)

    abouts = {o.text["en"]: o.about and o.about["en"] for each in question for o in each.shown}
    assert abouts["pay"] == "Cleo has to pay."


def test_a_typed_object_takes_aliases_and_no_slip_that_reaches_another_object() -> None:
    question = all_seeds(catalogue_of(TASKS).by_id["tasks.lead/type"], 1)[0]

    assert isinstance(question, Typed)
    assert question.accepted == {"fr": ("signer",), "en": ("sign", "initial")}
    assert question.others == {"fr": ("veiller", "payer"), "en": ("watch", "pay")}


def _texts(name: str, blueprints: object) -> set[str]:
    assert isinstance(blueprints, dict)
    questions = all_seeds(blueprints[name])
    assert all(isinstance(question, Single) for question in questions)
    return {option.text["fr"] for question in questions for option in question.shown}
