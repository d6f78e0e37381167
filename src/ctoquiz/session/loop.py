"""The loop of a quiz: ask, grade, record, tell. Given its asker, its journal and its clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.domain.scoring import Graded, grade
from ctoquiz.frozen import frozen
from ctoquiz.session.asking import Answered, Asker, Feedback, Opening, Quit, TimeUp, Turn

Clock = Callable[[], float]
"""Seconds from a fixed but arbitrary moment, never going back."""


class Recorder(Protocol):
    """Keeps answers: when `record` returns, the entry is safe."""

    def record(self, entry: Mapping[str, Json]) -> None:
        """Keep one entry, or raise."""


@frozen
class Entry:
    """One answer of a session: to which question, what, how long it took in seconds, and what it earned."""

    question: AnyQuestion
    answer: Answered
    seconds: float
    graded: Graded


@dataclass(slots=True)
class Progress:
    """What a session has reached so far. The one mutable thing, so that whatever ends the loop, nothing is lost."""

    quiz: Quiz
    manner: Manner
    entries: list[Entry] = field(default_factory=list)
    spent: float = 0.0

    @property
    def answered(self) -> frozenset[str]:
        """The ids of the questions that were answered."""
        return frozenset(entry.question.id for entry in self.entries)

    @property
    def seconds_left(self) -> float | None:
        """The seconds that the time limit leaves, None where there is none."""
        return None if self.manner.time_limit is None else self.manner.time_limit - self.spent


def play(progress: Progress, asker: Asker, journal: Recorder, clock: Clock, session: str | None) -> bool:
    """Ask every question that has no answer yet; True when the quiz is complete, False when it was left before.

    A time limit that runs out completes the quiz; the rest stays unanswered. Raises whatever the asker or the journal
    raise; `progress` then holds every answer that was saved, and the time that was spent until then.
    """
    asker.open(Opening(progress.quiz, progress.manner, len(progress.entries), session))
    watch = _Watch(progress, clock)
    known = progress.answered
    try:
        for number, question in enumerate(progress.quiz.questions, 1):
            if question.id in known:
                continue
            if watch.time_is_up():
                break
            turn = Turn(number, len(progress.quiz.questions), question, progress.seconds_left)
            asked = clock()
            reply = asker.ask(turn)
            if isinstance(reply, Quit):
                return False
            if isinstance(reply, TimeUp) or watch.time_is_up():
                break
            _keep(progress, question, reply, clock() - asked, journal)
            if not progress.manner.exam:
                asker.tell(Feedback(number, question, reply, progress.entries[-1].graded))
    finally:
        watch.look()
    return True


class _Watch:
    """Keeps what a session has spent up to date: what was spent before it was resumed, and the time since."""

    def __init__(self, progress: Progress, clock: Clock) -> None:
        self._progress, self._clock = progress, clock
        self._before, self._start = progress.spent, clock()

    def look(self) -> None:
        self._progress.spent = self._before + self._clock() - self._start

    def time_is_up(self) -> bool:
        self.look()
        return self._progress.seconds_left is not None and self._progress.seconds_left <= 0


def _keep(progress: Progress, question: AnyQuestion, reply: Answered, seconds: float, journal: Recorder) -> None:
    entry: dict[str, Json] = {
        "question": question.id,
        "shown": [option.text[progress.manner.lang] for option in question.shown],
        "answer": reply.notation,
        "certainty": reply.certainty,
        "seconds": seconds,
        "spent": progress.spent,
    }
    journal.record(entry)
    progress.entries.append(Entry(question, reply, seconds, grade(question, reply.notation, reply.certainty)))
