from __future__ import annotations

import pytest
from tests.qualitykit import said, single, statement

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.absolute_terms import RULE
from ctoquiz.quality.view import Told


def flaw(word: str, text: str) -> str:
    return f"“{word}” in “{text}” leaves no exception, and the fact doesn’t say so; leave it out."


@pytest.mark.parametrize(
    ("question", "told", "flaws"),
    [
        pytest.param(
            statement("fr", "Le CTO décide toujours."),
            Told(),
            [flaw("toujours", "Le CTO décide toujours.")],
            id="French prompt",
        ),
        pytest.param(
            single("fr", "Quand ?", "jamais le lundi", "le mardi", "le mercredi"),
            Told(),
            [flaw("jamais", "jamais le lundi")],
            id="French option",
        ),
        pytest.param(
            statement("fr", "La seule tâche du CTO est la veille."),
            Told(),
            [flaw("seule", "La seule tâche du CTO est la veille.")],
            id="alone",
        ),
        pytest.param(
            statement("fr", "Cela arrive sans exception."),
            Told(),
            [flaw("sans exception", "Cela arrive sans exception.")],
            id="a phrase",
        ),
        pytest.param(
            statement("en", "The CTO only codes."), Told(), [flaw("only", "The CTO only codes.")], id="English prompt"
        ),
        pytest.param(
            single("en", "When?", "never", "on Mondays", "on Tuesdays"),
            Told(),
            [flaw("never", "never")],
            id="English option",
        ),
        pytest.param(
            statement("en", "All CTOs code."),
            Told(texts=("Only CTOs code.",)),
            [flaw("all", "All CTOs code.")],
            id="the fact has an absolute word of another kind",
        ),
    ],
)
def test_a_word_that_leaves_no_exception_is_found_where_the_fact_has_none(
    question: AnyQuestion, told: Told, flaws: list[str]
) -> None:
    assert said(RULE, question, told) == flaws


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            statement("fr", "Tous les secteurs sont ouverts."),
            Told(texts=("Il peut travailler dans tous les secteurs.",)),
            id="the fact says so",
        ),
        pytest.param(
            statement("en", "Every sector is open."),
            Told(texts=("All sectors are open to CTOs.",)),
            id="the fact says so in other words",
        ),
        pytest.param(statement("en", "The CTO above all leads."), Told(), id="above all"),
        pytest.param(statement("fr", "Le CTO est avant tout un technicien."), Told(), id="avant tout"),
        pytest.param(single("fr", "En toutes lettres, que dit CTO ?", "a", "b", "c"), Told(), id="in full"),
        pytest.param(statement("fr", "C’est la toute première partie."), Told(), id="at the very beginning"),
        pytest.param(statement("fr", "Une personne de confiance aide le CTO."), Told(), id="somebody"),
        pytest.param(statement("en", "The CTO calls a ball game."), Told(), id="a word within a word"),
    ],
)
def test_a_word_that_the_fact_has_too_or_that_means_something_else_is_sound(question: AnyQuestion, told: Told) -> None:
    assert said(RULE, question, told) == []
