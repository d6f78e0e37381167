"""Questions on links: forward, reverse, a sentence to complete, the object to type, match, true or false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import Link, RelationFamily
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, explain, level_of, stated
from ctoquiz.generation.builders import pairs, single, typed
from ctoquiz.generation.lures import authored
from ctoquiz.generation.options import distinct, enough
from ctoquiz.generation.statements import Wrong, statements

FEWEST_MATCHED = 3


def blueprints(family: RelationFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the links can be asked."""
    for row in family.rows:
        yield from _of_link(family, row, within)
    match = family.wording("match")
    links = [(row.subject, row.object) for row in _apart(family.rows) if row.subject]
    if match and family.functional and len(links) >= FEWEST_MATCHED:
        asked = Asked(family, None, within)
        why = explain(family, None, {}, match)
        yield pairs(asked, "match", match, links, why, level=level_of("match"))


def _of_link(family: RelationFamily, row: Link, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, row, within)
    values = _values(row)
    why = explain(family, row, values, row.object)
    level = level_of("single", close=family.functional)
    for template in ("forward", "complete"):
        prompt = family.wording(template, row)
        if prompt and enough(_objects(family, row, within), row.object):
            key = Option(row.object)
            yield single(
                asked,
                template,
                fill(prompt, values),
                key,
                lambda: _objects(family, row, within),
                why,
                level=level,
            )
    reverse = family.wording("reverse", row)
    if reverse and row.subject and family.functional and enough(_subjects(family, row), row.subject):
        key = Option(row.subject)
        yield single(asked, "reverse", fill(reverse, values), key, lambda: _subjects(family, row), why, level=level)
    to_type = family.wording("type", row)
    if to_type:
        others = [other.object for other in family.rows if other.object != row.object]
        yield typed(asked, "type", fill(to_type, values), row.object, row.aliases, lambda: others, why)
    yield from statements(asked, stated(family, row, values), why, _false(family, row, within))


def _apart(rows: Sequence[Link]) -> list[Link]:
    """The rows without those whose object would be right for a row before, or the other way round."""
    kept: list[Link] = []
    for row in rows:
        if not any(row.id in other.also_true or other.id in row.also_true for other in kept):
            kept.append(row)
    return kept


def _values(row: Link) -> Mapping[str, Text]:
    return {"object": row.object} | ({"subject": row.subject} if row.subject else {})


def _others(family: RelationFamily, row: Link) -> Iterator[Link]:
    """The rows whose objects are wrong for this one."""
    for other in family.rows if family.functional else ():
        apart = other.object != row.object and other is not row
        if apart and other.id not in row.also_true and row.id not in other.also_true:
            yield other


def _objects(family: RelationFamily, row: Link, within: Within) -> Iterator[Option]:
    """Wrong objects: of the other rows, by the author, then of the sibling families."""
    for other in _others(family, row):
        yield Option(other.object, stated(family, other, _values(other)))
    yield from authored(family, row)
    for name in family.siblings:
        sibling = within.families[name]
        if isinstance(sibling, RelationFamily):
            for cousin in sibling.rows:
                yield Option(cousin.object, stated(sibling, cousin, _values(cousin)))


def _subjects(family: RelationFamily, row: Link) -> Iterator[Option]:
    """Wrong subjects: those of the rows with another object."""
    for other in _others(family, row):
        if other.subject:
            yield Option(other.subject, stated(family, other, _values(other)))


def _false(family: RelationFamily, row: Link, within: Within) -> Wrong | None:
    """The fact's sentence with a wrong object."""
    says = row.says or family.says
    if says is None or not enough(_objects(family, row, within), row.object, 1):
        return None

    def wrong(chance: Chance) -> Option:
        other = chance.choice(list(distinct(_objects(family, row, within), row.object)))
        return Option(fill(says, {**_values(row), "object": other.text}), other.about)

    return wrong
