"""Words to type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ctoquiz.domain.questions.answers import quoted, tidy
from ctoquiz.domain.questions.base import Question
from ctoquiz.domain.questions.spelling import has_words, matches
from ctoquiz.domain.text import Text, same
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Typed(Question[str]):
    """Words to type, understood as `ctoquiz.domain.questions.spelling` says.

    `accepted` holds, for each language, the forms that are right, the one to show first; `others`, for each
    language, other known labels that a slip of the pen must not reach. Every language's forms are right
    whatever the language of the quiz: who learnt a title in French may type it in an English quiz.
    """

    kind: ClassVar[str] = "text"

    accepted: Mapping[str, tuple[str, ...]]
    others: Mapping[str, tuple[str, ...]]

    def __post_init__(self) -> None:
        if not self.accepted or not all(self.accepted.values()):
            raise ValueError("every language has at least one right form")
        if not all(has_words(form) for forms in self.accepted.values() for form in forms):
            raise ValueError("a right form has at least one letter or digit")

    def read(self, notation: str) -> str:
        """The words as typed, without the spaces around them; at least one letter or digit."""
        given = tidy(notation)
        if not has_words(given):
            raise BadInput(N_("“{answer}” holds no word; type one, or ? if you don’t know."), answer=quoted(notation))
        return given

    def write(self, given: str) -> str:
        """The words as typed."""
        return given

    def grade(self, given: str) -> float:
        """1 for a right form, slips of the pen forgiven, else 0."""
        accepted = [form for forms in self.accepted.values() for form in forms]
        return float(matches(given, accepted, [label for labels in self.others.values() for label in labels]))

    @property
    def key(self) -> str:
        """The form to show of the pack's first language."""
        return next(iter(self.accepted.values()))[0]

    def describe(self, given: str) -> Text:
        """The words as typed; the key, in every language, as the form to show of that language."""
        if given == self.key:
            return {language: forms[0] for language, forms in self.accepted.items()}
        return same(given, tuple(self.accepted))

    def answer_in(self, language: str) -> str:
        """The form to show of that language."""
        return self.accepted.get(language, (self.key,))[0]
