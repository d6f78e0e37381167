from __future__ import annotations

import pytest
from tests.qualitykit import said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.grammatical_cue import RULE


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single("fr", "Le CTO pilote l’___.", "équipe", "projet", "service"),
            ["“l'” right before the gap fits some answers alone; put it into the options."],
            id="an article, French",
        ),
        pytest.param(
            single("fr", "Le CTO définit une ___.", "stratégie", "projet", "plan"),
            ["“une” right before the gap fits some answers alone; put it into the options."],
            id="a gender",
        ),
        pytest.param(
            single("en", "The CTO is an ___.", "expert", "director", "buyer"),
            ["“an” right before the gap fits some answers alone; put it into the options."],
            id="an article, English",
        ),
        pytest.param(
            single("en", "The CTO is a(n) ___.", "expert", "director", "buyer"),
            ["“a(n)” right before the gap fits some answers alone; put it into the options."],
            id="an article in brackets, English",
        ),
        pytest.param(
            single("fr", "Il dépend de ___.", "un budget", "la taille", "la ville"),
            ["With “un budget” in the gap, it reads “de un”; word the question so that all options fit."],
            id="an elision",
        ),
        pytest.param(
            single("fr", "Il parle à ___.", "le client", "la direction", "l’équipe"),
            ["With “le client” in the gap, it reads “à le”; word the question so that all options fit."],
            id="a contraction",
        ),
        pytest.param(
            single("fr", "D’après lui, ___ sont en retard.", "les projets", "le service", "les équipes"),
            ["“le service” doesn’t agree with the verb after the gap; word the question so that all options do."],
            id="a number, French",
        ),
        pytest.param(
            single("en", "Here, ___ is late.", "a project", "these services", "a team"),
            ["“these services” doesn’t agree with the verb after the gap; word the question so that all options do."],
            id="a number, English",
        ),
    ],
)
def test_a_cue_of_grammar_is_found(question: AnyQuestion, flaws: list[str]) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(
            single("fr", "Le CTO pilote ___.", "l’équipe", "le projet", "la veille"), id="articles in the options"
        ),
        pytest.param(
            single("en", "The CTO is ___.", "an expert", "a director", "a buyer"), id="articles in the options, English"
        ),
        pytest.param(single("fr", "Le rôle est de ___.", "les suivre", "le définir", "coder"), id="with an infinitive"),
        pytest.param(single("fr", "Que pilote-t-il ?", "l’équipe", "le projet", "la veille"), id="no gap"),
        pytest.param(
            single("fr", "D’après lui, ___ sont en retard.", "les projets", "les services", "des équipes"),
            id="all agree",
        ),
        pytest.param(
            single("en", "The CTO works with data ___.", "in the cloud", "at home", "on paper"),
            id="a word that only ends like an article",
        ),
    ],
)
def test_options_that_all_fit_the_gap_are_sound(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
