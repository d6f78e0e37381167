"""What all kinds of question have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from string import ascii_lowercase
from typing import ClassVar, Generic, TypeVar

from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen

LEVELS = ("easy", "medium", "hard")
LETTERS = ascii_lowercase

Given = TypeVar("Given")
"""What a person gave as an answer to a question of one kind, understood (an index, a number …)."""


@frozen
class Source:
    """Where the document says so: its section and the numbers of its sentences."""

    section: str
    sentences: tuple[int, ...]


@frozen
class Option:
    """One thing to choose, and, where the pack knows it, what it is really about when it is wrong."""

    text: Text
    about: Text | None = None


@frozen
class Counted:
    """How a share was counted: a sentence (marked with `N_`) with its values, which are counts."""

    message: str
    values: Mapping[str, int]


@frozen(kw_only=True)
class Question(ABC, Generic[Given]):
    """A question ready to be asked, with its key, in every language of its pack.

    `id` fixes the fact and the template (never the distractors); `facts` are all the facts it rests on. The
    methods give meaning to the one notation of answers: `read` understands it, `write` is its canonical
    form, `grade` is the share of the point earned, from 0.0 to 1.0. Whoever does not care which kind of
    question it is uses `canonical`, `mark` and `tell`, which take the notation itself.
    """

    kind: ClassVar[str]

    id: str
    topic: str
    level: str
    prompt: Text
    explanation: Text
    facts: tuple[str, ...]
    source: Source

    @abstractmethod
    def read(self, notation: str) -> Given:
        """Understand an answer, or raise `BadInput` with a sentence that says what is expected."""

    @abstractmethod
    def write(self, given: Given) -> str:
        """The canonical notation of an answer."""

    @abstractmethod
    def grade(self, given: Given) -> float:
        """The share of the point that an answer earns, from 0.0 to 1.0."""

    @property
    @abstractmethod
    def key(self) -> Given:
        """The right answer."""

    @abstractmethod
    def describe(self, given: Given) -> Text:
        """An answer for a reader, in every language."""

    @property
    def shown(self) -> tuple[Option, ...]:
        """The options in the order shown; none where the answer is typed."""
        return ()

    def counted(self, given: Given) -> Counted | None:  # noqa: ARG002 - a kind that is right or wrong counts nothing
        """How the share of an answer that is right in part comes about; None where there is nothing to count."""
        return None

    def for_certainty(self, share: float) -> float:
        """The share that certainty marks count, of a share of the point earned: the same, for most kinds."""
        return share

    @property
    def answer(self) -> str:
        """The right answer in its canonical notation."""
        return self.write(self.key)

    @property
    def answer_text(self) -> Text:
        """The right answer for a reader, in every language."""
        return self.describe(self.key)

    def canonical(self, notation: str) -> str:
        """What was typed, in canonical notation; `BadInput` where it is malformed."""
        return self.write(self.read(notation))

    def mark(self, notation: str) -> float:
        """The share of the point that what was typed earns, 0.0 to 1.0; `BadInput` where it is malformed."""
        return self.grade(self.read(notation))

    def tell(self, notation: str) -> Text:
        """What was typed, for a reader, in every language; `BadInput` where it is malformed."""
        return self.describe(self.read(notation))

    def count(self, notation: str) -> Counted | None:
        """How the share of what was typed comes about, where it is right in part; `BadInput` where it is malformed."""
        return self.counted(self.read(notation))

    def answer_in(self, language: str) -> str:  # noqa: ARG002 - a kind whose notation is words needs it
        """The right answer in the notation, as one writes it in that language."""
        return self.answer
