from __future__ import annotations

import pytest
from tests.qualitykit import said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.straight_after import RULE


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single("fr", "Quel poste vient après celui-ci ?", "a", "b", "c", name="path.one/next"),
            ["Every later step comes after this one; ask what comes straight after."],
            id="French",
        ),
        pytest.param(
            single("en", "What comes after this post?", "a", "b", "c", name="path.one/next"),
            ["Every later step comes after this one; ask what comes straight after."],
            id="English",
        ),
    ],
)
def test_what_comes_next_is_asked_as_what_comes_straight_after(question: AnyQuestion, flaws: list[str]) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(
            single("en", "What comes straight after this post?", "a", "b", "c", name="path.one/next"),
            id="straight after",
        ),
        pytest.param(single("fr", "Que vient juste après ?", "a", "b", "c", name="path.one/next"), id="juste après"),
        pytest.param(
            single("en", "What is the first step after this post?", "a", "b", "c", name="path.one/next"),
            id="the first step after",
        ),
        pytest.param(
            single("fr", "Quelle est la première étape après ?", "a", "b", "c", name="path.one/next"),
            id="la première étape après",
        ),
        pytest.param(
            single("en", "What comes after this post?", "a", "b", "c", name="path.one/pick"), id="another question"
        ),
        pytest.param(
            single("xx", "Quux after?", "a", "b", "c", name="path.one/next"), id="a language that we do not speak"
        ),
    ],
)
def test_a_question_that_says_so_is_sound(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
