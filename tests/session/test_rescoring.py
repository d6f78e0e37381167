"""What a saved result says of its own score is never believed."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.pack import About, Pack
from ctoquiz.domain.questions import AnyQuestion, Multiple, Number, Option, Single, Source
from ctoquiz.errors import BadInput
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import Catalogue
from ctoquiz.session.rescoring import rescore


def text(words: str) -> dict[str, str]:
    return {"fr": words, "en": words}


def options(*words: str) -> tuple[Option, ...]:
    return tuple(Option(text(each)) for each in words)


COLOUR = Single(
    id="colour/pick",
    topic="paint",
    level="easy",
    prompt=text("Which colour?"),
    explanation=text("Because."),
    facts=("colour",),
    source=Source("paint", (1,)),
    options=options("red", "green", "blue"),
    right=1,
)
TOOLS = Multiple(
    id="tools/all",
    topic="wood",
    level="medium",
    prompt=text("Which tools?"),
    explanation=text("These."),
    facts=("tools",),
    source=Source("wood", (2,)),
    options=options("saw", "plane", "spoon", "fork"),
    right=frozenset({0, 1}),
)
YEAR = Number(
    id="year/number",
    topic="wood",
    level="hard",
    prompt=text("Which year?"),
    explanation=text("1969."),
    facts=("year",),
    source=Source("wood", (3,)),
    value=1969,
    unit="none",
)


def blueprint(question: AnyQuestion) -> Blueprint:
    return Blueprint(
        question.id, question.kind, question.topic, question.level, question.facts, lambda chance: question
    )


def catalogue(*questions: AnyQuestion) -> Catalogue:
    about = About(
        schema="ctoquiz/pack/1",
        id="crafts",
        version="1",
        languages=("fr", "en"),
        title=text("Crafts"),
        document=text("A book"),
        topics=(),
    )
    return Catalogue(Pack(about, "0" * 64, ()), tuple(blueprint(each) for each in questions))


CRAFTS = catalogue(COLOUR, TOOLS, YEAR)


def answer(question: AnyQuestion, notation: str, points: float) -> JsonObject:
    return {
        "question": question.id,
        "topic": question.topic,
        "shown": [option.text["en"] for option in question.shown],
        "answer": notation,
        "certainty": None,
        "points": points,
        "max": 1.0,
        "seconds": 2.0,
        "prompt": question.prompt["en"],
        "right": question.answer,
        "right_text": question.answer_text["en"],
    }


def result(*answers: JsonObject, **changes: Json) -> JsonObject:
    return {
        "schema": "ctoquiz/result/1",
        "type": "quiz",
        "status": "complete",
        "quiz": {
            "count": 3,
            "topics": ["paint", "wood"],
            "lang": "en",
            "certainty": False,
            "pass_mark": 50.0,
            "chance": "7",
            "questions": ["colour/pick", "tools/all", "year/number"],
        },
        "answers": list(answers),
        "score": {"points": 3.0, "max": 3.0, "percent": 100.0, "topics": {"paint": {"max": 1.0}, "wood": {"max": 2.0}}},
        **changes,
    }


WRONG = answer(COLOUR, "a", 0.0)
HALF = answer(TOOLS, "a", 0.5)
NEVER_KNEW = answer(YEAR, "?", 0.0)


def test_the_score_comes_from_the_answers_and_not_from_what_the_result_says() -> None:
    score = rescore(result(WRONG, HALF, NEVER_KNEW), CRAFTS).score
    assert (score.points, score.max, score.passed) == (0.5, 3.0, False)


def test_edited_points_of_an_answer_do_not_count_where_the_pack_is_at_hand() -> None:
    edited = {**WRONG, "points": 1.0}
    found = rescore(result(edited, HALF, NEVER_KNEW), CRAFTS)
    assert found.score.points == 0.5
    assert found.verified


def test_without_the_pack_the_recorded_points_count_and_it_is_said() -> None:
    found = rescore(result(WRONG, HALF, NEVER_KNEW), None)
    assert found.score.points == 0.5
    assert not found.verified
    assert {topic: (share.points, share.max) for topic, share in found.score.topics.items()} == {
        "paint": (0.0, 1.0),
        "wood": (0.5, 2.0),
    }


@pytest.mark.parametrize("points", [1e9, 2, "many", None, True, -4])
def test_without_the_pack_no_answer_counts_for_more_than_its_question_or_for_less_than_nothing(points: Json) -> None:
    edited = {**HALF, "points": points, "max": points}
    assert 0 <= rescore(result(edited), None).score.points <= 1


def test_i_dont_know_earns_nothing_whatever_was_recorded() -> None:
    assert rescore(result({**NEVER_KNEW, "points": 1.0}), None).score.points == 0


def test_an_answer_counts_once_and_only_to_a_question_of_the_quiz() -> None:
    right = answer(COLOUR, "b", 1.0)
    stranger = {**right, "question": "other/pick"}
    assert rescore(result(right, right, stranger), CRAFTS).score.points == 1.0
    assert rescore(result(right, right, stranger), None).score.points == 1.0


def test_a_stopped_quiz_counts_every_question_and_has_not_passed_or_failed() -> None:
    score = rescore(result(answer(COLOUR, "b", 1.0), status="stopped"), CRAFTS).score
    assert (score.max, score.passed) == (3.0, None)
    assert {topic: share.max for topic, share in score.topics.items()} == {"paint": 1.0, "wood": 2.0}


def test_a_smaller_count_written_into_the_result_does_not_raise_its_percentage() -> None:
    edited = result(answer(COLOUR, "b", 1.0))
    edited["quiz"] = {**edited["quiz"], "count": 1}  # type: ignore[dict-item]
    assert rescore(edited, CRAFTS).score.max == 3.0


def test_options_that_stood_in_another_order_are_not_graded_by_their_letters_of_today() -> None:
    before: JsonObject = {**answer(COLOUR, "a", 1.0), "shown": ["green", "red", "blue"]}
    found = rescore(result(before), CRAFTS)
    assert found.score.points == 1.0
    assert not found.verified
    assert found.answers[0].answer_text == "green"


def test_an_answer_that_its_question_can_not_have_is_refused() -> None:
    with pytest.raises(BadInput, match="colour/pick"):
        rescore(result({**WRONG, "answer": "z"}), CRAFTS)


def test_an_old_result_is_explained_by_what_it_carries() -> None:
    told = rescore(result(HALF), None).answers[0]
    assert (told.prompt, told.answer_text, told.right, told.right_text, told.explanation) == (
        "Which tools?",
        "saw",
        "a,b",
        "saw; plane",
        None,
    )


def test_certainty_marks_are_worked_out_again() -> None:
    sure = {**WRONG, "certainty": 3}
    document = result(sure)
    document["quiz"] = {**document["quiz"], "certainty": True}  # type: ignore[dict-item]
    certainty = rescore(document, CRAFTS).score.certainty
    assert certainty is not None
    assert (certainty.marks, certainty.max) == (-6.0, 9.0)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
NAMES = ["quiz", "answers", "score", "status"]
INNER = ["question", "shown", "answer", "certainty", "points", "max", "seconds", "topic"]


@given(
    outer=st.dictionaries(st.sampled_from(NAMES), JSON),
    inner=st.dictionaries(st.sampled_from(INNER), JSON),
    at_hand=st.booleans(),
)
def test_whatever_stands_in_a_result_its_score_is_a_score_or_is_refused(
    outer: JsonObject, inner: JsonObject, *, at_hand: bool
) -> None:
    document = copy.deepcopy({**result({**WRONG, **inner}, HALF), **outer})
    try:
        score = rescore(document, CRAFTS if at_hand else None).score
    except BadInput:
        return
    assert 0 <= score.points <= score.max
    assert 0 <= score.low <= score.percent <= score.high <= 100
