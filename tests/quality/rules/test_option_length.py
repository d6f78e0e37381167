from __future__ import annotations

import pytest
from tests.qualitykit import multiple, said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.option_length import RULE


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single("fr", "Qui ?", "aaaaaaaaaaaaa", "bbbbbbbbbb", "ccccccccc"),
            ["“aaaaaaaaaaaaa” has 13 signs, the longest wrong option 10; shorten it, or lengthen one."],
            id="too long, French",
        ),
        pytest.param(
            single("en", "Who?", "aaaaaaa", "bbbbbbbbbb", "cccccccccccc"),
            ["“aaaaaaa” has 7 signs, the shortest wrong option 10; lengthen it."],
            id="too short, English",
        ),
        pytest.param(
            multiple("en", "Who?", "aaaaaaaaaaaaa", "dddddddddd", "bbbbbbbbbb", "ccccccccc"),
            ["“aaaaaaaaaaaaa” has 13 signs, the longest wrong option 10; shorten it, or lengthen one."],
            id="each right option counts",
        ),
    ],
)
def test_a_right_option_whose_length_gives_it_away_is_found(question: AnyQuestion, flaws: list[str]) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(single("en", "Who?", "aaaaaaaaaa", "bbbbbbbb", "cccc"), id="1.25 times the longest"),
        pytest.param(
            single("fr", "Qui ?", "aaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccccc"), id="0.75 times the shortest"
        ),
        pytest.param(single("fr", "Qui ?", "éééééééééé", "bbbbbbbb", "cccccccc"), id="an accent is no sign of its own"),
    ],
)
def test_a_right_option_of_a_like_length_is_sound(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
