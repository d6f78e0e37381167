"""A text in every language of a pack, and texts with gaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

Text = Mapping[str, str]
"""The same words in each language: language code → text. Never empty."""

_GAP = re.compile(r"\{([^{}]*)\}")


def each(text: Text, change: Callable[[str, str], str]) -> Text:
    """The text with `change(language, words)` done to every language's words."""
    return {language: change(language, words) for language, words in text.items()}


def same(words: str, languages: tuple[str, ...]) -> Text:
    """Words that are the same in every language."""
    return dict.fromkeys(languages, words)


def gaps(text: Text) -> Iterator[str]:
    """The names of the gaps of a wording, in lower case: `{Member}` and `{member}` are one gap."""
    for words in text.values():
        if "{" in words:
            yield from (name.lower() for name in _GAP.findall(words))


def fill(wording: Text, values: Mapping[str, Text]) -> Text:
    """The wording with each gap `{name}` filled from `values`, `{Name}` with a capital; other gaps stay as they are.

    Nothing but the name is understood between braces (no attributes, indexes or formats): packs come from strangers.
    """

    def one(language: str, words: str) -> str:
        if "{" not in words:
            return words
        return _GAP.sub(lambda gap: _value(gap.group(1), language, values), words)

    return each(wording, one)


def _value(name: str, language: str, values: Mapping[str, Text]) -> str:
    value = values.get(name.lower())
    if value is None:
        return "{" + name + "}"
    words = value[language]
    return words[:1].upper() + words[1:] if name[:1].isupper() else words
