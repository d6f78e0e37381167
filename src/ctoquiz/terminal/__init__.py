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
    from ctoquiz.session.assessing import Rater
    from ctoquiz.terminal.assessmentsummary import AssessmentSummary
    from ctoquiz.terminal.feedback import Passages
    from ctoquiz.terminal.look import Look

__all__ = [
    "Pending",
    "Resuming",
    "Summary",
    "choose_asker",
    "choose_rater",
    "confirm",
    "interactive",
    "offer_resume",
    "require_terminal",
    "show_assessment",
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


def choose_rater(say: Words, *, plain: bool, environment: Mapping[str, str], apart: bool = False) -> Rater:
    """The rater for this terminal, as `choose_asker` chooses an asker."""
    stream = seen(sys.stdout, sys.stderr, apart=apart)
    if plain or dumb(environment):
        from ctoquiz.terminal.assessmentplain import PlainRater

        return PlainRater(say, sys.stdin, stream)
    from ctoquiz.terminal.assessmentkeys import KeysRater

    return KeysRater(say, Screen(stream, colour=coloured(stream, environment)))


def show_assessment(
    summary: AssessmentSummary,
    say: Words,
    out: TextIO,
    *,
    plain: bool = False,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Print the last page of an assessment on `out`, as `show_result` prints that of a quiz.

    All of it is in the reader's language where the pack has it, whatever that of the statements was.
    """
    from ctoquiz.terminal.assessmentpage import assessment_page

    lang = say.language if say.language in summary.pack.languages else summary.ratings.frame.lang
    screen, look = _shown(say, lang, out, environment, plain=plain)
    screen.show(assessment_page(summary, look))


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
    from ctoquiz.terminal.result import result_page

    screen, look = _shown(say, summary.manner.lang, out, environment, plain=plain)
    screen.show(result_page(summary, look, passages))


def _shown(
    say: Words, lang: str, out: TextIO, environment: Mapping[str, str] | None, *, plain: bool
) -> tuple[Screen, Look]:
    """Where a last page is printed, and how it looks there."""
    import os

    from ctoquiz.terminal.look import Look
    from ctoquiz.terminal.signs import fits

    environment = os.environ if environment is None else environment
    plain = plain or dumb(environment)
    screen = Screen(out, colour=not plain and coloured(out, environment))
    return screen, Look(say, lang, screen.columns, fits(out), plain=plain)
