"""A text in every language of a pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Text = Mapping[str, str]
"""The same words in each language: language code → text. Never empty."""


def each(text: Text, change: Callable[[str, str], str]) -> Text:
    """The text with `change(language, words)` done to every language's words."""
    return {language: change(language, words) for language, words in text.items()}


def same(words: str, languages: tuple[str, ...]) -> Text:
    """Words that are the same in every language."""
    return dict.fromkeys(languages, words)
