"""Tick all that are right."""

from __future__ import annotations

from typing import ClassVar

from ctoquiz.domain.questions.answers import listed, quoted, read_letters, write_letters
from ctoquiz.domain.questions.base import LETTERS, Counted
from ctoquiz.domain.questions.options import WithOptions, check_indexes, check_options
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Multiple(WithOptions[frozenset[int]]):
    """Some of the options are right, not all. An answer is the indexes ticked, at least one: `a,c`."""

    kind: ClassVar[str] = "multiple"

    right: frozenset[int]

    def __post_init__(self) -> None:
        check_options(self.options)
        check_indexes(sorted(self.right), self.options)
        if not 0 < len(self.right) < len(self.options):
            raise ValueError("at least one option is right, and at least one is wrong")

    def read(self, notation: str) -> frozenset[int]:
        """The indexes of one or more letters, in any order and either case, with or without commas."""
        indexes = frozenset(read_letters(notation, len(self.options)))
        if not indexes:
            raise BadInput(
                N_("“{answer}” holds no letter; give letters from a to {last}, such as a,b."),
                answer=quoted(notation),
                last=LETTERS[len(self.options) - 1],
            )
        return indexes

    def write(self, given: frozenset[int]) -> str:
        """The letters in alphabetical order."""
        return write_letters(sorted(given))

    def grade(self, given: frozenset[int]) -> float:
        """`max(0, t/k − f/(n−k))`: n options, k right, t right ones ticked, f wrong ones ticked.

        Source: R/exams, partial credit rule "false" (Grün and Zeileis). Ticking everything earns 0.
        """
        wrong = len(self.options) - len(self.right)
        ticked = len(given & self.right) / len(self.right)
        return max(0.0, ticked - len(given - self.right) / wrong)

    def counted(self, given: frozenset[int]) -> Counted | None:
        """The right and the wrong ones that were ticked, once something right was."""
        found = given & self.right
        if not found or given == self.right:
            return None
        values = {"right": len(found), "all_right": len(self.right)}
        wrong = given - self.right
        if not wrong:
            return Counted(N_("Right ones ticked: {right} of {all_right}."), values)
        message = N_(
            "Right ones ticked: {right} of {all_right}; wrong ones: {wrong} of {all_wrong}. The second share is taken "
            "off the first."
        )
        return Counted(message, values | {"wrong": len(wrong), "all_wrong": len(self.options) - len(self.right)})

    @property
    def key(self) -> frozenset[int]:
        """The indexes of the right options."""
        return self.right

    def describe(self, given: frozenset[int]) -> Text:
        """The texts of the ticked options, in the order shown."""
        return listed([self.options[index].text for index in sorted(given)])
