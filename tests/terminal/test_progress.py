"""A bar for whoever waits at a terminal, after a moment; nothing for anybody else."""

from __future__ import annotations

from io import StringIO

import pytest

from ctoquiz.terminal import progress
from ctoquiz.terminal.progress import watched


def test_all_items_come_in_their_order_with_and_without_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    for stream in (None, StringIO()):
        assert list(watched("abc", "Working", stream)) == ["a", "b", "c"]


def test_a_bar_appears_only_after_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 1000.0)
    stream = StringIO()
    list(watched("abc", "Working", stream))
    assert stream.getvalue() == ""


def test_the_bar_says_what_is_done_and_how_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    stream = StringIO()
    for _ in watched("abc", "Working", stream):
        pass
    assert "Working" in stream.getvalue()
    assert "/3" in stream.getvalue()
