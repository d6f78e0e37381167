"""A number to type."""

from __future__ import annotations

from math import isfinite
from typing import ClassVar

from ctoquiz.domain.questions.answers import quoted, tidy
from ctoquiz.domain.questions.base import Question
from ctoquiz.domain.questions.numerals import read_number, write_number
from ctoquiz.domain.text import Text
from ctoquiz.domain.units import UNITS, figure
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen

_ROUNDING = 1e-9


@frozen(kw_only=True)
class Number(Question[float]):
    """A figure in `unit` (eur, year, percent, none), right also `tolerance` (in that unit) off."""

    kind: ClassVar[str] = "number"

    value: float
    unit: str
    tolerance: float = 0.0

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"a unit is one of {', '.join(UNITS)}, not {self.unit}")
        if not isfinite(self.value) or not 0 <= self.tolerance < float("inf"):
            raise ValueError("a figure and its tolerance are finite, and the tolerance is not negative")

    def read(self, notation: str) -> float:
        """A number as written in French or in English, with or without its unit: `70 k€` is 70000."""
        value = read_number(tidy(notation), self.unit)
        if value is None:
            raise BadInput(
                N_("“{answer}” is not a number in the right unit; give one such as {example}."),
                answer=quoted(notation),
                example=self._example(),
            )
        return value

    def _example(self) -> str:
        """A number that shows the form and isn't right, so that a slip of the keys gives nothing away."""
        first, other = ("70000", "45000000") if self.unit == "eur" else ("5", "1200")
        return other if self.grade(float(first)) else first

    def write(self, given: float) -> str:
        """Digits, with a dot before decimals and no exponent."""
        return write_number(given)

    def grade(self, given: float) -> float:
        """1 within the tolerance, else 0; what binary fractions lose (0.4 − 0.3 > 0.1) is forgiven."""
        slack = _ROUNDING * max(abs(self.value), self.tolerance)
        return float(abs(given - self.value) <= self.tolerance + slack)

    @property
    def key(self) -> float:
        """The figure."""
        return self.value

    def describe(self, given: float) -> Text:
        """The figure with its unit."""
        return figure(given, self.unit, tuple(self.prompt))
