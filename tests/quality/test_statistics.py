from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.quality.statistics import (
    chi_square_tail,
    independence_chi_square,
    rank_sum,
    two_sided,
    uniform_chi_square,
)

TABLE_26_8 = [
    (3.84146, 1, 0.05),
    (5.99146, 2, 0.05),
    (7.81473, 3, 0.05),
    (16.9190, 9, 0.05),
    (21.6660, 9, 0.01),
    (10.8276, 1, 0.001),
    (39.2523, 16, 0.001),
    (2.36597, 3, 0.5),
    (0, 4, 1),
]
"""Of Abramowitz and Stegun."""


@pytest.mark.parametrize(("x", "degrees", "tail"), TABLE_26_8)
def test_the_tail_of_chi_square_is_that_of_tables(x: float, degrees: int, tail: float) -> None:
    assert chi_square_tail(x, degrees) == pytest.approx(tail, rel=1e-4)


@given(st.floats(0, 200), st.integers(1, 25))
def test_a_tail_is_a_probability(x: float, degrees: int) -> None:
    assert 0 <= chi_square_tail(x, degrees) <= 1


def test_pearsons_statistics_are_those_of_textbooks() -> None:
    # A die thrown 60 times; R: chisq.test(c(5, 8, 9, 8, 10, 20))$statistic is 13.4
    assert uniform_chi_square([5, 8, 9, 8, 10, 20]) == pytest.approx(13.4)
    # R: chisq.test(matrix(c(12, 5, 7, 9), 2, byrow = TRUE), correct = FALSE)$statistic is 2.3371
    assert independence_chi_square([[12, 5], [7, 9]]) == pytest.approx(33 * (12 * 9 - 5 * 7) ** 2 / (17 * 16 * 19 * 14))
    assert independence_chi_square([[3, 0], [5, 0]]) == 0


def test_the_normal_distribution_is_that_of_tables() -> None:
    assert two_sided(1.959964) == pytest.approx(0.05, rel=1e-5)


def test_ranks_are_compared_as_mann_and_whitney_do() -> None:
    # The example of R's wilcox.test (Hollander and Wolfe 1973, 69f): W = 35; z = (10 − 0.5) / √(50 · 16 / 12)
    one = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    other = [1.15, 0.88, 0.90, 0.74, 1.21]

    assert rank_sum(one, other) == pytest.approx(two_sided(9.5 / (50 * 16 / 12) ** 0.5))
    assert rank_sum(one, other) == rank_sum(other, one)


def test_ties_share_their_rank() -> None:
    # By hand: ranks 1, 2.5, 2.5 | 4, 5; U = 0, μ = 3, σ² = 6/12 · (6 − 6/20)
    assert rank_sum([1, 2, 2], [3, 4]) == pytest.approx(two_sided(2.5 / (0.5 * 5.7) ** 0.5))
    assert rank_sum([1, 1], [1]) == 1
    assert rank_sum([], [1, 2]) == 1
