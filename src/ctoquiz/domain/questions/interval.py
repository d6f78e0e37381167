"""Two numbers to type."""

from __future__ import annotations

from math import isfinite
from typing import ClassVar

from ctoquiz.domain.questions.answers import quoted, tidy
from ctoquiz.domain.questions.base import Counted, Question
from ctoquiz.domain.questions.numerals import read_interval, write_number
from ctoquiz.domain.text import Text
from ctoquiz.domain.units import UNITS, span
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen

LEAST_FOR_CERTAINTY = 0.5


@frozen(kw_only=True)
class Interval(Question[tuple[float, float]]):
    """A range from `low` to `high` in `unit` (eur, year, percent, none): `70000-90000`."""

    kind: ClassVar[str] = "interval"

    low: float
    high: float
    unit: str

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"a unit is one of {', '.join(UNITS)}, not {self.unit}")
        if not self.low < self.high or not isfinite(self.high - self.low):
            raise ValueError("a range goes from low to high, both finite")

    def read(self, notation: str) -> tuple[float, float]:
        """Two numbers, low to high; a `k` after the second counts for both: `70-90 k€`."""
        given = read_interval(tidy(notation), self.unit)
        if given is None:
            raise BadInput(
                N_("“{answer}” is not a range; give two numbers, low to high, such as {example}."),
                answer=quoted(notation),
                example=self._example(),
            )
        return given

    def _example(self) -> str:
        """A range that shows the form and earns nothing, so that a slip of the keys gives nothing away."""
        first, other = ("10000-20000", "700000-900000") if self.unit == "eur" else ("1000-2000", "1-2")
        return other if self.mark(first) else first

    def write(self, given: tuple[float, float]) -> str:
        """The two numbers with a hyphen between them."""
        low, high = given
        return f"{write_number(low)}-{write_number(high)}"

    def grade(self, given: tuple[float, float]) -> float:
        """The overlap of the two ranges over their union (Jaccard's index)."""
        low, high = given
        overlap = min(high, self.high) - max(low, self.low)
        # Where they overlap, the union is one range, from the lower low to the higher high.
        return 0.0 if overlap <= 0 else overlap / (max(high, self.high) - min(low, self.low))

    def counted(self, given: tuple[float, float]) -> Counted | None:
        """What the two ranges share, once they share something."""
        if not 0 < self.grade(given) < 1:
            return None
        return Counted(N_("What your range and the right one share, out of all that the two cover."), {})

    def for_certainty(self, share: float) -> float:
        """Under one half a range is wrong; from there on it counts as a share."""
        return share if share >= LEAST_FOR_CERTAINTY else 0.0

    @property
    def key(self) -> tuple[float, float]:
        """The range."""
        return self.low, self.high

    def describe(self, given: tuple[float, float]) -> Text:
        """The two figures with their unit."""
        low, high = given
        return span(low, high, self.unit, tuple(self.prompt))
