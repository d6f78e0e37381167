"""What people rate themselves against: statements that are scored, and checks that only test consistency."""

from __future__ import annotations

from ctoquiz.domain.facts.base import STRICT
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen

RATINGS = (0, 1, 2, 3, 4)
"""0 never, 1 observed, 2 did it with help, 3 did it alone with a result, 4 did it repeatedly and taught others."""

HIGHEST = RATINGS[-1]

NO_OPPORTUNITY = "n"
"""How “no opportunity so far” is written in place of a rating."""


@frozen(kw_only=True)
class Statement:
    """“I have …”: one thing that one did, and the full names of the facts that it rests on."""

    __pydantic_config__ = STRICT

    id: str
    text: Text
    facts: tuple[str, ...]


@frozen(kw_only=True)
class Check:
    """Says again what the statement `of` says, or, where `reversed`, the opposite. It is not scored."""

    __pydantic_config__ = STRICT

    id: str
    text: Text
    of: str
    reversed: bool = False

    def expected(self, rating: int) -> int:
        """The rating of this check that goes with that `rating` of its statement."""
        return HIGHEST - rating if self.reversed else rating
