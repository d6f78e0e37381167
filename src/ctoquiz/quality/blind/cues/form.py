"""The form of the options: the one that looks unlike all others."""

from __future__ import annotations

import re
from functools import lru_cache

from ctoquiz.errors import N_
from ctoquiz.quality.blind.cue import Cue, Scores, choice
from ctoquiz.quality.blind.sight import Sight

_FEATURES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d",
        r"\b[A-ZÀ-Ý][A-ZÀ-Ý&]+\b",  # an abbreviation
        r"[()\[\]]",
        r",",
        r"[;:/–—]",
        r"[-‐‑]",
        r"[«»“”\"]",
        r"[.!?…]\s*\Z",
        r"\A[A-ZÀ-Ý]",
        r"\A\S+\Z",  # a single word
        r"\b(?:et|and|ou|or)\b",
    )
)


@lru_cache(maxsize=20_000)
def _features(text: str) -> tuple[bool, ...]:
    return tuple(bool(feature.search(text)) for feature in _FEATURES)


def odd(sight: Sight) -> Scores:
    """By how many features of form an option is alone: it alone has one, or it alone lacks it."""
    counts = [0] * len(sight.item.options)
    for having in zip(*map(_features, sight.item.options), strict=True):
        for side in (True, False):
            if having.count(side) == 1 and len(having) > 2:
                counts[having.index(side)] += 1
    return counts


def plain(sight: Sight) -> Scores:
    """The options that look like the others."""
    return [-count for count in odd(sight)]


CUES = (
    Cue("odd-form", N_("the option that looks unlike the others"), choice(odd)),
    Cue("plain-form", N_("an option that looks like the others"), choice(plain)),
)
