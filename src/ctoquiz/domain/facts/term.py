"""An abbreviation or a name, and what it stands for."""

from __future__ import annotations

from typing import ClassVar, Literal

from ctoquiz.domain.facts.base import Family, Row
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Term(Row):
    """A short form and its meaning; `aliases` are other forms of the meaning."""

    short: Text
    long: Text


@frozen(kw_only=True)
class TermFamily(Family[Term]):
    """Terms and what they stand for, each its own."""

    GAPS: ClassVar = {
        **dict.fromkeys(("meaning", "type-long"), frozenset({"short"})),
        **dict.fromkeys(("short", "type-short"), frozenset({"long"})),
        "match": frozenset[str](),
    }
    SAYS: ClassVar = frozenset({"short", "long"})

    kind: Literal["term"]
    rows: tuple[Term, ...]

    @property
    def facts(self) -> tuple[Term, ...]:
        """The rows."""
        return self.rows
