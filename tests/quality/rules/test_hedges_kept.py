from __future__ import annotations

import pytest
from tests.qualitykit import said, single, statement, typed

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.hedges_kept import RULE
from ctoquiz.quality.view import Told


def flaw(word: str) -> str:
    return f"The fact says “{word}”, the question nothing of the kind; say it there too."


@pytest.mark.parametrize(
    ("question", "told", "flaws"),
    [
        pytest.param(
            single("fr", "Quelles équipes le CTO pilote-t-il ?", "les équipes internes", "b", "c"),
            Told(sentences=("Le CTO peut piloter {member}.",)),
            [flaw("peut")],
            id="may, French",
        ),
        pytest.param(
            single("en", "Which teams does the CTO lead?", "in-house teams", "b", "c"),
            Told(sentences=("The CTO may lead {member}.",)),
            [flaw("may")],
            id="may, English",
        ),
        pytest.param(
            statement("en", "The CTO leads in-house teams."),
            Told(sentences=("The CTO may lead {member}.",)),
            [flaw("may")],
            id="a true statement",
        ),
        pytest.param(
            single("fr", "De quelle instance le CTO fait-il partie ?", "le comité", "b", "c"),
            Told(sentences=("Le CTO fait généralement partie de cette instance : {object}.",)),
            [flaw("généralement")],
            id="generally",
        ),
        pytest.param(
            single("en", "Which teams does the CTO lead?", "in-house teams", "perhaps others", "c"),
            Told(sentences=("The CTO may lead {member}.",)),
            [flaw("may")],
            id="the hedge is in a distractor alone",
        ),
        pytest.param(
            typed("fr", "Par quel poste démarre-t-on ?", "développeur"),
            Told(sentences=("Il est recommandé de démarrer par ce poste : {object}.",)),
            [flaw("recommandé")],
            id="advised",
        ),
        pytest.param(
            typed("en", "What is the CTO’s role centred on?", "coordination"),
            Told(sentences=("The CTO’s role is mainly centred on {object}.",)),
            [flaw("mainly")],
            id="mainly",
        ),
    ],
)
def test_a_hedge_of_the_fact_that_the_question_drops_is_found(
    question: AnyQuestion, told: Told, flaws: list[str]
) -> None:
    assert said(RULE, question, told) == flaws


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            single("fr", "Quelles équipes le CTO peut-il piloter ?", "a", "b", "c"),
            Told(sentences=("Le CTO peut piloter {member}.",)),
            id="the same word",
        ),
        pytest.param(
            single("en", "Which teams might the CTO lead?", "a", "b", "c"),
            Told(sentences=("The CTO may lead {member}.",)),
            id="another word that says the same",
        ),
        pytest.param(
            single("en", "What does this post allow the CTO to lead?", "a", "b", "c"),
            Told(sentences=("The CTO may lead {member}.",)),
            id="a word that keeps it",
        ),
        pytest.param(
            single("en", "What of the teams that are led?", "the CTO may lead them", "b", "c"),
            Told(sentences=("The CTO may lead {member}.",)),
            id="in the right option",
        ),
        pytest.param(
            typed("fr", "Dans les équipes internes, qui programme des sites ?", "le développeur"),
            Told(sentences=("Le CTO peut piloter {member}.",)),
            id="the question leaves out what was softened",
        ),
        pytest.param(
            statement("fr", "Le CTO pilote des usines.", right=False),
            Told(sentences=("Le CTO peut piloter {member}.",)),
            id="a false statement",
        ),
    ],
)
def test_a_hedge_that_is_kept_or_that_was_not_asked_about_is_sound(question: AnyQuestion, told: Told) -> None:
    assert said(RULE, question, told) == []
