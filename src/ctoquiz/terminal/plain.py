"""Asks and tells in plain lines: for screen readers, dumb terminals, and whoever prefers them.

No cursor movement, no colours, no decoration: lines that are read from top to bottom, and answers that are typed.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, TextIO

from ctoquiz.domain.questions import AnyQuestion, unknown
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.domain.scoring import PROBABILITIES
from ctoquiz.errors import BadInput
from ctoquiz.session.asking import Answered, Feedback, Opening, Quit, Reply, TimeUp, Turn
from ctoquiz.terminal.asked import option_lines, question_page
from ctoquiz.terminal.feedback import Passages, feedback_page
from ctoquiz.terminal.hints import CERTAINTIES, expected
from ctoquiz.terminal.lines import Span
from ctoquiz.terminal.look import Look, sentence
from ctoquiz.terminal.opening import opening_page
from ctoquiz.terminal.reader import Expired, LineReader
from ctoquiz.terminal.screen import Screen
from ctoquiz.terminal.signs import fits

if TYPE_CHECKING:
    from ctoquiz.i18n.words import Words


class PlainAsker:
    """An asker in lines. The end of the input (Ctrl-D) quits.

    A time limit ends the wait for an answer in time, except on Windows, where it is noticed after Enter.
    """

    def __init__(self, say: Words, stdin: TextIO, stdout: TextIO, passages: Passages | None = None) -> None:
        self.say = say
        self._reader = LineReader(stdin)
        self._screen = Screen(stdout, colour=False)
        self._passages = passages
        self._quiz: Quiz
        self._manner: Manner

    def open(self, opening: Opening) -> None:
        """Say what is about to be played."""
        self._quiz, self._manner = opening.quiz, opening.manner
        self._screen.show(opening_page(opening, self._look))

    def ask(self, turn: Turn) -> Reply:
        """Ask until the answer is well-formed."""
        deadline = None if turn.seconds_left is None else time.monotonic() + turn.seconds_left
        look, question = self._look, turn.question
        way_out = self.say("A question mark means: I don’t know.")
        hint = look.prose(f"{expected(question, look)} {way_out}")
        self._screen.show([*question_page(turn, self._quiz, look), *option_lines(question, look), *hint])
        answer = self._answer(question, deadline)
        if not isinstance(answer, str):
            return answer
        if not self._manner.certainty or unknown(answer):
            return Answered(answer)
        certainty = self._certainty(deadline)
        return Answered(answer, certainty) if isinstance(certainty, int) else certainty

    def tell(self, feedback: Feedback) -> None:
        """Say how the answer was."""
        self._screen.show(
            feedback_page(
                feedback.question,
                feedback.answer.notation,
                feedback.graded,
                self._quiz,
                self._look,
                self._passages,
            )
        )

    @property
    def _look(self) -> Look:
        return Look(self.say, self._manner.lang, self._screen.columns, fits(self._screen.stream), plain=True)

    def _answer(self, question: AnyQuestion, deadline: float | None) -> str | Quit | TimeUp:
        while True:
            typed = self._typed(self.say("Your answer:"), deadline)
            if not isinstance(typed, str):
                return typed
            if unknown(typed):
                return "?"
            try:
                return question.canonical(typed)
            except BadInput as error:
                self._screen.show(self._look.prose(sentence(error, self.say)))

    def _certainty(self, deadline: float | None) -> int | Quit | TimeUp:
        look = self._look
        lines = look.prose(self.say("How sure are you?"))
        for certainty, meaning in CERTAINTIES.items():
            lines += look.prose(self.say(meaning), first=(Span(f"{certainty}. "),), indent=3)
        self._screen.show(lines)
        while True:
            typed = self._typed(self.say("Certainty, 1, 2 or 3:"), deadline)
            if not isinstance(typed, str):
                return typed
            if typed.strip() in map(str, PROBABILITIES):
                return int(typed)
            self._screen.show(look.prose(self.say("A certainty is 1, 2 or 3; type one of these.")))

    def _typed(self, prompt: str, deadline: float | None) -> str | Quit | TimeUp:
        show = partial(self._screen.write, f"{prompt} ")
        show()
        line = self._reader.line(deadline, again=show)
        if isinstance(line, str):
            return line
        self._screen.write("\n")
        if isinstance(line, Expired):
            self._screen.show(self._look.prose(self.say("The time is up.")))
            return TimeUp()
        return Quit()
