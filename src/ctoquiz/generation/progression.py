"""Questions on steps: put them in order, what comes next, true or false."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import ProgressionFamily, Step
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, explain, level_of, stated
from ctoquiz.generation.builders import ordered, single
from ctoquiz.generation.lures import authored
from ctoquiz.generation.options import enough
from ctoquiz.generation.statements import Wrong, statements


def blueprints(family: ProgressionFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the steps can be asked."""
    for place, step in enumerate(family.facts):
        yield from _of_step(family, step, family.steps[place + 1], within)
    labels = [step.label for step in family.steps]
    yield from ordered(Asked(family, None, within), "order", family.wording("order"), labels)


def _of_step(family: ProgressionFamily, step: Step, later: Step, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, step, within)
    values = {"step": step.label, "later": later.label}
    why = explain(family, step, values, later.label)
    wrong = [*(Option(label) for label in _wrong(family, step)), *authored(family, step)]
    prompt = family.wording("next", step)
    if prompt and enough(wrong, later.label):
        key = Option(later.label)
        level = level_of("single", close=True)
        yield single(asked, "next", fill(prompt, values), key, lambda: wrong, why, level=level)
    yield from statements(asked, stated(family, step, values), why, _swapped(family, step, later))


def _swapped(family: ProgressionFamily, step: Step, later: Step) -> Wrong | None:
    """The fact's sentence with the two steps exchanged."""
    says = step.says or family.says
    if says is None:
        return None

    def wrong(_: Chance) -> Option:
        return Option(fill(says, {"step": later.label, "later": step.label}))

    return wrong


def _wrong(family: ProgressionFamily, step: Step) -> list[Text]:
    """The steps that don't come right after this one: not itself, not those that the author names as right too."""
    after = zip(family.steps, family.steps[1:], strict=False)
    right = {later.id for before, later in after if before is step or before.id in step.also_true}
    return [other.label for other in family.steps if other is not step and other.id not in right]
