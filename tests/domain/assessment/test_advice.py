"""What is advised, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctoquiz.domain.assessment.advice import advice
from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.contexts import CONTEXTS
from ctoquiz.domain.assessment.whole import Assessment

Pairs = list[tuple[str, str]]


def advised(assessment: Assessment, ratings: str, context: str = "sme") -> Pairs:
    given = {
        statement.id: Rated(None if typed == "n" else int(typed))
        for statement, typed in zip(assessment.statements, ratings, strict=True)
    }
    return [(each.competency.id, each.statement.id) for each in advice(assessment, given, context)]


def test_the_heaviest_lack_comes_first(assessment: Assessment) -> None:
    # sme: thresholds 2, 2, 3 and weights 1, 1, 1.
    assert advised(assessment, "2211" + "22221" + "3332") == [
        ("alerts", "alerts-read"),
        ("rota", "rota-tools"),
        ("incidents", "incidents-reviewed"),
    ]


def test_the_context_decides_how_heavy_a_lack_is(assessment: Assessment) -> None:
    assert advised(assessment, "2211" + "33333" + "2333", "group") == [
        ("alerts", "alerts-read"),
        ("rota", "rota-signed"),
    ]


def test_of_equal_lacks_the_first_in_the_pack_comes_first_whatever_floating_point_says(assessment: Assessment) -> None:
    # 0.3 × 1/4 and 0.1 × 3/4 are the same, and are not in floating point.
    first, _, last = assessment.competencies
    light = replace(first, weights=dict.fromkeys(CONTEXTS, 0.3))
    heavy = replace(last, weights=dict.fromkeys(CONTEXTS, 0.1))
    assert 0.3 * (1 - 0.75) != 0.1 * (1 - 0.25)
    for one, other, ratings in ((light, heavy, "2221" + "3000"), (heavy, light, "3000" + "2221")):
        whole = replace(assessment, competencies=(one, other))
        assert [name for name, _ in advised(whole, ratings)] == [one.id, other.id]


def test_the_statement_with_the_lowest_rating_is_cited_and_of_several_the_first(assessment: Assessment) -> None:
    assert advised(assessment, "1010" + "22222" + "3333") == [("alerts", "alerts-sorted")]


@pytest.mark.parametrize("ratings", ["4444444444444", "nnnnnnnnnnnnn"])
def test_what_is_met_or_not_rated_gets_no_advice(assessment: Assessment, ratings: str) -> None:
    assert advised(assessment, ratings) == []


def test_a_statement_without_opportunity_is_not_cited(assessment: Assessment) -> None:
    assert advised(assessment, "n122" + "nnnnn" + "3333") == [("alerts", "alerts-sorted")]


def test_evidence_changes_no_advice(assessment: Assessment) -> None:
    rated = {statement.id: Rated(2) for statement in assessment.statements}
    proven = {id_: replace(each, evidence="In May.") for id_, each in rated.items()}
    assert advice(assessment, rated, "group") == advice(assessment, proven, "group")


def test_there_are_three_pieces_of_advice_at_most(assessment: Assessment) -> None:
    more = replace(assessment.competencies[0], id="more")
    whole = replace(assessment, competencies=(*assessment.competencies, more))
    given = {statement.id: Rated(0) for statement in whole.statements}
    assert len(advice(whole, given, "sme")) == 3
