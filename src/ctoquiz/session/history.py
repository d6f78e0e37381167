"""What a person has seen and missed before, from their results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.selection import Askable
from ctoquiz.frozen import frozen


@frozen
class Attempt:
    """One answer of the past: the question's id, and whether it earned its full point."""

    question: str
    right: bool


@frozen
class History:
    """The latest attempt at each question, and the facts that were asked, each with whether it was right last time."""

    questions: Mapping[str, bool]
    facts: Mapping[str, bool]

    def rank(self, question: Askable) -> int:
        """How much a question is wanted: 0 its facts were never asked, 1 one was missed last time, 2 a new way of
        asking a known fact, 3 asked before and known.
        """
        known = [self.facts[fact] for fact in question.facts if fact in self.facts]
        if not known and question.id not in self.questions:
            return 0
        if not all(known) or not self.questions.get(question.id, True):
            return 1
        return 3 if question.id in self.questions else 2

    @property
    def missed(self) -> tuple[str, ...]:
        """The questions whose latest attempt was not right, in the order in which they were first asked."""
        return tuple(question for question, right in self.questions.items() if not right)


def history(attempts: Iterable[Attempt], facts_of: Mapping[str, Sequence[str]]) -> History:
    """The history of attempts, oldest first. `facts_of` maps the id of each question of today to its facts; attempts
    at questions that are no more are passed over. A question on several facts tells only of itself.
    """
    questions: dict[str, bool] = {}
    facts: dict[str, bool] = {}
    for attempt in attempts:
        about = facts_of.get(attempt.question)
        if about is None:
            continue
        questions[attempt.question] = attempt.right
        if len(about) == 1:
            facts[about[0]] = attempt.right
    return History(questions, facts)


def attempts_of(results: Iterable[Mapping[str, Json]], participant: str | None) -> list[Attempt]:
    """Every answer of a participant's quizzes (None: of nobody named), oldest first."""
    found: list[Attempt] = []
    for result in results:
        answers = result.get("answers")
        if result.get("type") != "quiz" or result.get("participant") != participant or not isinstance(answers, list):
            continue
        found += [
            Attempt(question, _full(answer))
            for answer in answers
            if isinstance(answer, dict) and isinstance(question := answer.get("question"), str)
        ]
    return found


def _full(answer: Mapping[str, Json]) -> bool:
    points, most = answer.get("points"), answer.get("max")
    return isinstance(points, int | float) and isinstance(most, int | float) and points >= most > 0
