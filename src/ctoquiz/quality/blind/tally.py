"""What each cue earned, fact by fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import fsum

from ctoquiz.quality.blind.chances import STEPS, shares
from ctoquiz.quality.blind.sitting import Trial

Shape = tuple[int, int, int]
"""How many options, how many of them right, how many picked."""


@dataclass(slots=True)
class Earned:
    """What a cue earned with one fact: the sum of the shares right, and the shapes of what it decided."""

    right: float = 0.0
    shapes: Counter[Shape] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """How many decisions."""
        return self.shapes.total()

    @property
    def share(self) -> float:
        """The mean share right."""
        return self.right / self.count

    @property
    def chance(self) -> float:
        """The mean share right by chance."""
        return fsum(count * right / options for (options, right, _), count in self.shapes.items()) / self.count

    @property
    def gain(self) -> float:
        """By how much the share right is above chance."""
        return self.share - self.chance

    def by_chance(self) -> Sequence[float]:
        """The gain in each of `STEPS` equally likely cases where the key is any option.

        All decisions on one fact succeed and fail together, as they do when the same key meets the same distractors:
        nothing makes chance vary more, so that a cue is never called significant for one fact drawn often.
        """
        steps = [0.0] * STEPS
        for shape, count in self.shapes.items():
            for step, share in enumerate(shares(*shape)):
                steps[step] += count * share
        count, chance = self.count, self.chance
        return [right / count - chance for right in steps]


@dataclass(slots=True)
class Tally:
    """What a cue earned with every fact that it applied to."""

    facts: dict[tuple[str, ...], Earned] = field(default_factory=dict)

    def add(self, trial: Trial, picks: Sequence[int]) -> None:
        """Count one decision; no pick is none."""
        if picks:
            earned = self.facts.setdefault(trial.facts, Earned())
            earned.right += sum(place in trial.right for place in picks) / len(picks)
            earned.shapes[len(trial.sight.item.options), len(trial.right), len(picks)] += 1

    @property
    def decisions(self) -> int:
        """How many decisions the cue made."""
        return sum(earned.count for earned in self.facts.values())

    def mean(self, of: Iterable[float]) -> float:
        """The mean over the facts, each counted once however often it was drawn."""
        return fsum(of) / len(self.facts)
