"""A question as one reader sees it: in one language, with what the facts behind it say in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ctoquiz.domain.questions import AnyQuestion, Multiple, Single
from ctoquiz.quality.language.words import stems, words

CHOICE = frozenset({Single.kind, Multiple.kind})
"""The kinds with a key among distractors."""
_FIGURE = re.compile(r"\d+(?:[\s.,]\d+)*")


@dataclass(frozen=True)
class Told:
    """What the facts behind a question say, in one language: their sentences and labels, and their other forms.

    `texts` are the facts' own words (not the questions asked of them, nor their wrong answers); `aliases` are groups of
    texts that mean the same; `apart` are titles and terms that the pack declares as fixed.
    """

    texts: tuple[str, ...] = ()
    aliases: tuple[frozenset[str], ...] = ()
    apart: tuple[str, ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the facts, as `words` gives them."""
        return frozenset(word for text in self.texts for word in words(text))


@dataclass(frozen=True)
class View:
    """A question in one of its languages."""

    question: AnyQuestion
    language: str
    told: Told = Told()

    @cached_property
    def prompt(self) -> str:
        """What is asked."""
        return self.question.prompt[self.language]

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The options in the order shown; none where the answer is typed."""
        return tuple(option.text[self.language] for option in self.question.shown)

    @cached_property
    def keys(self) -> frozenset[int]:
        """The places of the right options of a choice; empty for other kinds."""
        if isinstance(self.question, Single):
            return frozenset({self.question.right})
        return self.question.right if isinstance(self.question, Multiple) else frozenset()

    @cached_property
    def right(self) -> tuple[str, ...]:
        """The right options of a choice."""
        return tuple(text for place, text in enumerate(self.options) if place in self.keys)

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        """The distractors of a choice."""
        return tuple(text for place, text in enumerate(self.options) if place not in self.keys)

    @cached_property
    def numeric(self) -> bool:
        """Whether every option is a figure or a range of figures, so that options differ by value and not by words."""
        return bool(self.options) and all(is_figure(text) for text in self.options)

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text in this language, function words left out."""
        return frozenset(stems(text, self.language))

    def texts(self) -> Iterator[str]:
        """All that is read before answering: the prompt, what stands on the left of a match, the options."""
        yield self.prompt
        yield from (text[self.language] for text in getattr(self.question, "left", ()))
        yield from self.options


_UNIT_WORDS = frozenset(
    {"€", "%", "k", "à", "to", "et", "and", "ans", "an", "years", "year", "de", "from", "entre", "between"}
)


def is_figure(text: str) -> bool:
    """Whether a text is a figure or a range with at most a unit: `70 000 à 90 000 €`, `5%`, `8 years`."""
    if not _FIGURE.search(text):
        return False
    rest = re.sub(r"[\d\s.,–—-]+", " ", text.replace("\u00a0", " ")).casefold()
    return all(word in _UNIT_WORDS for word in re.findall(r"[^\W\d_]+|[€%]", rest))


def figures(text: str) -> tuple[float, ...]:
    """The figures in a text in its order, thousands put together: `70 000 à 90 000 €` gives 70000.0, 90000.0."""
    return tuple(_value(match.group()) for match in _FIGURE.finditer(text))


def _value(written: str) -> float:
    """A figure as written in French or English; a mark before exactly three digits separates thousands."""
    digits = re.sub(r"[\s.,](?=\d{3}(?!\d))", "", written)
    return float(re.sub(r"\s", "", digits).replace(",", ".", 1)) if digits.count(".") + digits.count(",") <= 1 else 0.0
