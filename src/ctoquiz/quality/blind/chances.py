"""What chance would do: how often a pick is right when nobody knows which options are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations

STEPS = 60
"""Into so many equal parts chance is cut: exact for two to six options with any number of them right or picked."""


@cache
def shares(options: int, right: int, picked: int) -> Sequence[float]:
    """The share of the picked options that are right, ascending, in each of `STEPS` equally likely cases.

    Every set of `right` of the `options` is as likely to be the right one; a pick of several is a toss between them.
    The mean is right / options. More sets than steps are cut at even distances.
    """
    pick = range(picked)
    sets = sorted(sum(place in pick for place in keys) / picked for keys in combinations(range(options), right))
    return tuple(sets[step * len(sets) // STEPS] for step in range(STEPS))
