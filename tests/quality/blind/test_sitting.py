from __future__ import annotations

from dataclasses import replace

from tests.packkit import t

from ctoquiz.domain.questions import AnyQuestion, Match, Multiple, Number, Option, Order, Single, Source, TrueFalse
from ctoquiz.generation.base import Head
from ctoquiz.quality.blind.sight import TRUTHS
from ctoquiz.quality.blind.sitting import sit


def head(name: str, prompt: str = "?", explanation: str = "Because.") -> Head:
    return Head(
        id=f"{name}/t",
        topic="a",
        level="easy",
        prompt=t(f"{prompt} (fr)", prompt),
        explanation=t(explanation, explanation),
        facts=(name,),
        source=Source("a", (1,)),
    )


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(t(f"le {text}", f"the {text}")) for text in texts)


QUIZ: list[AnyQuestion] = [
    Single(**head("one", explanation="Trains run."), options=options("bus", "car", "tram"), right=2),
    TrueFalse(**head("two", "It runs."), right=False),
    Multiple(**head("three"), options=options("bus", "tram", "boat"), right=frozenset({0, 1})),
    Number(**head("four"), value=3, unit="none", tolerance=0),
    Match(**head("five"), left=(t("x", "x"), t("y", "y")), options=options("a", "b", "c"), right=(1, 0)),
    Order(**head("six"), options=options("a", "b", "c"), right=(1, 0, 2)),
]


def test_what_is_to_be_decided_in_each_kind_of_question() -> None:
    decided = [
        (each.question, each.sight.item.prompt, each.sight.item.options, {*each.right}) for each in sit(QUIZ, "en")
    ]
    abc = ("the a", "the b", "the c")

    assert decided == [
        ("one/t", "?", ("the bus", "the car", "the tram"), {2}),
        ("two/t", "It runs.", TRUTHS, {1}),
        ("three/t", "?", ("the bus", "the tram", "the boat"), {0, 1}),
        ("five/t", "x", abc, {1}),
        ("five/t", "y", abc, {0}),
        ("six/t", "?", abc, {1}),
    ]
    assert next(each.facts for each in sit(QUIZ, "en")) == ("one",)


def test_nothing_is_remembered_before_its_feedback() -> None:
    first, second, third, *_ = (each.sight.before for each in sit(QUIZ, "en"))

    assert (first.right, first.wrong, first.places, first.last, first.told) == ({}, {}, {}, None, frozenset())
    assert (second.right, second.wrong) == ({"the tram": 1}, {"the bus": 1, "the car": 1})
    assert (second.places, second.last, {*second.told}) == ({2: 1}, 2, {"train", "run", "tram"})
    assert third.truths == {"false": 1}


def test_ticked_options_are_remembered_as_right_and_wrong_too() -> None:
    last = [each.sight.before for each in sit(QUIZ, "en")][-1]

    assert (last.right, last.wrong) == ({"the tram": 2, "the bus": 1}, {"the bus": 1, "the car": 1, "the boat": 1})


def test_the_whole_quiz_is_seen_from_the_first_question_on() -> None:
    sheet = next(sit(QUIZ, "en")).sight.sheet

    assert (sheet.shown["the bus"], sheet.shown["the car"]) == (2, 1)
    assert sheet.statements == {1: len("It runs.")}


def test_each_language_is_seen_on_its_own() -> None:
    assert next(sit(QUIZ, "fr")).sight.item.options == ("le bus", "le car", "le tram")


def test_what_is_seen_does_not_depend_on_the_key() -> None:
    first = QUIZ[0]
    assert isinstance(first, Single)
    others = [replace(first, right=0), *QUIZ[1:]]

    assert next(sit(others, "en")).sight == next(sit(QUIZ, "en")).sight
