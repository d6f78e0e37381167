"""A family that is marked as a draft is there to be read, and is asked nowhere before its author confirms it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctoquiz.cli.composing import fact
from ctoquiz.cli.options import PackShowOptions
from ctoquiz.cli.pack import run_show
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import BadInput, WrongUsage
from ctoquiz.generation import catalogue
from ctoquiz.generation.compose import from_seed
from ctoquiz.i18n.words import Words
from ctoquiz.storage.packs import load_pack

ENGLISH = Words("en")

MANIFEST = """\
schema: ctoquiz/pack/1
id: bikes
version: "1.0"
languages: [fr, en]
title: {fr: "Les vélos", en: "Bikes"}
document: {fr: "Un livre", en: "A book"}
topics:
  - {id: parts, title: {fr: "Pièces", en: "Parts"}}
"""
FACTS = """\
topic: parts
sentences: {1: "0123456789ab", 2: "0123456789ac"}
facts:
  - id: price
    kind: figure
    unit: eur
    sentences: [1]
    ask:
      number: {fr: "Quel est le prix du guidon ?", en: "What does the handlebar cost?"}
    value: 60
    explanation: {fr: "Il coûte 60 €.", en: "It costs €60."}
  - id: parts
    kind: set
    draft: true
    closed: false
    sentences: [2]
    members:
      - {id: bell, label: {fr: "la sonnette"}}
      - {id: wheel, label: {fr: "la roue"}}
"""


@pytest.fixture
def bikes(tmp_path: Path) -> Path:
    (tmp_path / "bikes" / "facts").mkdir(parents=True)
    (tmp_path / "bikes" / "pack.yaml").write_text(MANIFEST, "utf-8")
    (tmp_path / "bikes" / "facts" / "parts.yaml").write_text(FACTS, "utf-8")
    return tmp_path / "bikes"


def rewritten(folder: Path, old: str, new: str) -> str:
    path = folder / "facts" / "parts.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return str(folder)


def test_a_draft_is_no_fact_of_the_pack_and_is_not_asked(bikes: Path) -> None:
    pack = load_pack(str(bikes))
    assert (list(pack.facts), list(pack.drafts)) == (["price"], ["parts"])
    asked = {name for blueprint in catalogue(pack).blueprints for name in blueprint.facts}
    assert asked == {"price"}


def test_a_draft_may_lack_a_language_until_it_is_confirmed(bikes: Path) -> None:
    with pytest.raises(BadInput, match="missing in “en”"):
        load_pack(rewritten(bikes, "    draft: true\n", ""))


def test_a_draft_lacks_not_every_language(bikes: Path) -> None:
    with pytest.raises(BadInput, match="missing in “fr”"):
        load_pack(rewritten(bikes, '{fr: "la roue"}', "{}"))


def test_a_text_of_a_draft_in_a_language_that_the_pack_has_not_is_a_mistake(bikes: Path) -> None:
    with pytest.raises(BadInput, match="“de” is not among"):
        load_pack(rewritten(bikes, '{fr: "la roue"}', '{fr: "la roue", de: "das Rad"}'))


def test_what_is_confirmed_never_leans_on_a_draft(bikes: Path) -> None:
    confirmed = """\
  - id: tools
    kind: set
    closed: false
    siblings: [parts]
    sentences: [2]
    members: [{id: pump, label: {fr: "la pompe", en: "the pump"}}]
"""
    with pytest.raises(BadInput, match="sibling “parts” is still a draft"):
        load_pack(rewritten(bikes, "facts:\n", "facts:\n" + confirmed))


def test_a_question_written_by_hand_never_rests_on_a_draft(bikes: Path) -> None:
    question = """\
questions:
  - id: bell
    kind: true-false
    facts: [parts.bell]
    prompt: {fr: "Un vélo a une sonnette.", en: "A bicycle has a bell."}
    answer: true
    explanation: {fr: "Oui.", en: "Yes."}
facts:
"""
    with pytest.raises(BadInput, match=r"“parts\.bell” is still a draft"):
        load_pack(rewritten(bikes, "facts:\n", question))


def test_a_draft_is_shown_as_one(bikes: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_show(PackShowOptions(pack=str(bikes)), ENGLISH) == 0
    out = capfd.readouterr().out
    assert "pack bikes, edition 1.0 · fr, en · 1 fact · 1 question · 2 draft facts, not asked" in out
    assert (
        """\
Parts (parts) · 1 fact, 1 question, 2 draft facts, not asked
  price  figure  1  1
  parts  set     2  0  draft
"""
        in out
    )


@pytest.mark.parametrize("name", ["parts", "parts.bell"])
def test_one_draft_is_shown_with_what_to_do(bikes: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_show(PackShowOptions(pack=str(bikes), id=name), ENGLISH) == 0
    assert (
        capfd.readouterr().out
        == """\
parts
kind of fact: set
from sentence 2 of the document
a draft: nothing of it is asked before you confirm it (remove `draft: true`)
facts: parts.bell, parts.wheel

0 questions can be asked about it:
"""
    )


def test_whoever_asks_for_a_draft_is_told_that_it_is_one(bikes: Path) -> None:
    with pytest.raises(WrongUsage, match=r"“parts\.bell” is still a draft"):
        fact("parts.bell", load_pack(str(bikes)))


def test_a_pack_of_nothing_but_drafts_says_so_when_it_is_played(bikes: Path) -> None:
    text = (bikes / "facts" / "parts.yaml").read_text("utf-8")
    (bikes / "facts" / "parts.yaml").write_text(
        text.replace("    unit: eur\n", "    unit: eur\n    draft: true\n"), "utf-8"
    )
    with pytest.raises(BadInput, match="asks nothing yet"):
        from_seed(catalogue(load_pack(str(bikes))), Selection(), None, "seed")


def test_a_pack_of_which_a_part_was_confirmed_without_a_wording_is_told_what_is_missing(bikes: Path) -> None:
    text = (bikes / "facts" / "parts.yaml").read_text("utf-8")
    (bikes / "facts" / "parts.yaml").write_text(re.sub(r"(?m)^    ask:.*\n(?:      .*\n)*", "", text), "utf-8")
    with pytest.raises(BadInput, match="give its facts wordings under `ask`"):
        from_seed(catalogue(load_pack(str(bikes))), Selection(), None, "seed")
