"""A self-assessment beside an earlier one, and beside the same person's quizzes. The two are never merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Literal

from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.readiness import Met, Reading
from ctoquiz.domain.scoring import Share, changed
from ctoquiz.domain.statistics import wilson
from ctoquiz.frozen import frozen

QUIZZES = 5
"""So many of the latest quizzes are held against the ratings."""

Trend = Literal["changed", "within-noise", "unknown"]


@frozen
class Step:
    """A competency then and now. “Unknown” where nothing of it was rated then, or now."""

    before: Met
    after: Met

    @property
    def trend(self) -> Trend:
        """“Changed” only where the two Wilson intervals of k/n exclude each other's estimate."""
        if not self.before.rated or not self.after.rated:
            return "unknown"
        before, after = (Share(each.met, each.rated) for each in (self.before, self.after))
        return "changed" if changed(before, after) else "within-noise"


@frozen
class Progress:
    """Two readings under one context. `readiness` tells of the whole what `Step.trend` tells of a competency, with the
    intervals of readiness; `competencies` go in the order of the later reading.
    """

    readiness: Trend
    competencies: Mapping[str, Step]


@frozen
class Marked:
    """An answer to a question of a quiz: the facts that the question rests on, points out of `max`."""

    facts: tuple[str, ...]
    points: float
    max: float


@frozen
class Beside:
    """A competency as self-rated beside quizzes on its facts: so many answers, the share right, its Wilson interval.

    `p`, the share of statements met as claimed, is None where nothing was rated; `right`, `low` and `high` are None
    where no question on its facts was answered.
    """

    p: float | None
    answers: int
    right: float | None
    low: float | None
    high: float | None


def progress(before: Reading, after: Reading) -> Progress:
    """What changed between two readings of the same kind (both claimed, or both evidenced) under the same context."""
    nothing = Met(0, 0, 0)
    steps = {id_: Step(before.competencies.get(id_, nothing), share) for id_, share in after.competencies.items()}
    return Progress(_trend(before, after), steps)


def beside_quizzes(
    assessment: Assessment, claimed: Reading, quizzes: Sequence[Iterable[Marked]]
) -> Mapping[str, Beside]:
    """Each competency beside the answers of the last five quizzes (oldest first) to questions on facts that it cites.

    A partly right answer counts with its points / max.
    """
    answers = [answer for quiz in quizzes[-QUIZZES:] for answer in quiz]
    return {
        each.id: _beside(
            claimed.competencies[each.id].p, [a for a in answers if not set(each.facts).isdisjoint(a.facts)]
        )
        for each in assessment.competencies
    }


def _beside(p: float | None, answers: Sequence[Marked]) -> Beside:
    if not answers:
        return Beside(p, 0, None, None, None)
    right, count = fsum(answer.points / answer.max for answer in answers), len(answers)
    return Beside(p, count, right / count, *wilson(right, count))


def _trend(before: Reading, after: Reading) -> Trend:
    if before.readiness is None or after.readiness is None:
        return "unknown"
    apart = not _holds(before, after.readiness) and not _holds(after, before.readiness)
    return "changed" if apart else "within-noise"


def _holds(reading: Reading, estimate: float) -> bool:
    return reading.low is not None and reading.high is not None and reading.low <= estimate <= reading.high
