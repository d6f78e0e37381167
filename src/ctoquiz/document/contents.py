"""What a sentence holds that a fact should carry: its figures, what it lists, the abbreviations that it explains."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from ctoquiz.document.figures import Figure, figures
from ctoquiz.document.lists import enumerations
from ctoquiz.document.terms import Naming, namings
from ctoquiz.frozen import frozen
from ctoquiz.quality.language.words import stems

SHARE = 3 / 4
"""A fact carries an item when it holds so much of its stems: authors word things in their own way."""


@dataclass(frozen=True)
class Telling:
    """What one fact tells: its words in every language, and its numbers."""

    texts: tuple[str, ...]
    values: tuple[float, ...]
    language: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words, all made by the rules of the document's language."""
        return frozenset(stem for text in self.texts for stem in stems(text, self.language))

    @cached_property
    def numbers(self) -> frozenset[float]:
        """Its numbers, those in its words as well."""
        written = (end for text in self.texts for each in figures(text) for end in (each.low, each.high))
        return frozenset((*self.values, *written))


@frozen
class Content(ABC):
    """One thing that a sentence holds; `text` is how the sentence has it."""

    KIND: ClassVar[str]
    """Its name in the JSON of a coverage."""

    text: str

    @abstractmethod
    def is_in(self, telling: Telling) -> bool:
        """Whether a fact carries it."""


@frozen
class FigureContent(Content):
    """A figure: a fact carries it that holds its number, or both of its ends."""

    KIND: ClassVar[str] = "figure"

    figure: Figure

    def is_in(self, telling: Telling) -> bool:
        """Whether a fact has its numbers."""
        return {self.figure.low, self.figure.high} <= telling.numbers


@frozen
class ItemContent(Content):
    """A member of a list: a fact carries it that has most of its stems."""

    KIND: ClassVar[str] = "item"

    stems: frozenset[str]

    def is_in(self, telling: Telling) -> bool:
        """Whether a fact has most of its stems."""
        return len(self.stems & telling.stems) >= SHARE * len(self.stems)


@frozen
class NamingContent(Content):
    """An abbreviation and its meaning: a fact carries it that has the one, and most of the stems of the other."""

    KIND: ClassVar[str] = "abbreviation"

    short: frozenset[str]
    long: frozenset[str]

    def is_in(self, telling: Telling) -> bool:
        """Whether a fact has both."""
        return self.short <= telling.stems and len(self.long & telling.stems) >= SHARE * len(self.long)


def contents(sentence: str, language: str) -> list[Content]:
    """All that a sentence holds, each thing once, in the order: figures, items, abbreviations."""
    found: Iterable[Content] = (*_figures(sentence), *_items(sentence, language), *_namings(sentence, language))
    return list({(each.KIND, each.text.casefold()): each for each in found}.values())


def _figures(sentence: str) -> Iterator[Content]:
    return (FigureContent(each.text, each) for each in figures(sentence))


def _items(sentence: str, language: str) -> Iterator[Content]:
    for listed in enumerations(sentence, language):
        for item in listed.items:
            own = frozenset(stems(item, language))
            if own and not figures(item):  # what is figures is looked for as figures
                yield ItemContent(item, own)


def _namings(sentence: str, language: str) -> Iterator[Content]:
    return (_naming(each, language) for each in namings(sentence))


def _naming(naming: Naming, language: str) -> NamingContent:
    text = f"{naming.short} ({naming.long})"
    return NamingContent(text, frozenset(stems(naming.short, language)), frozenset(stems(naming.long, language)))
