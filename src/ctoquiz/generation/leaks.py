"""No prompt comes twice in a quiz, and none states the key of another question."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ctoquiz.domain.questions import Interval, Number, Question, Single, Typed

_WORDS = re.compile(r"\w+")
_PLURAL = re.compile(r"(?<=\w{3})[sx]\b")
_DETERMINERS = frozenset(
    {"le", "la", "les", "l", "un", "une", "du", "de", "d", "des", "the", "a", "an", "of", "its", "their"}
)
"""What comes and goes as a key is put into a sentence: the size of the firm, the sizes of firms."""
_TELLING = (Single, Typed, Number, Interval)
"""The kinds whose key is a text that a prompt can state."""


class Leaks:
    """The prompts and the keys of a quiz so far."""

    def __init__(self) -> None:
        self._prompts: dict[str, str] = {}
        self._asked: set[tuple[str, ...]] = set()
        self._keys: list[dict[str, str]] = []

    def admit(self, question: Question[Any]) -> bool:
        """Take the question in, unless its prompt was there before or states a key taken in before, or a prompt before
        states its key.
        """
        prompt = {language: _prompt(words) for language, words in question.prompt.items()}
        key = _key(question)
        asked = tuple(prompt.values())
        if asked in self._asked or any(_states(prompt, other) for other in self._keys) or _states(self._prompts, key):
            return False
        self._asked.add(asked)
        self._keys.append(key)
        for language, words in prompt.items():
            self._prompts[language] = f"{self._prompts.get(language, '')}\n{words}"
        return True


def _key(question: Question[Any]) -> dict[str, str]:
    if not isinstance(question, _TELLING):
        return {}
    return {language: _bare(words) for language, words in question.answer_text.items()}


def _states(prompt: dict[str, str], key: dict[str, str]) -> bool:
    return any(words in prompt[language] for language, words in key.items() if language in prompt)


@lru_cache(maxsize=20_000)
def _prompt(text: str) -> str:
    """The prompt as it is written, and without determiners, on a line each."""
    folded = _folded(text)
    return f"{folded}\n{_without_determiners(folded)}"


def _folded(text: str) -> str:
    """The words in lower case and without a sign of the plural, a space around each: only whole words are found."""
    return f" {' '.join(_WORDS.findall(_PLURAL.sub('', text.casefold())))} "


@lru_cache(maxsize=20_000)
def _bare(text: str) -> str:
    """A key without its determiners, where two words or more are left: one word alone comes in too many prompts."""
    folded = _folded(text)
    bare = _without_determiners(folded)
    return bare if " " in bare.strip() else folded


def _without_determiners(folded: str) -> str:
    return f" {' '.join(word for word in folded.split() if word not in _DETERMINERS)} "
