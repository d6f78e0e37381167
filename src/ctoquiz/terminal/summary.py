"""What the last page is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.domain.scoring import Graded, Score, unanswered
from ctoquiz.frozen import frozen
from ctoquiz.session.loop import Entry

SURE = 3
"""The certainty of whoever is sure."""


@frozen(kw_only=True)
class Summary:
    """A quiz that has ended: what was asked, answered and earned.

    `previous` is the score of the last attempt before, None where there was none, and `changed` whether the score
    moved by more than noise since. `saved` is the file of the result (None: not saved); `session` its id. `again` is
    the command that plays this pack, as one types it.
    """

    quiz: Quiz
    manner: Manner
    entries: Sequence[Entry]
    status: Literal["complete", "stopped"]
    score: Score
    previous: Score | None = None
    changed: bool | None = None
    saved: Path | None = None
    session: str | None = None
    again: str = "ctoquiz play"

    @property
    def left_out(self) -> int:
        """How many questions of the quiz have no answer."""
        return len(self.quiz.questions) - len(self.entries)


@frozen
class Item:
    """A question of the quiz with its number from 1, the notation of the answer (`?` without one), and its outcome."""

    number: int
    question: AnyQuestion
    answer: str
    graded: Graded

    @property
    def sure_and_wrong(self) -> bool:
        """Whether the answer was wrong with the highest certainty: what is most worth looking at."""
        counted = self.graded.share if self.graded.counted is None else self.graded.counted
        return self.graded.certainty == SURE and counted == 0


def items(summary: Summary) -> Iterator[Item]:
    """Every question of the quiz in its order; those never reached of a stopped quiz are left out."""
    entries = {entry.question.id: entry for entry in summary.entries}
    for number, question in enumerate(summary.quiz.questions, 1):
        if entry := entries.get(question.id):
            yield Item(number, question, entry.answer.notation, entry.graded)
        elif summary.status == "complete":
            yield Item(number, question, "?", unanswered(question))


def missed(summary: Summary) -> list[Item]:
    """What wasn't fully right, in the order of the quiz."""
    return [item for item in items(summary) if item.graded.outcome != "right"]
