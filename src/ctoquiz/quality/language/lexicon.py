"""The words of a language that the rules look for, all in lower case and with straight apostrophes.

Of function words alone, stop-word lists of libraries (stop-words, stopwordsiso) were tried and left: they hold hundreds
of words with a meaning of their own ("droite", "système", "work"), which the rules must see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache
from importlib import import_module

from ctoquiz.frozen import frozen

NOTHING = "(?!)"
"""Matches nothing: the pattern of a language that we don't speak."""


@frozen(kw_only=True)
class Lexicon:
    """The words of one language.

    Words and phrases (a single space between their words): `function` words carry no content; `telling` are those of
    them that can be all the difference between two options (before and after, with and without). `absolute` words
    leave no exception, `vague` ones leave open how much or how often, `hedges` soften, `soft` ones keep what is
    softened so; each by what they say, so that words of one name say the same. What stands in a phrase of `idioms` is
    neither absolute nor vague. `negations` are to stand in capitals.

    Patterns (sources, compiled when first needed) for texts as `plain` gives them: `negation` is one negation, however
    many its words; `all_of_the_above` an option that speaks of the others; `before_gap` a determiner that belongs into
    the options; `singular` and `plural` a verb right after a gap, `one` and `many` an option that is one, or several;
    `openers` how an option of a class of words begins (the first that fits counts); `clash` words that don't go
    together, an elision or a contraction being missing or too much; `straight` says that nothing comes between two
    steps; `bound` that a figure, whose place is `{figure}`, is one of many that would do.
    """

    function: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    absolute: Mapping[str, frozenset[str]] = field(default_factory=dict)
    vague: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hedges: Mapping[str, frozenset[str]] = field(default_factory=dict)
    soft: Mapping[str, frozenset[str]] = field(default_factory=dict)
    idioms: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    negation: str = NOTHING
    all_of_the_above: str = NOTHING
    before_gap: str = NOTHING
    singular: str = NOTHING
    plural: str = NOTHING
    one: str = NOTHING
    many: str = NOTHING
    openers: Mapping[str, str] = field(default_factory=dict)
    clash: str = NOTHING
    straight: str = NOTHING
    bound: str = NOTHING


def listed(text: str) -> frozenset[str]:
    """The words of a text, however its lines are broken."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, one between two commas, however its lines are broken."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language such as `fr` or `en_GB`; empty lists for a language that we don't speak."""
    known = _KNOWN.get(language.replace("_", "-").partition("-")[0].lower())
    if known is None:
        return NONE
    found: Lexicon = import_module(f"ctoquiz.quality.language.{known}").LEXICON
    return found


_KNOWN = {"fr": "french", "en": "english"}
"""The module of each language, imported when first needed."""
NONE = Lexicon()
"""The lexicon of a language that we don't speak: the rules that need words find nothing there."""
