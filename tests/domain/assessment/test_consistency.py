"""Warnings about how ratings were given."""

from __future__ import annotations

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.consistency import longest_run, warnings
from ctoquiz.domain.assessment.whole import Assessment


def rated(assessment: Assessment, ratings: str, **checks: int | None) -> dict[str, Rated]:
    """Ratings of the statements in their order, `n` for no opportunity and a blank for none; and of checks."""
    given = {
        statement.id: Rated(None if typed == "n" else int(typed))
        for statement, typed in zip(assessment.statements, ratings, strict=False)
        if typed != " "
    }
    return given | {name.replace("_", "-"): Rated(rating) for name, rating in checks.items()}


def kinds(assessment: Assessment, answers: dict[str, Rated]) -> list[str]:
    return [each.kind for each in warnings(assessment, answers)]


def test_reworded_checks_that_lie_a_step_apart_on_average_are_flagged_with_the_pairs(assessment: Assessment) -> None:
    answers = rated(assessment, "3211032113021", check_acknowledged=0, check_opened=0, check_signed=3)
    (warned,) = warnings(assessment, answers)
    assert (warned.kind, warned.values) == ("reworded", {"steps": 1.0})
    assert warned.statements == ("alerts-acknowledged", "check-acknowledged")


def test_less_than_a_step_on_average_is_not_flagged(assessment: Assessment) -> None:
    answers = rated(assessment, "3211032113021", check_acknowledged=1, check_opened=0, check_signed=3)
    assert kinds(assessment, answers) == []


def test_a_reversed_check_fits_where_it_is_as_far_from_the_other_end(assessment: Assessment) -> None:
    fits = {"check_sorted": 2, "check_reviewed": 3, "check_paid": 2}
    assert kinds(assessment, rated(assessment, "3211032110221", **fits)) == []
    same = {"check_sorted": 2, "check_reviewed": 1, "check_paid": 1}
    assert kinds(assessment, rated(assessment, "3211032111111", **same)) == ["reversed"]


def test_a_pair_with_no_opportunity_or_without_an_answer_is_left_out(assessment: Assessment) -> None:
    answers = rated(assessment, "n211032113021", check_acknowledged=4, check_signed=3)
    assert kinds(assessment, answers) == []
    assert kinds(assessment, rated(assessment, "3211n32113021", check_acknowledged=3, check_opened=None)) == []


def test_ten_identical_ratings_in_a_row_are_flagged_and_nine_are_not(assessment: Assessment) -> None:
    assert kinds(assessment, rated(assessment, "1333333333211")) == []
    (warned,) = warnings(assessment, rated(assessment, "1333333333321"))
    assert (warned.kind, warned.values) == ("run", {"count": 10})
    assert warned.statements == tuple(statement.id for statement in assessment.statements[1:11])


def test_no_opportunity_is_no_rating_and_ends_a_run(assessment: Assessment) -> None:
    assert len(longest_run(assessment, rated(assessment, "33333n3333333"))) == 7
    assert kinds(assessment, rated(assessment, "1nnnnnnnnnnn1")) == ["not-rated"]


def test_checks_are_passed_over_in_runs(assessment: Assessment) -> None:
    checks = {"check_acknowledged": 3, "check_opened": 2, "check_signed": 3}
    assert len(longest_run(assessment, rated(assessment, "3333333333333", **checks))) == 13


def test_of_runs_that_are_equally_long_the_first_counts(assessment: Assessment) -> None:
    assert longest_run(assessment, rated(assessment, "1122334412340")) == tuple(
        statement.id for statement in assessment.statements[:2]
    )
    assert longest_run(assessment, {}) == ()


def test_a_competency_of_which_nothing_was_rated_is_named(assessment: Assessment) -> None:
    (warned,) = warnings(assessment, rated(assessment, "1234nnnnn4321"))
    assert warned.kind == "not-rated"
    assert warned.values == {"competency": assessment.competency("incidents").title}
    assert warned.statements == tuple(each.id for each in assessment.competency("incidents").statements)
