"""How long the options are."""

from __future__ import annotations

from ctoquiz.errors import N_
from ctoquiz.quality.blind.cue import Cue, Scores, choice
from ctoquiz.quality.blind.sight import Sight


def longest(sight: Sight) -> Scores:
    """The more signs the better."""
    return [len(text) for text in sight.item.options]


def shortest(sight: Sight) -> Scores:
    """The fewer signs the better."""
    return [-len(text) for text in sight.item.options]


CUES = (
    Cue("longest", N_("the longest option"), choice(longest)),
    Cue("shortest", N_("the shortest option"), choice(shortest)),
)
