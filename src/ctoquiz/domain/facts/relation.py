"""Who does what, what is for what, what goes with what."""

from __future__ import annotations

from typing import ClassVar, Literal

from ctoquiz.domain.facts.base import Family, Row
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Link(Row):
    """A subject and its object; a fact that stands alone may leave its subject in the wording."""

    object: Text
    subject: Text | None = None


@frozen(kw_only=True)
class RelationFamily(Family[Link]):
    """Links of one meaning. `functional`: each subject has one object, so that another's object is wrong for it."""

    GAPS: ClassVar = {
        **dict.fromkeys(("forward", "complete", "type"), frozenset({"subject"})),
        "reverse": frozenset({"object"}),
        "match": frozenset[str](),
    }
    SAYS: ClassVar = frozenset({"subject", "object"})

    kind: Literal["relation"]
    functional: bool
    rows: tuple[Link, ...]

    @property
    def facts(self) -> tuple[Link, ...]:
        """The rows."""
        return self.rows
