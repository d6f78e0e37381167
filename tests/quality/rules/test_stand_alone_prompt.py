from __future__ import annotations

import pytest
from tests.qualitykit import match, said, single, statement

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.stand_alone_prompt import RULE
from ctoquiz.quality.view import Told


@pytest.mark.parametrize(
    ("question", "told", "flaws"),
    [
        pytest.param(
            single("en", "The salary:", "a", "b", "c"),
            Told(),
            ["This neither asks, with “?” at its end, nor leaves a gap ___; do one of the two."],
            id="neither asks nor has a gap",
        ),
        pytest.param(
            match("fr", "Associez chacun à sa tâche.", ("a",), "x", "y"),
            Told(),
            ["This neither asks, with “?” at its end, nor leaves a gap ___; do one of the two."],
            id="a task",
        ),
        pytest.param(
            single("fr", "Le ___ pilote ___.", "a", "b", "c"),
            Told(),
            ["There are several gaps; leave one."],
            id="two gaps",
        ),
        pytest.param(
            single("en", f"{'word ' * 31}?", "a", "b", "c"),
            Told(),
            ["The question has 31 words; say it in 30."],
            id="31 words",
        ),
        pytest.param(
            statement("en", "Does the CTO code?"),
            Told(),
            ["A statement to judge neither asks nor leaves a gap; state it."],
            id="a statement that asks",
        ),
        pytest.param(
            statement("fr", "Le CTO code"),
            Told(),
            ["The statement has no end; put a full stop."],
            id="a statement without end",
        ),
        pytest.param(
            statement("en", "The CTO codes. The CEO sells."),
            Told(),
            ["These are several statements; make one, or several questions."],
            id="two statements",
        ),
        pytest.param(
            single("fr", "Combien gagne un profil confirmé ?", "a", "b", "c"),
            Told(conditions=("un profil confirmé à Paris",)),
            ["The fact holds for un profil confirmé à Paris; the question has to say so."],
            id="no place",
        ),
        pytest.param(
            single("en", "What is the salary in Paris?", "a", "b", "c"),
            Told(conditions=("an expert profile in Paris",)),
            ["The fact holds for an expert profile in Paris; the question has to say so."],
            id="no profile",
        ),
        pytest.param(
            single("en", "What was the salary in 2023?", "a", "b", "c"),
            Told(conditions=("the salary in 2024",)),
            ["The fact holds for the salary in 2024; the question has to say so."],
            id="another year",
        ),
    ],
)
def test_a_prompt_that_does_not_stand_alone_is_found(question: AnyQuestion, told: Told, flaws: list[str]) -> None:
    assert said(RULE, question, told) == flaws


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(single("fr", "Qui pilote ?", "a", "b", "c"), Told(), id="a question"),
        pytest.param(single("en", "The CTO leads ___.", "a", "b", "c"), Told(), id="a gap"),
        pytest.param(single("en", f"{'word ' * 30}?", "a", "b", "c"), Told(), id="30 words"),
        pytest.param(statement("fr", "Le CTO pilote la R&D de l’entreprise."), Told(), id="a statement"),
        pytest.param(statement("fr", "Le document dit « peut »."), Told(), id="a quotation at its end"),
        pytest.param(statement("en", "It takes 2.5 years."), Told(), id="a figure within"),
        pytest.param(
            single("fr", "À Paris, combien gagne un profil confirmé ?", "a", "b", "c"),
            Told(conditions=("un profil confirmé à Paris",)),
            id="the condition is named",
        ),
        pytest.param(
            single("en", "Who earns most?", "an expert in Paris", "an expert in Lyon", "a beginner in Paris"),
            Told(conditions=("an expert in Paris",)),
            id="the conditions are the options",
        ),
        pytest.param(
            single("fr", "Combien d’années demande-t-on à un CTO ?", "a", "b", "c"),
            Told(conditions=("pour recruter un CTO",)),
            id="a condition in other words",
        ),
    ],
)
def test_a_prompt_that_stands_alone_is_sound(question: AnyQuestion, told: Told) -> None:
    assert said(RULE, question, told) == []
