"""Small choices outside a quiz: yes or no, go on or begin anew."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal, TextIO

from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen
from ctoquiz.terminal.lines import Line, Span
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.look import Look
from ctoquiz.terminal.reader import LineReader
from ctoquiz.terminal.screen import Screen, coloured, dumb, seen
from ctoquiz.terminal.signs import fits

if TYPE_CHECKING:
    from ctoquiz.i18n.words import Words

Resuming = Literal["resume", "new", "quit"]


@frozen
class Pending:
    """A session that was left before its end: of what, when it was begun (as it is to be shown), and how far."""

    title: Text
    begun: str
    answered: int
    count: int
    kind: Literal["quiz", "assessment"] = "quiz"


LEFT = {
    "quiz": N_(
        "A quiz was left before its end: {title}, begun {begun}, {answered} of {count} answered. Go on with it?"
    ),
    "assessment": N_(
        "An assessment was left before its end: {title}, begun {begun}, {answered} of {count} answered. Go on with it?"
    ),
}
ANEW = {
    "quiz": N_("Begin a new quiz; this one can be resumed later"),
    "assessment": N_("Begin a new assessment; this one can be resumed later"),
}


@frozen
class Choice:
    """One thing to choose: what choosing it gives, the letter that chooses it, and its words."""

    value: str
    letter: str
    words: str


def confirm(question: str, say: Words, *, plain: bool, environment: Mapping[str, str], apart: bool = False) -> bool:
    """Ask yes or no; leaving without an answer is no. Ctrl-C raises KeyboardInterrupt."""
    yes, no = say("Yes"), say("No")
    # No comes first: Enter alone changes nothing.
    choices = [Choice("no", no[0].lower(), no), Choice("yes", yes[0].lower(), yes)]
    chosen = _terminal(say, plain=plain, environment=environment, apart=apart).choose(question, choices)
    return chosen == "yes"


def offer_resume(
    pending: Pending, say: Words, *, plain: bool, environment: Mapping[str, str], apart: bool = False
) -> Resuming:
    """Offer to go on with a session that was left; leaving without an answer is `quit`."""
    terminal = _terminal(say, plain=plain, environment=environment, apart=apart)
    question = say(
        LEFT[pending.kind],
        title=terminal.look.text(pending.title) if say.language in pending.title else _first(pending.title),
        begun=literal(pending.begun),
        answered=pending.answered,
        count=pending.count,
    )
    go_on, new = say("Go on with it"), say(ANEW[pending.kind])
    chosen = terminal.choose(question, [Choice("resume", "a", go_on), Choice("new", "b", new)])
    if chosen == "resume":
        return "resume"
    return "new" if chosen == "new" else "quit"


def _first(text: Text) -> str:
    return literal(next(iter(text.values())))


@frozen
class Terminal:
    """Where a choice is asked: lines typed at `stdin`, or keys where the look isn't plain."""

    screen: Screen
    look: Look
    stdin: TextIO

    def choose(self, question: str, choices: Sequence[Choice]) -> str | None:
        """The value that is chosen; None for whoever leaves."""

        def show() -> None:
            look = replace(self.look, columns=self.screen.columns)
            self.screen.show(look.placed([(), *look.prose(question, "strong"), ()]))

        show()
        return self._typed(choices) if self.look.plain else self._pointed(choices, show)

    def _typed(self, choices: Sequence[Choice]) -> str | None:
        look, reader = self.look, LineReader(self.stdin)
        lines: list[Line] = []
        for choice in choices:
            lines += look.prose(choice.words, first=(Span(f"{choice.letter}. "),), indent=3)
        while True:
            self.screen.show(lines)
            show = partial(self.screen.write, look.say("Your choice:") + " ")
            show()
            typed = reader.line(again=show)
            if not isinstance(typed, str):
                self.screen.write("\n")
                return None
            for choice in choices:
                if typed.strip().lower() in (choice.letter, choice.words.lower()):
                    return choice.value

    def _pointed(self, choices: Sequence[Choice], again: Callable[[], None]) -> str | None:
        from ctoquiz.terminal.menus import Pick
        from ctoquiz.terminal.prompts import Asking, at_screen

        picks = [Pick(each.value, each.letter, each.words, (each.letter,)) for each in choices]
        hint = self.look.say(
            "{arrows} or {keys}, then Enter; Ctrl-D stops",
            arrows=self.look.signs.up_down,
            keys=self.look.say("a letter"),
        )
        chosen = at_screen(self.screen).choose(picks, Asking(hint, again=again))
        return chosen if isinstance(chosen, str) else None


def _terminal(say: Words, *, plain: bool, environment: Mapping[str, str], apart: bool) -> Terminal:
    stream = seen(sys.stdout, sys.stderr, apart=apart)
    plain = plain or dumb(environment)
    screen = Screen(stream, colour=not plain and coloured(stream, environment))
    return Terminal(screen, Look(say, say.language, screen.columns, fits(stream), plain=plain), sys.stdin)
