from __future__ import annotations

import pytest
from tests.qualitykit import said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.convergence import RULE


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single("fr", "Quoi ?", "équipes internes", "équipes externes", "projets internes", "contrats"),
            ["“équipes internes” shares more words with the other options than any of them; vary it or another."],
            id="French",
        ),
        pytest.param(
            single("en", "What?", "internal teams", "internal projects", "external projects", "internal budgets"),
            ["“internal projects” shares more words with the other options than any of them; vary it or another."],
            id="English",
        ),
        pytest.param(
            single("en", "What?", "contracts", "internal teams", "external teams", "internal projects"),
            ["“internal teams” shares more words with the other options than any of them; vary it or another."],
            id="a wrong one counts as well",
        ),
        pytest.param(
            single("fr", "Combien ?", "60 000 à 70 000 €", "70 000 à 90 000 €", "90 000 à 99 000 €"),
            ["“70 000 à 90 000 €” shares more words with the other options than any of them; vary it or another."],
            id="ranges",
        ),
    ],
)
def test_the_option_that_shares_most_with_the_others_is_found(question: AnyQuestion, flaws: list[str]) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(single("fr", "Quoi ?", "équipes", "projets", "contrats"), id="nothing in common"),
        pytest.param(
            single("en", "What?", "internal teams", "external teams", "internal budgets", "external budgets"),
            id="all alike",
        ),
        pytest.param(
            single("fr", "Quoi ?", "assurer la veille", "assurer le suivi", "assurer la vente"), id="the same in all"
        ),
        pytest.param(single("en", "What?", "internal teams", "internal budgets", "taxes"), id="two share most"),
    ],
)
def test_options_that_share_alike_are_sound(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
