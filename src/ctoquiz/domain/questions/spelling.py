"""When typed words are the right ones: what is forgiven and what is not.

Forgiven: case, accents, ligatures, punctuation, hyphens, apostrophes and spaces; a determiner in front, in
French or in English; slips of the pen, one in a form of 5 letters or more, two from 9. A slip is a
character left out, put in, replaced, or exchanged with its neighbour. No slip is forgiven in an
abbreviation (a word in capitals), in a digit, or where another known label is as near as the right one.

The distance is some lines of our own: it runs a few times an answer over short words, and rapidfuzz, the
library for it, costs 35 ms of every command that imports it and 12 MB of every installation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

_DETERMINER = re.compile(
    r"(?:(?:de la|le|la|les|un|une|des|du|the|a|an)\s+|(?:de\s+)?[ld]['’ʼ]\s*)(?=\S)", re.IGNORECASE
)
_PLAIN = re.compile("(?:[^0-9A-Za-z+#]*[0-9A-Za-z+#]){5}")
"""Five signs that stay as they are when a text is squeezed, one more than any determiner has: the common case."""
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_TELLING = "+#"
"""Punctuation that tells names apart: C, C++ and C#."""

_FEW_LETTERS, _MANY_LETTERS = 5, 9


def matches(typed: str, accepted: Iterable[str], others: Iterable[str]) -> bool:
    """Whether what was typed is one of the accepted forms, and not as near to another known label."""
    given = squeezed(typed)
    forms = list(accepted)
    right = {squeezed(form) for form in forms}
    if given in right:
        return True
    nearest = min((slips(given, squeezed(form)) for form in forms if _forgivable(typed, form)), default=None)
    if nearest is None:
        return False
    wrong = {squeezed(label) for label in others} - right
    return all(slips(given, label) > nearest for label in wrong)


def squeezed(text: str) -> str:
    """The text as it is compared: letters, digits, + and #, without accents, case and a determiner."""
    plain = normalize("NFKD", _undetermined(text)).casefold().translate(_LIGATURES)
    return "".join(each for each in normalize("NFKD", plain) if each.isalnum() or each in _TELLING)


def has_words(text: str) -> bool:
    """Whether anything of a text is compared: whether it holds a letter, a digit, + or #."""
    return _PLAIN.match(text) is not None or bool(squeezed(text))


def slips(one: str, other: str) -> int:
    """How many slips lead from one string to the other, no part of it being edited twice.

    This is Damerau and Levenshtein's distance as “optimal string alignment” (Damerau 1964, “A technique for
    computer detection and correction of spelling errors”).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one):
        before, last, row = row, before, [i + 1]
        for j, b in enumerate(other):
            cost = min(before[j] + (a != b), before[j + 1] + 1, row[j] + 1)
            if i and j and a == other[j - 1] and b == one[i - 1]:
                cost = min(cost, last[j - 1] + 1)
            row.append(cost)
    return row[-1]


def _forgivable(typed: str, form: str) -> bool:
    """Whether this form with slips may have been meant: near, its abbreviations and digits untouched."""
    given, right = squeezed(typed), squeezed(form)
    allowed = _allowed(right)
    return (
        abs(len(given) - len(right)) <= allowed
        and _digits(given) == _digits(right)
        and _abbreviations(form) <= {squeezed(word) for word in _words(typed)}
        and 0 < slips(given, right) <= allowed
    )


def _allowed(right: str) -> int:
    letters = sum(each.isalpha() for each in right)
    return 0 if letters < _FEW_LETTERS else 1 if letters < _MANY_LETTERS else 2


def _abbreviations(form: str) -> set[str]:
    """The words in capitals, of two letters or more, as they are compared."""
    words = _words(_undetermined(form))
    return {squeezed(word) for word in words if word.isupper() and sum(map(str.isalpha, word)) > 1}


def _words(text: str) -> list[str]:
    """The words of a text; the dots of C.E.O. don't part words."""
    return re.split(r"[^\w.&]+", text)


def _undetermined(text: str) -> str:
    """The text without a determiner in front, unless that is all there is."""
    bare = text.strip()
    return _DETERMINER.sub("", bare, count=1) if _DETERMINER.match(bare) else bare


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
