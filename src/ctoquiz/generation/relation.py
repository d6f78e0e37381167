"""Questions on links: forward, reverse, a sentence to complete, the object to type, match, true or false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import Link, RelationFamily
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, explain, kept_apart, level_of, stated, unambiguous
from ctoquiz.generation.builders import pairs, single, typed
from ctoquiz.generation.lures import authored
from ctoquiz.generation.options import alike, distinct, enough, forms
from ctoquiz.generation.statements import Wrong, statements


def blueprints(family: RelationFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the links can be asked."""
    for row in family.rows:
        yield from _of_link(family, row, within)
    if family.functional:
        links = [(row.subject, row.object) for row in unambiguous(family.rows) if row.subject]
        yield from pairs(Asked(family, None, within), "match", family.wording("match"), links)


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


def _values(row: Link) -> Mapping[str, Text]:
    return {"object": row.object} | ({"subject": row.subject} if row.subject else {})


def _others(family: RelationFamily, row: Link) -> Iterator[Link]:
    """The rows whose objects are wrong for this one."""
    known = list(forms(row.object, row.aliases))
    for other in family.rows if family.functional else ():
        alike_ = any(alike(other.object, form) for form in known)
        if other is not row and kept_apart(row, other) and not alike_:
            yield other


def _objects(family: RelationFamily, row: Link, within: Within) -> Iterator[Option]:
    """Wrong objects, none of them another form of the right one."""
    return distinct(_all_objects(family, row, within), *forms(row.object, row.aliases))


def _all_objects(family: RelationFamily, row: Link, within: Within) -> Iterator[Option]:
    """Objects of the other rows, by the author, then of the sibling families."""
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
