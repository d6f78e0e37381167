"""The sentences of a text that somebody saved from a page: headings, paragraphs, lists.

A line ends a sentence, and so does a full stop, a question or an exclamation mark, or an ellipsis, where what follows
begins like a sentence. That can be wrong: a copy may break its lines anywhere, an abbreviation may look like an end.
Where the fingerprints of sentences are known, the pieces that together give one are therefore put together again.

Libraries that split sentences were tried on the documents of the tests: pysbd (last released in 2021) and sentencex
break `p. ex.`, `Mme. Durand` and `approx. $95,000` apart, and NLTK's punkt brings megabytes. The rules here are few.
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
    r"(?:approx|art|av|bd|cf|chap|dept|dr|éd|env|esp|ex|fig|hab|incl|m|mgr|mlle|mme|mr|mrs|ms|nb|pp?|pr|prof|"
    r"réf|ste?|tél|vol|vs|e\.g|i\.e|[^\W\d_])\.$",
    re.IGNORECASE,
)
"""A stop that belongs to a word: `M.`, `p. ex.`, an initial. (Words that often end a sentence, as `etc.`, are left.)"""
_BEFORE_NUMBER = re.compile(r"(?:^|[\s(«“])(?:no|nos|nᵒ|sec|p)\.\s+$", re.IGNORECASE)
"""A stop that belongs to a word before a number: `No. 5`."""
_LONG_LINE = 60
"""A line at least so long, in signs, that ends within a sentence was broken for its width."""
_GOES_ON = re.compile(r"[a-zà-öø-ÿœ(«“]")
_STOPS = (".", "!", "?", "…", ":", ";", "»", "”")
_NUMBERED = re.compile(r"[\s(«“]*\d+\.")
"""The number of an item of a list."""


def sentences(text: str, known: Collection[str] = ()) -> list[str]:
    """The sentences of a text in its order, each on one line.

    `known` holds fingerprints of sentences that the text is expected to have.
    """
    marks = frozenset(known)
    return [sentence for lines in _paragraphs(text) for sentence in _together(_pieces(lines), marks)]


def paragraphs(text: str) -> list[list[list[str]]]:
    """The paragraphs of a text, each its lines, each line its sentences: in order, they are what `sentences` gives."""
    return [[list(_split(line)) for line in lines] for lines in _paragraphs(text)]


def _paragraphs(text: str) -> Iterator[list[str]]:
    """The lines of each paragraph, those put together that were broken for their width; an empty line ends one."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            plain = " ".join(line.split())
            if lines and len(lines[-1]) >= _LONG_LINE and not lines[-1].endswith(_STOPS) and _GOES_ON.match(plain):
                lines[-1] += f" {plain}"
            else:
                lines.append(plain)
        elif lines:
            yield lines
            lines = []


def _pieces(lines: Sequence[str]) -> list[str]:
    return [piece for line in lines for piece in _split(line)]


def _split(line: str) -> Iterator[str]:
    """The sentences of one line; none ends within brackets."""
    start = looked = 0
    balance = dict.fromkeys(_PAIRS, 0)
    for end in _END.finditer(line):
        for pair in _PAIRS:  # what was looked at before is not counted again: a line may be long, and never close
            balance[pair] += line.count(pair[0], looked, end.end()) - line.count(pair[1], looked, end.end())
        looked = end.end()
        if max(balance.values()) <= 0 and not _belongs(line, start, end):
            yield line[start : end.end()].strip()
            start = end.end()
            balance = dict.fromkeys(_PAIRS, 0)
    yield line[start:].strip()


_PAIRS = ("()", "[]", "«»", "“”")
_NEAR = 24
"""A word before a stop is looked for in so many signs."""


def _belongs(line: str, start: int, end: re.Match[str]) -> bool:
    """Whether a stop belongs to a word, or to the number of an item, so that it ends no sentence."""
    before = line[max(start, end.end("mark") - _NEAR) : end.end("mark")]
    if _ABBREVIATED.search(before):
        return True
    if line[end.end() : end.end() + 1].isdigit() and _BEFORE_NUMBER.search(
        line[max(start, end.end() - _NEAR) : end.end()]
    ):
        return True
    return end.end() - start < _NEAR and _NUMBERED.fullmatch(before) is not None


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
