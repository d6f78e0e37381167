"""Questions written by hand beside the facts, one class for each shape of answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ctoquiz.domain.facts.base import NOT_SHORT, SHORT_NAME, STRICT, ContentError, Waiver
from ctoquiz.domain.facts.range import Unit
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Written:
    """What every question written by hand has: the facts it asks, its prompt and its explanation."""

    __pydantic_config__ = STRICT

    id: str
    facts: tuple[str, ...]
    prompt: Text
    explanation: Text
    renamed_from: tuple[str, ...] = ()
    waive: tuple[Waiver, ...] = ()

    def __post_init__(self) -> None:
        if not self.facts:
            raise ContentError(N_("Name at least one fact that the question asks."), ("facts",))
        if not SHORT_NAME.fullmatch(self.id):
            raise ContentError(NOT_SHORT, ("id",), name=self.id)

    @property
    def name(self) -> str:
        """The id of the question in a quiz: its first fact, and its own name."""
        return f"{self.facts[0]}/{self.id}"


@frozen(kw_only=True)
class WrittenOptions(Written):
    """Options, and the answer in letters over the options as written."""

    kind: Literal["single", "multiple", "order"]
    options: tuple[Text, ...]
    answer: str


@frozen(kw_only=True)
class WrittenStatement(Written):
    """A statement: `answer` is `true` or `false`."""

    kind: Literal["true-false"]
    answer: bool


@frozen(kw_only=True)
class WrittenNumber(Written):
    """A number to type."""

    kind: Literal["number"]
    value: float
    unit: Unit = "none"
    tolerance: float = 0


@frozen(kw_only=True)
class WrittenInterval(Written):
    """Two numbers to type."""

    kind: Literal["interval"]
    low: float
    high: float
    unit: Unit = "none"


@frozen(kw_only=True)
class WrittenText(Written):
    """Words to type: in each language the forms that are right, the one to show first."""

    kind: Literal["text"]
    accepted: Mapping[str, tuple[str, ...]]


@frozen(kw_only=True)
class WrittenMatch(Written):
    """Things to match: numbers for `left`, letters for `options`, as in `1=b,2=a`."""

    kind: Literal["match"]
    left: tuple[Text, ...]
    options: tuple[Text, ...]
    answer: str


AnyWritten = WrittenOptions | WrittenStatement | WrittenNumber | WrittenInterval | WrittenText | WrittenMatch
