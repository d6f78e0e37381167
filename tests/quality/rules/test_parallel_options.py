from __future__ import annotations

import pytest
from tests.qualitykit import said, single

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.rules.parallel_options import RULE


@pytest.mark.parametrize(
    ("question", "flaws"),
    [
        pytest.param(
            single("fr", "Que fait-il ?", "choisir des outils", "vendre", "le budget"),
            ["“le budget” begins with another kind of word than other options; give them all one form."],
            id="a noun among verbs, French",
        ),
        pytest.param(
            single("fr", "Que suit-il ?", "les outils", "salaires", "les budgets"),
            ["“salaires” begins with another kind of word than other options; give them all one form."],
            id="a bare noun, French",
        ),
        pytest.param(
            single("en", "What?", "leadership", "patience", "a sense of humour"),
            ["“a sense of humour” begins with another kind of word than other options; give them all one form."],
            id="an article among none, English",
        ),
        pytest.param(
            single("en", "What?", "to lead", "the code", "the team"),
            ["“to lead” begins with another kind of word than other options; give them all one form."],
            id="an infinitive, English",
        ),
        pytest.param(
            single("en", "How many?", "the first", "the last", "3"),
            ["“3” begins with another kind of word than other options; give them all one form."],
            id="a figure among words",
        ),
        pytest.param(
            single("en", "Which?", "Agile methods", "waterfall methods", "spiral methods"),
            ["“Agile methods” begins with another size of letter than other options; write them all alike."],
            id="a capital",
        ),
        pytest.param(
            single("fr", "Que fait-il ?", "choisir", "vendre", "suivre."),
            ["“suivre.” ends with another sign than other options; end them all alike."],
            id="a full stop",
        ),
        pytest.param(
            single("fr", "Combien ?", "5 ans", "8 ans", "10 %"),
            ["“10 %” has another unit than other options; give them all one unit."],
            id="a unit",
        ),
        pytest.param(
            single("en", "How much?", "€68,412", "€70,000", "€80,000"),
            ["The figures are not rounded alike (“€68,412”, “€70,000”, “€80,000”); give them all as many digits."],
            id="a rounding",
        ),
        pytest.param(
            single("fr", "Combien ?", "2 %", "2,5 %", "3 %"),
            ["The figures are not rounded alike (“2 %”, “2,5 %”, “3 %”); give them all as many digits."],
            id="decimals",
        ),
    ],
)
def test_an_option_of_another_form_is_found(question: AnyQuestion, flaws: list[str]) -> None:
    assert said(RULE, question) == flaws


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(single("fr", "Que fait-il ?", "choisir", "vendre", "se former"), id="verbs"),
        pytest.param(single("fr", "Que suit-il ?", "le métier", "un avenir", "l’outil"), id="nouns"),
        pytest.param(
            single("en", "What?", "an overall vision", "a network", "seniority", "research"),
            id="two with an article of four, English",
        ),
        pytest.param(single("fr", "Quand ?", "juste avant", "en même temps", "plus tard"), id="adverbs and phrases"),
        pytest.param(
            single("en", "What?", "IT projects", "building projects", "road projects"),
            id="an abbreviation at the beginning",
        ),
        pytest.param(
            single("fr", "Combien ?", "60 000 à 70 000 €", "75 000 à 90 000 €", "90 000 à 125 000 €"),
            id="ranges of the document",
        ),
        pytest.param(single("en", "How long?", "1 year", "2 years", "5 years"), id="one year and two"),
        pytest.param(single("en", "When?", "2000", "2019", "2023"), id="years of the calendar"),
        pytest.param(single("fr", "Combien ?", "5", "10", "12"), id="small figures"),
    ],
)
def test_options_of_one_form_are_sound(question: AnyQuestion) -> None:
    assert said(RULE, question) == []
