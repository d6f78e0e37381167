"""A word is spelt in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ctoquiz.errors import N_
from ctoquiz.quality.factrules.texts import Path, texts
from ctoquiz.quality.finding import Flaw, Severity
from ctoquiz.quality.language.words import plain
from ctoquiz.quality.rule import Evidence, Explanation, PackRule

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST = 5
"""Shorter ones may be two words (`co-op` and `coop`)."""

Found = dict[str, list[tuple[str, Path]]]
"""The spellings of a word, each with where it stands."""


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """Where a word first stands with a hyphen, or without one, though it is mostly spelt otherwise in that language."""
    message = N_("“{rare}” is elsewhere spelt “{common}”; spell it in one way.")
    for (language, _), found in _spellings(evidence).items():
        common, *others = sorted(found, key=lambda word: -len(found[word]))
        for rare in others:
            about, path = found[rare][0]
            yield about, Flaw(message, {"rare": rare, "common": common}, language, path)


def _spellings(evidence: Evidence) -> Mapping[tuple[str, str], Found]:
    """By language and letters, the words of the pack. (Aliases are not texts: they hold every spelling there is.)"""
    found: dict[tuple[str, str], Found] = {}
    for about, path, text in texts(evidence.pack):
        for language, written in text.items():
            for word in _WORD.findall(plain(written).casefold()):
                letters = word.replace("-", "")
                if len(letters) >= SHORTEST:
                    places = found.setdefault((language, letters), {}).setdefault(word, [])
                    places.append((about, (*path, language)))
    return found


RULE = PackRule(
    name="one-spelling",
    severity=Severity.WARNING,
    look=look,
    explanation=Explanation(
        what=N_("A word is written with a hyphen or without, the same throughout the pack, in each language."),
        why=N_("Of two options or statements, the one that is spelt otherwise was written otherwise."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 23 (homogeneous in content and structure)",
        bad=N_("Here “a start-up”, there “a startup”"),
        good=N_("Here and there “a start-up”"),
    ),
)
