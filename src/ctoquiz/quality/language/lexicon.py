"""The words of a language that the rules look for, all in lower case and with straight apostrophes.

Of function words alone, stop-word lists of libraries (stop-words, stopwordsiso) were tried and left: they hold hundreds
of words with a meaning of their own ("droite", "système", "work"), which the rules must see.
"""

from __future__ import annotations

from collections.abc import Mapping

from ctoquiz.frozen import frozen


@frozen
class Lexicon:
    """The words of one language.

    `function`: words that carry no content. `absolute`: words that leave no exception. `vague`: words that leave open
    how much or how often. `hedges`: by what they soften (`possibility`, `frequency`, `extent`, `advice`), the words
    that do so. `negations`: words that turn a statement round. Phrases have a single space between their words.
    """

    function: frozenset[str]
    absolute: frozenset[str]
    vague: frozenset[str]
    hedges: Mapping[str, frozenset[str]]
    negations: frozenset[str]


def listed(text: str) -> frozenset[str]:
    """The words of a text, however its lines are broken."""
    return frozenset(text.split())


def lexicon(language: str) -> Lexicon:
    """The words of a language such as `fr` or `en_GB`; empty lists for a language that we don't speak."""
    from ctoquiz.quality.language import english, french

    known = {"fr": french.LEXICON, "en": english.LEXICON}
    return known.get(language.replace("_", "-").partition("-")[0].lower(), NONE)


NONE = Lexicon(frozenset(), frozenset(), frozenset(), {}, frozenset())
"""The lexicon of a language that we don't speak: the rules that need words find nothing there."""
