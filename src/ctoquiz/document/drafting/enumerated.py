"""Sets: what a sentence lists, and what stands under each other with bullets. Steps: what is numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ctoquiz.document.drafting.base import Proposal, Source, cut, named
from ctoquiz.document.figures import figures
from ctoquiz.document.lists import Enumeration, enumerations
from ctoquiz.document.outline import Role, Sentence
from ctoquiz.document.terms import namings
from ctoquiz.domain.facts import Member, ProgressionFamily, SetFamily, Step
from ctoquiz.errors import N_

IN_A_SENTENCE = N_("a list in one sentence; is it whole (`closed: true`)?")
OPEN = N_("a list in one sentence; the document says that there is more")
BULLETS = N_("a list with bullets; is it whole (`closed: true`)?")
STEPS = N_("a numbered list; are these steps in order?")
MOST_ITEM_WORDS = 12
"""A bullet that is longer is a sentence of its own, not an item."""


def found(source: Source) -> Iterator[Proposal]:
    """Every set and every progression that the form of a section shows."""
    for sentence in source.sentences:
        meanings = [naming.long for naming in namings(sentence.plain)]
        lists = [each for each in enumerations(sentence.plain, source.language) if not _spells_out(each, meanings)]
        for place, listed in enumerate(lists):
            yield from _set(source, sentence, listed, place)
    for role, group in groupby(source.sentences, key=lambda each: each.role):
        lines = [each for each in group if _is_item(each, source.language)]
        if len(lines) > 1 and role is Role.BULLET:
            yield _bullets(source, lines)
        if len(lines) > 2 and role is Role.STEP:
            yield _steps(source, lines)


def _spells_out(listed: Enumeration, meanings: Sequence[str]) -> bool:
    """Whether a list is what an abbreviation stands for (`extract, transform, load`)."""
    return any(sum(item in meaning for item in listed.items) > 1 for meaning in meanings)


def _set(source: Source, sentence: Sentence, listed: Enumeration, place: int) -> Iterator[Proposal]:
    items = [item for item in listed.items if not figures(item)]
    labels = list(dict.fromkeys(cut(item) for item in items))
    if len(labels) < 2:
        return
    names = named(labels, source.language)
    members = (Member(id=name, label={source.language: label}) for name, label in zip(names, labels, strict=True))
    family = SetFamily(
        id=f"s{sentence.number}-list" + (f"-{place + 1}" if place else ""),
        kind="set",
        closed=False,
        draft=True,
        sentences=(sentence.number,),
        members=tuple(members),
    )
    yield Proposal(family, OPEN if listed.open else IN_A_SENTENCE, source.hedges([sentence]))


def _is_item(sentence: Sentence, language: str) -> bool:
    """Whether a line is an item of a list: short, and no list or sentence of its own."""
    if sentence.role not in {Role.BULLET, Role.STEP} or len(sentence.plain.split()) > MOST_ITEM_WORDS:
        return False
    whole = sentence.plain[:1].isupper() and sentence.plain.endswith(".")
    return (
        not whole
        and not figures(sentence.plain)
        and not any(len(listed.items) > 2 for listed in enumerations(sentence.plain, language))
    )


def _bullets(source: Source, lines: Sequence[Sentence]) -> Proposal:
    names = named([line.plain for line in lines], source.language)
    members = tuple(
        Member(id=name, sentences=(line.number,), label=source.text(line.plain))
        for name, line in zip(names, lines, strict=True)
    )
    family = SetFamily(id=f"s{lines[0].number}-bullets", kind="set", closed=False, draft=True, members=members)
    return Proposal(family, BULLETS, source.hedges(lines))


def _steps(source: Source, lines: Sequence[Sentence]) -> Proposal:
    names = named([line.plain for line in lines], source.language)
    steps = tuple(
        Step(id=name, sentences=(line.number,), label=source.text(line.plain))
        for name, line in zip(names, lines, strict=True)
    )
    family = ProgressionFamily(id=f"s{lines[0].number}-steps", kind="progression", draft=True, steps=steps)
    return Proposal(family, STEPS, source.hedges(lines))
