"""Asks for ratings in plain lines: for screen readers, dumb terminals, and whoever prefers them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, TextIO

from ctoquiz.domain.assessment.answers import Rated, read_rating, write_rating
from ctoquiz.domain.assessment.findings import read_profile_answer
from ctoquiz.domain.assessment.profile import ChoiceQuestion, ProfileQuestion
from ctoquiz.domain.questions import LETTERS
from ctoquiz.errors import BadInput
from ctoquiz.session.asking import Quit
from ctoquiz.session.assessing import Back, Beginning, Frame, Passed, ProfileTurn, RatingTurn, Told
from ctoquiz.terminal.assessmentasked import (
    asks_evidence,
    beginning_page,
    evidence_lines,
    levels,
    profile_offer,
    profile_page,
    statement_page,
    wrong_answer,
)
from ctoquiz.terminal.lines import Line, Span
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.look import Look
from ctoquiz.terminal.reader import LineReader
from ctoquiz.terminal.screen import Screen
from ctoquiz.terminal.signs import fits

if TYPE_CHECKING:
    from ctoquiz.domain.assessment.whole import Assessment
    from ctoquiz.i18n.words import Words

_BACK = ("b", "r")
"""Back, retour: understood in both languages."""


class PlainRater:
    """A rater in lines. The end of the input (Ctrl-D) quits."""

    def __init__(self, say: Words, stdin: TextIO, stdout: TextIO) -> None:
        self.say = say
        self._reader = LineReader(stdin)
        self._screen = Screen(stdout, colour=False)
        self._assessment: Assessment
        self._frame: Frame
        self._price_is_told = False

    def begin(self, beginning: Beginning) -> None:
        """Say what is about to be assessed."""
        self._assessment, self._frame = beginning.assessment, beginning.frame
        self._screen.show(beginning_page(beginning, self._look))

    def rate(self, turn: RatingTurn) -> Rated | Passed | Back | Quit:
        """Ask until the rating is well-formed, then for evidence where it is high."""
        before = turn.before
        while True:
            key = self._key(turn, before)
            if not isinstance(key, str):
                return key
            rating = read_rating(key)
            if not asks_evidence(turn.item, rating, self._frame):
                return Rated(rating)
            evidence = self._evidence(before)
            if isinstance(evidence, Quit):
                return evidence
            if isinstance(evidence, Back):
                continue
            return Rated(rating, evidence or None)

    def wants_profile(self, count: int) -> bool:
        """Offer the questions of the profile; anything but yes is no."""
        self._screen.show(profile_offer(count, self._look))
        yes, no = self.say("Yes"), self.say("No")
        typed = self._typed(self.say("{yes} or {no}:", yes=yes, no=no))
        return isinstance(typed, str) and typed.lower() in (yes.lower(), yes[0].lower(), "y")

    def tell(self, turn: ProfileTurn) -> Told | Passed | Back | Quit:
        """Ask one question of the profile until its answer is well-formed; nothing typed passes it."""
        question, options = turn.question, _options(turn.question, self._look)
        lines = profile_page(turn, self._look)
        lines += [line for letter, text in options.values() for line in self._choice(letter, text)]
        self._screen.show([*lines, *self._look.prose(self._profile_hint(question))])
        while True:
            typed = self._typed(self.say("Your answer:"))
            if isinstance(typed, Quit):
                return typed
            if not typed or typed == "?":
                return Passed()
            if typed == "<":
                return Back()
            told = self._told(question, options, typed)
            if told is not None:
                return told

    def _key(self, turn: RatingTurn, before: Rated | None) -> str | Back | Quit:
        look = self._look
        scale = levels(turn.item, self._assessment, look)
        lines = statement_page(turn, self._assessment, look)
        lines += [line for key, words in scale.items() for line in self._choice(key, words)]
        if before is not None:
            lines += look.prose(look.say("So far: {key}. Enter alone keeps it.", key=write_rating(before.rating)))
        self._screen.show(lines)
        keys = look.say("0 to 4 or n") if "n" in scale else look.say("0 to 4")
        while True:
            typed = self._typed(look.say("Your rating ({keys}; b goes back):", keys=keys))
            if isinstance(typed, Quit):
                return typed
            if not typed and before is not None:
                return write_rating(before.rating)
            if typed.lower() in scale:
                return typed.lower()
            if typed.lower() in _BACK:
                return Back()
            self._screen.show(look.prose(look.say("Type {keys}, or b to go back.", keys=keys)))

    def _evidence(self, before: Rated | None) -> str | Back | Quit:
        look = self._look
        lines = evidence_lines(look, with_price=not self._price_is_told)
        self._price_is_told = True
        kept = (before.evidence if before else None) or ""
        if kept:
            lines += look.prose(look.say("So far: {evidence}", evidence=literal(kept)))
            lines += look.prose(look.say("Enter alone keeps it, a hyphen alone leaves it out, < goes back."))
        else:
            lines += look.prose(look.say("Enter alone leaves it out, < goes back."))
        self._screen.show(lines)
        typed = self._typed(look.say("Evidence:"))
        if isinstance(typed, Quit):
            return typed
        return Back() if typed == "<" else "" if typed == "-" else typed or kept

    def _profile_hint(self, question: ProfileQuestion) -> str:
        if isinstance(question, ChoiceQuestion):
            return self.say("Type one letter. Enter alone: I’d rather not say. < goes back.")
        return self.say("Type a number of years, such as 7. Enter alone: I’d rather not say. < goes back.")

    def _told(self, question: ProfileQuestion, options: Mapping[str, tuple[str, str]], typed: str) -> Told | None:
        lettered = {letter: id_ for id_, (letter, _) in options.items()}
        try:
            return Told(read_profile_answer(question, lettered.get(typed.lower(), typed)))
        except BadInput:
            self._screen.show(self._look.prose(wrong_answer(question, self._look)))
            return None

    @property
    def _look(self) -> Look:
        return Look(self.say, self._frame.lang, self._screen.columns, fits(self._screen.stream), plain=True)

    def _choice(self, key: str, words: str) -> list[Line]:
        return self._look.prose(words, first=(Span(f"{key}. "),), indent=3)

    def _typed(self, prompt: str) -> str | Quit:
        show = partial(self._screen.write, f"{prompt} ")
        show()
        line = self._reader.line(again=show)
        if isinstance(line, str):
            return line.strip()
        self._screen.write("\n")
        return Quit()


def _options(question: ProfileQuestion, look: Look) -> dict[str, tuple[str, str]]:
    """The ids of the options, each with its letter and its label; none where a number is typed."""
    if not isinstance(question, ChoiceQuestion):
        return {}
    lettered = zip(LETTERS, question.options, strict=False)
    return {option.id: (letter, look.text(option.label)) for letter, option in lettered}
