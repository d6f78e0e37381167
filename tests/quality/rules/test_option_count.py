from __future__ import annotations

import pytest
from tests.qualitykit import multiple, said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.option_count import RULE


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single("en", "Who leads?", "the CTO", "the CEO"), ["There are 2 options; have 3 to 5."], id="two options"
        ),
        pytest.param(
            single("fr", "Qui pilote ?", "a", "b", "c", "d", "e", "f"),
            ["There are 6 options; have 3 to 5."],
            id="six options",
        ),
        pytest.param(
            multiple("en", "Who leads?", "a", "b", "c"), ["There are 3 options; have 4 to 6."], id="three to tick"
        ),
        pytest.param(
            multiple("fr", "Qui pilote ?", "a", "b", "c", "d", right=(0,)),
            ["1 of 4 options are right; have at least 2 right and at least one wrong."],
            id="one right to tick",
        ),
        pytest.param(
            single("en", "Who leads?", "the CTO", "The  cto", "the CEO"),
            ["Two options read the same, “The  cto”; change one."],
            id="the same but for case and spaces",
        ),
        pytest.param(
            single("fr", "Où ?", "sûr", "sûr", "sous"),
            ["Two options read the same, “sûr”; change one."],
            id="the same but for how an accent is written",
        ),
    ],
)
def test_a_choice_has_three_to_five_options_and_a_tick_all_four_to_six_all_different(
    question: AnyQuestion, flaws: list[str]
) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(single("en", "Who leads?", "a", "b", "c"), id="three options"),
        pytest.param(single("fr", "Qui pilote ?", "a", "b", "c", "d", "e"), id="five options"),
        pytest.param(multiple("en", "Who leads?", "a", "b", "c", "d", "e", "f"), id="six to tick"),
        pytest.param(single("fr", "Où ?", "sûr", "sur", "sous"), id="options that differ by an accent"),
    ],
)
def test_a_choice_within_these_bounds_is_sound(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
