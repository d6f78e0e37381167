"""A question that can’t be asked is told with its place, to whoever asks for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.packkit import UNASKABLE, write_unaskable

from ctoquiz.errors import BadInput
from ctoquiz.storage import packreader
from ctoquiz.storage.packs import load_pack


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_unaskable(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("known", [False, True])
def test_every_question_is_built_where_that_is_asked_for(folder: Path, known: bool) -> None:
    if known:
        load_pack(".")
    with pytest.raises(BadInput) as caught:
        load_pack(".", every_question=True)
    assert [f"{each.where}: {each.message.format(**each.values)}" for each in caught.value.problems] == [UNASKABLE]


def test_a_pack_all_of_whose_questions_can_be_asked_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = folder / "facts" / "work.yaml"
    facts.write_text(facts.read_text("utf-8").replace("…", "dots"), "utf-8")
    pack = load_pack(".", every_question=True)
    monkeypatch.delattr(packreader, "read_pack")
    assert load_pack(".", every_question=True) == load_pack(".") == pack
