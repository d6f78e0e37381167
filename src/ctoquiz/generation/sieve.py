"""No question that breaks a rule is asked: what was drawn is looked at, and replaced where it may not be asked.

Only what was drawn is looked at, so that a quiz of a pack without flaws costs no more than that. A question that is
refused is built again with other distractors, a few times; where none of these may be asked either, another question
takes its place, one that serves as many of the same margins as can be. Of questions that deny something there are no
more than one in twenty, wherever others can take their place. All of it is fixed by the seed of the draw, so that a
code gives the same quiz to everybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import TRIES, Accepts, build, nothing
from ctoquiz.generation.draw import Drawn, drawn_from, largest
from ctoquiz.generation.leaks import Leaks

ONE_IN = 20
"""At most one question in so many denies something."""

Built = tuple[int, AnyQuestion]
"""A question, and how often it was built before with the same seed."""


class Sieve:
    """Lets through what may be asked, of what is built for one seed."""

    def __init__(self, seed: str, accepts: Accepts) -> None:
        self._seed, self._accepts = seed, accepts
        self._passed: dict[str, tuple[Built, ...]] = {}

    def passed(self, blueprint: Blueprint) -> tuple[Built, ...]:
        """What may be asked of a blueprint, in the order of the tries; empty where none of them may."""
        if blueprint.id not in self._passed:
            self._passed[blueprint.id] = tuple(self._tried(blueprint))
        return self._passed[blueprint.id]

    def first(self, blueprint: Blueprint) -> AnyQuestion | None:
        """The first of what may be asked."""
        passed = self.passed(blueprint)
        return passed[0][1] if passed else None

    def _tried(self, blueprint: Blueprint) -> Iterator[Built]:
        seen: list[AnyQuestion] = []
        for again in range(TRIES + 1):
            question = build(blueprint, self._seed, again)
            if question not in seen and self._accepts(question):
                yield again, question
            seen.append(question)


def sifted(
    drawn: Drawn, pool: Sequence[Blueprint], count: int, seed: str, accepts: Accepts, denies: Accepts = nothing
) -> Drawn:
    """What was drawn of the pool with that seed, `count` questions if there are as many, all of which may be asked.

    `denies` says whether a question denies something: only a few of those stay.
    """
    refused = [not accepts(question) for question in drawn.questions]
    tiring = _tiring(drawn.questions, refused, denies)
    if not any(refused) and not any(tiring):
        return drawn
    repair = _Repair(pool, Sieve(seed, accepts), denies)
    repaired = repair.run(drawn.questions, refused, tiring, seed)
    if len(repaired.questions) < count:
        fresh = _from_largest(pool, count, seed, repair.sieve)
        repaired = max(repaired, fresh, key=lambda each: len(each.questions))
    return replace(repaired, detours=drawn.detours, refused=sum(refused))


def _tiring(questions: Sequence[AnyQuestion], refused: Sequence[bool], denies: Accepts) -> list[bool]:
    """The questions that deny something, after so many that do as a quiz may have."""
    spare = len(questions) // ONE_IN
    tiring: list[bool] = []
    for question, out in zip(questions, refused, strict=True):
        denying = not out and denies(question)
        tiring.append(denying and not spare)
        spare -= denying and spare > 0
    return tiring


def _from_largest(pool: Sequence[Blueprint], count: int, seed: str, sieve: Sieve) -> Drawn:
    """So many of the largest quiz that can be asked."""
    every = largest(pool, seed, lambda blueprint, _: sieve.first(blueprint))
    chosen = Chance.of("most", seed).sample(every, count)
    built = [sieve.passed(blueprint)[0] for blueprint in chosen]
    return _drawn(pool, chosen, built)


def _drawn(pool: Sequence[Blueprint], chosen: Sequence[Blueprint], built: Sequence[Built]) -> Drawn:
    drawn = drawn_from(pool, chosen, tuple(question for _, question in built))
    return replace(drawn, rebuilt={question.id: again for again, question in built if again})


class _Repair:
    """A quiz being mended: what of it stays, and what goes with that."""

    def __init__(self, pool: Sequence[Blueprint], sieve: Sieve, denies: Accepts) -> None:
        self.sieve = sieve
        self._pool, self._by_id = pool, {blueprint.id: blueprint for blueprint in pool}
        self._denies = denies
        self._used: set[str] = set()
        self._leaks = Leaks()

    def run(
        self, questions: Sequence[AnyQuestion], refused: Sequence[bool], tiring: Sequence[bool], seed: str
    ) -> Drawn:
        """The questions in their order. Each that was refused is replaced, or left out where nothing can replace it;
        each that tires is replaced where something can.
        """
        kept: dict[int, Built] = {}
        for place, question in enumerate(questions):
            if not refused[place] and not tiring[place]:
                self._take(question)
                kept[place] = 0, question
        # What tires may have to stay after all: until its turn comes, nothing else takes its facts.
        self._used.update(fact for place, question in enumerate(questions) if tiring[place] for fact in question.facts)
        for place, question in enumerate(questions):
            if tiring[place]:
                self._used.difference_update(question.facts)
            instead = None if place in kept else self._instead(self._by_id[question.id], seed)
            if instead is not None:
                kept[place] = instead
        built = [kept[place] for place in sorted(kept)]
        return _drawn(self._pool, [self._by_id[question.id] for _, question in built], built)

    def _instead(self, lost: Blueprint, seed: str) -> Built | None:
        """What takes the place of a question, or another build of itself: of what denies nothing, else of anything."""
        others = Chance.of("instead", seed, lost.id).shuffled(self._pool)
        others.sort(key=lambda blueprint: -_alike(blueprint, lost))
        for denying in (False, True):
            for blueprint in (lost, *others):
                if self._used.isdisjoint(blueprint.facts):
                    for again, question in self.sieve.passed(blueprint):
                        if self._denies(question) is denying and self._leaks.admit(question):
                            self._used.update(question.facts)
                            return again, question
        return None

    def _take(self, question: AnyQuestion) -> None:
        self._leaks.admit(question)
        self._used.update(question.facts)


def _alike(one: Blueprint, other: Blueprint) -> int:
    """How many margins the two serve alike."""
    return (one.topic == other.topic) + (one.kind == other.kind) + (one.level == other.level)
