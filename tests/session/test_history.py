from __future__ import annotations

from dataclasses import dataclass

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.session.history import Attempt, attempts_of, history

FACTS_OF = {"a/pick": ("a",), "a/true": ("a",), "b/pick": ("b",), "ab/match": ("a", "b")}


@dataclass(frozen=True)
class Question:
    id: str
    kind: str = "single"
    topic: str = "work"
    level: str = "easy"

    @property
    def facts(self) -> tuple[str, ...]:
        return FACTS_OF[self.id]


def ranks(*attempts: tuple[str, bool]) -> dict[str, int]:
    known = history([Attempt(question, right) for question, right in attempts], FACTS_OF)
    return {name: known.rank(Question(name)) for name in FACTS_OF}


def test_what_was_never_asked_is_wanted_first() -> None:
    assert ranks() == {"a/pick": 0, "a/true": 0, "b/pick": 0, "ab/match": 0}


def test_then_what_was_missed_then_new_ways_of_asking_then_the_rest() -> None:
    assert ranks(("a/pick", True)) == {"a/pick": 3, "a/true": 2, "b/pick": 0, "ab/match": 2}
    assert ranks(("a/pick", False)) == {"a/pick": 1, "a/true": 1, "b/pick": 0, "ab/match": 1}


def test_only_the_latest_attempt_counts() -> None:
    assert ranks(("a/pick", False), ("a/pick", True))["a/pick"] == 3
    assert ranks(("a/pick", True), ("a/true", False))["a/pick"] == 1


def test_a_question_on_several_facts_tells_only_of_itself() -> None:
    assert ranks(("ab/match", False)) == {"a/pick": 0, "a/true": 0, "b/pick": 0, "ab/match": 1}
    assert ranks(("ab/match", True))["ab/match"] == 3


def test_questions_that_are_no_more_are_passed_over() -> None:
    known = history([Attempt("gone/pick", right=False), Attempt("b/pick", right=False)], FACTS_OF)

    assert known.missed == ("b/pick",)


def test_what_was_missed_is_in_the_order_in_which_it_was_first_asked() -> None:
    attempts = [("b/pick", False), ("a/pick", True), ("a/true", False), ("b/pick", False)]
    known = history([Attempt(question, right) for question, right in attempts], FACTS_OF)

    assert known.missed == ("b/pick", "a/true")


def test_attempts_are_those_of_one_participant_and_anything_odd_is_passed_over() -> None:
    def result(participant: Json, answers: Json, type_: str = "quiz") -> dict[str, Json]:
        return {"type": type_, "participant": participant, "answers": answers}

    right: dict[str, Json] = {"question": "a/pick", "points": 1.0, "max": 1.0}
    results = [
        result(None, [right, {"question": "b/pick", "points": 0.5, "max": 1.0}, "odd", {"question": 3}]),
        result("Ada", [right]),
        result(None, [right], "assessment"),
        result(None, {"a": 1}),
        result(None, [{"question": "a/true", "points": "1", "max": 1}, {"question": "a/pick", "points": 0, "max": 0}]),
    ]

    assert attempts_of(results, None) == [
        Attempt("a/pick", right=True),
        Attempt("b/pick", right=False),
        Attempt("a/true", right=False),
        Attempt("a/pick", right=False),
    ]
    assert attempts_of(results, "Ada") == [Attempt("a/pick", right=True)]
