from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.text import each, fill, gaps, same

WORDS = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]))


def test_a_gap_is_filled_in_every_language_and_with_a_capital_where_it_has_one() -> None:
    wording = {"fr": "{Member} et {member}", "en": "{Member}, {member}"}
    member = {"fr": "l’été", "en": "summer"}

    assert fill(wording, {"member": member}) == {"fr": "L’été et l’été", "en": "Summer, summer"}


def test_a_gap_without_a_value_stays_as_it_is() -> None:
    assert fill({"fr": "{side} {Side}"}, {"item": {"fr": "x"}}) == {"fr": "{side} {Side}"}


@pytest.mark.parametrize("hostile", ["{item.__class__}", "{item[0]}", "{item!r}", "{0}", "{item:>9999999}", "{}"])
def test_nothing_but_a_name_is_understood_between_braces(hostile: str) -> None:
    assert fill({"fr": hostile}, {"item": {"fr": "x"}}) == {"fr": hostile}


@given(WORDS, WORDS)
def test_what_is_put_into_a_gap_is_put_there_as_it_is(before: str, value: str) -> None:
    assert fill({"en": before + "{x}"}, {"x": {"en": value}}) == {"en": before + value}


def test_what_is_put_into_a_gap_is_not_filled_again() -> None:
    assert fill({"en": "{a}"}, {"a": {"en": "{b}"}, "b": {"en": "no"}}) == {"en": "{b}"}


def test_the_gaps_of_a_wording_are_those_of_all_its_languages_in_lower_case() -> None:
    assert list(gaps({"fr": "{Member} {side}", "en": "{member}"})) == ["member", "side", "member"]


def test_the_same_words_and_changed_words_in_every_language() -> None:
    assert same("CTO", ("fr", "en")) == {"fr": "CTO", "en": "CTO"}
    assert each({"fr": "a", "en": "b"}, lambda language, words: language + words) == {"fr": "fra", "en": "enb"}
