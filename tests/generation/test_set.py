from __future__ import annotations

from dataclasses import replace

import pytest
from tests.packkit import all_seeds, built, catalogue_of, sheet, t

from ctoquiz.domain.facts import FalseStatement, Lure, Member, SetFamily
from ctoquiz.domain.questions import Match, Multiple, Single, TrueFalse

TOOLS = SetFamily(
    id="tools",
    kind="set",
    closed=True,
    sentences=(3,),
    siblings=("office",),
    title=t("l’astreinte", "the watch"),
    ask={
        "pick": t("Avec quoi travaille-t-on ?", "What does one work with?"),
        "all": t("Lesquels sont des outils ?", "Which are tools?"),
        "odd": t("Lequel est l’intrus ?", "Which is the intruder?"),
        "home": t("À qui est {member} ?", "Whose is {member}?"),
        "sort": t("Associez.", "Match."),
    },
    says=t("{Member} est un outil.", "{Member} is a tool."),
    members=(
        Member(id="pager", label=t("le bipeur", "the pager")),
        Member(
            id="log",
            label=t("le journal", "the log"),
            sentences=(5, 4),
            ask={"type": t("Que tient-on ?", "What is kept?")},
            aliases={"fr": ("le registre",)},
            explanation=t("Il se tient.", "It is kept."),
        ),
        Member(id="page", label=t("la page", "the page"), statements=False),
    ),
    lures=(Lure(label=t("le fax", "the fax"), refuted_by=(3,), about=t("Il est vendu.", "It is sold.")),),
)
OFFICE = SetFamily(
    id="office",
    kind="set",
    closed=False,
    sentences=(6,),
    title=t("le bureau", "the office"),
    says=t("{Member} est au bureau.", "{Member} is in the office."),
    members=(
        Member(id="desk", label=t("la table", "the desk")),
        Member(id="lamp", label=t("la lampe", "the lamp")),
    ),
)
CELLAR = SetFamily(
    id="cellar",
    kind="set",
    closed=True,
    sentences=(7,),
    title=t("la cave", "the cellar"),
    members=(Member(label=t("le vin", "the wine")),),
)

SHEET = """
tools.pager/pick (single, medium; tools.pager; 3)
  Avec quoi travaille-t-on ? | What does one work with?
  a) la table | the desk
     about: La table est au bureau. | The desk is in the office.
  b) la lampe | the lamp
     about: La lampe est au bureau. | The lamp is in the office.
  c) le vin | the wine
  d) le bipeur | the pager
  = d: le bipeur | the pager
  because Le bipeur est un outil. | The pager is a tool.
tools.pager/home (single, easy; tools.pager; 3)
  À qui est le bipeur ? | Whose is the pager?
  a) la cave | the cellar
  b) le bureau | the office
  c) l’astreinte | the watch
  = c: l’astreinte | the watch
  because Le bipeur est un outil. | The pager is a tool.
tools.pager/true (true-false, easy; tools.pager; 3)
  Le bipeur est un outil. | The pager is a tool.
  = true: Vrai | True
  because Le bipeur est un outil. | The pager is a tool.
tools.pager/false (true-false, easy; tools.pager; 3)
  Le bipeur est au bureau. | The pager is in the office.
  = false: Faux | False
  because Le bipeur est un outil. | The pager is a tool.
tools.log/pick (single, medium; tools.log; 4, 5)
  Avec quoi travaille-t-on ? | What does one work with?
  a) le vin | the wine
  b) le journal | the log
  c) la table | the desk
     about: La table est au bureau. | The desk is in the office.
  d) la lampe | the lamp
     about: La lampe est au bureau. | The lamp is in the office.
  = b: le journal | the log
  because Il se tient. | It is kept.
tools.log/home (single, easy; tools.log; 4, 5)
  À qui est le journal ? | Whose is the log?
  a) la cave | the cellar
  b) l’astreinte | the watch
  c) le bureau | the office
  = b: l’astreinte | the watch
  because Il se tient. | It is kept.
tools.log/type (text, medium; tools.log; 4, 5)
  Que tient-on ? | What is kept?
  = le journal: le journal | the log
  because Il se tient. | It is kept.
tools.log/true (true-false, easy; tools.log; 4, 5)
  Le journal est un outil. | The log is a tool.
  = true: Vrai | True
  because Il se tient. | It is kept.
tools.log/false (true-false, easy; tools.log; 4, 5)
  Le journal est au bureau. | The log is in the office.
  = false: Faux | False
  because Le journal est un outil. Il se tient. | The log is a tool. It is kept.
tools.page/pick (single, medium; tools.page; 3)
  Avec quoi travaille-t-on ? | What does one work with?
  a) la lampe | the lamp
     about: La lampe est au bureau. | The lamp is in the office.
  b) le fax | the fax
     about: Il est vendu. | It is sold.
  c) la table | the desk
     about: La table est au bureau. | The desk is in the office.
  d) la page | the page
  = d: la page | the page
  because La page est un outil. | The page is a tool.
tools.page/home (single, easy; tools.page; 3)
  À qui est la page ? | Whose is the page?
  a) l’astreinte | the watch
  b) le bureau | the office
  c) la cave | the cellar
  = a: l’astreinte | the watch
  because La page est un outil. | The page is a tool.
tools/all (multiple, medium; tools.pager, tools.log, tools.page; 3, 4, 5)
  Lesquels sont des outils ? | Which are tools?
  a) la page | the page
  b) la lampe | the lamp
     about: La lampe est au bureau. | The lamp is in the office.
  c) le fax | the fax
     about: Il est vendu. | It is sold.
  d) la table | the desk
     about: La table est au bureau. | The desk is in the office.
  e) le bipeur | the pager
  = a,e: la page ; le bipeur | the page; the pager
  because le bipeur ; le journal ; la page | the pager; the log; the page
tools/odd (single, medium; tools.pager, tools.log, tools.page; 3, 4, 5)
  Lequel est l’intrus ? | Which is the intruder?
  a) la page | the page
     about: La page est un outil. | The page is a tool.
  b) le vin | the wine
  c) le journal | the log
     about: Le journal est un outil. | The log is a tool.
  d) le bipeur | the pager
     about: Le bipeur est un outil. | The pager is a tool.
  = b: le vin | the wine
  because le bipeur ; le journal ; la page | the pager; the log; the page
tools/sort (match, medium; tools.pager, tools.log, tools.page, office.desk, office.lamp, cellar; 3, 4, 5, 6, 7)
  Associez. | Match.
  1) le vin | the wine
  2) le journal | the log
  3) le bipeur | the pager
  4) la table | the desk
  a) le bureau | the office
  b) la cave | the cellar
  c) l’astreinte | the watch
  = 1=b,2=c,3=c,4=a: le vin → la cave ; le journal → l’astreinte ; le bipeur → l’astreinte ; la table → le bureau
    | the wine → the cellar; the log → the watch; the pager → the watch; the desk → the office
  because le bipeur → l’astreinte ; le journal → l’astreinte ; la page → l’astreinte ; la table → le bureau ; la lampe → le bureau ; le vin → la cave
    | the pager → the watch; the log → the watch; the page → the watch; the desk → the office; the lamp → the office; the wine → the cellar
office.desk/true (true-false, easy; office.desk; 6)
  La table est au bureau. | The desk is in the office.
  = true: Vrai | True
  because La table est au bureau. | The desk is in the office.
office.lamp/true (true-false, easy; office.lamp; 6)
  La lampe est au bureau. | The lamp is in the office.
  = true: Vrai | True
  because La lampe est au bureau. | The lamp is in the office.
"""  # noqa: E501 - a sheet is shown as it is


def test_a_list_is_asked_in_every_way_that_its_author_worded() -> None:
    family = replace(TOOLS, siblings=("office", "cellar"))

    assert sheet(built(catalogue_of(family, OFFICE, CELLAR).blueprints, "s")) == SHEET.strip("\n")


def test_an_open_list_is_never_asked_as_if_it_were_whole() -> None:
    ids = catalogue_of(replace(TOOLS, closed=False), OFFICE).by_id

    assert "tools/all" not in ids
    assert "tools.pager/pick" in ids


def test_without_siblings_the_false_statement_puts_a_lure_among_the_members() -> None:
    question = built([catalogue_of(replace(TOOLS, siblings=()), OFFICE).by_id["tools.pager/false"]], 1)[0]

    assert question.prompt == t("Le fax est un outil.", "The fax is a tool.")
    assert isinstance(question, TrueFalse)
    assert question.about == t("Il est vendu.", "It is sold.")


def test_a_false_statement_on_a_lure_is_explained_by_the_whole_list_not_by_the_member_that_it_replaced() -> None:
    family = replace(TOOLS, explanation=t("Trois outils servent.", "Three tools serve."))

    on_a_lure, on_a_member = (
        built([catalogue_of(replace(family, siblings=siblings), OFFICE).by_id["tools.log/false"]], 1)[0]
        for siblings in ((), ("office",))
    )

    assert on_a_lure.prompt == t("Le fax est un outil.", "The fax is a tool.")
    assert on_a_lure.explanation == t("Trois outils servent.", "Three tools serve.")
    assert on_a_member.prompt == t("Le journal est au bureau.", "The log is in the office.")
    assert on_a_member.explanation == t("Le journal est un outil. Il se tient.", "The log is a tool. It is kept.")


@pytest.mark.parametrize(
    ("fr", "en", "explained_by"),
    [
        ("Le fax est un outil.", "The fax is a tool.", "Three tools serve."),
        ("Le journal ancien est un outil.", "The log of old is a tool.", "The log is a tool. It is kept."),
        ("Personne ne tient de journal.", "Nobody keeps a log.", "The log is a tool. It is kept."),
    ],
)
def test_a_false_statement_of_the_author_is_explained_by_the_list_where_it_says_nothing_of_the_member(
    fr: str, en: str, explained_by: str
) -> None:
    log = replace(TOOLS.members[1], false=FalseStatement(text=t(fr, en), refuted_by=(3,)))
    family = replace(TOOLS, explanation=t("Trois outils servent.", "Three tools serve."), members=(log,))

    question = built([catalogue_of(family, OFFICE).by_id["tools.log/false"]], 1)[0]

    assert question.prompt["en"] == en
    assert question.explanation["en"] == explained_by


def test_one_wrong_option_is_too_few_to_choose_among() -> None:
    assert "tools.pager/pick" not in catalogue_of(replace(TOOLS, siblings=()), OFFICE).by_id


def test_which_family_is_asked_only_among_three_titles() -> None:
    assert "tools.pager/home" not in catalogue_of(TOOLS, OFFICE).by_id


@pytest.mark.parametrize("shared", ["le bipeur", "LE JOURNAL", "le registre"])
def test_what_the_list_holds_is_never_a_wrong_option_wherever_it_comes_from(shared: str) -> None:
    office = replace(OFFICE, members=(*OFFICE.members, Member(id="x", label=t(shared, "something else"))))
    blueprints = catalogue_of(TOOLS, office).by_id

    for name in ("tools.page/pick", "tools/all", "tools/odd"):
        for question in all_seeds(blueprints[name]):
            wrong = [option for place, option in enumerate(question.shown) if place not in _keys(question)]
            if name != "tools/odd":
                assert shared not in [option.text["fr"] for option in wrong]
            else:
                assert shared not in [question.shown[place].text["fr"] for place in _keys(question)]


def test_tick_all_has_four_to_six_options_at_least_two_right_and_two_wrong() -> None:
    seen = set()
    for question in all_seeds(catalogue_of(TOOLS, OFFICE).by_id["tools/all"], 200):
        assert isinstance(question, Multiple)
        seen.add((len(question.options), len(question.right)))

    assert seen == {(5, 2), (5, 3), (6, 3)}


def test_the_intruder_stands_among_three_members() -> None:
    for question in all_seeds(catalogue_of(TOOLS, OFFICE).by_id["tools/odd"]):
        assert isinstance(question, Single)
        others = [option.text["en"] for option in question.options if option is not question.options[question.right]]
        assert sorted(others) == ["the log", "the page", "the pager"]
        assert question.options[question.right].text["en"] in ("the fax", "the desk", "the lamp")


def test_sorting_shows_at_least_two_families() -> None:
    for question in all_seeds(catalogue_of(TOOLS, OFFICE).by_id["tools/sort"]):
        assert isinstance(question, Match)
        assert len(question.left) == 4
        assert len(question.options) == 2 == len(set(question.right))


def _keys(question: object) -> frozenset[int]:
    if isinstance(question, Single):
        return frozenset({question.right})
    assert isinstance(question, Multiple)
    return question.right
