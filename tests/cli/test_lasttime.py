"""What a result is held against: the one that ended last, whenever it was begun."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.assessmentkit import MINI, example

from ctoquiz.cli.door import enter

QUIZ = (str(MINI), "--seed", "1", "--count", "4")


def ran(capfd: pytest.CaptureFixture[str], *line: str) -> str:
    """What a command line that ends well prints."""
    assert enter(line, os.environ) == 0
    return " ".join(capfd.readouterr().out.split())


def ended(session: str, started_at: str, finished_at: str) -> None:
    """Change when a saved session began and ended."""
    path = Path(os.environ["CTOQUIZ_DATA_DIR"]) / "results" / f"{session}.json"
    document = json.loads(path.read_text("utf-8")) | {"started_at": started_at, "finished_at": finished_at}
    path.write_text(json.dumps(document), "utf-8")


def given(folder: Path, answers: object) -> str:
    file = folder / "answers.json"
    file.write_text(json.dumps(answers), "utf-8")
    return str(file)


def test_a_quiz_is_held_against_the_one_that_ended_last(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    questions = json.loads(ran(capfd, "export", "quiz", *QUIZ))["questions"]
    right, none = given(tmp_path, [each["answer"] for each in questions]), tmp_path / "none.json"
    none.write_text(json.dumps(["?"] * 4), "utf-8")
    left = json.loads(ran(capfd, "play", *QUIZ, "--answers", right, "--json"))["id"]
    other = json.loads(ran(capfd, "play", *QUIZ, "--answers", str(none), "--json"))["id"]
    ended(left, "2026-01-01T09:00:00Z", "2026-01-03T09:00:00Z")  # left for two days, then gone on with
    ended(other, "2026-01-02T09:00:00Z", "2026-01-02T09:10:00Z")
    assert "Last time it was 100%" in ran(capfd, "play", *QUIZ, "--answers", right)


def test_an_assessment_is_held_against_the_one_that_ended_last_before_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def assessed(rating: int, started_at: str, finished_at: str) -> str:
        file = given(tmp_path, {item.id: rating for item in example().items})
        session = str(json.loads(ran(capfd, "assess", str(MINI), "--answers", file, "--json"))["id"])
        ended(session, started_at, finished_at)
        return session

    assessed(4, "2026-01-01T09:00:00Z", "2026-01-03T09:00:00Z")
    assessed(0, "2026-01-02T09:00:00Z", "2026-01-02T09:10:00Z")
    file = given(tmp_path, {item.id: 4 for item in example().items})
    page = ran(capfd, "assess", str(MINI), "--answers", file)
    assert "Readiness 100% → 100%" in page
    assert "Since Jan 3, 2026" in page
