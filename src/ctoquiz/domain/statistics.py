"""The statistics that scores are made of; every formula with its source."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt

Z_95 = 1.959964
"""The 97.5 % point of the standard normal distribution: 95 % lie within ± this."""


def wilson(successes: float, n: float, z: float = Z_95) -> tuple[float, float]:
    """Wilson's score interval of a share, `(low, high)`, each from 0.0 to 1.0; `(0.0, 1.0)` where n is 0.

    `successes` of `n` need not be whole: points of a maximum will do. With p = successes / n:

        (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n)

    Raises `ValueError` unless 0 ≤ successes ≤ n. Source: Wilson 1927, “Probable inference, the law of
    succession, and statistical inference”, J. Am. Stat. Assoc. 22, 209–212.
    """
    if not 0 <= successes <= n:
        raise ValueError(f"successes are from 0 to n, not {successes} of {n}")
    if n == 0:
        return 0.0, 1.0
    p = successes / n
    middle = p + z * z / (2 * n)
    margin = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    # The share itself lies within, and the interval within 0 and 1, also where rounding says otherwise.
    return max(0.0, min(p, (middle - margin) / scale)), min(1.0, max(p, (middle + margin) / scale))


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean. Raises `ValueError` where there are no values."""
    if not values:
        raise ValueError("there is no mean of no values")
    return fsum(values) / len(values)


def brier(probabilities: Sequence[float], outcomes: Sequence[float]) -> float:
    """The Brier score, `mean((probability − outcome)²)`: 0.0 is best, 1.0 worst.

    `probabilities` and `outcomes`, each from 0.0 to 1.0, go together one by one. Raises `ValueError` where
    there are none, or more of one than of the other. Source: Brier 1950, “Verification of forecasts
    expressed in terms of probability”, Monthly Weather Review 78, 1–3, in its form for two classes.
    """
    return mean([(stated - seen) ** 2 for stated, seen in zip(probabilities, outcomes, strict=True)])
