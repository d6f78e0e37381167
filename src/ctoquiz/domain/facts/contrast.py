"""Sides, and what belongs to which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from ctoquiz.domain.facts.base import STRICT, ContentError, Family, Row
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Item(Row):
    """Something that belongs to one side and to no other."""

    label: Text


@frozen(kw_only=True)
class Side:
    """One side of a contrast and what belongs to it."""

    __pydantic_config__ = STRICT

    id: str
    title: Text
    items: tuple[Item, ...]


@frozen(kw_only=True)
class ContrastFamily(Family[Item]):
    """Two or more sides that share nothing."""

    GAPS: ClassVar = {
        **dict.fromkeys(("pick", "all"), frozenset({"side"})),
        "side": frozenset({"item"}),
        "match": frozenset[str](),
    }
    SAYS: ClassVar = frozenset({"item", "side"})

    kind: Literal["contrast"]
    sides: tuple[Side, ...]

    def __post_init__(self) -> None:
        if len(self.sides) < 2:
            raise ContentError(N_("A contrast has two sides or more."), ("sides",))
        ContentError.raise_any((*self._side_names(), *self._problems()))

    def _side_names(self) -> Iterator[ContentError]:
        seen: set[str] = set()
        for place, side in enumerate(self.sides):
            if side.id in seen:
                message = N_("Two sides are called “{name}”; give each its own name.")
                yield ContentError(message, ("sides", place, "id"), name=side.id)
            seen.add(side.id)

    def placed(self) -> Iterator[tuple[tuple[str | int, ...], Row]]:
        """The items, each with the path through its side."""
        return (
            (("sides", place, "items", index), item)
            for place, side in enumerate(self.sides)
            for index, item in enumerate(side.items)
        )

    def stated_of(self, row: Row) -> Iterator[str]:
        """The words of an item, and of the side that it belongs to."""
        # Spelled out: `super()` alone finds no class in a dataclass with slots.
        yield from Family.stated_of(self, row)
        for side in self.sides:
            if any(item is row for item in side.items):
                yield from side.title.values()

    @property
    def facts(self) -> tuple[Item, ...]:
        """The items of all sides."""
        return tuple(item for side in self.sides for item in side.items)
