from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions.spelling import slips
from ctoquiz.quality.language.likeness import EDITS, jaccard, misspelt


@given(st.text("abcd", max_size=12), st.text("abcd", max_size=12))
def test_misspelt_is_what_the_distance_says_of_every_two_texts(one: str, other: str) -> None:
    longer = max(len(one), len(other))

    assert misspelt(one, other) == (longer > 0 and 1 - slips(one, other) / longer >= EDITS - 1e-9)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("a b c d", "a b c d e", 0.8), ("a", "b", 0.0), ("a b", "b a", 1.0), ("", "", 0.0), ("a", "", 0.0)],
)
def test_jaccard_is_what_is_shared_of_all(one: str, other: str, expected: float) -> None:
    assert jaccard(frozenset(one.split()), frozenset(other.split())) == expected
