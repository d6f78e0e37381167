"""Another program rates over JSON Lines."""

from __future__ import annotations

import json
from io import StringIO

from tests.assessmentkit import Kept, example, fresh, mini

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.scripted.jsonlratings import JsonlRater
from ctoquiz.session.assessing import Ratings, assess

COUNT = len(example().items)


def talk(*lines: str, ratings: Ratings | None = None) -> tuple[list[JsonObject], Ratings, bool]:
    """The events that are written, what was rated, and whether the assessment is complete."""
    ratings, out = ratings or fresh(quick=True), StringIO()
    rater = JsonlRater(StringIO("".join(line + "\n" for line in lines)), out, mini(), str)
    complete = assess(ratings, rater, Kept(), lambda: 0.0, "s1")
    return [json.loads(line) for line in out.getvalue().splitlines()], ratings, complete


def test_the_start_says_what_is_assessed_and_how() -> None:
    start = talk()[0][0]
    assert {name: value for name, value in start.items() if name != "pack"} == {
        "event": "start",
        "schema": "ctoquiz/jsonl/1",
        "type": "assessment",
        "count": 19,
        "answered": 0,
        "lang": "en",
        "session": "s1",
        "context": "sme",
        "quick": True,
    }


def test_a_statement_comes_with_its_competency_and_its_scale() -> None:
    assert talk()[0][1] == {
        "event": "question",
        "number": 1,
        "of": 19,
        "statement": {
            "id": "alerts-acknowledged",
            "competency": "alerts",
            "title": "Answering alerts",
            "text": "I have acknowledged a red alert in time.",
            "scale": [
                {"rating": 0, "meaning": "Never"},
                {"rating": 1, "meaning": "I have seen it done"},
                {"rating": 2, "meaning": "I did it with help"},
                {"rating": 3, "meaning": "I did it alone, with a result"},
                {"rating": 4, "meaning": "I did it repeatedly and taught others"},
                {"rating": "n", "meaning": "No opportunity so far"},
            ],
        },
    }


def test_ratings_in_every_form_complete_the_assessment() -> None:
    lines = ['{"rating": 3, "evidence": "May"}', '{"rating": "n"}', '{"rating": "2"}', *['{"rating": 1}'] * (COUNT - 3)]
    _, ratings, complete = talk(*lines)
    assert complete
    assert list(ratings.rated.values())[:4] == [Rated(3, "May"), Rated(None), Rated(2), Rated(1)]


def test_a_program_can_go_back() -> None:
    events, ratings, _ = talk('{"rating": 3}', '{"back": true}', '{"rating": 1}')
    assert [each["number"] for each in events[1:]] == [1, 2, 1, 2]
    assert list(ratings.rated.values()) == [Rated(1)]


def test_a_bad_line_is_told_and_the_same_statement_comes_again_and_the_third_ends_it() -> None:
    events, _, complete = talk('{"rating": 7}', '{"answer": "b"}', "[]")
    assert not complete
    assert [each["event"] for each in events] == ["start", *["question", "error"] * 3]
    assert [each["message"] for each in events if each["event"] == "error"] == [
        "A rating is 0, 1, 2, 3, 4, or n for no opportunity so far; “7” is none.",
        *['The line must be {"rating": 3} (0 to 4, or "n"), with "evidence" if there is any, or {"back": true}, '
        'or {"quit": true}.'] * 2,
    ]  # fmt: skip


def test_the_end_of_the_input_and_quit_stop_the_assessment() -> None:
    assert not talk('{"rating": 3}')[2]
    assert not talk('{"quit": true}', '{"rating": 3}')[2]
