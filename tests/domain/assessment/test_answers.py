"""How ratings are understood."""

from __future__ import annotations

import pytest

from ctoquiz.domain.assessment.answers import (
    Rated,
    missing_ids,
    read_rated,
    read_rating,
    read_saved,
    unknown_ids,
    write_rating,
)
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import BadInput


@pytest.mark.parametrize("rating", [0, 1, 2, 3, 4, None])
def test_what_is_written_is_read_back(rating: int | None) -> None:
    assert read_rating(write_rating(rating)) == rating


def test_a_capital_and_spaces_are_forgiven() -> None:
    assert read_rating(" N ") is None


@pytest.mark.parametrize("typed", ["", "5", "-1", "2.5", "no", "nn", "٣"])
def test_anything_else_is_no_rating(typed: str) -> None:
    with pytest.raises(BadInput):
        read_rating(typed)


@pytest.mark.parametrize(
    ("value", "rated"),
    [
        (3, Rated(3)),
        ("3", Rated(3)),
        ("n", Rated(None)),
        ({"rating": 4, "evidence": "In May."}, Rated(4, "In May.")),
        ({"rating": "n", "evidence": None}, Rated(None)),
        ({"rating": 0}, Rated(0)),
    ],
)
def test_a_file_may_give_a_rating_alone_or_with_evidence(value: Json, rated: Rated) -> None:
    assert read_rated(value) == rated


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        3.0,
        5,
        -1,
        [3],
        {},
        {"evidence": "x"},
        {"rating": 3, "evidence": 1},
        {"rating": 3, "evidnce": "x"},
        {"rating": None},
        {"rating": True},
    ],
)
def test_what_is_no_answer_is_refused(value: Json) -> None:
    with pytest.raises(BadInput):
        read_rated(value)


def test_a_saved_rating_of_null_is_no_opportunity() -> None:
    assert read_saved({"statement": "a", "rating": None, "evidence": None, "seconds": 2.0}) == Rated(None)
    with pytest.raises(BadInput):
        read_saved({"rating": 7, "evidence": None})


@pytest.mark.parametrize(
    ("rated", "counts"),
    [
        (Rated(4), 2),
        (Rated(3), 2),
        (Rated(2), 2),
        (Rated(0), 0),
        (Rated(None), None),
        (Rated(4, ""), 2),
        (Rated(3, " \n\t\u00a0"), 2),
        (Rated(3, "May"), 3),
        (Rated(4, "May"), 4),
        (Rated(1, "May"), 1),
    ],
)
def test_a_high_rating_without_evidence_counts_as_done_with_help(rated: Rated, counts: int | None) -> None:
    assert rated.evidenced == counts


def test_a_missing_statement_is_told_and_a_missing_check_is_not(assessment: Assessment) -> None:
    given: dict[str, object] = {statement.id: 3 for statement in assessment.statements[1:]}
    assert missing_ids(assessment, given) == ("alerts-acknowledged",)
    assert unknown_ids(assessment, {**given, "check-paid": 1, "alerts-akn": 2}) == ("alerts-akn",)
