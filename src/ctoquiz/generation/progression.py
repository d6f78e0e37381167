"""Questions on steps: put them in order, what comes next, true or false."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import ProgressionFamily, Step
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import fill
from ctoquiz.generation.base import Asked, Blueprint, Within, explain, level_of, stated
from ctoquiz.generation.builders import ordered, single
from ctoquiz.generation.lures import authored
from ctoquiz.generation.options import enough
from ctoquiz.generation.statements import Wrong, statements

FEWEST_STEPS, MOST_STEPS = 3, 7


def blueprints(family: ProgressionFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the steps can be asked."""
    for place, step in enumerate(family.facts):
        yield from _of_step(family, step, family.steps[place + 1], within)
    order = family.wording("order")
    if order and FEWEST_STEPS <= len(family.steps) <= MOST_STEPS:
        asked = Asked(family, None, within)
        labels = [step.label for step in family.steps]
        why = explain(family, None, {}, _chain(family, within))
        yield ordered(asked, "order", order, labels, why, level=level_of("order"))


def _of_step(family: ProgressionFamily, step: Step, later: Step, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, step, within)
    values = {"step": step.label, "later": later.label}
    why = explain(family, step, values, later.label)
    wrong = [
        *(Option(other.label) for other in family.steps if other is not step and other is not later),
        *authored(family, step),
    ]
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


def _chain(family: ProgressionFamily, within: Within) -> dict[str, str]:
    """The steps in their order, for a progression without an explanation."""
    return {language: " → ".join(step.label[language] for step in family.steps) for language in within.languages}
