from __future__ import annotations

import pytest
from tests.qualitykit import multiple, said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.near_synonyms import RULE
from ctoquiz.quality.view import Told


@pytest.mark.parametrize(
    ("question", "told", "flaws"),
    [
        pytest.param(
            single("en", "What?", "services and projects", "projects and services", "teams"),
            Told(),
            ["“projects and services” and “services and projects” have nearly the same words; change one."],
            id="the same words in another order",
        ),
        pytest.param(
            single("fr", "Que gère-t-il ?", "le budget", "le budget de l’équipe", "les contrats"),
            Told(),
            ["Of “le budget” and “le budget de l’équipe”, one only adds to the words of the other; change one."],
            id="one adds to the other",
        ),
        pytest.param(
            single("fr", "Quelle stratégie ?", "les procédures internes", "les procédures externes", "la veille"),
            Told(),
            ["“les procédures externes” and “les procédures internes” differ by a few letters alone; change one."],
            id="a few letters",
        ),
        pytest.param(
            single("en", "What?", "technical projects", "the technical project", "teams"),
            Told(),
            ["“technical projects” and “the technical project” have nearly the same words; change one."],
            id="inflected",
        ),
        pytest.param(
            single("en", "How much?", "€70,000", "€70k", "€80,000"),
            Told(),
            ["“€70,000” and “€70k” are the same figure; change one."],
            id="the same figure",
        ),
        pytest.param(
            single("en", "Who?", "the CIO", "the head of IT", "the CEO"),
            Told(aliases=(frozenset({"the CIO", "the head of IT"}),)),
            ["“the CIO” and “the head of IT” are two forms of the same thing; change one."],
            id="two forms of one thing",
        ),
        pytest.param(
            single("en", "Which?", "tech plan", "new growth plan", "the brand"),
            Told(aliases=(frozenset({"tech plan", "the growth plan"}),)),
            ["Of “new growth plan” and “tech plan”, the wrong one is within a word of another right form; change it."],
            id="within a word of another right form",
        ),
    ],
)
def test_options_that_a_reader_may_take_for_one_are_found(question: AnyQuestion, told: Told, flaws: list[str]) -> None:
    assert said(RULE, question, told) == flaws


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            single("fr", "Combien ?", "70 000 €", "70 500 €", "71 000 €"), Told(), id="figures differ by value"
        ),
        pytest.param(
            single("fr", "Quand ?", "juste avant", "juste après", "en même temps"), Told(), id="before and after"
        ),
        pytest.param(
            single("en", "How?", "with contractors", "without contractors", "by letter"), Told(), id="with and without"
        ),
        pytest.param(single("en", "Who?", "the CEO", "the CDO", "the CTO"), Told(), id="three letters that differ"),
        pytest.param(single("en", "What?", "IT projects", "building projects", "taxes"), Told(), id="IT is a word"),
        pytest.param(
            multiple("en", "Which?", "team management", "project management", "sales", "taxes"),
            Told(aliases=(frozenset({"team management", "management"}),)),
            id="two right options that an alias joins",
        ),
    ],
)
def test_options_that_differ_in_meaning_are_sound(question: AnyQuestion, told: Told) -> None:
    assert said(RULE, question, told) == []
