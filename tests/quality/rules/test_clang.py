from __future__ import annotations

import pytest
from tests.qualitykit import multiple, said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.clang import RULE


def flaw(word: str) -> str:
    return f"“{word}” stands in the question and, of all options, in the right one alone; reword either."


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single(
                "fr", "Que suit la veille technologique ?", "les technologies émergentes", "les salaires", "les congés"
            ),
            [flaw("technologies")],
            id="French",
        ),
        pytest.param(
            single("en", "What does a technology watch follow?", "emerging technologies", "salaries", "holidays"),
            [flaw("technologies")],
            id="English",
        ),
        pytest.param(
            multiple("en", "Which teams and projects?", "teams", "projects", "budgets", "taxes"),
            [flaw("teams"), flaw("projects")],
            id="each right option counts",
        ),
    ],
)
def test_a_word_of_the_question_that_comes_back_in_the_right_option_alone_is_found(
    question: AnyQuestion, flaws: list[str]
) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(
            single(
                "en", "What does a technology watch follow?", "emerging technologies", "old technologies", "holidays"
            ),
            id="a distractor has it too",
        ),
        pytest.param(
            single("en", "Who is the new one?", "the new man", "the boy", "the girl"), id="a word of three letters"
        ),
        pytest.param(
            single("fr", "Avec quoi, dans quelle équipe ?", "avec soin dans un bureau", "vite", "lentement"),
            id="a function word",
        ),
        pytest.param(
            single("en", "What does a technology watch follow?", "salaries", "technologies", "holidays"),
            id="a distractor alone has it",
        ),
    ],
)
def test_a_word_that_gives_nothing_away_is_not_found(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
