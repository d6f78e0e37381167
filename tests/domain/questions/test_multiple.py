"""Tick all that are right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctoquiz.domain.questions import Multiple, Option, Source
from ctoquiz.errors import BadInput

few = settings(max_examples=40)  # each draws a whole question: that takes time


def options(count: int) -> tuple[Option, ...]:
    return tuple(Option({"fr": f"choix {number}", "en": f"choice {number}"}) for number in range(count))


def multiple(count: int = 5, right: frozenset[int] = frozenset({0, 2})) -> Multiple:
    return Multiple(
        id="background/all",
        topic="skills",
        level="easy",
        prompt={"fr": "Laquelle ?", "en": "Which?"},
        explanation={"fr": "Parce que.", "en": "Because."},
        facts=("fact",),
        source=Source("skills", (1,)),
        options=options(count),
        right=right,
    )


questions = st.integers(2, 26).flatmap(
    lambda count: st.builds(
        multiple,
        st.just(count),
        st.frozensets(st.integers(0, count - 1), min_size=1, max_size=count - 1),
    )
)


def ticked(question: Multiple) -> st.SearchStrategy[frozenset[int]]:
    return st.frozensets(st.integers(0, len(question.options) - 1), min_size=1)


@pytest.mark.parametrize("notation", ["a,c", "c,a", "A, C", "a c", "ac", " c ; a ", "a,,c", "a,c,"])
def test_letters_are_ticked_in_any_order_case_and_spacing(notation: str) -> None:
    assert multiple().read(notation) == {0, 2}
    assert multiple().canonical(notation) == "a,c"


@pytest.mark.parametrize(
    ("notation", "message"),
    [
        ("a,f", "“a,f” is not among the options; give letters from a to e."),
        ("a,c,a", "The letter a is there twice; give each letter once."),
        (",", "“,” holds no letter; give letters from a to e, such as a,b."),
    ],
)
def test_unknown_letters_and_letters_ticked_twice_are_malformed(notation: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        multiple().read(notation)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("notation", "share"),
    [
        ("a,c", 1),
        ("a", 0.5),
        ("a,b", 0.5 - 1 / 3),
        ("a,b,c", 1 - 1 / 3),
        ("b", 0),
        ("a,b,d", 0),
        ("b,d,e", 0),
    ],
)
def test_each_right_tick_earns_its_part_and_each_wrong_one_costs_its_part(notation: str, share: float) -> None:
    # 2 of 5 are right: a right tick earns 1/2, a wrong one costs 1/3.
    assert multiple().mark(notation) == pytest.approx(share)


@few
@given(questions)
def test_ticking_everything_earns_nothing_and_the_key_earns_the_point(question: Multiple) -> None:
    assert question.grade(frozenset(range(len(question.options)))) == 0.0
    assert question.grade(question.key) == 1.0


@few
@given(st.data(), questions)
def test_points_are_from_0_to_1_and_only_the_key_earns_1(data: st.DataObject, question: Multiple) -> None:
    given_answer = data.draw(ticked(question))
    assert 0.0 <= question.grade(given_answer) <= 1.0
    assert (question.grade(given_answer) == 1.0) == (given_answer == question.key)


@few
@given(st.data(), questions)
def test_one_more_wrong_tick_never_earns_more(data: st.DataObject, question: Multiple) -> None:
    given_answer = data.draw(ticked(question))
    wrong = data.draw(st.sampled_from(sorted(set(range(len(question.options))) - question.key)))
    assert question.grade(given_answer | {wrong}) <= question.grade(given_answer)


@few
@given(st.data(), questions)
def test_what_is_written_is_read_again(data: st.DataObject, question: Multiple) -> None:
    given_answer = data.draw(ticked(question))
    assert question.read(question.write(given_answer)) == given_answer


def test_letters_are_written_in_alphabetical_order() -> None:
    assert multiple(9).write(frozenset({8, 1})) == "b,i"


def test_an_answer_is_told_in_the_order_shown() -> None:
    assert multiple().tell("ca") == {"fr": "choix 0\u00a0; choix 2", "en": "choice 0; choice 2"}


@pytest.mark.parametrize("right", [frozenset[int](), frozenset(range(5))])
def test_some_options_are_right_and_not_all(right: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="at least one option is right"):
        multiple(right=right)


def test_the_right_options_are_among_the_options() -> None:
    with pytest.raises(ValueError, match="no option 7 among 5"):
        multiple(right=frozenset({0, 7}))
