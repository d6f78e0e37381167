"""A surface cue: something that shows from outside, by which an option may be picked without knowing a fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ctoquiz.frozen import frozen
from ctoquiz.quality.blind.sight import Sight

Scores = Sequence[float]
"""How much the cue speaks for each option, in the order shown; empty where it has nothing to go by."""


@frozen
class Cue:
    """A cue by its name; `label` is what it goes by, for a reader, marked with `N_`."""

    name: str
    label: str
    score: Callable[[Sight], Scores]

    def picks(self, sight: Sight) -> tuple[int, ...]:
        """The places of the options that it speaks for most; none where all are alike to it."""
        scores = self.score(sight)
        if not scores:
            return ()
        top = max(scores)
        best = tuple(place for place, score in enumerate(scores) if score == top)
        return best if len(best) < len(scores) else ()


def choice(score: Callable[[Sight], Scores]) -> Callable[[Sight], Scores]:
    """A cue of options, which has nothing to say of statements."""
    return lambda sight: () if sight.item.statement else score(sight)


def statement(leaning: Callable[[Sight], float]) -> Callable[[Sight], Scores]:
    """A cue of statements alone: above 0 where it speaks for true, below for false, 0 where it says nothing."""

    def score(sight: Sight) -> Scores:
        lean = leaning(sight) if sight.item.statement else 0.0
        return (lean, -lean) if lean else ()

    return score
