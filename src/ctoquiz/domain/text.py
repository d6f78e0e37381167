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

    return {
        language: _filled(words, language, values) if "{" in words else words for language, words in wording.items()
    }


def _filled(words: str, language: str, values: Mapping[str, Text]) -> str:
    pieces = _GAP.split(words)  # by turns what is between the gaps, and the name of a gap
    pieces[1::2] = [_value(name, language, values) for name in pieces[1::2]]
    return "".join(pieces)


def _value(name: str, language: str, values: Mapping[str, Text]) -> str:
    value = values.get(name.lower())
    if value is None:
        return "{" + name + "}"
    words = value[language]
    return words[:1].upper() + words[1:] if name[:1].isupper() else words
