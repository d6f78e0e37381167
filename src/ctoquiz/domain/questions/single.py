"""One right option."""

from __future__ import annotations

from typing import ClassVar

from ctoquiz.domain.questions.answers import quoted, read_letters, write_letters
from ctoquiz.domain.questions.base import LETTERS
from ctoquiz.domain.questions.options import WithOptions, check_indexes, check_options
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Single(WithOptions[int]):
    """One of the options is right. An answer is the index of an option, written as its letter: `b`."""

    kind: ClassVar[str] = "single"

    right: int

    def __post_init__(self) -> None:
        check_options(self.options)
        check_indexes([self.right], self.options)

    def read(self, notation: str) -> int:
        """The index of one letter, in either case."""
        indexes = read_letters(notation, len(self.options))
        if len(indexes) != 1:
            raise BadInput(
                N_("“{answer}” is not one letter; give one letter from a to {last}."),
                answer=quoted(notation),
                last=LETTERS[len(self.options) - 1],
            )
        return indexes[0]

    def write(self, given: int) -> str:
        """The option's letter."""
        return write_letters([given])

    def grade(self, given: int) -> float:
        """1 for the right option, else 0."""
        return float(given == self.right)

    @property
    def key(self) -> int:
        """The index of the right option."""
        return self.right

    def describe(self, given: int) -> Text:
        """The option's text."""
        return self.options[given].text
