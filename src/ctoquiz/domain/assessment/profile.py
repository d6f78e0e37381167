"""A few questions about the person, what the document expects of such a profile, and what it says of its pay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from ctoquiz.domain.facts.base import STRICT
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen

Standing = Literal["under", "depends", "met"]
"""A profile against what the document expects: too little, enough in some cases, enough."""


@frozen(kw_only=True)
class Expected:
    """What the document expects, and the facts that say so. What is not `required` is a plus, its absence no lack."""

    __pydantic_config__ = STRICT

    text: Text
    facts: tuple[str, ...]
    required: bool = True


@frozen(kw_only=True)
class ExpectedYears(Expected):
    """So many years: fewer than `low` are too few, `high` and more are enough in every case (None: so is `low`)."""

    low: float
    high: float | None = None

    def standing(self, years: float) -> Standing:
        """How so many years stand against it."""
        if years < self.low:
            return "under"
        return "met" if self.high is None or years >= self.high else "depends"


@frozen(kw_only=True)
class YearsQuestion:
    """A question that a number of years answers, 0 or more, not necessarily whole."""

    __pydantic_config__ = STRICT

    id: str
    kind: Literal["years"]
    prompt: Text
    expected: ExpectedYears | None = None


@frozen(kw_only=True)
class Choice:
    """An answer to choose; `standing` says how it stands against what is expected, None where nothing is."""

    __pydantic_config__ = STRICT

    id: str
    label: Text
    standing: Standing | None = None


@frozen(kw_only=True)
class ChoiceQuestion:
    """A question that one of several options answers."""

    __pydantic_config__ = STRICT

    id: str
    kind: Literal["choice"]
    prompt: Text
    options: tuple[Choice, ...]
    expected: Expected | None = None


ProfileQuestion: TypeAlias = YearsQuestion | ChoiceQuestion


@frozen(kw_only=True)
class Band:
    """The fact (a range of the pack) that gives the pay in one place for so many years.

    Either from `low` to `high` years, both included (`high` None: and more), or for more than `above`, up to `high`.
    """

    __pydantic_config__ = STRICT

    place: str
    fact: str
    low: float | None = None
    high: float | None = None
    above: float | None = None

    def holds(self, years: float) -> bool:
        """Whether so many years fall into it."""
        enough = years > self.above if self.above is not None else years >= (self.low or 0)
        return enough and (self.high is None or years <= self.high)


@frozen(kw_only=True)
class Silent:
    """What to say where the document gives no pay: for so many years, or for such a place."""

    __pydantic_config__ = STRICT

    years: Text
    place: Text


@frozen(kw_only=True)
class Pay:
    """What the document says of pay: ranges by years and place, as answered to the two questions that it names.

    `about` says which study, of which year, gross or net, by what time; `moves` what moves the pay; `facts` are what
    these two rest on.
    """

    __pydantic_config__ = STRICT

    years: str
    place: str
    about: Text
    moves: Text
    facts: tuple[str, ...]
    bands: tuple[Band, ...]
    silent: Silent


@frozen(kw_only=True)
class Profile:
    """The questions of a profile in the order in which they are asked, none of which is scored."""

    __pydantic_config__ = STRICT

    questions: tuple[ProfileQuestion, ...]
    pay: Pay | None = None

    @property
    def by_id(self) -> Mapping[str, ProfileQuestion]:
        """The questions by their ids, in order."""
        return {each.id: each for each in self.questions}
