"""One right option."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions import LETTERS, Option, Single, Source
from ctoquiz.errors import BadInput

WORDS = ("le droit", "law"), ("l’art", "art"), ("la chimie", "chemistry")
OPTIONS = tuple(Option({"fr": french, "en": english}) for french, english in WORDS)
MANY = tuple(Option({"fr": f"fr {number}", "en": f"en {number}"}) for number in range(26))


def single(options: tuple[Option, ...] = OPTIONS, right: int = 1) -> Single:
    return Single(
        id="background/pick",
        topic="skills",
        level="easy",
        prompt={"fr": "Laquelle ?", "en": "Which?"},
        explanation={"fr": "Parce que.", "en": "Because."},
        facts=("fact",),
        source=Source("skills", (1,)),
        options=options,
        right=right,
    )


@pytest.mark.parametrize("notation", ["b", "B", " b ", "\u00a0b\n"])
def test_an_option_is_chosen_by_its_letter_in_either_case(notation: str) -> None:
    assert single().read(notation) == 1


@pytest.mark.parametrize(
    ("notation", "message"),
    [
        ("d", "“d” is not among the options; give letters from a to c."),
        ("1", "“1” is not among the options; give letters from a to c."),
        ("le droit", "“le droit” is not among the options; give letters from a to c."),
        ("a,b", "“a,b” is not one letter; give one letter from a to c."),
        (",", "“,” is not one letter; give one letter from a to c."),
        ("aa", "The letter a is there twice; give each letter once."),
        ("a\x1b", "The answer holds control characters; type it again in plain text."),
        ("a" * 1001, "The answer is longer than 1000 characters; give a shorter one."),
    ],
)
def test_anything_but_one_letter_is_malformed_and_the_message_says_what_to_give(notation: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        single().read(notation)
    assert str(refused.value) == message


def test_only_the_right_option_earns_the_point() -> None:
    assert [single().grade(index) for index in range(3)] == [0.0, 1.0, 0.0]


def test_an_answer_is_told_by_its_text_in_every_language() -> None:
    assert single().tell("a") == {"fr": "le droit", "en": "law"}
    assert (single().answer, single().answer_text) == ("b", {"fr": "l’art", "en": "art"})


def test_the_options_are_shown_in_their_order() -> None:
    assert single().shown == OPTIONS


@given(st.integers(0, 25))
def test_what_is_written_is_read_again(index: int) -> None:
    question = single(MANY)
    assert question.write(index) == LETTERS[index]
    assert question.read(question.write(index)) == index


@pytest.mark.parametrize(
    ("options", "right", "why"),
    [
        (OPTIONS[:1], 0, "2 to 26 options, not 1"),
        ((*MANY, *OPTIONS), 0, "2 to 26 options, not 29"),
        (OPTIONS, 3, "no option 3 among 3"),
        (OPTIONS, -1, "no option -1 among 3"),
        ((*OPTIONS, OPTIONS[0]), 0, "two options are the same"),
        ((*OPTIONS, Option({"fr": "l’art ", "en": "craft"})), 0, "two options are the same: l’art"),
        ((*OPTIONS, Option({"fr": "la physique"})), 0, "written in every language"),
    ],
)
def test_a_question_that_cannot_be_answered_cannot_be_made(options: tuple[Option, ...], right: int, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        single(options, right)
