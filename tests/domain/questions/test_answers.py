"""What the notations of all kinds share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions.answers import quoted, read_letters, tidy, unknown
from ctoquiz.errors import BadInput


@pytest.mark.parametrize("notation", ["", " ", "\u00a0", "\n", "?", " ? "])
def test_nothing_or_a_question_mark_means_i_dont_know(notation: str) -> None:
    assert unknown(notation)


@pytest.mark.parametrize("notation", ["a", "??", "?a", "0", "-"])
def test_anything_else_is_an_answer(notation: str) -> None:
    assert not unknown(notation)


@pytest.mark.parametrize("notation", ["a\x00b", "a\x1b[31mb", "a\x9bb", "a\ud800b", "a\x07b"])
def test_control_characters_are_refused(notation: str) -> None:
    with pytest.raises(BadInput, match="control characters"):
        tidy(notation)


def test_an_answer_of_1000_characters_is_read_and_one_more_is_refused() -> None:
    assert tidy("a" * 1000) == "a" * 1000
    with pytest.raises(BadInput, match="longer than 1000 characters"):
        tidy("a" * 1001)


def test_an_answer_is_quoted_short_and_without_what_a_terminal_obeys() -> None:
    assert quoted(" a\x1b[2Jb\u202ec\n") == "a [2Jb c"
    assert quoted("a" * 41) == "a" * 39 + "…"
    assert quoted("a" * 40) == "a" * 40


@given(st.permutations("abcdefghijklmnopqrstuvwxyz"), st.integers(1, 26))
def test_letters_are_read_in_the_order_typed(letters: list[str], count: int) -> None:
    assert read_letters(",".join(letters[:count]), 26) == tuple(ord(letter) - ord("a") for letter in letters[:count])
