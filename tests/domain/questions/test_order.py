"""Things to put in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctoquiz.domain.questions import Option, Order, Source
from ctoquiz.errors import BadInput

few = settings(max_examples=40)  # each draws a whole question: that takes time


def order(right: tuple[int, ...] = (2, 0, 1), count: int | None = None) -> Order:
    numbers = range(len(right) if count is None else count)
    return Order(
        id="path/order",
        topic="skills",
        level="easy",
        prompt={"fr": "Laquelle ?", "en": "Which?"},
        explanation={"fr": "Parce que.", "en": "Because."},
        facts=("fact",),
        source=Source("skills", (1,)),
        options=tuple(Option({"fr": f"étape {number}", "en": f"step {number}"}) for number in numbers),
        right=right,
    )


orders = st.integers(2, 10).flatmap(lambda count: st.permutations(range(count))).map(tuple)


@pytest.mark.parametrize("notation", ["c,a,b", "C, A, B", "c a b", "cab", " c ; a ; b "])
def test_letters_are_put_in_order_in_any_case_and_spacing(notation: str) -> None:
    assert order().read(notation) == (2, 0, 1)
    assert order().canonical(notation) == "c,a,b"


@pytest.mark.parametrize(
    ("notation", "message"),
    [
        ("c,a", "“c,a” leaves letters out; give every letter from a to c once, first to last."),
        (",", "“,” leaves letters out; give every letter from a to c once, first to last."),
        ("c,a,b,d", "“c,a,b,d” is not among the options; give letters from a to c."),
        ("c,a,a", "The letter a is there twice; give each letter once."),
    ],
)
def test_every_letter_is_given_once(notation: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        order().read(notation)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("notation", "share"), [("c,a,b", 1), ("a,c,b", 1 / 3), ("c,b,a", 1 / 3), ("a,b,c", 0), ("b,a,c", 0)]
)
def test_pairs_in_the_right_relative_order_earn_their_part_above_one_half(notation: str, share: float) -> None:
    # Of three pairs, two in the right order earn 2·2/3 − 1.
    assert order().mark(notation) == pytest.approx(share)


@few
@given(orders)
def test_the_right_order_earns_the_point_and_the_reverse_earns_nothing(right: tuple[int, ...]) -> None:
    assert order(right).grade(right) == 1.0
    assert order(right).grade(right[::-1]) == 0.0


@few
@given(st.data(), orders)
def test_points_are_from_0_to_1_and_only_the_key_earns_1(data: st.DataObject, right: tuple[int, ...]) -> None:
    given_answer = tuple(data.draw(st.permutations(right)))
    assert 0.0 <= order(right).grade(given_answer) <= 1.0
    assert (order(right).grade(given_answer) == 1.0) == (given_answer == right)


@few
@given(st.data(), orders)
def test_what_is_written_is_read_again(data: st.DataObject, right: tuple[int, ...]) -> None:
    given_answer = tuple(data.draw(st.permutations(right)))
    assert order(right).read(order(right).write(given_answer)) == given_answer


def test_an_order_is_told_first_to_last() -> None:
    assert order().answer_text == {"fr": "étape 2 → étape 0 → étape 1", "en": "step 2 → step 0 → step 1"}


@pytest.mark.parametrize("right", [(0, 1), (0, 1, 1), (0, 1, 3), (0, 1, 2, 3)])
def test_the_right_order_holds_every_option_once(right: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="every option once"):
        order(right, count=3)
