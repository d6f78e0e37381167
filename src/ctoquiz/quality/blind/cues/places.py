"""Where the options stand, and where the keys stood before."""

from __future__ import annotations

from collections.abc import Callable

from ctoquiz.domain.questions import LETTERS
from ctoquiz.errors import N_
from ctoquiz.quality.blind.cue import Cue, Scores, choice
from ctoquiz.quality.blind.sight import Sight

_PLACES = (
    N_("always option a"),
    N_("always option b"),
    N_("always option c"),
    N_("always option d"),
    N_("always option e"),
    N_("always option f"),
)


def at(place: int) -> Callable[[Sight], Scores]:
    """The option at a place, where there is one."""
    return lambda sight: [float(each == place) for each in range(len(sight.item.options))]


def least_used(sight: Sight) -> Scores:
    """The place where the fewest keys stood so far."""
    used = sight.before.places
    return [-used.get(place, 0) for place in range(len(sight.item.options))] if used else ()


def same_again(sight: Sight) -> Scores:
    """The place where the last key stood."""
    return [float(place == sight.before.last) for place in range(len(sight.item.options))]


CUES = (
    *(
        Cue(f"place-{letter}", label, choice(at(place)))
        for place, (letter, label) in enumerate(zip(LETTERS, _PLACES, strict=False))
    ),
    Cue("least-used-place", N_("the place where the key stood least often so far"), choice(least_used)),
    Cue("same-place", N_("the place where the last key stood"), choice(same_again)),
)
