"""What holds for every kind of question."""

from __future__ import annotations

from contextlib import suppress
from time import process_time
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions import (
    KINDS,
    AnyQuestion,
    Interval,
    Match,
    Multiple,
    Number,
    Option,
    Order,
    Single,
    Source,
    TrueFalse,
    Typed,
)
from ctoquiz.domain.text import Text
from ctoquiz.errors import BadInput


class Head(TypedDict):
    id: str
    topic: str
    level: str
    prompt: Text
    explanation: Text
    facts: tuple[str, ...]
    source: Source


HEAD = Head(
    id="fact/way",
    topic="skills",
    level="easy",
    prompt={"fr": "Quoi ?", "en": "What?"},
    explanation={"fr": "Parce que.", "en": "Because."},
    facts=("fact",),
    source=Source("skills", (1,)),
)
OPTIONS = tuple(Option({"fr": f"choix {number}", "en": f"choice {number}"}) for number in range(4))
QUESTIONS: list[AnyQuestion] = [
    Single(**HEAD, options=OPTIONS, right=1),
    Multiple(**HEAD, options=OPTIONS, right=frozenset({0, 2})),
    TrueFalse(**HEAD, right=False),
    Number(**HEAD, value=60000, unit="eur", tolerance=500),
    Interval(**HEAD, low=2, high=5, unit="percent"),
    Typed(**HEAD, accepted={"fr": ("la veille",), "en": ("technology watch",)}, others={}),
    Order(**HEAD, options=OPTIONS, right=(3, 0, 1, 2)),
    Match(**HEAD, left=({"fr": "ici", "en": "here"},), options=OPTIONS, right=(2,)),
]

every_kind = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.kind)
notations = st.text(max_size=30) | st.text(alphabet="abcdABCD0123456789=,;:-.k€% vtf?", max_size=20)


def test_the_kinds_are_those_of_the_notation_in_its_order() -> None:
    assert KINDS == ("single", "multiple", "true-false", "number", "interval", "text", "order", "match")
    assert tuple(question.kind for question in QUESTIONS) == KINDS


def test_the_key_is_written_in_canonical_notation() -> None:
    assert [question.answer for question in QUESTIONS] == [
        "b",
        "a,c",
        "false",
        "60000",
        "2-5",
        "la veille",
        "d,a,b,c",
        "1=c",
    ]


@every_kind
def test_the_key_earns_the_point(question: AnyQuestion) -> None:
    assert question.mark(question.answer) == 1.0


@every_kind
def test_the_key_is_told_in_every_language_of_the_prompt(question: AnyQuestion) -> None:
    assert question.answer_text.keys() == question.prompt.keys()


@every_kind
@given(notation=notations)
def test_any_text_is_understood_or_refused_and_nothing_else(question: AnyQuestion, notation: str) -> None:
    try:
        share = question.mark(notation)
    except BadInput:
        return
    assert 0.0 <= share <= 1.0
    assert question.tell(notation).keys() == question.prompt.keys()


@every_kind
@given(notation=notations)
def test_canonical_notation_means_the_same_and_stays_as_it_is(question: AnyQuestion, notation: str) -> None:
    try:
        canonical = question.canonical(notation)
    except BadInput:
        return
    assert question.canonical(canonical) == canonical
    assert question.mark(canonical) == question.mark(notation)


@every_kind
def test_a_question_cannot_be_changed(question: AnyQuestion) -> None:
    with pytest.raises(AttributeError):
        question.level = "hard"  # type: ignore[misc]


@every_kind
@pytest.mark.parametrize("notation", ["1" * 1000, "1 " * 500, "1," * 500, "1-" * 500, "a" * 1000, "-" * 1000])
def test_the_longest_answers_are_judged_at_once(question: AnyQuestion, notation: str) -> None:
    started = process_time()
    with suppress(BadInput):
        question.mark(notation)
    assert process_time() - started < 0.25
