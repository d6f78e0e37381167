"""In which language a document is written."""

from __future__ import annotations

from collections.abc import Iterable

from ctoquiz.quality.language.lexicon import lexicon
from ctoquiz.quality.language.words import words

LANGUAGES = ("fr", "en")
"""The languages whose small words are known, the one to take in doubt first."""


def language_of(text: str, among: Iterable[str] = LANGUAGES) -> str:
    """The language whose function words a text uses most, among those that are known; the first of them in doubt."""
    found = words(text)
    known = [language for language in among if lexicon(language).function] or list(LANGUAGES)
    return max(known, key=lambda language: sum(word in lexicon(language).function for word in found))


def small_words(language: str) -> frozenset[str]:
    """The words of a language that only hold others together."""
    return lexicon(language).function
