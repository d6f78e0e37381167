"""Is there somebody to ask, and may it be in colour."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from ctoquiz.errors import WrongUsage
from ctoquiz.terminal import screen
from ctoquiz.terminal.lines import Span
from ctoquiz.terminal.screen import Screen, coloured, dumb, interactive, require_terminal, seen
from ctoquiz.terminal.signs import ASCII, UNICODE, fits


class Tty(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        super().isatty()  # raises ValueError once it is closed
        return True


@pytest.fixture(autouse=True)
def no_terminal_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "_CONTROLLING_TERMINAL", tmp_path / "none" / "tty")


def closed() -> Tty:
    stream = Tty()
    stream.close()
    return stream


def test_there_is_somebody_to_ask_where_input_and_an_output_are_terminals() -> None:
    assert interactive(Tty(), Tty())
    assert interactive(Tty(), io.StringIO(), Tty())


def test_pipes_and_closed_and_absent_streams_are_no_terminals() -> None:
    for stdin, stdout in ((io.StringIO(), Tty()), (None, Tty()), (closed(), Tty()), (Tty(), None), (Tty(), closed())):
        assert not interactive(stdin, stdout)


def test_the_terminal_of_the_process_will_do_where_every_output_is_redirected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "_CONTROLLING_TERMINAL", tmp_path / "tty")
    assert interactive(Tty(), io.StringIO())
    assert Path(seen(io.StringIO(), None, apart=False).name) == tmp_path / "tty"


def test_without_a_terminal_the_refusal_names_the_ways_to_script() -> None:
    with pytest.raises(WrongUsage, match=r"--answers .* --jsonl"):
        require_terminal(io.StringIO("b\n"), Tty())
    require_terminal(Tty(), Tty())


def test_questions_go_to_standard_output_but_apart_from_a_document() -> None:
    out, err = Tty(), Tty()
    assert seen(out, err, apart=False) is out
    assert seen(out, err, apart=True) is err
    assert seen(io.StringIO(), err, apart=False) is err


def test_where_nothing_can_be_shown_it_is_said() -> None:
    with pytest.raises(WrongUsage, match="no terminal to show questions on"):
        seen(io.StringIO(), io.StringIO(), apart=False)


def test_colours_are_for_terminals_that_want_them() -> None:
    assert coloured(Tty(), {"TERM": "xterm"})
    assert not coloured(io.StringIO(), {"TERM": "xterm"})
    assert not coloured(Tty(), {"TERM": "xterm", "NO_COLOR": "1"})
    assert not coloured(Tty(), {"TERM": "dumb"})
    assert coloured(Tty(), {"NO_COLOR": ""})


def test_a_dumb_terminal_is_known_by_its_name() -> None:
    assert dumb({"TERM": "dumb"})
    assert not dumb({"TERM": "xterm-256color"})
    assert not dumb({})


def test_a_screen_without_colour_is_sent_no_control_sequence() -> None:
    page = [(Span("Right", "right"),)]
    plain, painted = io.StringIO(), io.StringIO()
    Screen(plain, colour=False).show(page)
    Screen(painted, colour=True).show(page)
    assert (plain.getvalue(), painted.getvalue()) == ("Right\n", "\x1b[32mRight\x1b[0m\n")


def test_a_stream_that_is_no_terminal_is_80_columns_wide() -> None:
    assert Screen(io.StringIO(), colour=False).columns == 80


@pytest.mark.parametrize(("encoding", "signs"), [("utf-8", UNICODE), ("cp1252", ASCII), ("ascii", ASCII)])
def test_signs_are_those_that_the_stream_can_hold(encoding: str, signs: object) -> None:
    assert fits(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is signs
