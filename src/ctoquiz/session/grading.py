"""From an answer to what it earned."""

from __future__ import annotations

from typing import Any

from ctoquiz.domain.questions import Question, unknown
from ctoquiz.domain.scoring import Graded
from ctoquiz.session.asking import Answered


def grade(question: Question[Any], answer: Answered) -> Graded:
    """What an answer earned. Raises BadInput when it isn't in the notation of the question's kind."""
    if unknown(answer.notation):
        return Graded(question.id, question.topic, 0.0, 1.0, "unknown", answer.certainty)
    points = question.grade(question.read(answer.notation))
    outcome = "right" if points == 1 else "partly" if points > 0 else "wrong"
    return Graded(question.id, question.topic, points, 1.0, outcome, answer.certainty)
