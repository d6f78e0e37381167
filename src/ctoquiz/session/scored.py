"""The score of a session, always from its raw answers."""

from __future__ import annotations

from ctoquiz.domain.scoring import Score, score_quiz
from ctoquiz.session.loop import Progress


def score(progress: Progress, *, stopped: bool) -> Score:
    """The score of what was answered; the maxima count every question of the quiz."""
    topics: dict[str, float] = {}
    for question in progress.quiz.questions:
        topics[question.topic] = topics.get(question.topic, 0.0) + 1.0
    ordered = {topic: topics[topic] for topic in progress.quiz.topic_titles if topic in topics}
    return score_quiz(
        [entry.graded for entry in progress.entries],
        max_points=float(len(progress.quiz.questions)),
        topics_of_whole_quiz=ordered,
        pass_mark=progress.manner.pass_mark,
        certainty=progress.manner.certainty,
        stopped=stopped,
    )
