"""Asks with arrow keys and letters, and tells on pages with colours."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING

from ctoquiz.domain.questions import unknown
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.session.asking import Answered, Feedback, Opening, Quit, Reply, TimeUp, Turn
from ctoquiz.terminal.asked import question_page
from ctoquiz.terminal.feedback import Passages, feedback_page, given_text
from ctoquiz.terminal.lines import Line, Span
from ctoquiz.terminal.look import Look
from ctoquiz.terminal.opening import opening_page
from ctoquiz.terminal.screen import Screen
from ctoquiz.terminal.signs import fits

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from ctoquiz.i18n.words import Words
    from ctoquiz.terminal.prompts import Prompts
    from ctoquiz.terminal.ways import Asked


class KeysAsker:
    """An asker with menus. Ctrl-C raises KeyboardInterrupt, Ctrl-D quits; keys typed ahead are kept.

    The question is on the screen before the library of menus is even imported. `input_` and `output` are
    prompt_toolkit's, by default those of the process's terminal and of the screen.
    """

    def __init__(
        self,
        say: Words,
        screen: Screen,
        passages: Passages | None = None,
        *,
        input_: Input | None = None,
        output: Output | None = None,
    ) -> None:
        self.say = say
        self._screen = screen
        self._passages = passages
        self._input = input_
        self._output = output
        self._quiz: Quiz
        self._manner: Manner

    def open(self, opening: Opening) -> None:
        """Say what is about to be played."""
        self._quiz, self._manner = opening.quiz, opening.manner
        self._screen.show(opening_page(opening, self._look()))

    def ask(self, turn: Turn) -> Reply:
        """Show a question and wait for its answer, no longer than the time that is left."""
        deadline = None if turn.seconds_left is None else time.monotonic() + turn.seconds_left
        self._show_question(turn)
        asked = self._asked(turn, deadline)
        from ctoquiz.terminal.ways import answer, certainty

        given = answer(asked)
        if not isinstance(given, str):
            return self._ended(given)
        self._screen.show(self._echo(given_text(turn.question, given, self._look())))
        if not self._manner.certainty or unknown(given):
            return Answered(given)
        sure = certainty(asked)
        if not isinstance(sure, int):
            return self._ended(sure)
        self._screen.show(self._echo(self.say("Certainty {certainty}", certainty=sure)))
        return Answered(given, sure)

    def tell(self, feedback: Feedback) -> None:
        """Say how the answer was."""
        self._screen.show(
            feedback_page(
                feedback.question,
                feedback.answer.notation,
                feedback.graded,
                self._quiz,
                self._look(),
                self._passages,
            )
        )

    def _look(self) -> Look:
        return Look(self.say, self._manner.lang, self._screen.columns, fits(self._screen.stream))

    def _show_question(self, turn: Turn) -> None:
        self._screen.show(question_page(turn, self._quiz, self._look()))

    def _asked(self, turn: Turn, deadline: float | None) -> Asked:
        from ctoquiz.terminal.ways import Asked

        return Asked(
            question=turn.question,
            prompts=self._prompts,
            look=self._look,
            deadline=deadline,
            show=self._screen.show,
            again=lambda: self._show_question(turn),
        )

    def _ended(self, reply: Quit | TimeUp) -> Quit | TimeUp:
        if isinstance(reply, TimeUp):
            look = self._look()
            self._screen.show(look.placed(look.prose(self.say("The time is up."), "strong partly")))
        return reply

    def _echo(self, text: str) -> list[Line]:
        """What was answered, in the place of the prompt that has gone."""
        look = self._look()
        pointer = (Span(f"{look.signs.pointer} ", "accent"),)
        return look.placed(look.prose(text, first=pointer, indent=2))

    @cached_property
    def _prompts(self) -> Prompts:
        from ctoquiz.terminal.prompts import at_screen

        return at_screen(self._screen, self._input, self._output)
