"""From so much to so much."""

from __future__ import annotations

from typing import ClassVar, Literal

from ctoquiz.domain.facts.base import ContentError, Family, Row
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen

Unit = Literal["eur", "year", "percent", "none"]


@frozen(kw_only=True)
class Span(Row):
    """The range that holds under one condition, from `low` to `high` in the family's unit."""

    condition: Text
    low: float
    high: float

    @property
    def numbers(self) -> tuple[float, ...]:
        """Both ends."""
        return self.low, self.high

    def __post_init__(self) -> None:
        if not self.low < self.high:
            raise ContentError(N_("A range goes from low to high; exchange or mend its two figures."), ("low",))


@frozen(kw_only=True)
class RangeFamily(Family[Span]):
    """Ranges of one quantity under several conditions. `disjoint`: by the document, no two of them overlap."""

    GAPS: ClassVar = {
        **dict.fromkeys(("which", "interval", "low", "high"), frozenset({"condition"})),
        **dict.fromkeys(("highest", "rank", "match"), frozenset[str]()),
    }
    SAYS: ClassVar = frozenset({"condition", "range"})

    kind: Literal["range"]
    unit: Unit
    rows: tuple[Span, ...]
    disjoint: bool = False

    @property
    def facts(self) -> tuple[Span, ...]:
        """The rows."""
        return self.rows
