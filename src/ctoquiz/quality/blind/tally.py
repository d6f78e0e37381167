"""What each cue earned, fact by fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import fsum, sqrt

from ctoquiz.quality.blind.chances import STEPS, shares
from ctoquiz.quality.blind.sitting import Trial

Shape = tuple[int, int, int]
"""How many options, how many of them right, how many picked."""


@dataclass(slots=True)
class Earned:
    """What a cue earned with one fact: the sum of the gains and of their squares, and the shapes of what it decided."""

    gained: float = 0.0
    squared: float = 0.0
    shapes: Counter[Shape] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """How many decisions."""
        return self.shapes.total()

    @property
    def chance(self) -> float:
        """The mean share right by chance."""
        return fsum(count * right / options for (options, right, _), count in self.shapes.items()) / self.count

    @property
    def gain(self) -> float:
        """By how much the mean share right is above chance."""
        return self.gained / self.count

    @property
    def scatter(self) -> float:
        """The sum of squared differences from the mean gain."""
        return max(0.0, self.squared - self.gained * self.gained / self.count)

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
            options, right = len(trial.sight.item.options), len(trial.right)
            gain = sum(place in trial.right for place in picks) / len(picks) - right / options
            earned.gained += gain
            earned.squared += gain * gain
            earned.shapes[options, right, len(picks)] += 1

    @property
    def decisions(self) -> int:
        """How many decisions the cue made."""
        return sum(earned.count for earned in self.facts.values())

    @property
    def gain(self) -> float:
        """The mean gain over the facts, each counted once however often it was drawn."""
        return self.mean(earned.gain for earned in self.facts.values())

    @property
    def error(self) -> float:
        """The standard error that the mean gain has because each fact was drawn so often and not for ever.

        The variance of decisions on one fact is pooled over all facts (Searle, Casella and McCulloch 1992, “Variance
        components”, section 3.3); where no fact was decided on twice, that of chance, p(1 − p), stands in.
        """
        more = sum(earned.count - 1 for earned in self.facts.values())
        chance = self.mean(earned.chance for earned in self.facts.values())
        scatter = fsum(earned.scatter for earned in self.facts.values())
        variance = scatter / more if more else chance * (1 - chance)
        return sqrt(variance * fsum(1 / earned.count for earned in self.facts.values())) / len(self.facts)

    def mean(self, of: Iterable[float]) -> float:
        """The mean over the facts, each counted once however often it was drawn."""
        return fsum(of) / len(self.facts)
