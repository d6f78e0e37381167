"""The stream that a person looks at: is there one, how wide is it, may it be coloured."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from ctoquiz.errors import N_, WrongUsage
from ctoquiz.terminal.lines import Line, painted, plain
from ctoquiz.terminal.literal import encodable

USUAL_COLUMNS = 80
_CONTROLLING_TERMINAL = Path("CONOUT$" if sys.platform == "win32" else "/dev/tty")


class Screen:
    """Where pages are shown: a stream, with colours or not. Whatever the stream can't encode is replaced."""

    def __init__(self, stream: TextIO, *, colour: bool) -> None:
        self.stream = stream
        self.colour = colour

    @property
    def columns(self) -> int:
        """How wide the terminal is at this moment, in columns; 80 where the stream is none."""
        try:
            return os.get_terminal_size(self.stream.fileno()).columns or USUAL_COLUMNS
        except (OSError, ValueError):
            return USUAL_COLUMNS

    def show(self, lines: Sequence[Line]) -> None:
        """Print the lines at once."""
        self.write((painted if self.colour else plain)(lines))

    def write(self, text: str) -> None:
        """Print a text, replacing what the stream can't hold, and see it off."""
        text = encodable(text, self.stream.encoding or "utf-8")
        if self.colour and sys.platform == "win32":
            _write_on_windows(text, self.stream)
        else:
            self.stream.write(text)
            self.stream.flush()


def _write_on_windows(text: str, stream: TextIO) -> None:
    # Older consoles understand no control sequences; prompt_toolkit knows which do.
    from prompt_toolkit import print_formatted_text
    from prompt_toolkit.formatted_text import ANSI

    print_formatted_text(ANSI(text), end="", file=stream)


def dumb(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says that it understands no control sequences."""
    return environment.get("TERM", "").lower() in ("dumb", "unknown")


def coloured(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to colour what goes to this stream: a terminal that isn't dumb, without `NO_COLOR` (no-color.org)."""
    return is_terminal(stream) and not environment.get("NO_COLOR") and not dumb(environment)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is open and a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def interactive(stdin: TextIO | None, *outputs: TextIO | None) -> bool:
    """Whether there is somebody to ask: the input is a terminal, and so is one of the outputs, or else the process
    has a terminal of its own to show questions on.
    """
    return is_terminal(stdin) and (any(map(is_terminal, outputs)) or _controlling_terminal_opens())


def _controlling_terminal_opens() -> bool:
    try:
        with _CONTROLLING_TERMINAL.open("w"):
            return True
    except OSError:
        return False


def require_terminal(stdin: TextIO | None, *outputs: TextIO | None) -> None:
    """Raise `WrongUsage` unless there is somebody to ask."""
    if not interactive(stdin, *outputs):
        raise WrongUsage(
            N_(
                "There is no terminal to ask at; run this in a terminal, or answer from a file with --answers "
                "or from a program with --jsonl."
            )
        )


def seen(stdout: TextIO | None, stderr: TextIO | None, *, apart: bool) -> TextIO:
    """The stream that a person sees: standard output; where it is no terminal or is kept `apart` for a document
    (`--json`), standard error; where that is none either, the process's own terminal.

    Raises `WrongUsage` where there is none of these.
    """
    for stream in (None if apart else stdout, stderr):
        if stream is not None and is_terminal(stream):
            return stream
    try:
        return _CONTROLLING_TERMINAL.open("w", encoding=getattr(stdout, "encoding", None) or "utf-8")
    except OSError:
        raise WrongUsage(
            N_("There is no terminal to show questions on; run this in a terminal, or use --answers or --jsonl.")
        ) from None
