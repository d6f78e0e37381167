"""Asks and shows at a terminal: arrow keys, plain lines, coloured pages."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from ctoquiz.session.asking import Asker
from ctoquiz.terminal.choices import Pending, Resuming, confirm, offer_resume
from ctoquiz.terminal.screen import Screen, coloured, dumb, interactive, require_terminal, seen
from ctoquiz.terminal.summary import Summary

if TYPE_CHECKING:
    from ctoquiz.i18n.words import Words
    from ctoquiz.terminal.feedback import Passages

__all__ = [
    "Pending",
    "Resuming",
    "Summary",
    "choose_asker",
    "confirm",
    "interactive",
    "offer_resume",
    "require_terminal",
    "show_result",
]


def choose_asker(
    say: Words,
    *,
    plain: bool,
    environment: Mapping[str, str],
    passages: Passages | None = None,
    apart: bool = False,
) -> Asker:
    """The asker for this terminal: plain lines where they are asked for or the terminal is dumb, else keys.

    `apart` keeps standard output for a document (`--json`): the questions then go to standard error or to the
    process's terminal. Raises `WrongUsage` where there is no terminal to show them on.
    """
    stream = seen(sys.stdout, sys.stderr, apart=apart)
    if plain or dumb(environment):
        from ctoquiz.terminal.plain import PlainAsker

        return PlainAsker(say, sys.stdin, stream, passages)
    from ctoquiz.terminal.keys import KeysAsker

    return KeysAsker(say, Screen(stream, colour=coloured(stream, environment)), passages)


def show_result(
    summary: Summary,
    say: Words,
    out: TextIO,
    *,
    plain: bool = False,
    environment: Mapping[str, str] | None = None,
    passages: Passages | None = None,
) -> None:
    """Print the last page of a quiz on `out`, with colours where it is a terminal that wants them."""
    import os

    from ctoquiz.terminal.look import Look
    from ctoquiz.terminal.result import result_page
    from ctoquiz.terminal.signs import fits

    environment = os.environ if environment is None else environment
    plain = plain or dumb(environment)
    screen = Screen(out, colour=not plain and coloured(out, environment))
    look = Look(say, summary.manner.lang, screen.columns, fits(out), plain=plain)
    screen.show(result_page(summary, look, passages))
