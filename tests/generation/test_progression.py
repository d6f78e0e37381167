from __future__ import annotations

from dataclasses import replace

from tests.packkit import all_seeds, built, catalogue_of, sheet, t

from ctoquiz.domain.facts import ProgressionFamily, Step

PATH = ProgressionFamily(
    id="path",
    kind="progression",
    sentences=(4,),
    ask={
        "order": t("Remettez dans l’ordre.", "Put in order."),
        "next": t("Qu’est-ce qui suit {step} ?", "What follows {step}?"),
    },
    says=t("{Later} vient après {step}.", "{Later} comes after {step}."),
    steps=(
        Step(id="call", label=t("l’appel", "the call")),
        Step(id="fix", label=t("le remède", "the fix"), explanation=t("On note à la fin.", "Notes come last.")),
        Step(id="note", label=t("la note", "the note")),
        Step(id="rest", label=t("le repos", "the rest")),
    ),
)

SHEET = """
path.call/next (single, medium; path.call; 4)
  Qu’est-ce qui suit l’appel ? | What follows the call?
  a) le repos | the rest
  b) la note | the note
  c) le remède | the fix
  = c: le remède | the fix
  because Le remède vient après l’appel. | The fix comes after the call.
path.call/true (true-false, easy; path.call; 4)
  Le remède vient après l’appel. | The fix comes after the call.
  = true: Vrai | True
  because Le remède vient après l’appel. | The fix comes after the call.
path.call/false (true-false, easy; path.call; 4)
  L’appel vient après le remède. | The call comes after the fix.
  = false: Faux | False
  because Le remède vient après l’appel. | The fix comes after the call.
path.fix/next (single, medium; path.fix; 4)
  Qu’est-ce qui suit le remède ? | What follows the fix?
  a) le repos | the rest
  b) l’appel | the call
  c) la note | the note
  = c: la note | the note
  because On note à la fin. | Notes come last.
path.fix/true (true-false, easy; path.fix; 4)
  La note vient après le remède. | The note comes after the fix.
  = true: Vrai | True
  because On note à la fin. | Notes come last.
path.fix/false (true-false, easy; path.fix; 4)
  Le remède vient après la note. | The fix comes after the note.
  = false: Faux | False
  because La note vient après le remède. On note à la fin.
    | The note comes after the fix. Notes come last.
path.note/next (single, medium; path.note; 4)
  Qu’est-ce qui suit la note ? | What follows the note?
  a) le repos | the rest
  b) l’appel | the call
  c) le remède | the fix
  = a: le repos | the rest
  because Le repos vient après la note. | The rest comes after the note.
path.note/true (true-false, easy; path.note; 4)
  Le repos vient après la note. | The rest comes after the note.
  = true: Vrai | True
  because Le repos vient après la note. | The rest comes after the note.
path.note/false (true-false, easy; path.note; 4)
  La note vient après le repos. | The note comes after the rest.
  = false: Faux | False
  because Le repos vient après la note. | The rest comes after the note.
path/order (order, medium; path.call, path.fix, path.note; 4)
  Remettez dans l’ordre. | Put in order.
  a) le repos | the rest
  b) l’appel | the call
  c) la note | the note
  d) le remède | the fix
  = b,d,c,a: l’appel → le remède → la note → le repos
    | the call → the fix → the note → the rest
  because l’appel → le remède → la note → le repos
    | the call → the fix → the note → the rest
"""


def test_steps_are_put_in_order_and_asked_one_by_one() -> None:
    assert sheet(built(catalogue_of(PATH).blueprints, "s")) == SHEET.strip("\n")


def test_what_follows_as_well_is_never_a_wrong_option() -> None:
    steps = (replace(PATH.steps[0], also_true=("fix",)), *PATH.steps[1:])
    by_id = catalogue_of(replace(PATH, steps=(*steps, Step(id="end", label=t("la fin", "the end"))))).by_id

    for question in all_seeds(by_id["path.call/next"]):
        assert "la note" not in [option.text["fr"] for option in question.shown]


def test_fewer_than_three_steps_or_more_than_seven_are_not_put_in_order() -> None:
    many = tuple(Step(id=f"s{n}", label=t(f"pas {n}", f"step {n}")) for n in range(8))

    assert "path/order" not in catalogue_of(replace(PATH, steps=PATH.steps[:2])).by_id
    assert "path/order" in catalogue_of(replace(PATH, steps=many[:7])).by_id
    assert "path/order" not in catalogue_of(replace(PATH, steps=many)).by_id


def test_steps_that_read_alike_are_not_put_in_order() -> None:
    steps = (*PATH.steps, Step(id="again", label=t("L’appel", "another call")))

    assert "path/order" not in catalogue_of(replace(PATH, steps=steps)).by_id
