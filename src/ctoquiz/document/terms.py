"""Abbreviations with what they stand for, and other names of a thing.

`directeur des systèmes d’information (DSI)`, `CEO (chief executive officer)`, `SLO stands for service level objective`.
Which words an abbreviation stands for is found as Schwartz and Hearst do (*A simple algorithm for identifying
abbreviation definitions in biomedical text*, 2003): backwards, each of its letters in a word, the first one at the
beginning of a word. (The one library for it, `abbreviations`, had its last release in 2019 and knows no accents.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, normalize

from ctoquiz.document.language import LANGUAGES, small_words
from ctoquiz.frozen import frozen


@frozen
class Naming:
    """A short form and its meaning, as the sentence writes them."""

    short: str
    long: str


_SMALL = frozenset(word for language in LANGUAGES for word in small_words(language))
_SHORT = r"[^\W\d_][\w&./-]{0,9}"
_BRACKETED = re.compile(r"(?P<before>[^().;:!?]+?)\s*\(\s*(?:ou |or )?(?P<inside>[^()]+?)\s*\)")
_SAID = re.compile(
    rf"\b(?P<short>{_SHORT})\s+(?:signifie|désigne|veut dire|est l.abréviation de|stands for|means|"
    r"is short for|is the abbreviation of)\s+"
    r"[«“\"]?\s*(?P<long>[^,;.()»”\"]+)",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"(?:^|[,;]|\band\b|\bet\b)\s*(?P<short>{_SHORT})\s+(?:for|pour)\s+(?P<long>[^,;.()]+)")
_ALSO = re.compile(
    r"(?:aussi|également|parfois)\s+(?:appelée?s?|désignée?s?|nommée?s?|connue?s?)"
    r"(?:\s+(?:comme|sous le nom (?:de|d.)))?"
    r"|also\s+(?:called|known\s+as)|sometimes\s+called",
    re.IGNORECASE,
)


def namings(sentence: str) -> list[Naming]:
    """The abbreviations that a sentence explains, each once, in its order."""
    found = [*_in_brackets(sentence), *_in_words(sentence)]
    return list({each.short: each for each in reversed(found)}.values())[::-1]


def also_called(sentence: str) -> str:
    """Another name that the sentence gives a thing: the words after “also called”, empty where there are none."""
    match = _ALSO.search(sentence)
    if match is None:
        return ""
    return " ".join(re.split(r"[,;.()]", sentence[match.end() :])[0].strip(" «»“”\"’'").split()[:7])


def _in_brackets(sentence: str) -> Iterator[Naming]:
    for match in _BRACKETED.finditer(sentence):
        before, inside = match["before"].strip(), match["inside"].strip(' «»“”"')
        if is_short(inside):
            long = meaning(inside, before)
            if long:
                yield Naming(inside, long)
        elif len(inside.split()) > 1:
            short = before.split()[-1].strip('«»“”"')
            long = meaning(short, inside) if is_short(short) else ""
            if long:
                yield Naming(short, inside if len(inside.split()) <= 8 else long)


def _in_words(sentence: str) -> Iterator[Naming]:
    for pattern in (_SAID, _LISTED):
        for match in pattern.finditer(sentence):
            long = match["long"].strip()
            if is_short(match["short"]) and meaning(match["short"], long):
                yield Naming(match["short"], long)


def is_short(text: str) -> bool:
    """Whether a text looks like an abbreviation: one word of 2 to 10 signs, half of its letters capitals or more."""
    letters = [sign for sign in text if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    return (
        " " not in text
        and 2 <= len(text) <= 10
        and len(letters) >= 2
        and capitals >= 2
        and capitals * 2 >= len(letters)
    )


def meaning(short: str, text: str) -> str:
    """The words at the end of a text that the letters of an abbreviation stand for; empty where they are not there."""
    words = text.split()[-(2 * len(short) + 4) :]
    part = " ".join(words)
    letters = [sign for sign in _plain(short) if sign.isalnum()]
    plain = _plain(part)
    spot = len(plain)
    for place, letter in reversed(list(enumerate(letters))):
        spot = _spot(plain, letter, spot, begins=place == 0)
        if spot < 0:
            return ""
    return part[spot:].strip(' «»“”"') if len(part[spot:].split()) > 1 else ""


def _spot(text: str, letter: str, before: int, *, begins: bool) -> int:
    """The last place before `before` where the letter stands, at the beginning of a word if it must be; else -1."""
    while True:
        before = text.rfind(letter, 0, before)
        if before < 0 or not begins or _begins_word(text, before):
            return before


def _begins_word(text: str, place: int) -> bool:
    """Whether a word that says something begins there: an abbreviation begins with none of the small ones."""
    if place and text[place - 1].isalnum():
        return False
    word = re.split(r"[^\w]", text[place:], maxsplit=1)[0]
    return word not in _SMALL


def _plain(text: str) -> str:
    """The text in small letters without accents, as long as it was."""
    return "".join(
        normalize("NFD", sign)[0].lower()[:1] if not combining(sign) else sign for sign in normalize("NFC", text)
    )
