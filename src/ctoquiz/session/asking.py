"""The one small interface between a session and whoever answers: a person at a terminal, a file, a program."""

from __future__ import annotations

from typing import Protocol

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.domain.scoring import Graded
from ctoquiz.frozen import frozen


@frozen
class Answered:
    """An answer in its canonical notation, `?` for "I don't know", with the certainty (1, 2, 3) where it was asked."""

    notation: str
    certainty: int | None = None


@frozen
class Quit:
    """The one who answers wants to stop here; what was answered is kept."""


@frozen
class TimeUp:
    """The time limit ran out while the question was being asked."""


Reply = Answered | Quit | TimeUp


@frozen
class Opening:
    """What is known before the first question: the quiz, the manner, and how many were answered before (resumed)."""

    quiz: Quiz
    manner: Manner
    answered: int
    session: str | None


@frozen
class Turn:
    """A question about to be asked: its number from 1, of how many, and the seconds left, if there is a limit."""

    number: int
    of: int
    question: AnyQuestion
    seconds_left: float | None


@frozen
class Feedback:
    """An answer that is graded and saved: what was asked, what was answered, and what it earned."""

    number: int
    question: AnyQuestion
    answer: Answered
    graded: Graded


class Asker(Protocol):
    """Whoever is asked. The session doesn't know which one it talks to.

    An asker understands answers with `question.read` before it gives them back: at a terminal a malformed one is
    asked again, in a script it raises `BadInput`.
    """

    def open(self, opening: Opening) -> None:
        """Say what is about to be played."""

    def ask(self, turn: Turn) -> Reply:
        """Ask one question and wait for the answer."""

    def tell(self, feedback: Feedback) -> None:
        """Say how the answer was (never called under `exam`); the answer is saved by then."""
