"""A statement that is true or false."""

from __future__ import annotations

from typing import ClassVar

from ctoquiz.domain.questions.answers import quoted, tidy
from ctoquiz.domain.questions.base import Question
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen

_WORDS = {
    **dict.fromkeys(("true", "t", "vrai", "v"), True),
    **dict.fromkeys(("false", "f", "faux"), False),
}
_SHOWN = {True: {"fr": "Vrai", "en": "True"}, False: {"fr": "Faux", "en": "False"}}


@frozen(kw_only=True)
class TrueFalse(Question[bool]):
    """A statement to judge. `about` says what a false one mixes up, where the pack knows it."""

    kind: ClassVar[str] = "true-false"

    right: bool
    about: Text | None = None

    def read(self, notation: str) -> bool:
        """`true` or `false`, `vrai` or `faux`, or the first letter of these, in either case."""
        given = _WORDS.get(tidy(notation).lower())
        if given is None:
            raise BadInput(N_("“{answer}” is neither true nor false; give t or f."), answer=quoted(notation))
        return given

    def write(self, given: bool) -> str:  # noqa: FBT001 - the answer itself
        """`true` or `false`, whatever the language."""
        return "true" if given else "false"

    def grade(self, given: bool) -> float:  # noqa: FBT001 - the answer itself
        """1 or 0."""
        return float(given == self.right)

    @property
    def key(self) -> bool:
        """Whether the statement is true."""
        return self.right

    def describe(self, given: bool) -> Text:  # noqa: FBT001 - the answer itself
        """“Vrai” or “Faux” in French; “True” or “False” in English and in languages that we don't speak."""
        words = _SHOWN[given]
        return {language: words.get(language.partition("-")[0], words["en"]) for language in self.prompt}
