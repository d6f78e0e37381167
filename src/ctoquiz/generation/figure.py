"""Questions on one number: type it, which figure, true or false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import Figure, FigureFamily
from ctoquiz.domain.questions import AnyQuestion, Option, Single
from ctoquiz.domain.text import Text, fill
from ctoquiz.domain.units import figure as written
from ctoquiz.generation.base import Asked, Blueprint, Within, level_of
from ctoquiz.generation.builders import number
from ctoquiz.generation.candidates import FEWEST_DISTRACTORS
from ctoquiz.generation.options import ranked
from ctoquiz.generation.statements import Wrong, statements


def blueprints(family: FigureFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the figures can be asked."""
    for row in family.rows:
        yield from _of_figure(family, row, within)


def _of_figure(family: FigureFamily, row: Figure, within: Within) -> Iterator[Blueprint]:
    values = _values(family, row, row.value, within)
    asked = Asked(family, row, within, values, values["figure"])
    conditional = row.condition is not None
    to_type = family.wording("number", row)
    if to_type:
        level = level_of("number", conditional=conditional)
        yield number(asked, "number", to_type, row.value, family.unit, row.tolerance, level=level)
    which = family.wording("which", row)
    if which and len(row.wrong) >= FEWEST_DISTRACTORS:
        yield _which(asked, family, row, which)
    yield from statements(asked, _false(asked, family, row), conditional=conditional)


def _values(family: FigureFamily, row: Figure, value: float, within: Within) -> Mapping[str, Text]:
    condition = {"condition": row.condition} if row.condition else {}
    return {"figure": written(value, family.unit, within.languages)} | condition


def _which(asked: Asked, family: FigureFamily, row: Figure, wording: Text) -> Blueprint:
    level = level_of("single", close=True, conditional=row.condition is not None)

    def build(chance: Chance) -> AnyQuestion:
        wrong = ranked(*_sides(row), chance)
        figures = sorted([*wrong, row.value])
        options = tuple(Option(written(value, family.unit, asked.within.languages)) for value in figures)
        head = asked.head("which", level, asked.filled(wording))
        return Single(**head, options=options, right=figures.index(row.value))

    return asked.blueprint("which", "single", level, build)


def _sides(row: Figure) -> tuple[list[float], list[float]]:
    below = [value for value in row.wrong if value < row.value]
    return below, [value for value in row.wrong if value > row.value]


def _false(asked: Asked, family: FigureFamily, row: Figure) -> Wrong | None:
    """The fact's sentence with a wrong figure."""
    says = asked.says
    if not says or not row.wrong:
        return None
    return lambda chance: Option(fill(says, _values(family, row, chance.choice(row.wrong), asked.within)))
