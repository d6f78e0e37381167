"""What to do next: at most three things, where they would help most."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.assessment.statements import Statement
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.readiness import decimal, share_met
from ctoquiz.frozen import frozen

MOST = 3


@frozen
class Advice:
    """Something to do: a statement of a competency that is not met, rated `rating` where `threshold` is asked for."""

    competency: Competency
    statement: Statement
    rating: int
    threshold: int


def advice(assessment: Assessment, answers: Mapping[str, Rated], context: str) -> tuple[Advice, ...]:
    """At most three pieces of advice under a context, the most helpful first.

    Competencies rank by weight × (1 − p), p as claimed, ties in the pack's order; what is fully met, or not rated,
    needs or allows none. Each cites its unmet statement with the lowest rating, the first of several in its order.
    """
    ratings = {id_: answer.rating for id_, answer in answers.items()}
    gains = {each.id: _gain(each, ratings, context) for each in assessment.competencies}
    ranked = sorted(assessment.competencies, key=lambda each: -gains[each.id])
    return tuple(_advice(each, ratings, context) for each in ranked[:MOST] if gains[each.id] > 0)


def _gain(competency: Competency, ratings: Mapping[str, int | None], context: str) -> Fraction:
    share = share_met(competency, ratings, context).exact
    return Fraction() if share is None else decimal(competency.weights[context]) * (1 - share)


def _advice(competency: Competency, ratings: Mapping[str, int | None], context: str) -> Advice:
    rated = [(rating, each) for each in competency.statements if (rating := ratings.get(each.id)) is not None]
    # The lowest of all rated is unmet, as something rated is unmet.
    rating, statement = min(rated, key=lambda each: each[0])
    return Advice(competency, statement, rating, competency.thresholds[context])
