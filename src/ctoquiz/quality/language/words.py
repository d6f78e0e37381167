"""Words and stems: texts as the rules compare them.

Stems come from PyStemmer, the Snowball project's own binding: the pure Python one takes a hundred times as long, and a
drawn quiz is checked before the first question is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from unicodedata import normalize

from ctoquiz.quality.language.lexicon import lexicon

_WORD = re.compile(r"\w+")
_PLAIN_WORDS = frozenset({"absolute", "vague"})
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
    return tuple(_stemmed(text, language, lexicon(language).function))


@lru_cache(maxsize=20_000)
def meaning(text: str, language: str) -> tuple[str, ...]:
    """As `stems`, with the function words that can be all the difference between two options: before, without …"""
    return tuple(_stemmed(text, language, lexicon(language).function - lexicon(language).telling))


def _stemmed(text: str, language: str, dropped: frozenset[str]) -> Iterator[str]:
    """Stems but for the words dropped, which are kept where capitals make them abbreviations: IT is not it."""
    stem = _stemmer(language)
    for written in _WORD.findall(normalize("NFC", text)):
        word = written.casefold()
        if word not in dropped:
            yield stem(word)
        elif len(word) > 1 and written.isupper() and word not in lexicon(language).negations:
            yield word


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A text as patterns see it: composed (NFC), straight apostrophes, no no-break spaces; capitals stay."""
    return normalize("NFC", text).replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")


@lru_cache(maxsize=20_000)
def spoken(text: str, language: str, what: str) -> Mapping[str, str]:
    """Of which groups a text has a word or phrase, and which; what stands in an idiom doesn't count.

    `what` is `absolute`, `vague`, `hedges` or `soft`, groups of the language's lexicon.
    """
    groups, first_words = _groups(language, what)
    if first_words.isdisjoint(words(text)):  # mostly
        return {}
    joined = f" {' '.join(words(text))} "
    for idiom in lexicon(language).idioms if what in _PLAIN_WORDS else ():
        if idiom in joined:
            joined = joined.replace(f" {idiom} ", " | ")
    found = {name: next((each for each in group if f" {each} " in joined), "") for name, group in groups.items()}
    return {name: each for name, each in found.items() if each}


@cache
def _groups(language: str, what: str) -> tuple[Mapping[str, Sequence[str]], frozenset[str]]:
    """The words and phrases of each of these groups in order, and the first words of them all."""
    groups: Mapping[str, frozenset[str]] = getattr(lexicon(language), what)
    first_words = frozenset(each.partition(" ")[0] for group in groups.values() for each in group)
    return {name: sorted(group) for name, group in groups.items()}, first_words


@lru_cache(maxsize=20_000)
def negations(text: str, language: str) -> tuple[str, ...]:
    """The negations of a text, each whole: `n’est pas` is one."""
    return tuple(found.group() for found in re.finditer(lexicon(language).negation, plain(text)))


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    """What makes stems in a language: the words themselves in one that Snowball, as used here, doesn't know."""
    algorithm = _SNOWBALL.get(language.replace("_", "-").partition("-")[0].lower())
    if algorithm is None:
        return str
    import Stemmer

    stem: Callable[[str], str] = Stemmer.Stemmer(algorithm).stemWord
    return stem
