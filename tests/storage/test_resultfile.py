from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.errors import BadInput, InputNotFound
from ctoquiz.storage.resultfile import StoredResult, read_result

QUIZ: JsonObject = {
    "schema": "ctoquiz/result/1",
    "type": "quiz",
    "id": "20261123-090000-ab12",
    "status": "complete",
    "started_at": "2026-11-23T09:00:00Z",
    "finished_at": "2026-11-23T09:02:00Z",
    "seconds": 93.4,
    "participant": None,
    "tool": {"name": "ctoquiz", "version": "1"},
    "pack": {"id": "cto"},
    "quiz": {"code": "x"},
    "answers": [{"question": "q1"}],
    "score": {"points": 1.0},
}
ASSESSMENT: JsonObject = {name: value for name, value in QUIZ.items() if name != "quiz"} | {"type": "assessment"}


def written(folder: Path, document: Json) -> Path:
    path = folder / "a.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize("document", [QUIZ, ASSESSMENT])
def test_a_result_is_read_whole(tmp_path: Path, document: JsonObject) -> None:
    path = written(tmp_path, document)
    started = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert read_result(path) == StoredResult("20261123-090000-ab12", path, started, document)


def test_a_stopped_result_is_told_from_a_complete_one(tmp_path: Path) -> None:
    assert not read_result(written(tmp_path, QUIZ)).is_stopped
    assert read_result(written(tmp_path, {**QUIZ, "status": "stopped"})).is_stopped


@pytest.mark.parametrize("schema", ["ctoquiz/result/2", "ctoquiz/result/10"])
def test_a_result_of_a_newer_schema_is_refused_and_untouched(tmp_path: Path, schema: str) -> None:
    path = written(tmp_path, {"schema": schema})
    before = path.read_bytes()
    with pytest.raises(BadInput) as caught:
        read_result(path)
    assert str(caught.value) == f"This result was written by a newer ctoquiz ({schema}); update ctoquiz to read it."
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "document", [[], None, 1, "x", {}, {"schema": "ctoquiz/quiz/1"}, {"schema": 1}, {"schema": []}]
)
def test_what_is_no_result_is_refused(tmp_path: Path, document: Json) -> None:
    with pytest.raises(BadInput, match="This is not a result of ctoquiz"):
        read_result(written(tmp_path, document))


WRONG: list[tuple[str, Json]] = [
    ("type", "exam"),
    ("id", "../../etc"),
    ("id", ""),
    ("id", 7),
    ("status", "finished"),
    ("started_at", "yesterday"),
    ("started_at", "2026-11-23T09:00:00"),
    ("finished_at", None),
    ("seconds", -1),
    ("seconds", True),
    ("seconds", "93"),
    ("participant", 7),
    ("tool", "ctoquiz"),
    ("pack", []),
    ("quiz", None),
    ("answers", {}),
    ("answers", ["b"]),
    ("score", 7.5),
]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_a_field_that_is_not_what_it_should_be_is_named(tmp_path: Path, field: str, value: Json) -> None:
    with pytest.raises(BadInput) as caught:
        read_result(written(tmp_path, {**QUIZ, field: value}))
    assert str(caught.value) == (
        f"“{field}” of this result is missing, or not what it should be; take the file out of this folder."
    )
    assert str(caught.value.problems[0].where) == str(tmp_path / "a.json")


@pytest.mark.parametrize("field", [name for name in QUIZ if name not in ("schema", "participant")])
def test_a_field_that_is_missing_is_named(tmp_path: Path, field: str) -> None:
    with pytest.raises(BadInput, match=f"“{field}”"):
        read_result(written(tmp_path, {name: value for name, value in QUIZ.items() if name != field}))


def test_a_file_that_is_gone_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound):
        read_result(tmp_path / "a.json")
