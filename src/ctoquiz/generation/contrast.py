"""Questions on a contrast: what belongs to a side, tick all of a side, which side, match, true or false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ctoquiz.domain.facts import ContrastFamily, Item, Side
from ctoquiz.domain.questions import Option
from ctoquiz.domain.questions.answers import listed
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, level_of
from ctoquiz.generation.builders import pairs, single, ticked
from ctoquiz.generation.candidates import Candidate, authored, candidate, distinct, enough, labels
from ctoquiz.generation.options import FEWEST_RIGHT
from ctoquiz.generation.statements import Wrong, statements


def blueprints(family: ContrastFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the items and the sides can be asked."""
    pools = [_Pool(family, side) for side in family.sides]
    for pool in pools:
        for item in pool.side.items:
            yield from _of_item(family, item, pool, pools, within)
        yield from _of_side(family, pool, within)
    shared = {item.id for pool in pools for item in pool.shared}
    links = ((item.label, side.title) for side in family.sides for item in side.items if item.id not in shared)
    yield from pairs(Asked(family, None, within), "match", links)


class _Pool:
    """One side: what is right for it, and what is wrong, the items of the other sides and the author's lures."""

    def __init__(self, family: ContrastFamily, side: Side) -> None:
        named = {name for item in side.items for name in item.also_true}
        others = [(other, item) for other in family.sides if other is not side for item in other.items]
        self.side = side
        self.title = candidate(side.title)
        self.shared = [item for _, item in others if item.id in named]
        self.right = list(distinct(candidate(item.label) for item in (*side.items, *self.shared)))
        self.belonging = {item.id for item in (*side.items, *self.shared)}
        self._held = frozenset(chain.from_iterable(labels(item.label) for item in (*side.items, *self.shared)))
        self._others = [
            candidate(item.label, item.says or family.says, _values(other, item))
            for other, item in others
            if item.id not in self.belonging
        ]
        self._lures = authored(family.lures)
        self._common = self._wrong(())

    def wrong(self, item: Item | None) -> list[Candidate]:
        """What goes with other sides only, then what the author wrote for this item, or for the side."""
        return self._wrong(authored(item.lures)) if item and item.lures else self._common

    def _wrong(self, own: Sequence[Candidate]) -> list[Candidate]:
        return list(distinct((*self._others, *own, *self._lures), self._held))


def _of_item(
    family: ContrastFamily, item: Item, pool: _Pool, pools: Sequence[_Pool], within: Within
) -> Iterator[Blueprint]:
    asked = Asked(family, item, within, _values(pool.side, item), item.label)
    pick = family.wording("pick", item)
    if pick and enough(pool.wrong(item)):
        level = level_of("single", close=True)
        yield single(asked, "pick", pick, item.label, lambda: pool.wrong(item), level=level)
    others = [other.title for other in pools if item.id not in other.belonging]
    which, sides = family.wording("side", item), list(distinct(others, pool.title.labels))
    if which and enough(sides):
        yield single(asked, "side", which, pool.side.title, lambda: sides, level=level_of("single"))
    yield from statements(asked, _false(asked, item, others))


def _false(asked: Asked, item: Item, sides: Sequence[Candidate]) -> Wrong | None:
    """The item put on a side that it doesn't belong to."""
    says = asked.says
    if not says or not sides:
        return None
    return lambda chance: Option(fill(says, {"item": item.label, "side": chance.choice(sides).text}))


def _of_side(family: ContrastFamily, pool: _Pool, within: Within) -> Iterator[Blueprint]:
    wording = family.wording("all")
    if not wording or len(pool.right) < FEWEST_RIGHT or not enough(pool.wrong(None)):
        return
    asked = Asked(family, None, within, {"side": pool.side.title})
    why = family.explanation or listed([each.text for each in pool.right])
    yield ticked(asked, f"all-{pool.side.id}", wording, lambda: pool.right, lambda: pool.wrong(None), why)


def _values(side: Side, item: Item) -> Mapping[str, Text]:
    return {"side": side.title, "item": item.label}
