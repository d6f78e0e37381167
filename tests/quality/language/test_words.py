from __future__ import annotations

import re
from dataclasses import fields

import pytest

from ctoquiz.quality.language.lexicon import NONE, lexicon
from ctoquiz.quality.language.words import meaning, negations, plain, spoken, stems, words

LANGUAGES = ("fr", "en")


def test_words_are_composed_casefolded_and_without_punctuation() -> None:
    assert words("L’e\u0301quipe, R&D !") == ("l", "équipe", "r", "d")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("fr", "les équipes techniques", "l’équipe technique"), ("en", "the technical teams", "a technical team")],
)
def test_inflected_words_have_the_same_stems(language: str, one: str, other: str) -> None:
    assert stems(one, language) == stems(other, language)


def test_an_abbreviation_is_no_function_word() -> None:
    assert stems("it is IT", "en") == ("it",)
    assert stems("LE CTO n’est PAS là", "fr") == ("le", "cto")


def test_before_and_after_are_all_the_difference() -> None:
    assert stems("avant le projet", "fr") == stems("après le projet", "fr")
    assert meaning("avant le projet", "fr") != meaning("après le projet", "fr")


def test_a_word_in_an_idiom_is_not_spoken() -> None:
    assert spoken("Le CTO est avant tout technicien.", "fr", "absolute") == {}
    assert spoken("Le CTO fait tout.", "fr", "absolute") == {"all": "tout"}


def test_an_idiom_that_is_a_hedge_is_spoken_as_one() -> None:
    assert spoken("Above all, the CTO leads.", "en", "hedges") == {"extent": "above all"}


def test_a_negation_is_found_whole() -> None:
    assert negations("Le CTO n’est pas là, sans doute.", "fr") == ("n'est pas",)


def test_a_pattern_sees_straight_apostrophes_and_plain_spaces() -> None:
    assert plain("l’e\u0301quipe\u00a0?") == "l'équipe ?"


def test_a_language_that_we_do_not_speak_has_no_words() -> None:
    assert lexicon("xx") == NONE
    assert spoken("always", "xx", "absolute") == {}
    assert negations("not", "xx") == ()


def test_a_variety_of_a_language_has_its_words() -> None:
    assert lexicon("en_GB") == lexicon("en") != lexicon("fr-CA") == lexicon("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_and_pattern_of_a_language_is_filled_and_well_formed(language: str) -> None:
    known = lexicon(language)

    for field in fields(known):
        value = getattr(known, field.name)
        assert value != getattr(NONE, field.name), field.name
        if isinstance(value, str):
            re.compile(value)
    for pattern in known.openers.values():
        re.compile(pattern)


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_written_as_they_are_looked_for(language: str) -> None:
    known = lexicon(language)
    groups = [*known.absolute.values(), *known.vague.values(), *known.hedges.values(), *known.soft.values()]

    for phrase in frozenset().union(known.idioms, known.function, known.telling, *groups):
        assert " ".join(words(phrase)) == phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_tells_options_apart_is_a_function_word(language: str) -> None:
    assert lexicon(language).telling <= lexicon(language).function
