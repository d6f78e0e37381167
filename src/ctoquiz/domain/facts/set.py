"""Which things belong to a list."""

from __future__ import annotations

from typing import ClassVar, Literal

from ctoquiz.domain.facts.base import Family, Row
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Member(Row):
    """A thing that belongs to the list."""

    label: Text


@frozen(kw_only=True)
class SetFamily(Family[Member]):
    """A list of the document. `closed`: the document gives it whole, so that it may be asked as a whole."""

    GAPS: ClassVar = {
        **dict.fromkeys(("pick", "home", "type"), frozenset({"member"})),
        **dict.fromkeys(("all", "odd", "sort"), frozenset[str]()),
    }
    SAYS: ClassVar = frozenset({"member"})
    ROWS: ClassVar = "members"

    kind: Literal["set"]
    closed: bool
    members: tuple[Member, ...]
    title: Text | None = None

    @property
    def facts(self) -> tuple[Member, ...]:
        """The members."""
        return self.members
