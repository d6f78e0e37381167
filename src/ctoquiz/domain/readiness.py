"""How ready somebody is, from their ratings: shares with their intervals, readiness, gates and the verdict.

Readiness and the comparisons with cuts and minimums are exact: weights, cuts and minimums count as the decimals that
they are written as, so that four met out of five are never just short of 0.8.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import fsum, sqrt
from typing import Literal

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.assessment.contexts import Cuts
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.statistics import wilson
from ctoquiz.frozen import frozen

Verdict = Literal["not-yet", "building", "close", "ready"]

RISING: tuple[Verdict, ...] = ("building", "close", "ready")
"""The verdicts that readiness decides, from the lowest."""


@frozen
class Met:
    """How many of a competency's statements are met, out of how many that were rated.

    `no_opportunity` counts the statements answered with “n”; statements that were not answered count nowhere.
    """

    met: int
    rated: int
    no_opportunity: int

    @property
    def exact(self) -> Fraction | None:
        """The share met; None where nothing was rated."""
        return Fraction(self.met, self.rated) if self.rated else None

    @property
    def p(self) -> float | None:
        """The share met, from 0.0 to 1.0; None where nothing was rated."""
        return self.met / self.rated if self.rated else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of the share; None where nothing was rated."""
        return wilson(self.met, self.rated) if self.rated else None


@frozen
class Gate:
    """A critical competency that misses its minimum, be it that too little of it is met or that nothing was rated.

    `close_call`: so few statements can't tell it from one that passes, as its interval reaches the minimum.
    """

    competency: str
    minimum: float
    share: Met

    @property
    def close_call(self) -> bool:
        """Whether the interval of the share reaches the minimum; never where nothing was rated."""
        interval = self.share.interval
        return interval is not None and interval[0] < self.minimum <= interval[1]


@frozen
class Reading:
    """What the ratings say under one context.

    `readiness`, from 0.0 to 1.0, and its interval are None where nothing was rated. `verdict` is “not-yet” where a
    gate failed, whatever readiness is; it is None where nothing was rated and no gate can fail. `possible` are the
    verdicts that so few statements can't tell apart, the lowest first: only the verdict itself unless it is a close
    call. Under “not-yet” there is no close call; the failed gates have their own.
    """

    readiness: float | None
    low: float | None
    high: float | None
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    gates: tuple[Gate, ...]
    competencies: Mapping[str, Met]

    @property
    def close_call(self) -> bool:
        """Whether a cut lies in the interval: low < cut ≤ high."""
        return len(self.possible) > 1

    @property
    def gates_failed(self) -> tuple[str, ...]:
        """The critical competencies that miss their minimum, in the pack's order."""
        return tuple(gate.competency for gate in self.gates)


@frozen
class AssessmentScore:
    """Both readings under the chosen context, and the readiness claimed under each context (None: nothing rated)."""

    context: str
    claimed: Reading
    evidenced: Reading
    contexts: Mapping[str, float | None]


def score_assessment(assessment: Assessment, answers: Mapping[str, Rated], context: str) -> AssessmentScore:
    """The score of the answers (id of the statement → answer; answers to checks count nowhere) under a context."""
    claimed = {id_: answer.rating for id_, answer in answers.items()}
    evidenced = {id_: answer.evidenced for id_, answer in answers.items()}
    return AssessmentScore(
        context=context,
        claimed=read(assessment, claimed, context),
        evidenced=read(assessment, evidenced, context),
        contexts={each.id: read(assessment, claimed, each.id).readiness for each in assessment.contexts},
    )


def read(assessment: Assessment, ratings: Mapping[str, int | None], context: str) -> Reading:
    """What ratings (id of the statement → rating, None for no opportunity) say under a context."""
    shares = {each.id: share_met(each, ratings, context) for each in assessment.competencies}
    rated = [(each.weights[context], shares[each.id]) for each in assessment.competencies if shares[each.id].rated]
    gates = tuple(gate for each in assessment.competencies if (gate := failed_gate(each, shares[each.id])) is not None)
    if not rated:
        none: Verdict | None = "not-yet" if gates else None
        return Reading(None, None, None, none, () if none is None else (none,), gates, shares)
    exact = _weighted(rated)
    low, high = mover(rated)
    possible = ("not-yet",) if gates else verdicts_within(low, high, assessment.cuts)
    verdict = "not-yet" if gates else verdict_of(exact, assessment.cuts)
    return Reading(float(exact), low, high, verdict, possible, gates, shares)


def share_met(competency: Competency, ratings: Mapping[str, int | None], context: str) -> Met:
    """How many of its statements reach the threshold of the context, of those rated."""
    threshold = competency.thresholds[context]
    given = [ratings[statement.id] for statement in competency.statements if statement.id in ratings]
    rated = [rating for rating in given if rating is not None]
    met = sum(rating >= threshold for rating in rated)
    return Met(met, len(rated), len(given) - len(rated))


def failed_gate(competency: Competency, share: Met) -> Gate | None:
    """The gate of a critical competency that misses its minimum, as it does where nothing was rated; else None."""
    if competency.minimum is None:
        return None
    exact = share.exact
    passes = exact is not None and exact >= decimal(competency.minimum)
    return None if passes else Gate(competency.id, competency.minimum, share)


def readiness(rated: Sequence[tuple[float, Met]]) -> float:
    """R = Σ w·p / Σ w over competencies of which something was rated, each with its weight."""
    return float(_weighted(rated))


def mover(rated: Sequence[tuple[float, Met]]) -> tuple[float, float]:
    """The 95 % interval of readiness, `(low, high)`, over competencies of which something was rated.

    With the weights w normalised to the sum 1 over these competencies, and [l, u] Wilson's interval of each p:

        low = max(0, R − √Σ w²(p − l)²)      high = min(1, R + √Σ w²(u − p)²)

    Source: Zou, Huang and Zhang 2009, “A note on confidence interval estimation for a linear function of binomial
    proportions”, Computational Statistics & Data Analysis 53, 1080–1085 (MOVER).
    """
    total, middle = fsum(weight for weight, _ in rated), readiness(rated)
    below, above = [], []
    for weight, share in rated:
        low, high = wilson(share.met, share.rated)
        p = share.met / share.rated
        below.append((weight / total * (p - low)) ** 2)
        above.append((weight / total * (high - p)) ** 2)
    return max(0.0, middle - sqrt(fsum(below))), min(1.0, middle + sqrt(fsum(above)))


def verdict_of(exact: Fraction, cuts: Cuts) -> Verdict:
    """The verdict that readiness decides where no gate failed."""
    return RISING[sum(exact >= decimal(cut) for cut in (cuts.close, cuts.ready))]


def verdicts_within(low: float, high: float, cuts: Cuts) -> tuple[Verdict, ...]:
    """The verdicts that the interval of readiness allows, the lowest first: one more for each low < cut ≤ high."""
    first = sum(cut <= low for cut in (cuts.close, cuts.ready))
    last = sum(cut <= high for cut in (cuts.close, cuts.ready))
    return RISING[first : last + 1]


def decimal(value: float) -> Fraction:
    """A number as it is written, exactly: 0.8 is eight tenths."""
    return Fraction(str(value))


def _weighted(rated: Sequence[tuple[float, Met]]) -> Fraction:
    weights = [decimal(weight) for weight, _ in rated]
    shares = [Fraction(share.met, share.rated) for _, share in rated]
    return sum((weight * share for weight, share in zip(weights, shares, strict=True)), Fraction()) / sum(weights)
