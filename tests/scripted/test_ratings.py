"""Files of ratings: understood as a whole, or refused with every problem at its place."""

from __future__ import annotations

import json

import pytest
from tests.assessmentkit import example

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.errors import BadInput
from ctoquiz.scripted.answers import read_answers
from ctoquiz.scripted.ratings import GivenRatings, RatingsRater, ratings_in
from ctoquiz.session.assessing import Passed, RatingTurn

STATEMENTS = {statement.id: "2" for statement in example().statements}


def given(lines: dict[str, str], answered: dict[str, Rated] | None = None) -> GivenRatings:
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return ratings_in(read_answers(text.encode(), "me.yaml"), example(), answered or {})


def problems(lines: dict[str, str]) -> list[str]:
    with pytest.raises(BadInput) as raised:
        given(lines)
    return [f"{each.where}: {each}" for each in raised.value.problems]


def test_ratings_are_numbers_n_or_a_rating_with_its_evidence() -> None:
    found = given(
        STATEMENTS
        | {"alerts-read": "n", "rota-paid": "'4'", "rota-signed": "{rating: 3, evidence: 'May, at Brume, it held'}"}
    ).rated
    assert found["alerts-read"] == Rated(None)
    assert found["rota-paid"] == Rated(4)
    assert found["rota-signed"] == Rated(3, "May, at Brume, it held")


def test_json_does_as_well() -> None:
    data = json.dumps(dict.fromkeys(STATEMENTS, 1) | {"check-paid": 0}).encode()
    assert ratings_in(read_answers(data, "me.json"), example(), {}).rated["check-paid"] == Rated(0)


def test_a_check_may_be_missing_and_is_then_passed() -> None:
    rater = RatingsRater(given(STATEMENTS).rated)
    assert isinstance(rater.rate(RatingTurn(1, 19, example().checks[0], None)), Passed)


def test_a_missing_statement_is_named() -> None:
    short = {name: value for name, value in STATEMENTS.items() if name not in {"rota-paid", "rota-tools"}}
    assert problems(short) == [
        "me.yaml:1:1: The file has no rating of: rota-paid, rota-tools; add them (`n` means “no opportunity so far”)."
    ]


def test_what_was_answered_before_may_be_left_out() -> None:
    short = {name: value for name, value in STATEMENTS.items() if name != "rota-paid"}
    assert "rota-paid" not in given(short, {"rota-paid": Rated(1)}).rated


def test_every_problem_is_told_at_its_line_and_column() -> None:
    lines = STATEMENTS | {"rota-sined": "2", "alerts-read": "5", "check-paid": "{evidence: x}", "nothing": "2"}
    assert problems(lines) == [
        "me.yaml:3:14: alerts-read: A rating is 0, 1, 2, 3, 4, or n for no opportunity so far; “5” is none.",
        "me.yaml:14:13: This assessment asks nothing called “rota-sined”; did you mean “rota-signed”?",
        "me.yaml:15:13: check-paid: An answer is a rating, or has the fields `rating` and `evidence`; mend it.",
        "me.yaml:16:10: This assessment asks nothing called “nothing”; remove it.",
    ]


def test_the_profile_is_read_and_its_mistakes_are_told() -> None:
    assert given(STATEMENTS | {"profile": "{years: '4,5', place: week}"}).profile == {"years": 4.5, "place": "week"}
    assert problems(STATEMENTS | {"profile": "{yaers: 4, place: day}"}) == [
        "me.yaml:14:18: This assessment asks nothing called “yaers”; did you mean “years”?",
        "me.yaml:14:28: “place” takes one of: week, weekend, night; “day” is none.",
    ]


@pytest.mark.parametrize("text", ["[1, 2]", "3", "''"])
def test_what_is_no_mapping_is_told_what_to_be(text: str) -> None:
    with pytest.raises(BadInput, match="`id: rating` lines, such as `alerts-acknowledged: 3`"):
        ratings_in(read_answers(text.encode(), "me.yaml"), example(), {})
