"""No prompt comes twice in a quiz, and none states the key of another question."""

from __future__ import annotations

import re
from typing import Any

from ctoquiz.domain.questions import Interval, Number, Question, Single, Typed

_WORDS = re.compile(r"\w+")
_PLURAL = re.compile(r"(?<=\w{3})[sx]\b")
_DETERMINERS = frozenset({"le", "la", "les", "l", "un", "une", "du", "de", "d", "the", "a", "an", "its", "their"})
_TELLING = (Single, Typed, Number, Interval)
"""The kinds whose key is a text that a prompt can state."""


class Leaks:
    """The prompts and the keys of a quiz so far."""

    def __init__(self) -> None:
        self._prompts: list[dict[str, str]] = []
        self._keys: list[dict[str, str]] = []

    def admit(self, question: Question[Any]) -> bool:
        """Take the question in, unless its prompt was there before or states a key taken in before, or a prompt before
        states its key.
        """
        prompt = {language: _folded(words) for language, words in question.prompt.items()}
        key = _key(question)
        if prompt in self._prompts:
            return False
        if any(_states(prompt, other) for other in self._keys) or any(_states(other, key) for other in self._prompts):
            return False
        self._prompts.append(prompt)
        self._keys.append(key)
        return True


def _key(question: Question[Any]) -> dict[str, str]:
    if not isinstance(question, _TELLING):
        return {}
    return {language: _bare(_folded(words)) for language, words in question.answer_text.items()}


def _states(prompt: dict[str, str], key: dict[str, str]) -> bool:
    return any(words in prompt[language] for language, words in key.items() if language in prompt)


def _folded(text: str) -> str:
    """The words in lower case and without a sign of the plural, a space around each: only whole words are found."""
    return f" {' '.join(_WORDS.findall(_PLURAL.sub('', text.casefold())))} "


def _bare(key: str) -> str:
    """A key without its determiner, where two words or more are left: one word alone comes in too many prompts."""
    first, _, rest = key.strip().partition(" ")
    return f" {rest} " if first in _DETERMINERS and " " in rest else key
