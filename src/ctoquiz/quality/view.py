"""A question as one reader sees it: in one language, with what the facts behind it say in their own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ctoquiz.domain.questions import AnyQuestion, Multiple, Single, Typed
from ctoquiz.domain.text import Text
from ctoquiz.quality.language.figures import is_figure
from ctoquiz.quality.language.words import spoken, stems, words

CHOICE = frozenset({Single.kind, Multiple.kind})
"""The kinds with a key among distractors."""
GAP = "___"
"""What stands in a prompt where its key belongs."""


@dataclass(frozen=True)
class Told:
    """What the facts behind a question say, in one language: their sentences and labels, and their other forms.

    `texts` are the facts' own words (not the questions asked of them, nor their wrong answers); `sentences` those of
    them that state a fact, their gaps left open, and `conditions` those under which it holds; `aliases` are groups of
    texts that mean the same; `apart` are titles and terms that the pack declares as fixed.
    """

    texts: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    aliases: tuple[frozenset[str], ...] = ()
    apart: tuple[str, ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the facts, as `words` gives them."""
        return frozenset(word for text in self.texts for word in words(text))

    def spoken(self, what: str, language: str) -> frozenset[str]:
        """Of which groups of words the facts have one; see `ctoquiz.quality.language.words.spoken`."""
        return frozenset(name for text in self.texts for name in spoken(text, language, what))


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

    @cached_property
    def option_stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each option."""
        return tuple(self.stems(text) for text in self.options)

    @cached_property
    def rendered(self) -> tuple[str, ...]:
        """The prompt with its gap filled, by each option; empty where there is no gap or there are no options."""
        if GAP not in self.prompt:
            return ()
        return tuple(self.prompt.replace(GAP, text) for text in self.options)

    @cached_property
    def stated(self) -> str:
        """All that a question and its right answer say together, without what is wrong."""
        if isinstance(self.question, Typed):
            return f"{self.prompt} / {self.question.accepted[self.language][0]}"
        return " / ".join([self.prompt, *self.right] if self.keys else self.texts())

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text in this language, function words left out."""
        return frozenset(stems(text, self.language))

    def texts(self) -> Iterator[str]:
        """All that is read before answering: the prompt, what stands on the left of a match, the options."""
        yield self.prompt
        yield from (text[self.language] for text in getattr(self.question, "left", ()))
        yield from self.options

    def all_texts(self) -> Iterator[str]:
        """All that is read before and after answering."""
        yield from (text[self.language] for text in question_texts(self.question))


def question_texts(question: AnyQuestion) -> Iterator[Text]:
    """All that a question shows before and after it is answered, each in every language."""
    yield from (question.prompt, question.explanation)
    yield from getattr(question, "left", ())
    for option in question.shown:
        yield option.text
        if option.about:
            yield option.about
    about: Text | None = getattr(question, "about", None)
    if about:
        yield about
    if isinstance(question, Typed):
        yield question.answer_text
