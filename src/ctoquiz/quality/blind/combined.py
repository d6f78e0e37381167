"""All cues together: each counts by how often it was right with *other* facts (cross-validation over facts)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from ctoquiz.domain.chance import digest
from ctoquiz.quality.blind.sitting import Trial

FOLDS = 5
PRIOR = 10.0
"""So many facts at chance level are added to what was seen, so that a cue that rarely applies counts little."""

Picks = Sequence[Sequence[int]]
"""What each cue picks, in the order of the cues; empty where it doesn't apply."""


@dataclass(slots=True)
class _Record:
    """How often a cue was right, and by chance would be, over how many facts."""

    facts: float = 0.0
    right: float = 0.0
    chance: float = 0.0


@dataclass
class Jury:
    """The cues of one fold: how much each speaks for its picks, and against the rest."""

    records: list[_Record]
    weights: list[tuple[float, float]] = field(init=False)

    def __post_init__(self) -> None:
        self.weights = [_weight(record) for record in self.records]

    def picks(self, options: int, picks: Picks) -> tuple[int, ...]:
        """The options that all cues together speak for most; none where they can't tell any apart."""
        scores = [0.0] * options
        for (weight_for, weight_against), picked in zip(self.weights, picks, strict=True):
            if picked:
                for place in range(options):
                    scores[place] += weight_for if place in picked else weight_against
        top = max(scores) - 1e-12
        best = tuple(place for place, score in enumerate(scores) if score >= top)
        return best if len(best) < options else ()


def decide(trials: Sequence[Trial], picks: Sequence[Picks]) -> Iterator[tuple[Trial, tuple[int, ...]]]:
    """For each trial what a player picks who learnt, from facts that share nothing with its own, how good each cue is.

    A naive Bayes classifier: an option that a cue picks gains log(share right / share by chance), the others
    log(share wrong / share wrong by chance), as if cues were independent; wrong as that is, the option that comes out
    best is mostly the best one (Domingos and Pazzani 1997, “On the optimality of the simple Bayesian classifier”,
    Machine Learning 29). A conditional logistic regression was tried: it gained the same and took thirty times as long.
    """
    folds = fold_of(trial.facts for trial in trials)
    juries = {fold: _learn(trials, picks, folds, fold) for fold in set(folds.values())}
    for trial, picked in zip(trials, picks, strict=True):
        yield trial, juries[folds[trial.facts]].picks(len(trial.sight.item.options), picked)


def fold_of(facts: Iterable[tuple[str, ...]]) -> Mapping[tuple[str, ...], int]:
    """The fold of each fact or group of facts: those that share a fact or a family are in the same one."""
    groups = list(dict.fromkeys(facts))
    root: dict[str, str] = {}
    for group in groups:
        families = [fact.partition(".")[0] for fact in group]
        for family in families:
            root[_root(root, family)] = _root(root, families[0])
    return {group: digest("fold", _root(root, group[0].partition(".")[0]))[0] % FOLDS for group in groups}


def _root(root: dict[str, str], name: str) -> str:
    while root.setdefault(name, name) != name:
        name = root[name]
    return name


def _learn(trials: Sequence[Trial], picks: Sequence[Picks], folds: Mapping[tuple[str, ...], int], fold: int) -> Jury:
    """What all folds but one teach; each fact counts the same, however often it was drawn."""
    drawn: dict[tuple[str, ...], int] = {}
    for trial in trials:
        drawn[trial.facts] = drawn.get(trial.facts, 0) + 1
    records = [_Record() for _ in (picks[0] if picks else ())]
    for trial, picked in zip(trials, picks, strict=True):
        if folds[trial.facts] != fold:
            _add(records, trial, picked, 1 / drawn[trial.facts])
    return Jury(records)


def _add(records: Sequence[_Record], trial: Trial, picked: Picks, weight: float) -> None:
    for record, pick in zip(records, picked, strict=True):
        if pick:
            record.facts += weight
            record.right += weight * sum(place in trial.right for place in pick) / len(pick)
            record.chance += weight * len(trial.right) / len(trial.sight.item.options)


def _weight(record: _Record) -> tuple[float, float]:
    """What a cue is worth: for its picks, and for what it doesn't pick."""
    if not record.facts:
        return 0.0, 0.0
    chance = record.chance / record.facts
    right = (record.right + PRIOR * chance) / (record.facts + PRIOR)
    return log(max(right, 1e-6) / chance), log(max(1 - right, 1e-6) / max(1 - chance, 1e-6))
