"""Real screens: a command in a pseudo-terminal of its own, a terminal emulator, and a person's keys."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal for these tests", allow_module_level=True)
pexpect = pytest.importorskip("pexpect", reason="there is no pexpect here")
pyte = pytest.importorskip("pyte", reason="there is no pyte here")

import termios  # noqa: E402 - there is none on Windows

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 30
"""Seconds that a machine may take, however busy it is."""

QUIET = 0.1
"""Seconds without output after which a screen counts as drawn."""

COMMAND = (sys.executable, "-m", "ctoquiz")
DOWN, ENTER, CTRL_C, CTRL_D, CTRL_Z = "\x1b[B", "\r", "\x03", "\x04", "\x1a"

_PROMPT = re.compile(r"(?m)^ [❯>](?: |$)")
_UNKNOWN_POINTED_AT = re.compile(r"(?m)^ [❯>] (?:[☐☑] |\[[ x]\] )?\?")
_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
_USUAL_MODES = {b"25": b"h", b"7": b"h"}
"""The cursor is seen and lines wrap; every other mode is off."""


class Seen:
    """A command at a terminal of so many columns and rows, and everything that it ever showed.

    `raw` is every byte that came; `display` what stands on the screen now; `all` what scrolled off too. `program` is
    run instead of ctoquiz where it is named; `encoding` is what the terminal understands.
    """

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        program: tuple[str, ...] = COMMAND,
        environment: Mapping[str, str] | None = None,
        encoding: str = "utf-8",
    ) -> None:
        self.screen = pyte.HistoryScreen(columns, rows, history=20_000)
        self.raw = b""
        self.encoding = encoding
        self._stream = pyte.Stream(self.screen)
        self.child = pexpect.spawn(
            program[0],
            [*program[1:], *arguments],
            dimensions=(rows, columns),
            cwd=ROOT,
            env=variables(environment or {}),
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        self.modes_before = termios.tcgetattr(self.child.child_fd)
        self.modes_after = self.modes_before

    @property
    def display(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def all(self) -> str:
        """What stands on the screen and what scrolled off above it."""
        columns = range(self.screen.columns)
        above = ("".join(line[column].data for column in columns) for line in self.screen.history.top)
        return "\n".join(line.rstrip() for line in chain(above, self.screen.display))

    def sees(self, text: str) -> None:
        """Wait until the text is on the screen or scrolled off, spaces and line ends apart."""
        wanted = squeezed(text)
        self.until(lambda: wanted in squeezed(self.all), text)

    def until(self, there: Callable[[], object], what: str) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < end, f"never saw {what!r} in:\n{self.all}"
            if not self._read(0.2):
                assert there(), f"ended without {what!r}:\n{self.all}"

    def is_asked(self) -> None:
        """Wait for a prompt, with everything around it."""
        self.until(lambda: _PROMPT.search(self.display), "a prompt")
        self.settle()

    def settle(self) -> None:
        """Wait until nothing more comes for a moment."""
        size = -1
        while size != len(self.raw):
            size = len(self.raw)
            self._read(QUIET)

    def reads_menu(self) -> list[str]:
        """Go down through a menu to “I don’t know”; the screens on the way."""
        screens = [self.display]
        while not _UNKNOWN_POINTED_AT.search(screens[-1]):
            self.types(DOWN)
            self.until(lambda: self.display != screens[-1], "the pointer moving")
            self.settle()
            screens.append(self.display)
            assert len(screens) < 300, f"“I don’t know” is never reached:\n{self.display}"
        return screens

    def types(self, keys: str) -> None:
        """Press keys."""
        self.child.send(keys.encode(self.encoding))

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal larger or smaller, and tell the command (SIGWINCH)."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def ends(self) -> int:
        """Wait for the end; the exit code, 128 and its number for a signal that nobody caught."""
        end = time.monotonic() + PATIENCE
        while self._read(0.2):
            assert time.monotonic() < end, f"never ended:\n{self.all}"
        self.modes_after = termios.tcgetattr(self.child.child_fd)
        self.child.close(force=False)
        status = self.child.exitstatus
        return status if isinstance(status, int) else 128 + int(self.child.signalstatus or 0)

    def is_sane(self) -> bool:
        """Whether a command that has ended left the terminal as it was: echo and lines, cursor, screen and modes."""
        modes = {**_USUAL_MODES, **dict(_MODE.findall(self.raw))}
        changed = {number for number, state in modes.items() if state != _USUAL_MODES.get(number, b"l")}
        return self.modes_after == self.modes_before and not changed

    def _read(self, timeout: float) -> bool:
        try:
            data = self.child.read_nonblocking(65536, timeout=timeout)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        before = self.raw.decode(self.encoding, "ignore")
        self.raw += data
        self._stream.feed(self.raw.decode(self.encoding, "ignore")[len(before) :])
        return True


@contextmanager
def seen(
    *arguments: str,
    columns: int = 80,
    rows: int = 24,
    program: tuple[str, ...] = COMMAND,
    environment: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
) -> Iterator[Seen]:
    """A command at a terminal; it is ended at the end, whatever happens."""
    command = Seen(*arguments, columns=columns, rows=rows, program=program, environment=environment, encoding=encoding)
    try:
        yield command
    finally:
        command.child.close(force=True)


def variables(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a person at a terminal that can do everything; a variable that is empty is not set."""
    own = {name: value for name, value in os.environ.items() if name.startswith(("HOME", "XDG_", "CTOQUIZ_", "PATH"))}
    whole = {**own, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **more}
    return {name: value for name, value in whole.items() if value}


def squeezed(text: str) -> str:
    """The text without its spaces: however it is wrapped, it is the same."""
    return "".join(text.split())


def missing(texts: list[str], screens: list[str]) -> list[str]:
    """The words of the texts that no screen shows whole, nor one and the next where it was scrolled on."""
    shown = [squeezed(each) for each in (*screens, _scrolled(screens))]
    return [word for text in texts for word in text.split() if not any(word in each for each in shown)]


def _scrolled(screens: list[str]) -> str:
    """Screens that begin with the last lines of the one before, as one long screen."""
    whole: list[str] = []
    for screen in screens:
        lines = [line.removeprefix(" ❯").strip() for line in screen.splitlines() if line.strip()]
        again = next((size for size in range(len(lines), 0, -1) if whole[-size:] == lines[:size]), 0)
        whole += lines[again:]
    return "\n".join(whole)


ENDS: Mapping[str, tuple[str | signal.Signals, int]] = {
    "Ctrl-C": (CTRL_C, 130),
    "Ctrl-D": (CTRL_D, 4),
    "TERM": (signal.SIGTERM, 143),
    "HUP": (getattr(signal, "SIGHUP", signal.SIGTERM), 129),
}
"""Ways to end a session early: a key or a signal, and the exit code."""
