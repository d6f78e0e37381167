"""Questions on a list: which belongs, tick all, the intruder, which family, sort, type, true or false."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import Member, SetFamily
from ctoquiz.domain.questions import AnyQuestion, Multiple, Option, Single
from ctoquiz.domain.questions.answers import listed
from ctoquiz.domain.text import Text, fill
from ctoquiz.generation.base import Asked, Blueprint, Within, explain, level_of, stated
from ctoquiz.generation.builders import pairs, single, typed
from ctoquiz.generation.lures import authored
from ctoquiz.generation.options import DISTRACTORS, distinct, distractors, enough, fair_length, forms, mixed
from ctoquiz.generation.statements import Wrong, statements

FEWEST_RIGHT, MOST_RIGHT, FEWEST_WRONG, MOST_TICKS = 2, 3, 2, 6


def blueprints(family: SetFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the list and each of its members can be asked."""
    for member in family.members:
        yield from _of_member(family, member, within)
    yield from _of_list(family, within)


def _of_member(family: SetFamily, member: Member, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, member, within)
    values = {"member": member.label}
    why = explain(family, member, values, member.label)
    key = Option(member.label)
    pick = family.wording("pick", member)
    if pick and enough(_wrong(family, member, within), member.label):
        level = level_of("single", close=bool(family.siblings))
        yield single(asked, "pick", fill(pick, values), key, lambda: _wrong(family, member, within), why, level=level)
    home = family.wording("home", member)
    homes = _homes(family, within)
    if home and family.title and enough(homes, family.title):
        title = Option(family.title)
        yield single(asked, "home", fill(home, values), title, lambda: homes, why, level=level_of("single"))
    to_type = family.wording("type", member)
    if to_type:
        others = [other.label for other in family.members if other is not member]
        yield typed(asked, "type", fill(to_type, values), member.label, member.aliases, lambda: others, why)
    yield from statements(asked, stated(family, member, values), why, _false(family, member, within))


def _of_list(family: SetFamily, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, None, within)
    members = _members(family)
    why = explain(family, None, {}, listed([member.text for member in members]))
    wrong = len(list(islice(_wrong(family, None, within), FEWEST_RIGHT)))
    tick = family.wording("all")
    if tick and family.closed and len(members) >= FEWEST_RIGHT and wrong >= FEWEST_WRONG:
        yield _tick_all(asked, family, tick, why, within)
    odd = family.wording("odd")
    if odd and len(members) >= DISTRACTORS and wrong:
        yield _intruder(asked, family, odd, why, within)
    if family.title:
        others = tuple(each for each in _siblings(family, within) if each.title)
        links = [(member.label, each.title) for each in (family, *others) for member in each.members if each.title]
        yield from pairs(Asked(family, None, within, beside=others), "sort", family.wording("sort"), links)


def _tick_all(asked: Asked, family: SetFamily, prompt: Text, why: Text, within: Within) -> Blueprint:
    level = level_of("multiple")

    def build(chance: Chance) -> AnyQuestion:
        labels = [Option(member.text) for member in _members(family)]
        right = chance.sample(labels, FEWEST_RIGHT + chance.below(min(MOST_RIGHT, len(labels)) - 1))
        pool = list(_wrong(family, None, within))
        wrong = chance.sample(pool, min(len(pool), MOST_TICKS - 1 - len(right) + chance.below(2)))
        options = chance.shuffled(right + wrong)
        keys = frozenset(place for place, option in enumerate(options) if option in right)
        return Multiple(**asked.head("all", level, prompt, why), options=tuple(options), right=keys)

    return asked.blueprint("all", "multiple", level, build)


def _intruder(asked: Asked, family: SetFamily, prompt: Text, why: Text, within: Within) -> Blueprint:
    level = level_of("single", combined=True)

    def build(chance: Chance) -> AnyQuestion:
        for intruder in chance.shuffled(list(_wrong(family, None, within))):
            shown = distractors(intruder.text, _members(family), chance)
            if fair_length(intruder.text, [member.text for member in shown]):
                break
        options, right = mixed(Option(intruder.text), shown, chance)
        return Single(**asked.head("odd", level, prompt, why), options=options, right=right)

    return asked.blueprint("odd", "single", level, build)


def _siblings(family: SetFamily, within: Within) -> list[SetFamily]:
    named = (within.families[name] for name in family.siblings)
    return [each for each in named if isinstance(each, SetFamily)]


def _wrong(family: SetFamily, member: Member | None, within: Within) -> Iterator[Option]:
    """The author's lures, then the members of the sibling lists with what the document says of each; nothing that
    this list holds too.
    """
    held = (form for each in family.members for form in forms(each.label, each.aliases))
    cousins = (option for sibling in _siblings(family, within) for option in _members(sibling))
    return distinct((*authored(family, member), *cousins), *held)


def _members(family: SetFamily) -> list[Option]:
    """The members, each once, with what the document says of each."""
    return list(distinct(Option(each.label, stated(family, each, {"member": each.label})) for each in family.members))


def _homes(family: SetFamily, within: Within) -> list[Option]:
    return [Option(each.title) for each in _siblings(family, within) if each.title]


def _false(family: SetFamily, member: Member, within: Within) -> Wrong | None:
    """The member put among the members of a sibling list; without siblings, a lure put among this list's."""
    patterns = [each.says for each in _siblings(family, within) if each.says]
    if patterns:
        return lambda chance: Option(fill(chance.choice(patterns), {"member": member.label}))
    lures, says = list(_wrong(family, member, within)), member.says or family.says
    if lures and says and not member.says:
        return lambda chance: _swapped(says, chance.choice(lures))
    return None


def _swapped(says: Text, lure: Option) -> Option:
    return Option(fill(says, {"member": lure.text}), lure.about)
