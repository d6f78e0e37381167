from __future__ import annotations

from tests.blindkit import Asked, question

from ctoquiz.quality.quizrules.few_negations import RULE


def quiz(count: int, denying: int) -> list[str]:
    """How many questions are said to be too many, in a quiz of so many."""
    prompts = ["Which is NOT a duty?" if number < denying else "Which is a duty?" for number in range(count)]
    flaws = RULE.look([question(number, Asked(prompt)) for number, prompt in enumerate(prompts)])
    return [str(flaw.values["denying"]) for flaw in flaws]


def test_one_question_in_twenty_may_deny() -> None:
    assert quiz(20, 1) == []
    assert quiz(40, 2) == []
    assert quiz(10, 0) == []


def test_more_may_not() -> None:
    assert quiz(19, 1) == ["1"]
    assert quiz(20, 2) == ["2"]


def test_an_empty_quiz_has_no_flaw() -> None:
    assert list(RULE.look([])) == []
