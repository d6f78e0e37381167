from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.storage import yamllayout
from ctoquiz.storage.yamllayout import Lines


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamllayout, "_BLOCK", 4)


TEXTS = st.text(alphabet="ab\n")


@given(TEXTS, st.data())
def test_a_character_has_the_line_and_the_column_that_an_editor_shows(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    before = text[:index].split("\n")
    assert Lines(text).place(index) == (len(before), len(before[-1]) + 1)


@given(TEXTS)
def test_lines_are_those_between_line_feeds(text: str) -> None:
    lines = Lines(text)
    expected = text.split("\n")
    assert lines.count == len(expected)
    assert [lines.line(number) for number in range(len(expected) + 2)] == ["", *expected, ""]
