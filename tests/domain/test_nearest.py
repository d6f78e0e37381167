from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.nearest import LONGEST, nearest

FIELDS = ["says", "ask", "sentences", "siblings", "explanation", "rows"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("say", "says"), ("sentence", "sentences"), ("explication", "explanation"), ("row", "rows")],
)
def test_a_slip_finds_the_word_that_was_meant(word: str, meant: str) -> None:
    assert nearest(word, FIELDS) == meant


def test_case_and_accents_do_not_count() -> None:
    assert nearest("EXPLANATIÔN", FIELDS) == "explanation"
    assert nearest("ete", ["etes", "Été"]) == "Été"


@pytest.mark.parametrize("word", ["", "zzz", "budget"])
def test_nothing_is_suggested_when_nothing_is_near(word: str) -> None:
    assert nearest(word, FIELDS) is None


def test_nothing_is_suggested_among_nothing() -> None:
    assert nearest("says", []) is None


def test_of_two_words_that_are_as_near_the_first_is_taken() -> None:
    assert nearest("cat", ["car", "can"]) == "car"


def test_a_word_of_any_length_is_answered_at_once() -> None:
    began = process_time()
    assert nearest("x" * 1_000_000, ["x" * 60] * 1000) is None
    assert process_time() - began < 0.5


@given(st.text(min_size=1, max_size=LONGEST), st.lists(st.text()))
def test_a_word_that_is_there_is_its_own_nearest(word: str, others: list[str]) -> None:
    assert nearest(word, [word, *others]) == word


@given(st.text(), st.lists(st.text()))
def test_what_is_suggested_is_one_of_the_words(word: str, words: list[str]) -> None:
    assert nearest(word, words) in {*words, None}
