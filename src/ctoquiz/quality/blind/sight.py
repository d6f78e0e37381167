"""What the blind player sees: something to decide, the quiz around it, and what earlier feedback told. Never a key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

from ctoquiz.quality.language.words import stems, words

Stems = frozenset[str]

TRUTHS = ("true", "false")
"""What a statement is decided between, in this order."""


@dataclass(frozen=True)
class Item:
    """One thing to decide between options: a choice, a statement, one thing on the left of a match, what comes first
    in an order. `number` is the question's place in its quiz, from 0.
    """

    number: int
    language: str
    prompt: str
    options: tuple[str, ...]
    statement: bool = False

    @cached_property
    def asked(self) -> Stems:
        """The stems of the prompt."""
        return frozenset(stems(self.prompt, self.language))

    @cached_property
    def said(self) -> tuple[Stems, ...]:
        """The stems of each option."""
        return tuple(frozenset(stems(text, self.language)) for text in self.options)

    @cached_property
    def strings(self) -> tuple[str, ...]:
        """Each option as it is recognised when it comes again."""
        return tuple(folded(text) for text in self.options)


@dataclass(frozen=True)
class Sheet:
    """A whole quiz at a glance. `prompts` and `strings` hold, for each question, the stems of its prompt and its
    options (folded); `statements` the length of each statement by the place of its question.
    """

    prompts: tuple[Stems, ...]
    strings: tuple[frozenset[str], ...]
    statements: Mapping[int, int]

    @cached_property
    def shown(self) -> Mapping[str, int]:
        """In how many questions of the quiz each option comes."""
        return Counter(text for texts in self.strings for text in texts)

    @cached_property
    def usual_length(self) -> float | None:
        """The median length of the quiz's statements; None where there is nothing to compare."""
        return median(self.statements.values()) if len(self.statements) > 1 else None

    @cached_property
    def asked(self) -> Mapping[str, int]:
        """In how many prompts of the quiz each stem comes."""
        return Counter(stem for prompt in self.prompts for stem in prompt)

    def familiar(self, number: int) -> float:
        """The share of a prompt's stems that come in other prompts of the quiz too."""
        own = self.prompts[number]
        return sum(self.asked[stem] > 1 for stem in own) / len(own) if own else 0.0

    @cached_property
    def usually_familiar(self) -> float | None:
        """The median familiarity of the quiz's statements; None where there is nothing to compare."""
        return median(map(self.familiar, self.statements)) if len(self.statements) > 1 else None


@dataclass(frozen=True)
class Memory:
    """What feedback told so far in a quiz: which options were right and wrong, where the keys of choices stood and the
    last of them, how many statements were true and false, and the stems of all explanations.
    """

    right: Mapping[str, int] = field(default_factory=dict)
    wrong: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[int, int] = field(default_factory=dict)
    last: int | None = None
    truths: Mapping[str, int] = field(default_factory=dict)
    told: Stems = frozenset()


@dataclass(frozen=True)
class Sight:
    """Something to decide, the quiz that it stands in, and what was told before."""

    item: Item
    sheet: Sheet
    before: Memory = Memory()


def folded(text: str) -> str:
    """A text by its words alone."""
    return " ".join(words(text))
