"""Options that are figures: the lowest, the middle one, the highest."""

from __future__ import annotations

from collections.abc import Sequence

from ctoquiz.errors import N_
from ctoquiz.quality.blind.cue import Cue, Scores, choice
from ctoquiz.quality.blind.sight import Sight
from ctoquiz.quality.language.figures import figures, is_figure


def lowest(sight: Sight) -> Scores:
    """The lower the better."""
    return [-value for value in _values(sight)]


def highest(sight: Sight) -> Scores:
    """The higher the better."""
    return _values(sight)


def middle(sight: Sight) -> Scores:
    """The closer its rank is to the middle the better; of an even number of options the two in the middle."""
    values = _values(sight)
    ranked = sorted(values)
    return [-abs(2 * ranked.index(value) - len(ranked) + 1) for value in values]


def _values(sight: Sight) -> Sequence[float]:
    """The middle of each range, or the figure itself; none unless all options are figures and differ."""
    options = sight.item.options
    if not all(map(is_figure, options)):
        return ()
    values = [sum(found) / len(found) for found in map(figures, options)]
    return values if len(set(values)) == len(values) else ()


CUES = (
    Cue("lowest-number", N_("the lowest number"), choice(lowest)),
    Cue("middle-number", N_("the number in the middle"), choice(middle)),
    Cue("highest-number", N_("the highest number"), choice(highest)),
)
