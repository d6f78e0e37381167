"""The statistics against figures that others published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.statistics import brier, mean, wilson

# statsmodels, statsmodels/stats/tests/results/results_proportion.py (from R's binom.confint), 95 %.
WILSON_95 = [
    (18, 20, 0.6989663547715128, 0.972133518786232),
    (4, 20, 0.0806576625797981, 0.4160174322518935),
    (4, 200, 0.00780442641634947, 0.05028708690582643),
    (190, 200, 0.910421851861224, 0.972617354399236),
    (1, 30, 0.00590859, 0.16670391),
    (29, 30, 0.8332961, 0.9940914),
    (0, 30, 0, 0.11351339),
]

counts = st.integers(1, 200).flatmap(lambda n: st.tuples(st.floats(0, n), st.just(float(n))))


@pytest.mark.parametrize(("successes", "n", "low", "high"), WILSON_95)
def test_the_wilson_interval_is_that_of_statsmodels_and_of_r(successes: int, n: int, low: float, high: float) -> None:
    assert wilson(successes, n) == pytest.approx((low, high), abs=1e-7)


def test_the_wilson_interval_takes_other_levels_of_confidence() -> None:
    # R, prop.test of 5 of 10 at 90 %.
    assert wilson(5, 10, z=1.6448536) == pytest.approx((0.2692718, 0.7307282), abs=1e-7)


def test_nothing_tried_leaves_everything_possible() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("successes", "n"), [(-1, 10), (11, 10), (1, 0), (float("nan"), 10)])
def test_more_successes_than_trials_are_refused(successes: float, n: float) -> None:
    with pytest.raises(ValueError, match="from 0 to n"):
        wilson(successes, n)


@given(counts)
def test_the_wilson_interval_lies_within_0_and_1_and_holds_the_share(count: tuple[float, float]) -> None:
    successes, n = count
    low, high = wilson(successes, n)
    assert 0.0 <= low <= successes / n <= high <= 1.0


@pytest.mark.parametrize("n", range(1, 60))
def test_all_right_leaves_1_possible_and_all_wrong_0(n: int) -> None:
    assert wilson(n, n)[1] == 1.0
    assert wilson(0, n)[0] == 0.0


@given(counts, st.floats(0, 200))
def test_more_successes_move_both_bounds_up(count: tuple[float, float], more: float) -> None:
    successes, n = count
    low, high = wilson(successes, n)
    higher_low, higher_high = wilson(min(n, successes + more), n)
    assert higher_low >= low - 1e-12
    assert higher_high >= high - 1e-12


@given(counts)
def test_failures_mirror_successes(count: tuple[float, float]) -> None:
    successes, n = count
    low, high = wilson(successes, n)
    assert wilson(n - successes, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(st.integers(1, 50), st.integers(2, 9))
def test_more_answers_of_the_same_share_narrow_the_interval(successes: int, times: int) -> None:
    low, high = wilson(successes, 50)
    narrow_low, narrow_high = wilson(successes * times, 50 * times)
    assert narrow_high - narrow_low < high - low


def test_the_brier_score_is_that_of_scikit_learn() -> None:
    # scikit-learn, docstring of brier_score_loss.
    assert brier([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]) == pytest.approx(0.0375)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1))
def test_the_brier_score_is_from_0_to_1(pairs: list[tuple[float, float]]) -> None:
    assert 0.0 <= brier([stated for stated, _ in pairs], [seen for _, seen in pairs]) <= 1.0


def test_every_probability_needs_its_outcome() -> None:
    with pytest.raises(ValueError, match="shorter"):
        brier([0.5, 0.5], [1])


def test_no_values_have_no_mean() -> None:
    with pytest.raises(ValueError, match="no values"):
        mean([])
