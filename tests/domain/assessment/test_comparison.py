"""An assessment beside an earlier one, and beside quizzes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.assessment.comparison import Beside, Marked, Step, beside_quizzes, progress
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.readiness import Met, read
from ctoquiz.domain.statistics import wilson

shares = st.integers(1, 6).flatmap(lambda n: st.builds(Met, st.integers(0, n), st.just(n), st.just(0)))


@given(shares, shares)
def test_changed_means_that_each_interval_leaves_out_the_other_estimate(before: Met, after: Met) -> None:
    assert before.p is not None
    assert after.p is not None
    (low, high), (later_low, later_high) = wilson(before.met, before.rated), wilson(after.met, after.rated)
    out = not low <= after.p <= high and not later_low <= before.p <= later_high
    assert Step(before, after).trend == ("changed" if out else "within-noise")


def test_nothing_is_told_of_what_was_not_rated() -> None:
    assert Step(Met(0, 0, 4), Met(4, 4, 0)).trend == "unknown"
    assert Step(Met(4, 4, 0), Met(0, 0, 4)).trend == "unknown"


def test_progress_tells_of_the_whole_and_of_each_competency(assessment: Assessment) -> None:
    ids = [statement.id for statement in assessment.statements]
    low = read(assessment, dict.fromkeys(ids, 0), "sme")
    high = read(assessment, dict.fromkeys(ids, 4), "sme")
    same = progress(high, high)
    assert (same.readiness, {each.trend for each in same.competencies.values()}) == ("within-noise", {"within-noise"})
    risen = progress(low, high)
    assert (risen.readiness, {each.trend for each in risen.competencies.values()}) == ("changed", {"changed"})
    assert progress(read(assessment, {}, "sme"), high).readiness == "unknown"


def marked(*facts: str, points: float = 1.0) -> Marked:
    return Marked(facts, points, 1.0)


def test_a_competency_stands_beside_answers_to_questions_on_its_facts(assessment: Assessment) -> None:
    claimed = read(assessment, {"alerts-read": 3, "alerts-sorted": 0}, "sme")
    quiz = [marked("grey"), marked("acknowledged", points=0.0), marked("turns.alerts", "turns.open", points=0.5)]
    found = beside_quizzes(assessment, claimed, [quiz, [marked("pay.week")]])
    assert found["alerts"] == Beside(0.5, 3, 0.5, *wilson(1.5, 3))
    assert found["incidents"] == Beside(None, 1, 0.5, *wilson(0.5, 1))
    assert found["rota"] == Beside(None, 0, None, None, None)


@pytest.mark.parametrize(("quizzes", "answers"), [(1, 1), (5, 5), (6, 5), (9, 5)])
def test_only_the_last_five_quizzes_count(assessment: Assessment, quizzes: int, answers: int) -> None:
    claimed = read(assessment, {}, "sme")
    played = [[marked("grey", points=0.0)]] * (quizzes - answers) + [[marked("grey")]] * answers
    beside = beside_quizzes(assessment, claimed, played)["alerts"]
    assert (beside.answers, beside.right) == (answers, 1.0)
