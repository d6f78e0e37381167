from __future__ import annotations

import pytest
from tests.qualitykit import said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.sorted_numbers import RULE


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single("fr", "Combien ?", "70 000 €", "8 000 €", "90 000 €"),
            ["“8 000 €” stands after “70 000 €”; put figures in rising order."],
            id="figures, French",
        ),
        pytest.param(
            single("en", "How many?", "between 5 and 10 years", "between 1 and 4 years", "between 11 and 15 years"),
            ["“between 1 and 4 years” stands after “between 5 and 10 years”; put figures in rising order."],
            id="ranges, English",
        ),
        pytest.param(
            single("en", "How many?", "5 to 10 years", "5 to 8 years", "9 to 12 years"),
            ["“5 to 8 years” stands after “5 to 10 years”; put figures in rising order."],
            id="the same beginning",
        ),
        pytest.param(
            single("fr", "Combien ?", "plus de 8 ans", "plus de 4 ans", "plus de 10 ans"),
            ["“plus de 4 ans” stands after “plus de 8 ans”; put figures in rising order."],
            id="bounds",
        ),
    ],
)
def test_figures_out_of_order_are_found(question: AnyQuestion, flaws: list[str]) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(single("fr", "Combien ?", "8 000 €", "70 000 €", "100 000 €"), id="rising"),
        pytest.param(single("en", "How much?", "€900", "€60k", "€70,000"), id="thousands and k"),
        pytest.param(single("en", "Which?", "Windows 11", "Ubuntu 4", "Debian 9"), id="words with figures"),
    ],
)
def test_figures_in_rising_order_and_words_are_sound(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
