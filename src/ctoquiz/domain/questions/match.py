"""Things to match."""

from __future__ import annotations

import re
from typing import ClassVar

from ctoquiz.domain.questions.answers import joined, listed, quoted, without_separators
from ctoquiz.domain.questions.base import LETTERS, Counted
from ctoquiz.domain.questions.options import WithOptions, check_distinct, check_indexes, check_options
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen

_PAIR = re.compile(r"([0-9]+)[=:-]?([a-z])")
_PAIRS = re.compile(rf"(?:{_PAIR.pattern})+")


@frozen(kw_only=True)
class Match(WithOptions[tuple[int, ...]]):
    """Each thing on the left, numbered from 1, has its option: `1=b,2=a,3=c`.

    `right` and an answer hold, for each thing on the left, the index of an option. An option may go with
    several things on the left, or with none.
    """

    kind: ClassVar[str] = "match"

    left: tuple[Text, ...]
    right: tuple[int, ...]

    def __post_init__(self) -> None:
        check_options(self.options)
        check_indexes(self.right, self.options)
        if not self.left or len(self.left) != len(self.right):
            raise ValueError("everything on the left, at least one thing, has its option")
        check_distinct(self.left)

    def read(self, notation: str) -> tuple[int, ...]:
        """Every number once, in any order, each with its letter: `1=b,2=a`, also `1b 2a`, `1:b`, `1-b`."""
        text = without_separators(notation)
        pairs = _PAIR.findall(text) if _PAIRS.fullmatch(text) else []
        chosen = {number.lstrip("0"): LETTERS.index(letter) for number, letter in pairs}
        numbers = [str(number) for number in range(1, len(self.left) + 1)]
        once = len(pairs) == len(numbers) and chosen.keys() == set(numbers)
        if not once or max(chosen.values()) >= len(self.options):
            raise self._refusal(notation)
        return tuple(chosen[number] for number in numbers)

    def _refusal(self, notation: str) -> BadInput:
        return BadInput(
            N_("“{answer}” is no match; give each number, 1 to {count}, a letter, a to {last}: {example}."),
            answer=quoted(notation),
            count=len(self.left),
            last=LETTERS[len(self.options) - 1],
            example=self.write(tuple(number % len(self.options) for number in range(1, len(self.left) + 1))),
        )

    def write(self, given: tuple[int, ...]) -> str:
        """Each number with its letter, in the order of the numbers."""
        return ",".join(f"{number}={LETTERS[index]}" for number, index in enumerate(given, start=1))

    def grade(self, given: tuple[int, ...]) -> float:
        """Right pairs over pairs."""
        return self._right(given) / len(self.right)

    def counted(self, given: tuple[int, ...]) -> Counted | None:
        """The right pairs, once there is one."""
        found = self._right(given)
        if found in (0, len(self.right)):
            return None
        return Counted(N_("Right pairs: {right} of {pairs}."), {"right": found, "pairs": len(self.right)})

    def _right(self, given: tuple[int, ...]) -> int:
        return sum(index == right for index, right in zip(given, self.right, strict=True))

    @property
    def key(self) -> tuple[int, ...]:
        """For each thing on the left, the index of its option."""
        return self.right

    def describe(self, given: tuple[int, ...]) -> Text:
        """Each thing on the left with its option."""
        chosen = [self.options[index].text for index in given]
        pairs = [joined(pair, " → ".join) for pair in zip(self.left, chosen, strict=True)]
        return listed(pairs)
