"""Is it more than chance? A Monte Carlo test with facts as the unit, and Holm's correction for many tests."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import fsum

from ctoquiz.domain.chance import Chance
from ctoquiz.quality.blind.chances import STEPS

RESAMPLES = 9_999
"""With so many resamples the smallest p is 0.0001, below 0.01 / 60: significant even as the first of 60 tests."""
ENOUGH = 30
"""After so many resamples as good as what was seen, more would not tell anything."""
_WORD = 1 << 64
_DIGITS = 10
"""So many numbers below 60 fit into one word of chance."""


def p_value(seen: float, by_chance: Sequence[Sequence[float]]) -> float:
    """How likely chance alone gives a mean of `seen` or more; `by_chance` are, for each fact, its equally likely gains.

    In each resample every fact draws one of its gains on its own. p = (1 + those as good) / (1 + all), which is never 0
    and never too small (Davison and Hinkley 1997, “Bootstrap methods and their application”, section 4.2; Phipson and
    Smyth 2010). Sampling stops early once 30 are as good: then p = 30 / how many it took (Besag and Clifford 1991,
    “Sequential Monte Carlo p-values”, Biometrika 78).
    """
    least = seen * len(by_chance) - 1e-9  # so that sums that are equal but for rounding are as good
    good = 0
    for number in range(RESAMPLES):
        draws = _draws(number, len(by_chance))
        good += fsum([gains[draw] for gains, draw in zip(by_chance, draws, strict=False)]) >= least
        if good == ENOUGH:
            return ENOUGH / (number + 1)
    return (1 + good) / (1 + RESAMPLES)


def holm(p_values: Sequence[float]) -> list[float]:
    """Each p adjusted for their number: the i-th smallest of m, from 0, times m − i, never below one before it.

    Source: Holm 1979, “A simple sequentially rejective multiple test procedure”, Scand. J. Statist. 6, 65–70.
    """
    adjusted = [0.0] * len(p_values)
    least = 0.0
    for rank, place in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        least = max(least, min(1.0, p_values[place] * (len(p_values) - rank)))
        adjusted[place] = least
    return adjusted


def _draws(number: int, facts: int) -> bytes:
    """A case for each fact in one resample, the same for every cue; rounded up to a power of two of facts."""
    return _drawn(number, 1 << max(0, facts - 1).bit_length())


@cache
def _drawn(number: int, facts: int) -> bytes:
    chance = Chance.of("resample", number)
    drawn = bytearray()
    while len(drawn) < facts:
        word = chance.below(STEPS**_DIGITS)
        for _ in range(_DIGITS):
            word, digit = divmod(word, STEPS)
            drawn.append(digit)
    return bytes(drawn)
