"""Things to match."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctoquiz.domain.questions import Match, Option, Source
from ctoquiz.domain.text import Text
from ctoquiz.errors import BadInput

few = settings(max_examples=40)  # each draws a whole question: that takes time


def match(right: tuple[int, ...] = (1, 0, 2), count: int = 3, left: tuple[Text, ...] | None = None) -> Match:
    return Match(
        id="purpose/match",
        topic="skills",
        level="easy",
        prompt={"fr": "Laquelle ?", "en": "Which?"},
        explanation={"fr": "Parce que.", "en": "Because."},
        facts=("fact",),
        source=Source("skills", (1,)),
        left=left or tuple({"fr": f"gauche {number}", "en": f"left {number}"} for number in range(len(right))),
        options=tuple(Option({"fr": f"droite {number}", "en": f"right {number}"}) for number in range(count)),
        right=right,
    )


answers = st.tuples(st.integers(1, 12), st.integers(2, 26)).flatmap(
    lambda shape: st.tuples(
        st.lists(st.integers(0, shape[1] - 1), min_size=shape[0], max_size=shape[0]).map(tuple),
        st.lists(st.integers(0, shape[1] - 1), min_size=shape[0], max_size=shape[0]).map(tuple),
        st.just(shape[1]),
    )
)


@pytest.mark.parametrize(
    "notation",
    [
        "1=b,2=a,3=c",
        "1=B, 2=A, 3=C",
        "3=c,1=b,2=a",
        "1b 2a 3c",
        "1:b 2:a 3:c",
        "1-b;2-a;3-c",
        "1 = b , 2 = a , 3 = c",
        "1b2a3c",
        "01=b,02=a,03=c",
    ],
)
def test_every_number_gets_a_letter_in_any_order_and_spacing(notation: str) -> None:
    assert match().read(notation) == (1, 0, 2)
    assert match().canonical(notation) == "1=b,2=a,3=c"


@pytest.mark.parametrize(
    "notation",
    [
        "1=b,2=a",
        "1=b,2=a,3=d",
        "1=b,2=a,4=c",
        "0=b,1=a,2=c",
        "1=b,2=a,3=c,1=b",
        "1=b,1=a,2=c,3=c",
        "b,a,c",
        "=",
        "1=",
        "123",
        "1=bc,2=a,3=c",
    ],
)
def test_a_number_left_out_given_twice_or_unknown_is_malformed(notation: str) -> None:
    with pytest.raises(BadInput) as refused:
        match().read(notation)
    assert str(refused.value) == (f"“{notation}” is no match; give each number, 1 to 3, a letter, a to c: 1=b,2=c,3=a.")


def test_an_option_may_serve_several_numbers_or_none() -> None:
    question = match(right=(0, 0, 1))
    assert question.mark("1=a,2=a,3=b") == 1.0


@pytest.mark.parametrize(
    ("notation", "share"), [("1b 2a 3c", 1), ("1b 2c 3a", 1 / 3), ("1b 2b 3b", 1 / 3), ("1a 2b 3a", 0)]
)
def test_each_right_pair_earns_its_part(notation: str, share: float) -> None:
    assert match().mark(notation) == pytest.approx(share)


@few
@given(answers)
def test_points_are_from_0_to_1_and_only_the_key_earns_1(
    shape: tuple[tuple[int, ...], tuple[int, ...], int],
) -> None:
    right, given_answer, count = shape
    share = match(right, count).grade(given_answer)
    assert 0.0 <= share <= 1.0
    assert (share == 1.0) == (given_answer == right)


@few
@given(answers)
def test_what_is_written_is_read_again(shape: tuple[tuple[int, ...], tuple[int, ...], int]) -> None:
    right, given_answer, count = shape
    question = match(right, count)
    assert question.read(question.write(given_answer)) == given_answer


def test_a_match_is_told_pair_by_pair() -> None:
    assert match(right=(1, 0)).answer_text == {
        "fr": "gauche 0 → droite 1\u00a0; gauche 1 → droite 0",
        "en": "left 0 → right 1; left 1 → right 0",
    }


@pytest.mark.parametrize(
    ("right", "left", "why"),
    [
        ((), None, "everything on the left"),
        ((0, 1), ({"fr": "seul"},), "everything on the left"),
        ((0, 3), None, "no option 3 among 3"),
        ((0, 1), ({"fr": "même"}, {"fr": "même"}), "two options are the same: même"),
    ],
)
def test_a_question_that_cannot_be_answered_cannot_be_made(
    right: tuple[int, ...], left: tuple[Text, ...] | None, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        match(right, left=left)
