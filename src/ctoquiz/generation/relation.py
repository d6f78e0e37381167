"""Questions on links: forward, reverse, a sentence to complete, the object to type, match, true or false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import Link, RelationFamily
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, level_of
from ctoquiz.generation.builders import pairs, single, typed
from ctoquiz.generation.candidates import Candidate, authored, candidate, distinct, enough
from ctoquiz.generation.links import Linked, Links, linked, unambiguous
from ctoquiz.generation.statements import Wrong, statements


def blueprints(family: RelationFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the links can be asked."""
    pool = _Pool(family, within)
    for row, entry in zip(family.rows, pool.links.rows, strict=True):
        yield from _of_link(family, row, entry, pool, within)
    if family.functional:
        links = ((row.subject, row.object) for row in unambiguous(family.rows) if row.subject)
        yield from pairs(Asked(family, None, within), "match", links)


class _Pool:
    """The wrong answers of a family: its links, where each object has one subject, its lures, its siblings' objects."""

    def __init__(self, family: RelationFamily, within: Within) -> None:
        siblings = [within.families[name] for name in family.siblings]
        self.functional = family.functional
        self.links = Links(
            linked(row, row.subject or {}, row.object, row.says or family.says, _values(row)) for row in family.rows
        )
        self.lures = authored(family.lures)
        self.cousins = [
            candidate(cousin.object, cousin.says or sibling.says, _values(cousin))
            for sibling in siblings
            if isinstance(sibling, RelationFamily)
            for cousin in sibling.rows
        ]

    def objects(self, one: Linked) -> Iterator[Candidate]:
        """Wrong objects, none of them another form of the right one: other links', the author's, the siblings'."""
        others = (other.right for other in self._others(one))
        return distinct(chain(others, one.lures, self.lures, self.cousins), one.forms)

    def subjects(self, one: Linked) -> Iterator[Candidate]:
        """Wrong subjects: those of the links with another object."""
        return distinct((other.left for other in self._others(one) if other.left.text), one.left.labels)

    def _others(self, one: Linked) -> Iterator[Linked]:
        return self.links.others(one) if self.functional else iter(())


def _values(row: Link) -> Mapping[str, Text]:
    return {"object": row.object} | ({"subject": row.subject} if row.subject else {})


def _of_link(family: RelationFamily, row: Link, entry: Linked, pool: _Pool, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, row, within, _values(row), row.object)
    level = level_of("single", close=family.functional)
    for template in ("forward", "complete"):
        wording = family.wording(template, row)
        if wording and enough(pool.objects(entry)):
            yield single(asked, template, wording, row.object, lambda: pool.objects(entry), level=level)
    reverse = family.wording("reverse", row)
    if reverse and row.subject and enough(pool.subjects(entry)):
        yield single(asked, "reverse", reverse, row.subject, lambda: pool.subjects(entry), level=level)
    to_type = family.wording("type", row)
    if to_type:
        yield typed(asked, "type", to_type, row.object, row.aliases, lambda: _other_objects(family, row))
    yield from statements(asked, _false(asked, entry, pool))


def _other_objects(family: RelationFamily, row: Link) -> list[Text]:
    return [other.object for other in family.rows if other.object != row.object]


def _false(asked: Asked, entry: Linked, pool: _Pool) -> Wrong | None:
    """The fact's sentence with a wrong object."""
    says = asked.says
    if says is None or not enough(pool.objects(entry), 1):
        return None

    def wrong(chance: Chance) -> Option:
        other = chance.choice(list(pool.objects(entry))).option
        return Option(fill(says, {**asked.values, "object": other.text}), other.about)

    return wrong
