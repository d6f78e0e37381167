"""Whoever goes on with a quiz is never given an assessment, nor the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.errors import InputNotFound, WrongUsage
from ctoquiz.session.resuming import split
from ctoquiz.storage.journal import Journal, resume


def left(folder: Path, session: str, kind: str) -> None:
    with Journal.begin(folder, {"schema": "ctoquiz/result/1", "type": kind}, session) as journal:
        journal.record({"seconds": 1.0})


def test_the_latest_session_of_the_kind_is_resumed_not_the_latest_of_all(tmp_path: Path) -> None:
    left(tmp_path, "a-quiz", "quiz")
    left(tmp_path, "b-assessment", "assessment")
    with resume(tmp_path, None, split, "quiz").journal as journal:
        assert journal.id == "a-quiz"
    with resume(tmp_path, None, split, "assessment").journal as journal:
        assert journal.id == "b-assessment"


def test_a_session_of_the_other_kind_is_refused_with_the_command_that_goes_on_with_it(tmp_path: Path) -> None:
    left(tmp_path, "b-assessment", "assessment")
    with pytest.raises(WrongUsage, match="ctoquiz assess --session b-assessment"):
        resume(tmp_path, "b-assessment", split, "quiz")
    with resume(tmp_path, "b-assessment", split, "assessment").journal as journal:
        assert journal.id == "b-assessment"  # it was left as it was, and free


def test_one_of_the_other_kind_that_another_process_has_open_is_in_nobodys_way(tmp_path: Path) -> None:
    left(tmp_path, "a-quiz", "quiz")
    header: JsonObject = {"schema": "ctoquiz/result/1", "type": "assessment"}
    with (
        Journal.begin(tmp_path, header, "b-assessment"),
        resume(tmp_path, None, split, "quiz").journal as journal,
    ):
        assert journal.id == "a-quiz"


@pytest.mark.parametrize(
    ("kind", "other", "command"), [("quiz", "assessment", "assess"), ("assessment", "quiz", "play")]
)
def test_with_sessions_of_the_other_kind_alone_the_command_that_goes_on_with_one_is_told(
    tmp_path: Path, kind: str, other: str, command: str
) -> None:
    with pytest.raises(InputNotFound, match="begin one"):
        resume(tmp_path, None, split, kind)
    left(tmp_path, "a-session", other)
    with pytest.raises(InputNotFound, match=f"only .* “ctoquiz {command} --resume”"):
        resume(tmp_path, None, split, kind)


def test_a_stopped_assessment_becomes_its_ratings_again() -> None:
    answer: JsonObject = {"statement": "s", "rating": 3, "evidence": "May", "seconds": 2.0}
    result: JsonObject = {
        "type": "assessment",
        "status": "stopped",
        "finished_at": "…",
        "seconds": 9.0,
        "context": "sme",
        "answers": [answer],
        "score": {},
        "warnings": [],
        "advice": [],
        "profile": {"years": 4},
    }
    assert split(result) == (
        {"type": "assessment", "context": "sme", "profile": {"years": 4}},
        [{**answer, "spent": 9.0}],
    )
