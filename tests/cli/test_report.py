"""`ctoquiz report`: where the page goes, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ctoquiz.cli.door import enter
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.storage.packs import load_pack

LEFT = "<!DOCTYPE html>"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A data folder with the results of two quizzes; the current folder is another."""
    folder = tmp_path / "data"
    answers = tmp_path / "answers.json"
    answers.write_text('["?", "?", "?"]', "utf-8")
    for name in ("Ada", "<script>alert(1)</script>"):
        line = [
            "play",
            "--seed",
            "7",
            "--count",
            "3",
            "--answers",
            str(answers),
            "--name",
            name,
            "--data-dir",
            str(folder),
        ]
        assert enter(line, {}) == 0
    capsys.readouterr()
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return folder


def results(data: Path) -> list[JsonObject]:
    """The results, the oldest first."""
    found: list[JsonObject] = [json.loads(path.read_text("utf-8")) for path in (data / "results").glob("*.json")]
    return sorted(found, key=lambda each: (str(each["started_at"]), str(each["id"])))


def ids(data: Path) -> dict[str, str]:
    """The id of each participant's result."""
    return {str(each["participant"]): str(each["id"]) for each in results(data)}


def test_the_page_of_the_latest_result_goes_into_this_folder_and_one_line_says_where(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    latest = results(data)[-1]["id"]
    assert enter(["report", "--data-dir", str(data)], {}) == 0
    assert capsys.readouterr().out == f"The report is in ctoquiz-{latest}.html\n"
    assert [path.name for path in Path().iterdir()] == [f"ctoquiz-{latest}.html"]
    assert f"Result {latest}." in Path(f"ctoquiz-{latest}.html").read_text("utf-8")


def test_the_page_is_of_the_latest_that_was_finished_and_whoever_left_one_since_is_told(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    finished, latest = results(data)
    path = data / "results" / f"{latest['id']}.json"
    path.write_text(json.dumps(latest | {"status": "stopped"}), "utf-8")
    assert enter(["report", "--data-dir", str(data)], {}) == 0
    out, err = capsys.readouterr()
    assert out == f"The report is in ctoquiz-{finished['id']}.html\n"
    assert err == f"The last session was stopped; this is the last that was finished, {finished['id']}.\n"
    assert enter(["report", str(latest["id"]), "--data-dir", str(data)], {}) == 0
    assert capsys.readouterr() == (f"The report is in ctoquiz-{latest['id']}.html\n", "")
    (data / "results" / f"{finished['id']}.json").unlink()
    assert enter(["report", "--data-dir", str(data)], {}) == 0
    assert capsys.readouterr().err.startswith("No session was finished yet;")


def test_a_result_is_named_by_its_id_and_its_file_by_output(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ids(data)["Ada"]
    assert enter(["report", wanted, "--output", "ada.html", "--data-dir", str(data), "--lang", "fr"], {}) == 0
    assert capsys.readouterr().out == "Le rapport est dans ada.html\n"
    page = Path("ada.html").read_text("utf-8")
    assert page.startswith(LEFT)
    assert '<html lang="fr">' in page
    assert f"Résultat {wanted}." in page


def test_a_dash_prints_the_page_and_nothing_else(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert enter(["report", ids(data)["Ada"], "--output", "-", "--data-dir", str(data)], {}) == 0
    out = capsys.readouterr().out
    assert out.startswith(LEFT)
    assert out.endswith("</html>\n")
    assert list(Path().iterdir()) == []


def test_a_name_full_of_html_is_shown_as_it_is(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    enter(["report", ids(data)["<script>alert(1)</script>"], "--output", "-", "--data-dir", str(data)], {})
    out = capsys.readouterr().out
    assert "<dd>&lt;script&gt;alert(1)&lt;/script&gt;</dd>" in out
    assert "<script" not in out


def test_a_result_that_is_not_there_is_said_with_what_is_near(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ids(data)["Ada"]
    assert enter(["report", wanted[:-1] + "!", "--data-dir", str(data)], {}) == 66
    assert wanted in capsys.readouterr().err


def test_with_nothing_saved_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert enter(["report", "--data-dir", str(tmp_path)], {}) == 66
    assert capsys.readouterr().err == "Nothing is saved here yet; take a quiz with: ctoquiz play\n"


def test_a_place_that_can_not_be_written_is_said_and_nothing_is_left_there(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enter(["report", "--output", str(Path("no") / "page.html"), "--data-dir", str(data)], {}) in (73, 74)
    assert "--output" in capsys.readouterr().err
    assert list(Path().iterdir()) == []


def test_a_result_whose_answers_are_none_is_refused_with_its_file(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = results(data)[-1]
    path = data / "results" / f"{document['id']}.json"
    document["answers"] = [{**each, "answer": "zz"} for each in document["answers"]]  # type: ignore[union-attr, dict-item]
    path.write_text(json.dumps(document), "utf-8")
    assert enter(["report", "--data-dir", str(data)], {}) == 65
    assert str(path) in capsys.readouterr().err
    assert list(Path().iterdir()) == []


@pytest.fixture
def assessed(data: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The file of an assessment that was saved after the quizzes."""
    assessment = load_pack().assessment
    assert assessment is not None
    answers = data.parent / "ratings.json"
    answers.write_text(json.dumps({each.id: 2 for each in assessment.items}), "utf-8")
    assert enter(["assess", "--answers", str(answers), "--data-dir", str(data)], {}) == 0
    capsys.readouterr()
    return next(
        path
        for path in (data / "results").glob("*.json")
        if json.loads(path.read_text("utf-8"))["type"] == "assessment"
    )


def test_an_assessment_has_a_page_of_its_own(data: Path, assessed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert enter(["report", assessed.stem, "--output", "-", "--data-dir", str(data)], {}) == 0
    out = capsys.readouterr().out
    assert '<p class="kind">Self-assessment</p>' in out
    assert 'class="radar-chart"' in out


def test_a_score_that_was_edited_does_not_count(data: Path, assessed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["report", assessed.stem, "--output", "-", "--data-dir", str(data)]
    enter(line, {})
    before = capsys.readouterr().out
    document = json.loads(assessed.read_text("utf-8"))
    document["score"]["claimed"] |= {"readiness": 1.0, "verdict": "ready", "gates_failed": []}
    assessed.write_text(json.dumps(document), "utf-8")
    enter(line, {})
    assert capsys.readouterr().out == before


def test_an_assessment_on_another_edition_of_the_pack_is_refused_as_its_answers_mean_nothing(
    data: Path, assessed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(assessed.read_text("utf-8"))
    document["pack"]["digest"] = "0" * 64
    assessed.write_text(json.dumps(document), "utf-8")
    assert enter(["report", assessed.stem, "--data-dir", str(data)], {}) == 65
    told = capsys.readouterr().err
    assert told.startswith(f"{assessed}: This assessment rests on edition ")
    assert list(Path().iterdir()) == []
