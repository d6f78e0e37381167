"""The standard streams, made ready so that no text can break them."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

SUBSTITUTES = "ctoquiz.substitutes"
"""The name under which `codecs` knows the substitutes for characters that a stream can't hold."""

_DOCUMENTS = {"--json", "--jsonl", "--csv", "export"}


def prepare(args: Sequence[str]) -> None:
    """Make the three streams exist and take any text.

    A closed stream becomes the null device, so that no file can be opened in its place; standard output becomes one
    that can't be written, so that nobody believes that something was printed. What an encoding can't hold is replaced
    by a likeness. Documents for other programs are UTF-8, whatever the locale.
    """
    _open_missing()
    codecs.register_error(SUBSTITUTES, _substitute)
    documents = not _DOCUMENTS.isdisjoint(args)
    _set(sys.stdin, "replace", "utf-8" if "--jsonl" in args else None)
    _set(sys.stdout, SUBSTITUTES, "utf-8" if documents else None)
    _set(sys.stderr, SUBSTITUTES, None)


def tell(lines: Iterable[str], *, end: str = "\n") -> None:
    """Say each of the lines on standard error. Raises OSError and ValueError as they come."""
    if sys.stderr is not None:
        text = "\n".join(for_reader(line, sys.stderr) for line in lines)
        print(text, end=end, file=sys.stderr, flush=True)  # noqa: T201 - every message but pages comes through here


def tell_apart(line: str) -> None:
    """As `tell`; at a terminal below an empty line, apart from what was being asked."""
    tell([*([""] if sys.stderr is not None and sys.stderr.isatty() else []), line])


def for_reader(text: str, stream: TextIO) -> str:
    """The text as it is; for a terminal with its lines broken at words.

    A word that is longer than a line stays whole: a path or an id is there to be copied.
    """
    try:
        if not stream.isatty():
            return text
        from ctoquiz.terminal.lines import folded
        from ctoquiz.terminal.screen import Screen
    except (ImportError, ValueError):  # no more files can be opened; the stream is closed
        return text
    return folded(text, Screen(stream, colour=False).columns - 1)


def settle() -> None:
    """Let go of what can't be written any more, so that the interpreter doesn't complain of it at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open_missing() -> None:
    # In this order: each takes the lowest number that is free, which is its own.
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - for as long as the process lives
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _set(stream: object, errors: str, encoding: str | None) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors=errors, encoding=encoding or stream.encoding)


def _substitute(error: UnicodeError) -> tuple[str, int]:
    """What is written in place of the characters that can't be."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from ctoquiz.terminal.literal import encodable

    return encodable(error.object[error.start : error.end], "ascii"), error.end
