"""`ctoquiz export quiz` prints what `ctoquiz play` would ask."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from ctoquiz.cli.composing import compose
from ctoquiz.cli.export import run_quiz
from ctoquiz.cli.options import ExportOptions, Selection
from ctoquiz.domain.chance import Chance
from ctoquiz.errors import CannotCreate
from ctoquiz.generation.catalogue import catalogue
from ctoquiz.i18n.words import Words
from ctoquiz.storage.packs import load_pack

ENGLISH, FRENCH = Words("en"), Words("fr")
SEEDED = Selection(seed="7", count=6)


def test_json_is_one_document_in_utf_8_with_one_line_feed_at_its_end(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run_quiz(ExportOptions(selection=SEEDED), FRENCH) == 0
    out = capfdbinary.readouterr().out
    document = json.loads(out.decode("utf-8"))
    assert out.endswith(b"}\n")
    assert not out.endswith(b"\n\n")
    assert b"\\u" not in out
    assert list(document) == ["schema", "pack", "code", "seed", "lang", "questions"]
    assert (document["seed"], document["lang"], len(document["questions"])) == ("7", "fr", 6)


def test_the_same_options_give_the_very_quiz_that_is_played(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    played = compose(SEEDED, catalogue(load_pack()), lambda _: 1, Chance.of("anything")).quiz
    run_quiz(ExportOptions(selection=SEEDED), ENGLISH)
    document = json.loads(capfdbinary.readouterr().out)
    assert document["code"] == played.code
    assert [each["id"] for each in document["questions"]] == [each.id for each in played.questions]
    assert [[option["text"] for option in each.get("options", [])] for each in document["questions"]] == [
        [option.text["en"] for option in each.shown] for each in played.questions
    ]


def test_a_code_and_its_ids_are_the_same_in_every_language(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    documents = []
    for say in (ENGLISH, FRENCH):
        run_quiz(ExportOptions(selection=SEEDED), say)
        documents.append(json.loads(capfdbinary.readouterr().out))
    english, french = documents
    assert english["code"] == french["code"]
    assert [each["id"] for each in english["questions"]] == [each["id"] for each in french["questions"]]
    assert [each["prompt"] for each in english["questions"]] != [each["prompt"] for each in french["questions"]]


def test_a_draw_without_a_seed_has_a_code_that_brings_it_back(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run_quiz(ExportOptions(selection=Selection(count=4)), ENGLISH)
    drawn = json.loads(capfdbinary.readouterr().out)
    assert drawn["seed"] is None
    run_quiz(ExportOptions(selection=Selection(code=drawn["code"])), ENGLISH)
    assert json.loads(capfdbinary.readouterr().out) == drawn


def test_an_output_file_takes_the_place_of_the_old_one_whole(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "quiz.md"
    path.write_text("old " * 10_000)
    path.chmod(0o640)
    run_quiz(ExportOptions(selection=SEEDED, format="markdown", output=str(path)), ENGLISH)
    assert capfd.readouterr().out == ""
    assert path.read_text("utf-8").startswith("# The CTO’s job\n\nCode: **")
    assert [each.name for each in tmp_path.iterdir()] == ["quiz.md"]
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o640


def test_an_output_that_can_not_be_created_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotCreate, match="--output"):
        run_quiz(ExportOptions(selection=SEEDED, output=str(tmp_path / "none" / "quiz.json")), ENGLISH)


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(CannotCreate):
        run_quiz(ExportOptions(selection=SEEDED, output=str(tmp_path)), ENGLISH)


def test_a_share_that_can_not_be_met_is_one_line_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    asked = Selection(seed="1", topics=("salary",), kinds=("single", "order"), count=6)
    assert run_quiz(ExportOptions(selection=asked), ENGLISH) == 0
    told = capfd.readouterr()
    assert told.err.count("\n") == 1
    assert "order" in told.err
    assert len(json.loads(told.out)["questions"]) == 6
