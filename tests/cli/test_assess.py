"""`ctoquiz assess` from the command line to the file of its result, and back."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from tests.assessmentkit import MINI, example

import ctoquiz
from ctoquiz.cli.door import enter
from ctoquiz.domain.jsonvalue import Json, JsonObject

SCHEMAS = Path(ctoquiz.__file__).parent / "schemas"
RATINGS: dict[str, Json] = {
    **{statement.id: 3 for statement in example().statements},
    "alerts-read": 0,
    "rota-paid": "n",
    "rota-signed": {"rating": 4, "evidence": "May, at Brume, every month since"},
    "check-acknowledged": 3,
    "profile": {"years": 7, "place": "week", "words": "by-heart"},
}


@pytest.fixture
def ratings(tmp_path: Path) -> str:
    return written(tmp_path, RATINGS)


def written(folder: Path, content: dict[str, Json]) -> str:
    file = folder / "ratings.json"
    file.write_text(json.dumps(content), "utf-8")
    return str(file)


def ctoquiz_run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    """The exit code of a command line, and what it printed."""
    code = enter(args, os.environ)
    out, err = capfd.readouterr()
    return code, out, err


def problems(name: str, value: Json) -> list[str]:
    schemas = [json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")]
    registry: Registry[Any] = Registry().with_resources((each["$id"], Resource.from_contents(each)) for each in schemas)
    schema = next(each for each in schemas if each["$id"] == f"urn:ctoquiz:schema:{name}:1")
    return [str(error) for error in Draft202012Validator(schema, registry=registry).iter_errors(value)]


def saved() -> list[Path]:
    return sorted((Path(os.environ["CTOQUIZ_DATA_DIR"]) / "results").glob("*"))


def test_the_printed_result_is_the_saved_one_and_has_the_form_of_a_result(
    ratings: str, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, err = ctoquiz_run(capfd, "assess", str(MINI), "--answers", ratings, "--json", "--context", "startup")
    document = json.loads(out)
    assert (code, err) == (0, "")
    assert [json.loads(path.read_text("utf-8")) for path in saved()] == [document]
    assert problems("result", document) == []
    assert (document["type"], document["status"], document["context"]) == ("assessment", "complete", "startup")
    by_id = {each["statement"]: each for each in document["answers"]}
    assert by_id["rota-signed"]["evidence"] == "May, at Brume, every month since"
    assert by_id["rota-paid"]["rating"] is None
    assert document["profile"]["answers"] == {"years": 7.0, "place": "week", "words": "by-heart"}


@pytest.mark.parametrize(("readiness", "context"), [(0.875, "startup"), (11 / 12, "sme"), (15 / 16, "group")], ids=str)
def test_readiness_is_what_the_formula_gives(
    ratings: str, readiness: float, context: str, capfd: pytest.CaptureFixture[str]
) -> None:
    # Met: alerts 3 of 4, incidents 5 of 5, rota 3 of 3; the weights of the contexts are 2 1 1, 1 1 1 and 1 1 2.
    code, out, _ = ctoquiz_run(capfd, "assess", str(MINI), "--answers", ratings, "--json", "--context", context)
    score = json.loads(out)["score"]
    assert code == 0
    assert score["claimed"]["readiness"] == pytest.approx(readiness)
    assert score["contexts"][context] == score["claimed"]["readiness"]


def test_options_of_the_profile_come_before_the_file(ratings: str, capfd: pytest.CaptureFixture[str]) -> None:
    line = ("assess", str(MINI), "--answers", ratings, "--json", "--years", "2,5", "--place", "night")
    document = json.loads(ctoquiz_run(capfd, *line)[1])
    assert document["profile"]["answers"] == {"years": 2.5, "place": "night", "words": "by-heart"}


def test_a_profile_that_the_pack_does_not_know_is_wrong_usage(capfd: pytest.CaptureFixture[str], ratings: str) -> None:
    said = {
        ("--place", "moon"): "“place” takes one of: week, weekend, night; “moon” is none.\n",
        ("--english", "good"): "This assessment asks nothing about “english”; leave --english away.\n",
        ("--context", "grup"): "There is no context “grup”; did you mean --context group?\n",
        ("--name", " "): "--name is empty; give a pseudonym, or leave the option out.\n",
        ("--resume", "--quick"): "--quick can’t go with --resume or --session, which go on as begun.\n",
        ("--jsonl", "--json"): "--answers can’t go with --jsonl: choose one of them.\n",
    }
    for options, sentence in said.items():
        code, out, err = ctoquiz_run(capfd, "assess", str(MINI), "--answers", ratings, *options)
        told = json.loads(out)["error"]["message"] + "\n" if "--json" in options else err
        assert (code, told) == (2, sentence)
    assert saved() == []


def test_a_bad_file_of_ratings_is_65_with_its_place_and_nothing_is_saved(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    short = {name: value for name, value in RATINGS.items() if name != "rota-tools"} | {"rota-tool": 2}
    file = written(tmp_path, short)
    code, _, err = ctoquiz_run(capfd, "assess", str(MINI), "--answers", file)
    assert code == 65
    assert err.startswith(f"{file}:1:")
    assert "did you mean “rota-tools”?" in err
    assert "The file has no rating of: rota-tools;" in err
    assert saved() == []


def test_a_pack_without_an_assessment_is_65(capfd: pytest.CaptureFixture[str], tmp_path: Path, ratings: str) -> None:
    bare = tmp_path / "bare"
    (bare / "facts").mkdir(parents=True)
    for path in [MINI / "pack.yaml", *(MINI / "facts").iterdir()]:
        (bare / path.relative_to(MINI)).write_bytes(path.read_bytes())
    code, _, err = ctoquiz_run(capfd, "assess", str(bare), "--answers", ratings)
    assert code == 65
    assert err == "The pack “mini” has no assessment; add an assessment.yaml to it, or name another pack.\n"


def test_without_a_terminal_nobody_is_asked(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", open(os.devnull))  # noqa: PTH123, SIM115 - closed with the test
    code, _, err = ctoquiz_run(capfd, "assess", str(MINI))
    assert code == 2
    assert "--answers" in err


def test_not_to_save_leaves_no_file(ratings: str, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ctoquiz_run(capfd, "assess", str(MINI), "--answers", ratings, "--no-save")
    assert code == 0
    assert "This result was not saved." in out
    assert saved() == []


def test_an_edited_score_does_not_count(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from tests.assessmentkit import answered

    from ctoquiz.session.resumingratings import assessment_of
    from ctoquiz.storage.packs import load_pack

    assert answered().is_complete
    items = assessment_of(load_pack("cto")).items
    file = written(tmp_path, {item.id: 2 for item in items})
    assert ctoquiz_run(capfd, "assess", "--answers", file, "--json")[0] == 0
    path = saved()[0]
    honest = json.loads(path.read_text("utf-8"))
    edited = honest | {"score": {"claimed": {"readiness": 1.0, "verdict": "ready"}}, "warnings": [], "advice": []}
    path.write_text(json.dumps(edited), "utf-8")
    shown = json.loads(ctoquiz_run(capfd, "results", "show", honest["id"], "--json")[1])
    assert shown == honest
    listed = json.loads(ctoquiz_run(capfd, "results", "list", "--json")[1])
    assert [each["readiness"] for each in listed] == [honest["score"]["claimed"]["readiness"]]


def test_an_assessment_is_shown_in_the_language_of_its_reader_and_in_no_other(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from ctoquiz.session.resumingratings import assessment_of
    from ctoquiz.storage.packs import load_pack

    assessment = assessment_of(load_pack("cto"))
    ratings: dict[str, Json] = {item.id: place % 5 for place, item in enumerate(assessment.items)}
    file = written(tmp_path, ratings | {"profile": {"years": 7, "place": "paris"}})
    assert ctoquiz_run(capfd, "assess", "--answers", file, "--lang", "fr")[0] == 0
    for line in (("results", "show"), ("results", "show", "--json"), ("report", "--output", "-")):
        page = " ".join(ctoquiz_run(capfd, *line, "--lang", "en")[1].split())
        shown = [each.title for each in assessment.competencies if each.title["en"] in page]
        assert shown, line
        french = [each.title for each in assessment.competencies] + [each.title for each in assessment.contexts]
        french += [each.text for each in assessment.statements]
        assert [each["fr"] for each in french if each["fr"] != each["en"] and f" {each['fr']} " in f" {page} "] == []
        assert "Montants" not in page


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_export_says_all_that_a_score_depends_on(lang: str, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ctoquiz_run(capfd, "export", "assessment", str(MINI), "--lang", lang)
    document = json.loads(out)
    assert code == 0
    assert problems("assessment", document) == []
    assert [len(each["statements"]) for each in document["competencies"]] == [4, 5, 4]


def test_every_line_of_a_conversation_has_its_form(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from io import StringIO

    skipped: JsonObject = {"rating": "n"}
    sent: list[JsonObject] = [{"rating": 3, "evidence": "May"}, {"back": True}, *[skipped] * 19]
    monkeypatch.setattr("sys.stdin", StringIO("".join(json.dumps(each) + "\n" for each in sent)))
    code, out, _ = ctoquiz_run(capfd, "assess", str(MINI), "--jsonl")
    events = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert events[-1]["event"] == "result"
    assert [problem for each in [*events, *sent] for problem in problems("jsonl", each)] == []
    assert events[-1]["result"]["score"]["claimed"]["readiness"] is None
