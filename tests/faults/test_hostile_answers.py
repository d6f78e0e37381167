"""Files and lines of answers that fit nothing: refused with their places, and never saved as complete."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.faults.commands import ran
from tests.faults.conftest import Record
from tests.faults.hostile import TOKENS
from tests.faults.mutating import Base, mutant
from tests.faults.resultmutants import STOPPED, command, make_once
from tests.faults.test_hostile_results import ANY_JSON

from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.scripted.channel import MOST_ERRORS

DRAW = ("--seed", "answers", "--count", "4", "--kind", "single")
BAD = 65


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The right answers, by the ids of the questions."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        quiz = json.loads(command(patched, ["export", "quiz", *DRAW, "--format", "json"]).out)
    return {each["id"]: each["answer"] for each in quiz["questions"]}


def results(folder: Path) -> list[JsonObject]:
    return [json.loads(path.read_text()) for path in (folder / "results").glob("*.json")]


def test_fault_43_answers_that_do_not_fit_are_refused_and_nothing_is_saved(
    answers: dict[str, str], tmp_path: Path, record: Record
) -> None:
    ids, given_ = list(answers), list(answers.values())
    bad: dict[str, tuple[object, str]] = {
        "a list too short": (given_[:-1], f"add the missing ones, from {ids[-1]} on"),
        "a list too long": ([*given_, "a"], "remove those that are too many"),
        "a question left out": ({id_: answers[id_] for id_ in ids[1:]}, f"no answer to: {ids[0]}"),
        "an unknown id": ({**answers, "nothing/of/this": "a"}, "“nothing/of/this” is not a question of this quiz"),
        "an id misspelt": ({**answers, ids[0] + "x": "a"}, f"did you mean “{ids[0]}”?"),
        "no answers": ([], "has 0 answers for 4 questions"),
        "an answer that is none": ({**answers, ids[0]: "é€"}, f"{ids[0]}: "),
        "a list of lists": ([[each] for each in given_], "An answer is a text"),
        "a text": ("abcd", "must be a list in the order asked"),
    }
    for number, (what, (content, told)) in enumerate(bad.items()):
        file = tmp_path / "answers.json"
        file.write_text(json.dumps(content))
        data = tmp_path / str(number)
        ended = ran(["play", *DRAW, "--answers", str(file), "--data-dir", str(data)])
        assert ended.code == BAD, (what, ended)
        assert told in ended.err, what
        assert all(line.startswith(f"{file}:") for line in ended.err.splitlines())
        assert list((data / "results").iterdir()) == [], what
    record("a list too short or too long, ids unknown or missing, answers that are none", cases=len(bad))


def test_fault_43_ratings_that_do_not_fit_are_refused_and_nothing_is_saved(tmp_path: Path, record: Record) -> None:
    sheet = json.loads(ran(["export", "assessment", "--format", "json"]).out)
    ids = [each["id"] for competency in sheet["competencies"] for each in competency["statements"]]
    right = dict.fromkeys(ids, "2")
    bad: tuple[object, ...] = (
        dict.fromkeys(ids[1:], "2"), {**right, "nothing": "2"}, {**right, ids[0]: "5"}, {**right, ids[0]: ["2"]}, [],
        {**right, "profile": {"nothing": 1}}, {**right, "profile": []}, "2",
    )  # fmt: skip
    for number, content in enumerate(bad):
        file = tmp_path / "ratings.json"
        file.write_text(json.dumps(content))
        data = tmp_path / str(number)
        ended = ran(["assess", "--answers", str(file), "--data-dir", str(data)])
        assert ended.code == BAD, ended
        assert all(line.startswith(f"{file}:") for line in ended.err.splitlines()), ended.err
        assert list((data / "results").iterdir()) == []
    record("ratings missing, unknown, out of the scale; a profile that is none", cases=len(bad))


def test_fault_43_a_huge_file_of_unknown_ids_is_refused_in_little_time(tmp_path: Path, record: Record) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({f"no/such/question-{number}": "a" for number in range(50_000)}))
    ended = ran(["play", *DRAW, "--answers", str(file), "--no-save"])
    assert ended.code == BAD
    assert ended.seconds < 4
    assert len(ended.err.splitlines()) <= 1001
    record("50,000 unknown ids")


def test_fault_43_any_spoilt_file_of_answers_is_refused_or_right(
    answers: dict[str, str], tmp_path: Path, record: Record, soaking: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = Base.of("".join(f"{id_}: '{answer}'\n" for id_, answer in answers.items()).encode())
    make_once(monkeypatch)
    file = tmp_path / "answers.yaml"
    cases = 5_000 if soaking else 150
    for number in range(cases):
        data = tmp_path / f"data-{number // 50}"  # every command reads all earlier results
        file.write_bytes(mutant(base, [base], Random(number)))
        ended = command(monkeypatch, ["play", *DRAW, "--answers", str(file), "--data-dir", str(data)])
        assert ended.code in (0, BAD), (number, ended)
        assert ended.code == 0 or all(line.startswith(f"{file}:") for line in ended.err.splitlines()), (number, ended)
    saved = [each for data in tmp_path.glob("data-*") for each in results(data)]
    assert saved
    assert all(len(each["answers"]) == len(answers) for each in saved if isinstance(each["answers"], list))
    record("a mutant of a file of answers", cases=cases)


@given(
    lines=st.lists(
        ANY_JSON.map(json.dumps)
        | st.sampled_from(TOKENS)
        | st.text(max_size=30)
        | st.fixed_dictionaries({"answer": ANY_JSON}).map(json.dumps),
        max_size=6,
    )
)
def test_fault_43_any_lines_of_a_program_are_answered_and_never_complete_a_quiz(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str]
) -> None:
    given_ = "\n".join(line.replace("\n", " ") for line in lines)
    ended = command(monkeypatch, ["play", *DRAW, "--jsonl", "--data-dir", str(tmp_path)], given_)
    events = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.err == ""
    assert events[-1]["event"] == "result"
    answered = sum(each["event"] == "feedback" for each in events)
    assert ended.code == (0 if answered == 4 else STOPPED)
    assert (events[-1]["result"]["status"] == "complete") == (answered == 4)
    assert sum(each["event"] == "error" for each in events) <= MOST_ERRORS * 4
    record("lines of anything over JSON Lines")
