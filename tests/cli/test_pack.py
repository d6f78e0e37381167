"""`ctoquiz pack list`, `show` and `coverage`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.checkkit import FACTS as CLEAN
from tests.checkkit import write_pack

from ctoquiz.cli.options import PackCoverageOptions, PackListOptions, PackShowOptions
from ctoquiz.cli.pack import run_list, run_show
from ctoquiz.cli.packcoverage import run_coverage
from ctoquiz.domain.fingerprint import fingerprint
from ctoquiz.errors import BadInput, InputNotFound, WrongUsage
from ctoquiz.i18n.words import Words

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
navigation: ["%(menu)s"]
"""
FACTS = """\
topic: parts
sentences:
  1: "%(first)s"
  2: "%(second)s"
facts:
  - id: price
    kind: figure
    unit: eur
    sentences: [1]
    renamed_from: [cost]
    ask:
      number: {fr: "Quel est le prix du guidon ?", en: "What does the handlebar cost?"}
    rows:
      - value: 60
        explanation: {fr: "Il coûte 60 €.", en: "It costs €60."}
  - id: age
    kind: figure
    unit: year
    sentences: [2]
    ask:
      number: {fr: "Quel âge a le cadre ?", en: "How old is the frame?"}
    value: 3
    explanation: {fr: "Trois ans.", en: "Three years."}
"""
FIRST, SECOND, MENU = "Le guidon coûte 60 €.", "Le cadre a trois ans.", "Voir aussi"


@pytest.fixture
def bikes(tmp_path: Path) -> str:
    """The folder of a small pack."""
    marks = {"first": fingerprint(FIRST), "second": fingerprint(SECOND), "menu": fingerprint(MENU)}
    (tmp_path / "bikes" / "facts").mkdir(parents=True)
    (tmp_path / "bikes" / "pack.yaml").write_text(MANIFEST % marks, "utf-8")
    (tmp_path / "bikes" / "facts" / "parts.yaml").write_text(FACTS % marks, "utf-8")
    return str(tmp_path / "bikes")


def document(folder: Path, *sentences: str) -> str:
    path = folder / "book.txt"
    path.write_text("\n\n".join(sentences), "utf-8")
    return str(path)


def test_the_list_names_the_packs_that_ship_with_the_tool(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_list(PackListOptions(), ENGLISH) == 0
    head, *rows = capfd.readouterr().out.splitlines()
    assert head.split() == ["id", "edition", "title", "facts", "questions"]
    assert [row.split()[0] for row in rows] == ["cto"]


def test_the_list_is_for_programs_too(capfd: pytest.CaptureFixture[str]) -> None:
    run_list(PackListOptions(json=True), Words("fr"))
    rows = json.loads(capfd.readouterr().out)
    assert [list(row) for row in rows] == [
        ["id", "version", "digest", "languages", "title", "facts", "questions", "drafts"]
    ]
    assert rows[0]["title"] == "Le métier de CTO"


def test_a_pack_is_shown_by_topic_and_family(bikes: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_show(PackShowOptions(pack=bikes), ENGLISH) == 0
    assert (
        capfd.readouterr().out
        == f"""\
Bikes
A book
pack bikes, edition 1.0 · fr, en · 2 facts · 2 questions

Questions by kind
  single      0
  multiple    0
  true-false  0
  number      2
  interval    0
  text        0
  order       0
  match       0

Questions by level (an estimate)
  easy    0
  medium  0
  hard    2

Parts (parts) · 2 facts, 2 questions
  price  figure  1  1
  age    figure  1  1

Show one fact or one question: ctoquiz pack show {bikes} ID
"""
    )


QUESTION = """\
price/number
Parts · number · level: hard (an estimate)

What does the handlebar cost?

Right answer: €60
It costs €60.

from sentence 1 of the document
facts: price
"""


@pytest.mark.parametrize("name", ["price/number", "cost/number"])
def test_a_question_is_shown_by_its_name_of_today_or_an_old_one(
    bikes: str, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_show(PackShowOptions(pack=bikes, id=name), ENGLISH) == 0
    assert capfd.readouterr().out == QUESTION


FACT = """\
price
kind of fact: figure
from sentence 1 of the document

1 question can be asked about it:

  price/number · number · hard
    What does the handlebar cost?
    → €60
"""


@pytest.mark.parametrize("name", ["price", "cost"])
def test_a_fact_is_shown_with_all_that_can_be_asked_about_it(
    bikes: str, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_show(PackShowOptions(pack=bikes, id=name), ENGLISH) == 0
    assert capfd.readouterr().out == FACT


def test_a_name_that_is_none_is_wrong_usage_with_the_nearest(bikes: str) -> None:
    with pytest.raises(WrongUsage, match="“prise”; did you mean “price”"):
        run_show(PackShowOptions(pack=bikes, id="prise"), ENGLISH)
    with pytest.raises(WrongUsage, match="did you mean “price/number”"):
        run_show(PackShowOptions(pack=bikes, id="price/numbers"), ENGLISH)


def test_every_question_of_the_pack_is_printed_in_a_neutral_order_the_same_each_time(
    capfd: pytest.CaptureFixture[str],
) -> None:
    run_show(PackShowOptions(json=True), ENGLISH)
    once = capfd.readouterr().out
    run_show(PackShowOptions(json=True), ENGLISH)
    assert capfd.readouterr().out == once
    document = json.loads(once)
    ids = [question["id"] for question in document["questions"]]
    assert (document["schema"], document["code"], document["seed"]) == ("ctoquiz/quiz/1", None, None)
    assert len(ids) == len(set(ids)) > 500


def test_one_question_and_the_questions_of_one_fact_have_the_same_form(
    bikes: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("price/number", "price"):
        run_show(PackShowOptions(pack=bikes, id=name, json=True), Words("fr"))
        document = json.loads(capfd.readouterr().out)
        assert [question["id"] for question in document["questions"]] == ["price/number"]
        assert document["questions"][0]["unit"] == "eur"


def test_a_pack_that_covers_its_document_is_whole(
    bikes: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    book = document(tmp_path, f"{FIRST} {SECOND}".upper(), MENU)
    assert run_coverage(PackCoverageOptions(pack=bikes, document=book), ENGLISH) == 0
    marks = fingerprint(FIRST), fingerprint(SECOND)
    assert (
        capfd.readouterr().out
        == f"""\
sentence  fingerprint   in the document  facts  cited by
       1  {marks[0]}  yes                  1  price
       2  {marks[1]}  yes                  1  age

Pack bikes, edition 1.0: 2 sentences cited, 0 missing from the document, 0 without a fact, \
0 of the document cited by no fact, 0 things untold.
"""
    )


def test_a_sentence_that_is_not_there_and_one_that_nobody_cites_are_named_and_fail(
    bikes: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    book = document(tmp_path, "Le guidon coûte 61 €.", SECOND)
    assert run_coverage(PackCoverageOptions(pack=bikes, document=book), ENGLISH) == 65
    out = capfd.readouterr().out
    assert "Cited, but not in this copy of the document: 1. Facts to look at again: price." in out
    assert "Le guidon coûte 61 €." in out
    assert "1 missing from the document" in out


def test_what_a_cited_sentence_holds_and_no_fact_tells_is_named_and_fails(
    bikes: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    facts = Path(bikes) / "facts" / "parts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("value: 60", "value: 61"), "utf-8")
    book = document(tmp_path, FIRST, SECOND, MENU)
    assert run_coverage(PackCoverageOptions(pack=bikes, document=book), ENGLISH) == 65
    out = capfd.readouterr().out
    assert "told by none of them" in out
    assert "  1  figure  60 €\n" in out
    assert "1 thing untold." in out


def test_coverage_is_for_programs_too(bikes: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    book = document(tmp_path, FIRST, "Autre chose.")
    assert run_coverage(PackCoverageOptions(pack=bikes, document=book, json=True), ENGLISH) == 65
    told = json.loads(capfd.readouterr().out)
    del told["pack"]
    assert told == {
        "schema": "ctoquiz/coverage/1",
        "whole": False,
        "cited": [
            {
                "sentence": 1,
                "fingerprint": fingerprint(FIRST),
                "found": True,
                "facts": ["price"],
                "drafts": [],
                "text": FIRST,
            },
            {
                "sentence": 2,
                "fingerprint": fingerprint(SECOND),
                "found": False,
                "facts": ["age"],
                "drafts": [],
                "text": None,
            },
        ],
        "uncited": [{"sentence": 2, "fingerprint": fingerprint("Autre chose."), "text": "Autre chose."}],
        "untold": [],
    }


def test_without_a_document_the_pack_is_looked_at_alone(bikes: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_coverage(PackCoverageOptions(pack=bikes, json=True), ENGLISH) == 0
    assert [each["found"] for each in json.loads(capfd.readouterr().out)["cited"]] == [None, None]


def test_a_document_that_is_missing_or_no_text_is_said(bikes: str, tmp_path: Path) -> None:
    with pytest.raises(InputNotFound):
        run_coverage(PackCoverageOptions(pack=bikes, document=str(tmp_path / "none.txt")), ENGLISH)
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    with pytest.raises(BadInput):
        run_coverage(PackCoverageOptions(pack=bikes, document=str(tmp_path / "latin.txt")), ENGLISH)


def test_a_question_that_breaks_a_rule_is_shown_with_what_is_wrong(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    hand = """\
questions:
  - id: chain
    kind: single
    facts: [makers.dan]
    prompt: {fr: "Qui fabrique la chaîne rouge ?", en: "Who makes the red chain?"}
    options:
      - {fr: "Dan, à la chaîne", en: "Dan, on the chain"}
      - {fr: "Cleo, à la forge", en: "Cleo, at the forge"}
      - {fr: "Anna, à la presse", en: "Anna, at the press"}
    answer: a
    explanation: {fr: "C’est Dan.", en: "It is Dan."}
"""
    for waiver, told in (("", ""), ('    waive: [{rule: clang, reason: "So."}]\n', " (Waived: So.)")):
        folder = write_pack(tmp_path / str(len(waiver)), CLEAN + hand + waiver)
        assert run_show(PackShowOptions(pack=folder, id="makers.dan/chain"), ENGLISH) == 0
        assert capfd.readouterr().out.partition("facts: makers.dan\n")[2] == (
            "\nBreaks rules (see ctoquiz pack check):\n"
            "  clang (fr): “chaîne” stands in the question and, of all options, in the right one alone; reword either."
            f"{told}\n"
            "  clang (en): “chain” stands in the question and, of all options, in the right one alone; reword either."
            f"{told}\n"
        )
