"""When this, then that."""

from __future__ import annotations

from typing import ClassVar, Literal

from ctoquiz.domain.facts.base import Family, Row
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Rule(Row):
    """A condition and its consequence."""

    when: Text
    then: Text


@frozen(kw_only=True)
class ConditionFamily(Family[Rule]):
    """Conditions whose consequences differ: another's consequence is wrong."""

    GAPS: ClassVar = {
        "forward": frozenset({"when"}),
        "reverse": frozenset({"then"}),
        "match": frozenset[str](),
    }
    SAYS: ClassVar = frozenset({"when", "then"})

    kind: Literal["condition"]
    rows: tuple[Rule, ...]

    @property
    def facts(self) -> tuple[Rule, ...]:
        """The rows."""
        return self.rows
