"""Nobody meets a question that can’t be asked in the middle of a quiz."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.packkit import UNASKABLE, write_unaskable

from ctoquiz.cli.door import enter


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_unaskable(tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "export quiz . --seed 1",
        "play . --jsonl --no-save",
        "play . --jsonl --no-save --seed 1",
        "pack show .",
        "pack show . signs.plus",
    ],
)
def test_whoever_would_meet_it_is_told_its_place_before_anything_is_asked(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enter(line.split(), {}) == 65
    assert capsys.readouterr() == ("", UNASKABLE + "\n")


def test_a_quiz_without_it_can_be_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    assert enter(["export", "quiz", ".", "--fact", "signs.plus", "--seed", "1"], {}) == 0
    assert '"id": "signs.plus/type"' in capsys.readouterr().out
