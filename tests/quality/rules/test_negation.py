from __future__ import annotations

import pytest
from tests.qualitykit import said, single, statement

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.negation import RULE


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single("fr", "Quelle tâche n’est pas au CTO ?", "a", "b", "c"),
            ["“n'est pas” is easily overlooked; write it in capitals."],
            id="small, French",
        ),
        pytest.param(
            single("en", "Which task is not the CTO’s?", "a", "b", "c"),
            ["“not” is easily overlooked; write it in capitals."],
            id="small, English",
        ),
        pytest.param(
            single("fr", "Que fait-il sans budget ?", "a", "b", "c"),
            ["“sans” is easily overlooked; write it in capitals."],
            id="without",
        ),
        pytest.param(
            statement("en", "The CTO does all except coding."),
            ["“except” is easily overlooked; write it in capitals."],
            id="except",
        ),
        pytest.param(
            statement("en", "The CTO doesn’t code."),
            ["“doesn't” is easily overlooked; write it in capitals."],
            id="a contraction",
        ),
        pytest.param(
            statement("fr", "Il n’aide la DSI pas."),
            ["“n'aide la DSI pas” is easily overlooked; write it in capitals."],
            id="a capital elsewhere",
        ),
        pytest.param(
            statement("fr", "Personne ne code."),
            ["“Personne ne” is easily overlooked; write it in capitals."],
            id="nobody",
        ),
        pytest.param(
            statement("fr", "Ce n’est PAS une tâche que le CTO ne fait PAS."),
            ["The question has 2 negations, “n'est PAS”, “ne fait PAS”; ask it with one at most."],
            id="double, French",
        ),
        pytest.param(
            statement("en", "It is NOT a task that is NOT done."),
            ["The question has 2 negations, “NOT”, “NOT”; ask it with one at most."],
            id="double, English",
        ),
        pytest.param(
            single("en", "Which is NOT right?", "no team", "b", "c"),
            ["“no team” denies in a question that denies already; word one of them without."],
            id="in an option as well",
        ),
        pytest.param(
            single("fr", "Que fait-il ?", "il ne code pas sans aide", "b", "c"),
            ["“il ne code pas sans aide” has two negations; word it without."],
            id="two in an option",
        ),
    ],
)
def test_a_negation_too_many_or_too_small_is_found(question: AnyQuestion, flaws: list[str]) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(single("fr", "Quelle tâche n’est PAS au CTO ?", "a", "b", "c"), id="in capitals, French"),
        pytest.param(single("en", "Which is NOT a task?", "a", "b", "c"), id="in capitals, English"),
        pytest.param(statement("fr", "Le CTO fait tout SAUF coder."), id="SAUF"),
        pytest.param(statement("en", "The CTO DOESN’T code."), id="a contraction in capitals"),
        pytest.param(statement("en", "The CTO NEITHER codes nor sells."), id="neither, nor"),
        pytest.param(statement("fr", "Le CTO ne fait NI code ni vente."), id="ni, ni"),
        pytest.param(statement("fr", "Le CTO fait ses premiers pas."), id="first steps"),
        pytest.param(statement("en", "The CTO not only codes."), id="not only"),
        pytest.param(statement("fr", "Le CTO code sans doute."), id="no doubt"),
        pytest.param(single("en", "What?", "without help", "with help", "late"), id="one in an option"),
        pytest.param(statement("fr", "Le CTO ne fait que piloter."), id="only"),
    ],
)
def test_one_negation_in_capitals_or_none_is_sound(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
