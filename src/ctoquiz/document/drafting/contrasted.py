"""Contrasts: “…, whereas …”, “…, tandis que …”, and small against large in one sentence or in two that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctoquiz.document.drafting.base import Proposal, Source
from ctoquiz.document.outline import Role, Sentence
from ctoquiz.domain.facts import ContrastFamily, Item, Side
from ctoquiz.errors import N_
from ctoquiz.quality.language.words import words

REASON = N_("two sides against each other; give each its title and what belongs to it alone")

_TURN = re.compile(
    r"\s*[,;]?\s+(?:tandis qu(?:e\s+|.)|alors qu(?:e\s+|.)|contrairement à\s+|en revanche,?\s+|par contre,?\s+|"
    r"whereas\s+|while\s+|mais\s+|but\s+|however,?\s+)|\s*;\s+",
    re.IGNORECASE,
)
_UNLIKE = re.compile(
    r"^(?:unlike|contrairement à|à la différence d(?:e|.))\s*(?P<one>[^,]+),\s*(?P<rest>.+)$", re.IGNORECASE
)
_OPPOSITES = (
    "petit petite petits petites small smaller|grand grande grands grandes gros grosse large larger big bigger",
    "public publique|privé privée private",
    "débutant débutante junior beginner|confirmé confirmée senior expert experienced",
    "nuit night|jour day",
    "first premier première|second seconde last dernier dernière",
)
_TITLE_WORDS = 3


def found(source: Source) -> Iterator[Proposal]:
    """A family for each pair of halves that a word sets against each other, or that speak of opposites."""
    for place, sentence in enumerate(source.sentences):
        halves = _halves(sentence.plain)
        following = source.sentences[place + 1] if place + 1 < len(source.sentences) else None
        if halves is not None:
            yield _contrast(source, (sentence, halves[0]), (sentence, halves[1]))
        elif following is not None and following.role is Role.PROSE and _are_opposites(sentence.plain, following.plain):
            yield _contrast(source, (sentence, sentence.plain), (following, following.plain))


def _halves(text: str) -> tuple[str, str] | None:
    unlike = _UNLIKE.match(text)
    if unlike:
        return unlike["one"], unlike["rest"]
    parts = [part for part in _TURN.split(text, maxsplit=1) if len(part.split()) > 2]
    if len(parts) != 2:
        return None
    turn = text[len(parts[0]) :].lstrip(" ,")
    return None if turn.startswith(";") and not _are_opposites(*parts) else (parts[0], parts[1])


def _are_opposites(one: str, other: str) -> bool:
    """Whether one text has a word whose opposite the other has, and each has only its own."""
    here, there = set(words(one)), set(words(other))
    for pair in _OPPOSITES:
        left, right = (set(side.split()) for side in pair.split("|"))
        for mine, theirs in ((left, right), (right, left)):
            if here & mine and there & theirs and not (here & theirs or there & mine):
                return True
    return False


def _contrast(source: Source, one: tuple[Sentence, str], other: tuple[Sentence, str]) -> Proposal:
    sides = tuple(_side(source, id_, *half) for id_, half in (("one", one), ("other", other)))
    family = ContrastFamily(id=f"s{one[0].number}-contrast", kind="contrast", draft=True, sides=sides)
    return Proposal(family, REASON, source.hedges({one[0].number: one[0], other[0].number: other[0]}.values()))


def _side(source: Source, id_: str, sentence: Sentence, half: str) -> Side:
    """One side: its first words as a title, the others as what belongs to it."""
    every = half.rstrip(" .").split()
    title, item = " ".join(every[:_TITLE_WORDS]), " ".join(every[_TITLE_WORDS:]) or half
    row = Item(id=id_, sentences=(sentence.number,), label=source.text(item))
    return Side(id=id_, title=source.text(title), items=(row,))
