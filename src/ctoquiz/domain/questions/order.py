"""Things to put in order."""

from __future__ import annotations

from itertools import combinations
from typing import ClassVar

from ctoquiz.domain.questions.answers import joined, quoted, read_letters, write_letters
from ctoquiz.domain.questions.base import LETTERS, Counted
from ctoquiz.domain.questions.options import WithOptions, check_options
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Order(WithOptions[tuple[int, ...]]):
    """Options to put in order. An answer is the index of every option once, first to last: `c,a,b`."""

    kind: ClassVar[str] = "order"

    right: tuple[int, ...]

    def __post_init__(self) -> None:
        check_options(self.options)
        if sorted(self.right) != list(range(len(self.options))):
            raise ValueError("the right order holds every option once")

    def read(self, notation: str) -> tuple[int, ...]:
        """The indexes of all the letters, in the order typed, in either case, with or without commas."""
        indexes = read_letters(notation, len(self.options))
        if len(indexes) != len(self.options):
            raise BadInput(
                N_("“{answer}” leaves letters out; give every letter from a to {last} once, first to last."),
                answer=quoted(notation),
                last=LETTERS[len(self.options) - 1],
            )
        return indexes

    def write(self, given: tuple[int, ...]) -> str:
        """The letters, first to last."""
        return write_letters(given)

    def grade(self, given: tuple[int, ...]) -> float:
        """`max(0, 2·concordant/pairs − 1)`; concordant are the pairs in the right relative order.

        This is Kendall's τ (1938, “A new measure of rank correlation”), negative values counted as 0.
        """
        concordant, pairs = self._pairs(given)
        return max(0.0, 2 * concordant / pairs - 1)

    def counted(self, given: tuple[int, ...]) -> Counted | None:
        """The pairs in the right relative order, once there is one."""
        concordant, pairs = self._pairs(given)
        if concordant in (0, pairs):
            return None
        message = N_(
            "Two by two, {right} of {pairs} are in the right order; half of them, as chance gives, earn nothing."
        )
        return Counted(message, {"right": concordant, "pairs": pairs})

    def _pairs(self, given: tuple[int, ...]) -> tuple[int, int]:
        """How many pairs are in the right relative order, and how many pairs there are."""
        pairs = list(combinations(self.right, 2))
        return sum(given.index(first) < given.index(second) for first, second in pairs), len(pairs)

    @property
    def key(self) -> tuple[int, ...]:
        """The indexes in the right order."""
        return self.right

    def describe(self, given: tuple[int, ...]) -> Text:
        """The options' texts, first to last."""
        return joined([self.options[index].text for index in given], " → ".join)
