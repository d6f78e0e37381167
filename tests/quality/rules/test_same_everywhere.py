from __future__ import annotations

from dataclasses import replace

import pytest
from tests.qualitykit import single

from ctoquiz.domain.questions import Option, Single
from ctoquiz.quality.rules.same_everywhere import RULE


def asked(french: str, english: str) -> Single:
    """A sound question in both languages, with one option that has these two texts."""
    others = (Option({"fr": "b", "en": "b"}), Option({"fr": "c", "en": "c"}))
    return replace(
        single("fr", "?", "a", "b", "c"),
        prompt={"fr": "Combien en 2023 ?", "en": "How much in 2023?"},
        explanation={"fr": "—", "en": "—"},
        options=(Option({"fr": french, "en": english}), *others),
    )


def flaws(question: Single) -> list[str]:
    return [flaw.message.format(**flaw.values) for flaw in RULE.look(question)]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("70 000 €", "€7,000"),
        ("de 2 à 5 %", "2%"),
        ("2,5 ans", "25 years"),
        ("bac+5", "a degree"),
        ("3 et 3", "3"),
    ],
)
def test_figures_that_differ_between_languages_are_found(french: str, english: str) -> None:
    assert flaws(asked(french, english)) == [f"“{french}” and “{english}” don’t have the same figures; mend one."]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("70 000 €", "€70,000"),
        ("70\u00a0000 à 90\u00a0000\u00a0€", "€70k to €90k"),
        ("70 k€", "€70,000"),
        ("2,5 %", "2.5%"),
        ("trois ans", "three years"),
        ("5 sur 10", "10 of which 5"),
    ],
)
def test_the_same_figures_written_in_the_way_of_each_language_are_sound(french: str, english: str) -> None:
    assert flaws(asked(french, english)) == []


def test_an_option_that_a_language_lacks_is_found() -> None:
    question = asked("un", "one")
    bare = replace(question, options=(Option({"fr": "un", "en": " "}), *question.options[1:]))

    assert flaws(bare) == ["“un” has no wording in “en”; write one."]


def test_explanations_are_compared_too() -> None:
    question = replace(asked("un", "one"), explanation={"fr": "En 2022.", "en": "In 2023."})

    assert flaws(question) == ["“En 2022.” and “In 2023.” don’t have the same figures; mend one."]
