"""Questions on conditions: each way, match, true, and swapped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import ConditionFamily, Rule
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, explain, kept_apart, level_of, stated, unambiguous
from ctoquiz.generation.builders import pairs, single
from ctoquiz.generation.lures import authored
from ctoquiz.generation.options import alike, distinct, enough
from ctoquiz.generation.statements import Wrong, statements


def blueprints(family: ConditionFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the conditions can be asked."""
    for row in family.rows:
        yield from _of_rule(family, row, within)
    links = [(row.when, row.then) for row in unambiguous(family.rows)]
    yield from pairs(Asked(family, None, within), "match", family.wording("match"), links, conditional=True)


def _of_rule(family: ConditionFamily, row: Rule, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, row, within)
    values = _values(row)
    why = explain(family, row, values, row.then)
    level = level_of("single", conditional=True)
    forward = family.wording("forward", row)
    if forward and enough(_thens(family, row), row.then):
        key = Option(row.then)
        yield single(asked, "forward", fill(forward, values), key, lambda: _thens(family, row), why, level=level)
    reverse = family.wording("reverse", row)
    if reverse and enough(_whens(family, row), row.when):
        key = Option(row.when)
        yield single(asked, "reverse", fill(reverse, values), key, lambda: _whens(family, row), why, level=level)
    yield from statements(asked, stated(family, row, values), why, _false(family, row), conditional=True)


def _values(row: Rule) -> Mapping[str, Text]:
    return {"when": row.when, "then": row.then}


def _others(family: ConditionFamily, row: Rule) -> Iterator[Rule]:
    for other in family.rows:
        if other is not row and kept_apart(row, other) and not alike(other.then, row.then):
            yield other


def _thens(family: ConditionFamily, row: Rule) -> Iterator[Option]:
    yield from (Option(other.then, stated(family, other, _values(other))) for other in _others(family, row))
    yield from authored(family, row)


def _whens(family: ConditionFamily, row: Rule) -> Iterator[Option]:
    return (Option(other.when, stated(family, other, _values(other))) for other in _others(family, row))


def _false(family: ConditionFamily, row: Rule) -> Wrong | None:
    """The condition with another's consequence."""
    says = row.says or family.says
    if says is None or not enough(_thens(family, row), row.then, 1):
        return None

    def wrong(chance: Chance) -> Option:
        other = chance.choice(list(distinct(_thens(family, row), row.then)))
        return Option(fill(says, {"when": row.when, "then": other.text}), other.about)

    return wrong
