"""What follows from the ratings of an assessment, always worked out from the raw answers."""

from __future__ import annotations

from ctoquiz.domain.assessment.advice import Advice, advice
from ctoquiz.domain.assessment.consistency import Warned, warnings
from ctoquiz.domain.readiness import AssessmentScore, score_assessment
from ctoquiz.frozen import frozen
from ctoquiz.session.assessing import Ratings


@frozen
class Assessed:
    """The score under the context of the assessment, what looks careless, and what to do next."""

    score: AssessmentScore
    warnings: tuple[Warned, ...]
    advice: tuple[Advice, ...]


def assessed(ratings: Ratings) -> Assessed:
    """What follows from what was answered so far. Warnings wait for the end: half an assessment warns of nothing."""
    assessment, rated, context = ratings.assessment, ratings.rated, ratings.frame.context
    return Assessed(
        score_assessment(assessment, rated, context),
        warnings(assessment, rated) if ratings.is_complete else (),
        advice(assessment, rated, context),
    )
