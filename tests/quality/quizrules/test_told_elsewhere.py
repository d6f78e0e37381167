from __future__ import annotations

import pytest
from tests.blindkit import Asked, question

from ctoquiz.quality.quizrules.told_elsewhere import RULE, states


@pytest.mark.parametrize(
    ("text", "key", "language", "stated"),
    [
        ("Who heads the management committee?", "the management committee", "en", True),
        ("Who heads management committees?", "the management committee", "en", True),
        ("Qui dirige les comités de direction ?", "le comité de direction", "fr", True),
        ("Which committee does management sit on?", "the management committee", "en", False),
        ("How is the team led?", "the team", "en", True),
        ("How are teams led?", "the team", "en", False),  # one word with a meaning comes in too many prompts
        ("How are teams led?", "", "en", False),
    ],
)
def test_a_text_states_a_key_in_its_words_or_in_other_forms_of_them(
    text: str, key: str, language: str, stated: bool
) -> None:
    assert states(text, key, language) is stated


def test_a_prompt_that_states_the_key_of_another_is_a_flaw_of_the_quiz() -> None:
    told = question(1, Asked("Which body?", ("the management committee", "the board", "the court", "the state")))
    telling = question(2, Asked("Who heads management committees?", ("the CEO", "the CFO", "the CIO", "the CDO")))

    flaws = list(RULE.look([telling, told]))

    assert [(flaw.values["question"], flaw.values["others"]) for flaw in flaws] == [(told.id, telling.id)]
    assert list(RULE.look([told])) == []


def test_a_fact_is_asked_about_once() -> None:
    one, other = question(1, Asked("It runs.")), question(2, Asked("It stops."))

    assert [flaw.values["fact"] for flaw in RULE.look([one, other, one])] == ["statement1"]
    assert list(RULE.look([one, other])) == []
