"""Words and stems: texts as the rules compare them.

Stems come from PyStemmer, the Snowball project's own binding: the pure Python one takes a hundred times as long, and a
drawn quiz is checked before the first question is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from unicodedata import normalize

from ctoquiz.quality.language.lexicon import lexicon

_WORD = re.compile(r"\w+")
_SNOWBALL = {
    "fr": "french",
    "en": "english",
    "de": "german",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
}


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in its order: composed (NFC), casefolded, no punctuation. `l’équipe` gives `l`, `équipe`."""
    return tuple(_WORD.findall(normalize("NFC", text).casefold()))


@lru_cache(maxsize=20_000)
def stems(text: str, language: str) -> tuple[str, ...]:
    """The stem of each word of a text, function words left out, in the text's order."""
    stem, function = _stemmer(language), lexicon(language).function
    return tuple(stem(word) for word in words(text) if word not in function)


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    """What makes stems in a language: the words themselves in one that Snowball, as used here, doesn't know."""
    algorithm = _SNOWBALL.get(language.replace("_", "-").partition("-")[0].lower())
    if algorithm is None:
        return str
    import Stemmer

    stem: Callable[[str], str] = Stemmer.Stemmer(algorithm).stemWord
    return stem
