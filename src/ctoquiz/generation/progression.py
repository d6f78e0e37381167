"""Questions on steps: put them in order, what comes next, true or false."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import ProgressionFamily, Step
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import fill
from ctoquiz.generation.base import Asked, Blueprint, Within, level_of
from ctoquiz.generation.builders import ordered, single
from ctoquiz.generation.candidates import Candidate, authored, candidate, distinct, enough, labels
from ctoquiz.generation.statements import Wrong, statements


def blueprints(family: ProgressionFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the steps can be asked."""
    pool = _Pool(family)
    for step, later in zip(family.steps, family.steps[1:], strict=False):
        yield from _of_step(family, step, later, pool, within)
    yield from ordered(Asked(family, None, within), "order", [step.label for step in family.steps])


class _Pool:
    """The wrong answers of a family: its steps, each with the one after it, and its lures."""

    def __init__(self, family: ProgressionFamily) -> None:
        self.steps = [(step.id, candidate(step.label)) for step in family.steps]
        self.lures = authored(family.lures)
        self.after = dict(zip((step.id for step in family.steps), family.steps[1:], strict=False))

    def wrong(self, step: Step, later: Step) -> Iterator[Candidate]:
        """What doesn't come right after this step: not itself, nor what the author names as right too."""
        right = {step.id, later.id, *(self.after[name].id for name in step.also_true)}
        others = (each for name, each in self.steps if name not in right)
        return distinct(chain(others, authored(step.lures), self.lures), labels(later.label))


def _of_step(family: ProgressionFamily, step: Step, later: Step, pool: _Pool, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, step, within, {"step": step.label, "later": later.label}, later.label)
    wording = family.wording("next", step)
    if wording and enough(pool.wrong(step, later)):
        level = level_of("single", close=True)
        yield single(asked, "next", wording, later.label, lambda: pool.wrong(step, later), level=level)
    yield from statements(asked, _swapped(asked, step, later))


def _swapped(asked: Asked, step: Step, later: Step) -> Wrong | None:
    """The fact's sentence with the two steps exchanged."""
    says = asked.says
    if says is None:
        return None

    def wrong(_: Chance) -> Option:
        return Option(fill(says, {"step": later.label, "later": step.label}))

    return wrong
