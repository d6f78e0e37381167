"""Questions on a contrast: what belongs to a side, tick all of a side, which side, match, true or false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import ContrastFamily, Item, Side
from ctoquiz.domain.questions import AnyQuestion, Multiple, Option
from ctoquiz.domain.questions.answers import listed
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, explain, level_of, stated
from ctoquiz.generation.builders import pairs, single
from ctoquiz.generation.lures import authored
from ctoquiz.generation.options import distinct, enough
from ctoquiz.generation.statements import statements

FEWEST_RIGHT, MOST_RIGHT, TICKS = 2, 3, 5


def blueprints(family: ContrastFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the items and the sides can be asked."""
    for side in family.sides:
        for item in side.items:
            yield from _of_item(family, side, item, within)
        yield from _of_side(family, side, within)
    shared = {item.id for side in family.sides for item in _shared(family, side)}
    links = [(item.label, side.title) for side in family.sides for item in side.items if item.id not in shared]
    yield from pairs(Asked(family, None, within), "match", family.wording("match"), links)


def _of_item(family: ContrastFamily, side: Side, item: Item, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, item, within)
    values = _values(side, item)
    why = explain(family, item, values, item.label)
    pick = family.wording("pick", item)
    if pick and enough(_wrong(family, side, item), item.label):
        key = Option(item.label)
        level = level_of("single", close=True)
        yield single(asked, "pick", fill(pick, values), key, lambda: _wrong(family, side, item), why, level=level)
    which = family.wording("side", item)
    others = [Option(other.title) for other in family.sides if other is not side and item not in _shared(family, other)]
    if which and enough(others, side.title):
        level = level_of("single")
        yield single(asked, "side", fill(which, values), Option(side.title), lambda: others, why, level=level)
    says = item.says or family.says

    def wrong(chance: Chance) -> Option:
        return Option(fill(says or {}, {"item": item.label, "side": chance.choice(others).text}))

    yield from statements(asked, stated(family, item, values), why, wrong if says and others else None)


def _of_side(family: ContrastFamily, side: Side, within: Within) -> Iterator[Blueprint]:
    prompt = family.wording("all")
    labels = list(distinct(Option(item.label) for item in (*side.items, *_shared(family, side))))
    if not prompt or len(labels) < FEWEST_RIGHT or not enough(_wrong(family, side, None), {}):
        return
    asked = Asked(family, None, within)
    why = family.explanation or listed([option.text for option in labels])
    template = f"all-{side.id}"
    level = level_of("multiple")

    def build(chance: Chance) -> AnyQuestion:
        right = chance.sample(labels, FEWEST_RIGHT + chance.below(min(MOST_RIGHT, len(labels)) - 1))
        pool = list(_wrong(family, side, None))
        options = chance.shuffled(right + chance.sample(pool, TICKS - len(right)))
        keys = frozenset(place for place, option in enumerate(options) if option in right)
        head = asked.head(template, level, fill(prompt, {"side": side.title}), why)
        return Multiple(**head, options=tuple(options), right=keys)

    yield asked.blueprint(template, "multiple", level, build)


def _values(side: Side, item: Item) -> Mapping[str, Text]:
    return {"side": side.title, "item": item.label}


def _wrong(family: ContrastFamily, side: Side, item: Item | None) -> Iterator[Option]:
    """The items of the other sides, then the author's lures; nothing that goes with this side too."""
    right = (*side.items, *_shared(family, side))
    others = (
        Option(each.label, stated(family, each, _values(other, each)))
        for other in family.sides
        for each in other.items
        if each not in right
    )
    return distinct((*others, *authored(family, item)), *(each.label for each in right))


def _shared(family: ContrastFamily, side: Side) -> list[Item]:
    """The items of other sides that the author named as right for an item of this side too (`also_true`)."""
    named = {name for item in side.items for name in item.also_true}
    return [item for other in family.sides if other is not side for item in other.items if item.id in named]
