from __future__ import annotations

from dataclasses import replace

from tests.packkit import all_seeds, built, catalogue_of, sheet, t

from ctoquiz.domain.facts import ContrastFamily, Item, Lure, Side
from ctoquiz.domain.questions import Match, Multiple

GROUP = Side(
    id="group",
    title=t("un groupe", "a group"),
    items=(
        Item(id="plan", label=t("le plan", "the plan")),
        Item(id="board", label=t("le conseil", "the board")),
    ),
)
STARTUP = Side(
    id="startup",
    title=t("une jeune pousse", "a start-up"),
    items=(Item(id="code", label=t("le code", "the code")), Item(id="tests", label=t("les tests", "the tests"))),
)
SHOP = Side(id="shop", title=t("une boutique", "a shop"), items=(Item(id="till", label=t("la caisse", "the till")),))
SIZE = ContrastFamily(
    id="size",
    kind="contrast",
    sentences=(1, 2),
    ask={
        "pick": t("Que fait-on dans {side} ?", "What is done in {side}?"),
        "all": t("Que fait-on donc dans {side} ?", "What then is done in {side}?"),
        "side": t("Où trouve-t-on {item} ?", "Where is {item} found?"),
        "match": t("Associez.", "Match."),
    },
    says=t("{Item} se trouve dans {side}.", "{Item} is found in {side}."),
    explanation=t("Chacun a le sien.", "To each their own."),
    sides=(GROUP, STARTUP, SHOP),
)

SHEET = """
size.plan/pick (single, medium; size.plan; 1, 2)
  Que fait-on dans un groupe ? | What is done in a group?
  a) le plan | the plan
  b) le code | the code
     about: Le code se trouve dans une jeune pousse. | The code is found in a start-up.
  c) la caisse | the till
     about: La caisse se trouve dans une boutique. | The till is found in a shop.
  d) les tests | the tests
     about: Les tests se trouve dans une jeune pousse. | The tests is found in a start-up.
  = a: le plan | the plan
  because Chacun a le sien. | To each their own.
size.plan/side (single, easy; size.plan; 1, 2)
  Où trouve-t-on le plan ? | Where is the plan found?
  a) une boutique | a shop
  b) un groupe | a group
  c) une jeune pousse | a start-up
  = b: un groupe | a group
  because Chacun a le sien. | To each their own.
size.plan/true (true-false, easy; size.plan; 1, 2)
  Le plan se trouve dans un groupe. | The plan is found in a group.
  = true: Vrai | True
  because Chacun a le sien. | To each their own.
size.plan/false (true-false, easy; size.plan; 1, 2)
  Le plan se trouve dans une boutique. | The plan is found in a shop.
  = false: Faux | False
  because Le plan se trouve dans un groupe. Chacun a le sien.
    | The plan is found in a group. To each their own.
size.board/pick (single, medium; size.board; 1, 2)
  Que fait-on dans un groupe ? | What is done in a group?
  a) le conseil | the board
  b) le code | the code
     about: Le code se trouve dans une jeune pousse. | The code is found in a start-up.
  c) les tests | the tests
     about: Les tests se trouve dans une jeune pousse. | The tests is found in a start-up.
  d) la caisse | the till
     about: La caisse se trouve dans une boutique. | The till is found in a shop.
  = a: le conseil | the board
  because Chacun a le sien. | To each their own.
size.board/side (single, easy; size.board; 1, 2)
  Où trouve-t-on le conseil ? | Where is the board found?
  a) une jeune pousse | a start-up
  b) un groupe | a group
  c) une boutique | a shop
  = b: un groupe | a group
  because Chacun a le sien. | To each their own.
size.board/true (true-false, easy; size.board; 1, 2)
  Le conseil se trouve dans un groupe. | The board is found in a group.
  = true: Vrai | True
  because Chacun a le sien. | To each their own.
size.board/false (true-false, easy; size.board; 1, 2)
  Le conseil se trouve dans une boutique. | The board is found in a shop.
  = false: Faux | False
  because Le conseil se trouve dans un groupe. Chacun a le sien.
    | The board is found in a group. To each their own.
size/all-group (multiple, medium; size.plan, size.board, size.code, size.tests, size.till; 1, 2)
  Que fait-on donc dans un groupe ? | What then is done in a group?
  a) les tests | the tests
     about: Les tests se trouve dans une jeune pousse. | The tests is found in a start-up.
  b) le code | the code
     about: Le code se trouve dans une jeune pousse. | The code is found in a start-up.
  c) la caisse | the till
     about: La caisse se trouve dans une boutique. | The till is found in a shop.
  d) le conseil | the board
  e) le plan | the plan
  = d,e: le conseil ; le plan | the board; the plan
  because Chacun a le sien. | To each their own.
size.code/pick (single, medium; size.code; 1, 2)
  Que fait-on dans une jeune pousse ? | What is done in a start-up?
  a) la caisse | the till
     about: La caisse se trouve dans une boutique. | The till is found in a shop.
  b) le plan | the plan
     about: Le plan se trouve dans un groupe. | The plan is found in a group.
  c) le conseil | the board
     about: Le conseil se trouve dans un groupe. | The board is found in a group.
  d) le code | the code
  = d: le code | the code
  because Chacun a le sien. | To each their own.
size.code/side (single, easy; size.code; 1, 2)
  Où trouve-t-on le code ? | Where is the code found?
  a) une boutique | a shop
  b) une jeune pousse | a start-up
  c) un groupe | a group
  = b: une jeune pousse | a start-up
  because Chacun a le sien. | To each their own.
size.code/true (true-false, easy; size.code; 1, 2)
  Le code se trouve dans une jeune pousse. | The code is found in a start-up.
  = true: Vrai | True
  because Chacun a le sien. | To each their own.
size.code/false (true-false, easy; size.code; 1, 2)
  Le code se trouve dans une boutique. | The code is found in a shop.
  = false: Faux | False
  because Le code se trouve dans une jeune pousse. Chacun a le sien.
    | The code is found in a start-up. To each their own.
size.tests/pick (single, medium; size.tests; 1, 2)
  Que fait-on dans une jeune pousse ? | What is done in a start-up?
  a) le plan | the plan
     about: Le plan se trouve dans un groupe. | The plan is found in a group.
  b) la caisse | the till
     about: La caisse se trouve dans une boutique. | The till is found in a shop.
  c) les tests | the tests
  d) le conseil | the board
     about: Le conseil se trouve dans un groupe. | The board is found in a group.
  = c: les tests | the tests
  because Chacun a le sien. | To each their own.
size.tests/side (single, easy; size.tests; 1, 2)
  Où trouve-t-on les tests ? | Where is the tests found?
  a) une jeune pousse | a start-up
  b) un groupe | a group
  c) une boutique | a shop
  = a: une jeune pousse | a start-up
  because Chacun a le sien. | To each their own.
size.tests/true (true-false, easy; size.tests; 1, 2)
  Les tests se trouve dans une jeune pousse. | The tests is found in a start-up.
  = true: Vrai | True
  because Chacun a le sien. | To each their own.
size.tests/false (true-false, easy; size.tests; 1, 2)
  Les tests se trouve dans un groupe. | The tests is found in a group.
  = false: Faux | False
  because Les tests se trouve dans une jeune pousse. Chacun a le sien.
    | The tests is found in a start-up. To each their own.
size/all-startup (multiple, medium; size.plan, size.board, size.code, size.tests, size.till; 1, 2)
  Que fait-on donc dans une jeune pousse ? | What then is done in a start-up?
  a) le plan | the plan
     about: Le plan se trouve dans un groupe. | The plan is found in a group.
  b) la caisse | the till
     about: La caisse se trouve dans une boutique. | The till is found in a shop.
  c) le conseil | the board
     about: Le conseil se trouve dans un groupe. | The board is found in a group.
  d) le code | the code
  e) les tests | the tests
  = d,e: le code ; les tests | the code; the tests
  because Chacun a le sien. | To each their own.
size.till/pick (single, medium; size.till; 1, 2)
  Que fait-on dans une boutique ? | What is done in a shop?
  a) les tests | the tests
     about: Les tests se trouve dans une jeune pousse. | The tests is found in a start-up.
  b) le code | the code
     about: Le code se trouve dans une jeune pousse. | The code is found in a start-up.
  c) le plan | the plan
     about: Le plan se trouve dans un groupe. | The plan is found in a group.
  d) la caisse | the till
  = d: la caisse | the till
  because Chacun a le sien. | To each their own.
size.till/side (single, easy; size.till; 1, 2)
  Où trouve-t-on la caisse ? | Where is the till found?
  a) une boutique | a shop
  b) une jeune pousse | a start-up
  c) un groupe | a group
  = a: une boutique | a shop
  because Chacun a le sien. | To each their own.
size.till/true (true-false, easy; size.till; 1, 2)
  La caisse se trouve dans une boutique. | The till is found in a shop.
  = true: Vrai | True
  because Chacun a le sien. | To each their own.
size.till/false (true-false, easy; size.till; 1, 2)
  La caisse se trouve dans un groupe. | The till is found in a group.
  = false: Faux | False
  because La caisse se trouve dans une boutique. Chacun a le sien.
    | The till is found in a shop. To each their own.
size/match (match, medium; size.plan, size.board, size.code, size.tests, size.till; 1, 2)
  Associez. | Match.
  1) la caisse | the till
  2) le code | the code
  3) le plan | the plan
  4) les tests | the tests
  a) un groupe | a group
  b) une boutique | a shop
  c) une jeune pousse | a start-up
  = 1=b,2=c,3=a,4=c: la caisse → une boutique ; le code → une jeune pousse ; le plan → un groupe ; les tests → une jeune pousse
    | the till → a shop; the code → a start-up; the plan → a group; the tests → a start-up
  because Chacun a le sien. | To each their own.
"""  # noqa: E501 - a sheet is shown as it is


def test_a_contrast_is_asked_by_side_and_by_item() -> None:
    assert sheet(built(catalogue_of(SIZE).blueprints, "s")) == SHEET.strip("\n")


def test_which_side_is_asked_only_among_three() -> None:
    ids = catalogue_of(replace(SIZE, sides=(GROUP, STARTUP))).by_id

    assert "size.plan/side" not in ids
    assert "size.plan/pick" in ids


def test_what_goes_with_both_sides_is_opposed_to_neither() -> None:
    plan = replace(GROUP.items[0], also_true=("code",))
    family = replace(
        SIZE,
        sides=(replace(GROUP, items=(plan, GROUP.items[1])), STARTUP, SHOP),
        lures=(
            Lure(label=t("le fax", "the fax"), refuted_by=(1,)),
            Lure(label=t("le CODE", "coding"), refuted_by=(1,)),
        ),
    )
    blueprints = catalogue_of(family).by_id

    for question in all_seeds(blueprints["size.plan/pick"]) + all_seeds(blueprints["size.board/pick"]):
        assert "le code" not in [option.text["fr"].lower() for option in question.shown]
    for question in all_seeds(blueprints["size/all-group"]):
        assert isinstance(question, Multiple)
        wrong = [option.text["fr"] for place, option in enumerate(question.options) if place not in question.right]
        assert "le code" not in wrong
    assert "size.code/side" not in blueprints
    assert {question.prompt["en"] for question in all_seeds(blueprints["size.code/false"])} == {
        "The code is found in a shop."
    }
    for question in all_seeds(blueprints["size/match"]):
        assert isinstance(question, Match)
        assert "le code" not in [text["fr"] for text in question.left]
