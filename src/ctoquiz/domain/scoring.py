"""From answers to a score: points, percent with its interval, topics, certainty marks and calibration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Literal

from ctoquiz.domain.questions import AnyQuestion, unknown
from ctoquiz.domain.statistics import brier, mean, wilson
from ctoquiz.frozen import frozen

Outcome = Literal["right", "partly", "wrong", "unknown", "unanswered"]
Tendency = Literal["over", "under", "fits"]

POINT = 1.0
"""What every question is worth."""

RIGHT_MARKS = {1: 1.0, 2: 2.0, 3: 3.0}
WRONG_MARKS = {1: 0.0, 2: -2.0, 3: -6.0}
PROBABILITIES = {1: 0.5, 2: 0.75, 3: 0.95}
"""The probability of being right that a certainty states. Certainties stand for at least 0, 2/3 and 4/5."""

_ROUNDING = 1e-9


@frozen
class Graded:
    """What became of one question: points out of `max`, and a certainty (1, 2 or 3; None if not said).

    `outcome` tells “I don’t know” (unknown) and questions never reached (unanswered) from wrong answers.
    `counted` is the share, from 0.0 to 1.0, that certainty marks count, where it differs from points / max.
    """

    question: str
    topic: str
    points: float
    max: float
    outcome: Outcome
    certainty: int | None
    counted: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.points <= self.max or self.max <= 0:
            raise ValueError(f"points are from 0 to max, not {self.points} of {self.max}")
        if self.certainty is not None and self.certainty not in PROBABILITIES:
            raise ValueError(f"a certainty is 1, 2 or 3, not {self.certainty}")

    @property
    def share(self) -> float:
        """Points / max."""
        return self.points / self.max


@frozen
class Share:
    """Points out of a maximum."""

    points: float
    max: float


@frozen
class CertaintyScore:
    """Certainty marks out of a maximum, and how well certainty and success agree.

    The probabilities, shares and `low` and `high` (Wilson's 95 % interval of the share right) are from 0.0
    to 1.0; the first three are None where no answer carries a certainty.
    """

    marks: float
    max: float
    mean_probability: float | None
    share_right: float | None
    brier: float | None
    low: float
    high: float
    tendency: Tendency


@frozen
class Score:
    """The score of a quiz. `percent` and its interval, `low` to `high`, are from 0.0 to 100.0, unrounded."""

    points: float
    max: float
    percent: float
    low: float
    high: float
    passed: bool | None
    topics: dict[str, Share]
    certainty: CertaintyScore | None


def grade(question: AnyQuestion, notation: str, certainty: int | None = None) -> Graded:
    """Grade what was typed; `BadInput` where it is malformed. “I don’t know” earns 0 and has no certainty."""
    if unknown(notation):
        return Graded(question.id, question.topic, 0.0, POINT, "unknown", None)
    share = question.mark(notation)
    outcome: Outcome = "wrong" if share == 0 else "right" if share == 1 else "partly"
    counted = question.for_certainty(share)
    return Graded(question.id, question.topic, share * POINT, POINT, outcome, certainty, counted)


def unanswered(question: AnyQuestion) -> Graded:
    """A question that was never answered: 0 points."""
    return Graded(question.id, question.topic, 0.0, POINT, "unanswered", None)


def score_quiz(
    graded: Sequence[Graded],
    *,
    max_points: float,
    topics_of_whole_quiz: Mapping[str, float],
    pass_mark: float | None,
    certainty: bool,
    stopped: bool,
) -> Score:
    """The score of a quiz from what became of its questions, each at most once.

    `max_points` counts every question of the quiz, also those that a stopped quiz never reached, and so
    does `topics_of_whole_quiz` (topic → the points to be had). `pass_mark` is in percent; `passed` is None
    without one and in a stopped quiz. The interval is Wilson's with n = `max_points`. With `certainty`, see
    `certainty_score`.
    """
    points = fsum(each.points for each in graded)
    percent = 100 * points / max_points if max_points else 0.0
    low, high = wilson(points, max_points)
    return Score(
        points=points,
        max=max_points,
        percent=percent,
        low=100 * low,
        high=100 * high,
        passed=None if stopped or pass_mark is None else met(percent, pass_mark),
        topics={topic: _share(graded, topic, total) for topic, total in topics_of_whole_quiz.items()},
        certainty=certainty_score(graded, max_points=max_points) if certainty else None,
    )


def so_far(score: Score, graded: Sequence[Graded]) -> dict[str, Share]:
    """What the answered questions of each topic of a quiz earned, out of what they could: 0 of 0 where none was."""
    return {topic: Share(*_sums(each for each in graded if each.topic == topic)) for topic in score.topics}


def answered_share(graded: Iterable[Graded]) -> Share:
    """What the answered questions of a quiz earned, out of what they could."""
    return Share(*_sums(graded))


def _sums(graded: Iterable[Graded]) -> tuple[float, float]:
    found = list(graded)
    return fsum(each.points for each in found), fsum(each.max for each in found)


def met(percent: float, pass_mark: float) -> bool:
    """Whether a percentage meets a pass mark; what floating point loses (1e-9) never fails anyone.

    Nothing else is rounded: two thirds (66.666… %) do not meet 66.67, nor 74.96 % a mark of 75.
    """
    return percent >= pass_mark - _ROUNDING


def certainty_score(graded: Sequence[Graded], *, max_points: float) -> CertaintyScore:
    """Certainty marks and calibration over the answers that carry a certainty; “I don’t know” has none.

    `max` is 3 marks for each question of the quiz, answered or not. Over-confidence (“over”) or
    under-confidence is claimed only where the mean probability stated lies outside Wilson's 95 % interval
    of the share right.
    """
    sure = [(each, each.certainty) for each in graded if each.certainty is not None]
    outcomes = [each.share for each, _ in sure]
    stated = [PROBABILITIES[certainty] for _, certainty in sure]
    low, high = wilson(fsum(outcomes), len(outcomes))
    mean_stated = mean(stated) if stated else None
    return CertaintyScore(
        marks=fsum(_mark(each, certainty) for each, certainty in sure),
        max=RIGHT_MARKS[3] * max_points / POINT,
        mean_probability=mean_stated,
        share_right=mean(outcomes) if outcomes else None,
        brier=brier(stated, outcomes) if stated else None,
        low=low,
        high=high,
        tendency="fits" if mean_stated is None else _tendency(mean_stated, low, high),
    )


def certainty_mark(share: float, certainty: int) -> float:
    """The mark of an answer that is right by `share` (0.0 to 1.0), given with a certainty of 1, 2 or 3.

    Right earns 1, 2 or 3, wrong 0, −2 or −6; a partly right answer earns its share of what a right one
    does. Source: Moodle's `question_cbm` (Gardner-Medwin's certainty-based marking).
    """
    return share * RIGHT_MARKS[certainty] if share > 0 else WRONG_MARKS[certainty]


def changed(before: Share, after: Share) -> bool:
    """Whether a share changed by more than noise: each one's Wilson interval excludes the other share."""
    if not before.max or not after.max:
        return False
    return not _holds(before, after.points / after.max) and not _holds(after, before.points / before.max)


def _holds(share: Share, estimate: float) -> bool:
    low, high = wilson(share.points, share.max)
    return low <= estimate <= high


def _share(graded: Sequence[Graded], topic: str, total: float) -> Share:
    return Share(fsum(each.points for each in graded if each.topic == topic), total)


def _mark(graded: Graded, certainty: int) -> float:
    return certainty_mark(graded.share if graded.counted is None else graded.counted, certainty)


def _tendency(stated: float, low: float, high: float) -> Tendency:
    return "over" if stated > high else "under" if stated < low else "fits"
