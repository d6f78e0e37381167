from __future__ import annotations

import pytest
from tests.qualitykit import said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.odd_one_out import RULE


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single("fr", "Quoi ?", "bac+5", "une licence", "un brevet"),
            ["“bac+5” alone has a figure; give one to another option, or take it out."],
            id="a figure",
        ),
        pytest.param(
            single("en", "Who?", "the buyer", "the CTO", "the accountant"),
            ["“the CTO” alone has an abbreviation; give one to another option, or take it out."],
            id="an abbreviation",
        ),
        pytest.param(
            single("fr", "Quoi ?", "la R&D", "la vente", "la veille"),
            ["“la R&D” alone has an abbreviation; give one to another option, or take it out."],
            id="with an ampersand",
        ),
        pytest.param(
            single("en", "Who?", "the buyer (retired)", "the seller", "the accountant"),
            ["“the buyer (retired)” alone has a bracket; give one to another option, or take it out."],
            id="a bracket",
        ),
        pytest.param(
            single("fr", "Quoi ?", "la vente, puis la veille", "la vente", "la veille"),
            ["“la vente, puis la veille” alone has a comma; give one to another option, or take it out."],
            id="a comma",
        ),
        pytest.param(
            single("en", "Who?", "the CEO", "the buyer", "the CTO"),
            ["“the buyer” alone has no abbreviation; give it one, or take one out of another option."],
            id="without",
        ),
    ],
)
def test_the_odd_one_out_is_found(question: AnyQuestion, flaws: list[str]) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(single("en", "Who?", "the buyer", "the seller", "the accountant"), id="none has"),
        pytest.param(single("fr", "Qui ?", "le CTO", "le CEO", "le DSI"), id="all have"),
        pytest.param(single("en", "Who?", "the CTO", "the CEO", "the buyer", "the seller"), id="two and two"),
        pytest.param(single("en", "How much?", "€900", "€5,000", "€700"), id="commas within figures"),
    ],
)
def test_options_of_one_look_are_sound(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
