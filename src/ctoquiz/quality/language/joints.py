"""Where two words meet: elisions, contractions and articles that are missing, too much or there twice."""

from __future__ import annotations

import re
from functools import lru_cache

from ctoquiz.quality.language.lexicon import lexicon
from ctoquiz.quality.language.words import plain

_REST_OF_WORD = re.compile(r"[\w'-]*")


@lru_cache(maxsize=20_000)
def clashes(text: str, language: str) -> tuple[str, ...]:
    """The words of a text that don't go together, in its order: `le équipe`, `de le projet`, `an team`."""
    written = plain(text)
    found = re.finditer(lexicon(language).clash, written)
    return tuple(written[each.start() : _end(written, each.end())].strip() for each in found)


def _end(text: str, place: int) -> int:
    """Where the word ends that a place is at or in."""
    rest = _REST_OF_WORD.match(text, place)
    return rest.end() if rest else place
