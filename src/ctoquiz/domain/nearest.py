"""The word that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable

CLOSE_ENOUGH = 0.6
"""The least likeness, from 0 to 1, that is worth a suggestion (difflib's own choice)."""

LONGEST = 100
"""A word of more characters is no slip of the pen, and comparing it would take long."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one of `words` that is most like `word`, whatever the case and accents; None when none is near.

    Likeness is Ratcliff and Obershelp's (`difflib`); of two that are equally near, the first is taken.
    """
    from difflib import SequenceMatcher

    if len(word) > LONGEST:
        return None
    matcher = SequenceMatcher(b=folded(word), autojunk=False)
    best, likeness = None, CLOSE_ENOUGH
    for candidate in words:
        matcher.set_seq1(folded(candidate))
        # Cheap upper bounds first, as in difflib's own `get_close_matches`.
        if matcher.real_quick_ratio() < likeness or matcher.quick_ratio() < likeness:
            continue
        ratio = matcher.ratio()
        if ratio > likeness or (best is None and ratio >= likeness):
            best, likeness = candidate, ratio
    return best


def folded(word: str) -> str:
    """The word in lower case, without accents."""
    if word.isascii():  # most are names that programs read
        return word.lower()
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFKD", word.casefold()) if not combining(letter))


def same(word: str) -> str:
    """What words have in common that differ in case, accents, spaces or punctuation only: their letters and digits."""
    return "".join(letter for letter in folded(word) if letter.isalnum())
