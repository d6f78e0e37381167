"""How the items of a list begin: all of one list begin alike, with an article, a preposition or a word of their own."""

from __future__ import annotations

import re

from ctoquiz.document.language import small_words
from ctoquiz.frozen import frozen
from ctoquiz.quality.language.lexicon import listed


@frozen
class Sort:
    """How an item begins: with which preposition, if any, and whether with an article, or with a word of its own."""

    preposition: str = ""
    article: bool = False
    word: bool = False


NONE, WORD, ARTICLE = Sort(), Sort(word=True), Sort(article=True)

ARTICLES = listed(
    """
    le la les l un une sa son ses leur leurs mon ma mes notre nos votre vos ce cet cette ces
    the a an his her its their our your
    """
)
PREPOSITIONS = {
    **{word: word for word in listed("en pour par dans sur avec chez sans of in into to for with by on at from")},
    "de": "de",
    "d": "de",
    "des": "de",
    "du": "de",
    "à": "à",
    "au": "à",
    "aux": "à",
}
CONTRACTED = listed("des du au aux")
"""Prepositions that have swallowed an article."""
BREAKS = listed(
    "qui que qu dont où afin pour est sont reste restent sera which that who whose for is are was were because"
)
"""What stands before these words is the item; what follows says more of it, or of something else."""
SOFT_BREAKS = listed(
    """
    grâce selon dans chez lors avec tout à en au aux lorsque quand si sans puis comme par sur
    with in to from when while if at on by as of
    """
)
"""The same where an item would be too long; else they belong to it (`pain au levain`)."""
RELATIVES = listed("qui que qu dont où laquelle lequel lesquels lesquelles which that who whose whom where")

_FIRST = re.compile(r"^[«“\"(\s]*(?P<word>(?:qu|[cdjlmnst])(?=['’])|[^\W_][\w-]*)", re.IGNORECASE)


def first_word(text: str) -> str:
    """The first word of a text in small letters, an elided one without its apostrophe; empty where there is none."""
    match = _FIRST.match(text)
    return match["word"].casefold() if match else ""


def after_first_word(text: str) -> str:
    """What follows the first word of a text."""
    match = _FIRST.match(text)
    return text[match.end() :].lstrip(" '’") if match else ""


def after_elision(word: str) -> str:
    """A word in small letters without what is elided before it: `s’installer` is `installer`."""
    return word.casefold().replace("’", "'").rpartition("'")[2]


def sort_of(text: str, language: str) -> Sort:
    """How a text begins; `NONE` where it begins as no item does."""
    first = first_word(text)
    if first in PREPOSITIONS:
        article = first in CONTRACTED or first_word(after_first_word(text)) in ARTICLES
        return Sort(PREPOSITIONS[first], article=article)
    if first in ARTICLES:
        return ARTICLE
    return NONE if not first or first in small_words(language) else WORD


def bare(item: str, sort: Sort) -> str:
    """The item without the preposition that all of its list share."""
    if not sort.preposition or first_word(item) in CONTRACTED:
        return item
    return after_first_word(item)
