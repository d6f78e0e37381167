"""Tests of significance that the rules on packs use; every formula with its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import erfc, exp, gamma, sqrt


def chi_square_tail(x: float, degrees: int) -> float:
    """How likely a chi-square variable with so many degrees of freedom is `x` or more.

    Source: Abramowitz and Stegun 1964, “Handbook of mathematical functions”, formulas 26.4.4 and 26.4.5.
    """
    half = x / 2
    if degrees % 2:
        terms: Iterable[float] = (pow(half, step - 0.5) / gamma(step + 0.5) for step in range(1, (degrees + 1) // 2))
        return min(1.0, erfc(sqrt(half)) + exp(-half) * sum(terms))
    term, total = 1.0, 1.0
    for step in range(1, degrees // 2):
        term *= half / step
        total += term
    return min(1.0, exp(-half) * total)


def uniform_chi_square(counts: Sequence[int]) -> float:
    """Pearson's statistic of counts that should be equal: Σ (seen − expected)² / expected.

    Source: Pearson 1900, Philosophical Magazine 50, 157–175.
    """
    expected = sum(counts) / len(counts)
    return sum((seen - expected) ** 2 / expected for seen in counts) if expected else 0.0


def independence_chi_square(table: Sequence[Sequence[int]]) -> float:
    """Pearson's statistic of a table of counts whose rows and columns should have nothing to do with each other."""
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    total = sum(rows)
    cells: list[float] = [
        (seen - rows[place] * columns[other] / total) ** 2 / (rows[place] * columns[other] / total)
        for place, row in enumerate(table)
        for other, seen in enumerate(row)
        if rows[place] and columns[other]
    ]
    return sum(cells)


def two_sided(z: float) -> float:
    """How likely a standard normal variable is as far from 0 as `z`, or farther."""
    return erfc(abs(z) / sqrt(2))


def rank_sum(ones: Sequence[float], others: Sequence[float]) -> float:
    """How likely chance alone makes the ones rank so far above or below the others; 1 where either is empty.

    The normal approximation with correction for ties and for continuity. Source: Mann and Whitney 1947, “On a test of
    whether one of two random variables is stochastically larger than the other”, Ann. Math. Statist. 18, 50–60;
    Lehmann 1975, “Nonparametrics”, section 1.4.
    """
    n, m = len(ones), len(others)
    every = Counter([*ones, *others])
    if not n or not m or len(every) == 1:
        return 1.0
    ranks: dict[float, float] = {}
    below = 0
    for value in sorted(every):
        ranks[value] = below + (every[value] + 1) / 2
        below += every[value]
    u = sum(ranks[value] for value in ones) - n * (n + 1) / 2
    ties = sum(count**3 - count for count in every.values()) / ((n + m) * (n + m - 1))
    spread = sqrt(n * m / 12 * (n + m + 1 - ties))
    return two_sided(max(0.0, abs(u - n * m / 2) - 0.5) / spread)
