"""In which order an assessment asks."""

from __future__ import annotations

from dataclasses import replace

from ctoquiz.domain.assessment.statements import Check
from ctoquiz.domain.assessment.whole import Assessment


def test_everything_is_asked_once_and_statements_in_the_order_of_the_pack(assessment: Assessment) -> None:
    statements = [item for item in assessment.items if not isinstance(item, Check)]
    assert tuple(statements) == assessment.statements
    asked = sorted(item.id for item in assessment.items)
    assert asked == sorted([*(each.id for each in assessment.statements), *(each.id for each in assessment.checks)])


def test_a_check_is_asked_far_from_its_statement(assessment: Assessment) -> None:
    places = {item.id: place for place, item in enumerate(assessment.items)}
    assert {check.id: places[check.id] - places[check.of] for check in assessment.checks} == {
        "check-acknowledged": 12,
        "check-opened": 12,
        "check-signed": -8,
        "check-sorted": 16,
        "check-reviewed": -6,
        "check-paid": -3,
    }


def test_the_order_of_the_checks_in_the_file_changes_nothing(assessment: Assessment) -> None:
    turned = replace(assessment, checks=tuple(reversed(assessment.checks)))
    assert turned.items == assessment.items


def test_a_rating_means_what_the_scale_of_its_kind_says(assessment: Assessment) -> None:
    statement, check = assessment.statements[0], assessment.checks[0]
    assert (assessment.meaning(statement, 0) or {})["en"] == "Never"
    assert (assessment.meaning(check, 0) or {})["en"] == "Not at all"
    assert (assessment.meaning(statement, None) or {})["en"] == "No opportunity so far"
