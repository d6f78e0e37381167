"""Yes or no, go on or begin anew."""

from __future__ import annotations

import io
import sys

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from tests.terminal.builders import both

from ctoquiz.i18n.words import Words
from ctoquiz.terminal import Pending, confirm, offer_resume, prompts

DUMB = {"TERM": "dumb"}
PENDING = Pending(both("The CTO’s job", "Le métier de CTO"), "2026-11-23", 4, 10)


class Tty(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def typing(monkeypatch: pytest.MonkeyPatch, text: str) -> Tty:
    """Type a text; the screen it is typed at."""
    shown = Tty()
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    monkeypatch.setattr(sys, "stdout", shown)
    return shown


@pytest.mark.parametrize(
    ("lang", "typed", "answer"),
    [
        ("en", "y\n", True),
        ("en", "Yes\n", True),
        ("en", "n\n", False),
        ("fr", "o\n", True),
        ("fr", "oui\n", True),
        ("fr", "y\nnon\n", False),
        ("en", "", False),
    ],
)
def test_yes_and_no_are_typed_in_the_users_language(
    monkeypatch: pytest.MonkeyPatch, lang: str, typed: str, answer: bool
) -> None:
    typing(monkeypatch, typed)
    assert confirm("?", Words(lang), plain=True, environment={}) is answer


@pytest.mark.parametrize(("typed", "choice"), [("a\n", "resume"), ("b\n", "new"), ("x\nB\n", "new"), ("", "quit")])
def test_a_session_that_was_left_is_offered(monkeypatch: pytest.MonkeyPatch, typed: str, choice: str) -> None:
    typing(monkeypatch, typed)
    assert offer_resume(PENDING, Words("en"), plain=False, environment=DUMB) == choice


def test_the_offer_says_what_was_left_and_how_far_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    out = typing(monkeypatch, "a\n")
    offer_resume(PENDING, Words("en"), plain=True, environment={})
    assert (
        out.getvalue()
        == """\

A quiz was left before its end: The CTO’s job, begun 2026-11-23, 4 of 10
answered. Go on with it?

a. Go on with it
b. Begin a new quiz; this one can be resumed later
Your choice: """
    )


@pytest.mark.parametrize(
    ("lang", "keys", "answer"), [("fr", "o\r", True), ("fr", "\r", False), ("en", "y\r", True), ("en", "\x04", False)]
)
def test_yes_and_no_are_a_menu_where_there_are_keys(
    monkeypatch: pytest.MonkeyPatch, lang: str, keys: str, answer: bool
) -> None:
    with create_pipe_input() as typed:
        typing(monkeypatch, "")
        typed.send_text(keys)
        monkeypatch.setattr(prompts, "create_input", lambda: typed)
        monkeypatch.setattr(prompts, "create_output", lambda stream: DummyOutput())
        assert confirm("?", Words(lang), plain=False, environment={"NO_COLOR": "1"}) is answer
