"""The sentences of a text that somebody saved from a page: headings, paragraphs, lists.

A line ends a sentence, and so does a full stop, a question or an exclamation mark, or an ellipsis, where what follows
begins like a sentence. That can be wrong: a copy may break its lines anywhere, an abbreviation may look like an end.
Where the fingerprints of sentences are known, the pieces that together give one are therefore put together again.

A library that splits sentences (pysbd, NLTK's punkt) would bring megabytes, and would still have to be mended here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ctoquiz.domain.fingerprint import fingerprint

MOST_PIECES = 12
"""A sentence is put together again from so many pieces at most."""

_END = re.compile(r"(?P<mark>[.!?…]+)(?P<closing>[\s»”\"’')\]]*)\s+(?=[«“\"‘'(\[\s]*[A-ZÀ-ÖØ-ÞŒ0-9])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(«“\"'’])"
    r"(?:art|av|bd|cf|chap|dr|éd|env|ex|fig|hab|m|mgr|mlle|mme|mr|mrs|pp?|pr|prof|réf|ste?|tél|vol|vs|[^\W\d_])\.$",
    re.IGNORECASE,
)
"""A stop that belongs to a word: `M.`, `p. ex.`, an initial. (Words that often end a sentence, as `etc.`, are left.)"""
_NUMBERED = re.compile(r"[\s(«“]*\d+\.")
"""The number of an item of a list."""


def sentences(text: str, known: Collection[str] = ()) -> list[str]:
    """The sentences of a text in its order, each on one line.

    `known` holds fingerprints of sentences that the text is expected to have.
    """
    marks = frozenset(known)
    return [sentence for paragraph in _paragraphs(text) for sentence in _together(_pieces(paragraph), marks)]


def _paragraphs(text: str) -> Iterator[list[str]]:
    """The lines of each paragraph; an empty line stands between two."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            lines.append(" ".join(line.split()))
        elif lines:
            yield lines
            lines = []


def _pieces(lines: Sequence[str]) -> list[str]:
    return [piece for line in lines for piece in _split(line)]


def _split(line: str) -> Iterator[str]:
    """The sentences of one line; none ends within brackets."""
    start = 0
    for end in _END.finditer(line):
        before = line[start : end.end("mark")]
        belongs = _ABBREVIATED.search(before) or _NUMBERED.fullmatch(before)
        if not belongs and not _is_open(line[start : end.end("closing")]):
            yield line[start : end.end()].strip()
            start = end.end()
    yield line[start:].strip()


def _is_open(part: str) -> bool:
    return any(part.count(opening) > part.count(closing) for opening, closing in ("()", "[]", "«»", "“”"))


def _together(pieces: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    """The pieces as they are, but those that together are a known sentence as one."""
    start = 0
    while start < len(pieces):
        end = _end_of_known(pieces, start, known) if known else start + 1
        yield " ".join(pieces[start:end])
        start = end


def _end_of_known(pieces: Sequence[str], start: int, known: frozenset[str]) -> int:
    for end in range(start + 1, min(start + MOST_PIECES, len(pieces)) + 1):
        if fingerprint(" ".join(pieces[start:end])) in known:
            return end
    return start + 1
