"""Questions on a list: which belongs, tick all, the intruder, which family, sort, type, true or false."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import Member, SetFamily
from ctoquiz.domain.questions import AnyQuestion, Option, Single
from ctoquiz.domain.questions.answers import listed
from ctoquiz.domain.text import Text, fill, same
from ctoquiz.generation.base import Asked, Blueprint, Within, level_of
from ctoquiz.generation.builders import pairs, single, ticked, typed
from ctoquiz.generation.candidates import (
    Candidate,
    authored,
    candidate,
    distinct,
    enough,
    labels,
    labels_of_forms,
)
from ctoquiz.generation.options import DISTRACTORS, FEWEST_RIGHT, FEWEST_WRONG, distractors, fair_length, mixed
from ctoquiz.generation.statements import Wrong, statements

_GAP = "\0"
"""Stands for the member in a sentence that is about to be compared."""


def blueprints(family: SetFamily, within: Within) -> Iterator[Blueprint]:
    """Every question that the list and each of its members can be asked."""
    pool = _Pool(family, within)
    for member in family.members:
        yield from _of_member(family, member, pool, within)
    yield from _of_list(family, pool, within)


class _Pool:
    """What belongs to the list, and what does not: the author's lures, then the members of the sibling lists."""

    def __init__(self, family: SetFamily, within: Within) -> None:
        named = (within.families[name] for name in family.siblings)
        self.siblings = [each for each in named if isinstance(each, SetFamily)]
        self.members = _members(family)
        self.homes = [candidate(each.title) for each in self.siblings if each.title]
        self.patterns = [each.says for each in self.siblings if each.says]
        held = (labels_of_forms(member.label, member.aliases) for member in family.members)
        self._held = frozenset(chain.from_iterable(held))
        self._lures = authored(family.lures)
        self._cousins = [member for sibling in self.siblings for member in _members(sibling)]
        self._common = self._wrong(())

    def wrong(self, member: Member | None) -> list[Candidate]:
        """What is wrong for a member, or for the whole list: its own lures first, nothing that this list holds too."""
        return self._wrong(authored(member.lures)) if member and member.lures else self._common

    def _wrong(self, own: Sequence[Candidate]) -> list[Candidate]:
        return list(distinct((*own, *self._lures, *self._cousins), self._held))


def _members(family: SetFamily) -> list[Candidate]:
    """The members, each once, with what the document says of each."""
    says = family.says
    return list(distinct(candidate(each.label, each.says or says, {"member": each.label}) for each in family.members))


def _of_member(family: SetFamily, member: Member, pool: _Pool, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, member, within, {"member": member.label}, member.label)
    pick = family.wording("pick", member)
    if pick and enough(pool.wrong(member)):
        level = level_of("single", close=bool(family.siblings))
        yield single(asked, "pick", pick, member.label, lambda: pool.wrong(member), level=level)
    yield from _home(asked, family.wording("home", member), family.title, pool)
    to_type = family.wording("type", member)
    if to_type:
        yield typed(asked, "type", to_type, member.label, member.aliases, lambda: _other_labels(family, member))
    why = family.explanation if _speaks_of_a_lure(asked, member, pool) else None
    yield from statements(asked, _false(asked, member, pool), why=why)


def _home(asked: Asked, wording: Text | None, title: Text | None, pool: _Pool) -> Iterator[Blueprint]:
    """To which list a member belongs."""
    if wording and title:
        homes = list(distinct(pool.homes, labels(title)))
        if enough(homes):
            yield single(asked, "home", wording, title, lambda: homes, level=level_of("single"))


def _other_labels(family: SetFamily, member: Member) -> list[Text]:
    return [other.label for other in family.members if other is not member]


def _of_list(family: SetFamily, pool: _Pool, within: Within) -> Iterator[Blueprint]:
    asked = Asked(family, None, within)
    tick = family.wording("all")
    if tick and family.closed and len(pool.members) >= FEWEST_RIGHT and enough(pool.wrong(None), FEWEST_WRONG):
        yield ticked(asked, "all", tick, lambda: pool.members, lambda: pool.wrong(None), _all_members(asked, pool))
    odd = family.wording("odd")
    if odd and len(pool.members) >= DISTRACTORS and pool.wrong(None):
        yield _intruder(asked, odd, pool)
    if family.title:
        others = tuple(each for each in pool.siblings if each.title)
        links = ((member.label, each.title) for each in (family, *others) for member in each.members if each.title)
        yield from pairs(Asked(family, None, within, beside=others), "sort", links)


def _all_members(asked: Asked, pool: _Pool) -> Text:
    return asked.family.explanation or listed([member.text for member in pool.members])


def _intruder(asked: Asked, wording: Text, pool: _Pool) -> Blueprint:
    level = level_of("single", combined=True)

    def build(chance: Chance) -> AnyQuestion:
        for each in chance.shuffled(pool.wrong(None)):
            intruder, shown = each.text, distractors(each.text, pool.members, chance)
            if fair_length(intruder, [member.text for member in shown]):
                break
        options, right = mixed(Option(intruder), [member.option for member in shown], chance)
        head = asked.head("odd", level, wording, _all_members(asked, pool))
        return Single(**head, options=options, right=right)

    return asked.blueprint("odd", "single", level, build)


def _false(asked: Asked, member: Member, pool: _Pool) -> Wrong | None:
    """The member put among the members of a sibling list; without siblings, a lure put among this list's."""
    if pool.patterns:
        return lambda chance: Option(asked.filled(chance.choice(pool.patterns)))
    says, lures = asked.says, pool.wrong(member)
    if lures and says and not member.says:
        return lambda chance: _swapped(says, chance.choice(lures).option)
    return None


def _speaks_of_a_lure(asked: Asked, member: Member, pool: _Pool) -> bool:
    """Whether the false statement says nothing of the member, so that only the whole list explains it: it puts
    something else in its place. Among siblings it is the member that is put elsewhere.
    """
    if member.false is None:
        return not pool.patterns
    return asked.says is not None and _is_said_of_another(member.false.text, asked.says, member.label)


def _is_said_of_another(text: Text, says: Text, label: Text) -> bool:
    """Whether a text is the sentence that holds of a label, with something else where that label would stand."""
    frame = fill(says, {"member": same(_GAP, tuple(says))})
    for language, words in text.items():
        before, _, after = frame[language].partition(_GAP)
        if not (words.startswith(before) and words.endswith(after)) or label[language].casefold() in words.casefold():
            return False
    return True


def _swapped(says: Text, lure: Option) -> Option:
    return Option(fill(says, {"member": lure.text}), lure.about)
