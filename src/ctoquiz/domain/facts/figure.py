"""One number."""

from __future__ import annotations

from typing import ClassVar, Literal

from ctoquiz.domain.facts.base import ContentError, Family, Row
from ctoquiz.domain.facts.range import Unit
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Figure(Row):
    """A number, how far a typed answer may be off, and other numbers that are certainly wrong."""

    value: float
    tolerance: float = 0
    condition: Text | None = None
    wrong: tuple[float, ...] = ()

    @property
    def numbers(self) -> tuple[float, ...]:
        """The one number."""
        return (self.value,)

    def __post_init__(self) -> None:
        if self.tolerance < 0:
            raise ContentError(N_("A tolerance is 0 or more."), ("tolerance",))
        for place, number in enumerate(self.wrong):
            if abs(number - self.value) <= self.tolerance:
                raise ContentError(N_("This wrong figure is right; take another."), ("wrong", place))
            if number in self.wrong[:place]:
                raise ContentError(N_("This wrong figure is there twice; take another."), ("wrong", place))


@frozen(kw_only=True)
class FigureFamily(Family[Figure]):
    """Figures of one unit."""

    GAPS: ClassVar = {**dict.fromkeys(("number", "which"), frozenset({"condition"}))}
    SAYS: ClassVar = frozenset({"condition", "figure"})

    kind: Literal["figure"]
    unit: Unit
    rows: tuple[Figure, ...]

    @property
    def facts(self) -> tuple[Figure, ...]:
        """The rows."""
        return self.rows
