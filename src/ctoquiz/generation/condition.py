"""Questions on conditions: each way, match, true, and swapped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import ConditionFamily, Rule
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, level_of
from ctoquiz.generation.builders import pairs, single
from ctoquiz.generation.candidates import Candidate, authored, distinct, enough
from ctoquiz.generation.links import Linked, Links, linked, unambiguous
from ctoquiz.generation.statements import Wrong, statements


def blueprints(family: ConditionFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the conditions can be asked."""
    pool = _Pool(family)
    for row, entry in zip(family.rows, pool.links.rows, strict=True):
        yield from _of_rule(family, row, entry, pool, within)
    links = ((row.when, row.then) for row in unambiguous(family.rows))
    yield from pairs(Asked(family, None, within), "match", links, conditional=True)


class _Pool:
    """The wrong answers of a family: its rules by their consequences, and its lures."""

    def __init__(self, family: ConditionFamily) -> None:
        self.links = Links(
            linked(row, row.when, row.then, row.says or family.says, _values(row)) for row in family.rows
        )
        self.lures = authored(family.lures)

    def thens(self, one: Linked) -> Iterator[Candidate]:
        """Wrong consequences: other conditions', then the author's."""
        others = (other.right for other in self.links.others(one))
        return distinct(chain(others, one.lures, self.lures), one.right.labels)

    def whens(self, one: Linked) -> Iterator[Candidate]:
        """The conditions that lead elsewhere."""
        return distinct((other.left for other in self.links.others(one)), one.left.labels)


def _values(row: Rule) -> Mapping[str, Text]:
    return {"when": row.when, "then": row.then}


def _of_rule(family: ConditionFamily, row: Rule, entry: Linked, pool: _Pool, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, row, within, _values(row), row.then)
    level = level_of("single", conditional=True)
    forward = family.wording("forward", row)
    if forward and enough(pool.thens(entry)):
        yield single(asked, "forward", forward, row.then, lambda: pool.thens(entry), level=level)
    reverse = family.wording("reverse", row)
    if reverse and enough(pool.whens(entry)):
        yield single(asked, "reverse", reverse, row.when, lambda: pool.whens(entry), level=level)
    yield from statements(asked, _false(asked, entry, pool), conditional=True)


def _false(asked: Asked, entry: Linked, pool: _Pool) -> Wrong | None:
    """The condition with another's consequence."""
    says = asked.says
    if says is None or not enough(pool.thens(entry), 1):
        return None

    def wrong(chance: Chance) -> Option:
        other = chance.choice(list(pool.thens(entry))).option
        return Option(fill(says, {**asked.values, "then": other.text}), other.about)

    return wrong
