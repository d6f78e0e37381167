from __future__ import annotations

import pytest
from tests.qualitykit import said, single, statement

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.vague_terms import RULE
from ctoquiz.quality.view import Told


def flaw(word: str, text: str) -> str:
    return f"“{word}” in “{text}” is vague, and the fact doesn’t say so; leave it out or be exact."


@pytest.mark.parametrize(
    ("question", "told", "flaws"),
    [
        pytest.param(
            statement("fr", "Le CTO code souvent."),
            Told(),
            [flaw("souvent", "Le CTO code souvent.")],
            id="French prompt",
        ),
        pytest.param(
            single("fr", "Combien ?", "quelques mois", "deux ans", "dix ans"),
            Told(),
            [flaw("quelques", "quelques mois")],
            id="French option",
        ),
        pytest.param(
            statement("en", "The CTO rarely codes."),
            Told(),
            [flaw("rarely", "The CTO rarely codes.")],
            id="English prompt",
        ),
        pytest.param(
            single("en", "How many?", "several teams", "two teams", "ten teams"),
            Told(),
            [flaw("several", "several teams")],
            id="English option",
        ),
        pytest.param(
            statement("en", "CTOs rarely code."),
            Told(texts=("CTOs often code.",)),
            [flaw("rarely", "CTOs rarely code.")],
            id="the fact is vague in another way",
        ),
    ],
)
def test_a_vague_word_is_found_where_the_fact_has_none(question: AnyQuestion, told: Told, flaws: list[str]) -> None:
    assert said(RULE, question, told) == flaws


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            statement("fr", "Le CTO est généralement au comité."),
            Told(texts=("Il y siège généralement.",)),
            id="the fact says so",
        ),
        pytest.param(
            statement("en", "CTOs usually sit there."),
            Told(texts=("CTOs generally sit there.",)),
            id="the fact says so in other words",
        ),
        pytest.param(statement("en", "The CTO leads rather than codes."), Told(), id="rather than"),
        pytest.param(statement("fr", "Le CTO pilote plutôt qu’il ne code."), Told(), id="plutôt que"),
        pytest.param(single("en", "How many teams are there?", "a", "b", "c"), Told(), id="how many"),
        pytest.param(statement("fr", "Le CTO peut certainement coder."), Told(), id="a word within a word"),
    ],
)
def test_a_vague_word_that_the_fact_has_too_is_sound(question: AnyQuestion, told: Told) -> None:
    assert said(RULE, question, told) == []
