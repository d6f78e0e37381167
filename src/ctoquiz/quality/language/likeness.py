"""How alike two texts are."""

from __future__ import annotations

from functools import lru_cache

from ctoquiz.domain.questions.spelling import slips

JACCARD, EDITS = 0.8, 0.85
"""From so much likeness on, of words or of letters, two options read as one (1 is the same)."""


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The words that two sets share, of all that they hold (Jaccard's index); 0 where either is empty."""
    return len(one & other) / len(one | other) if one and other else 0.0


@lru_cache(maxsize=20_000)
def misspelt(one: str, other: str) -> bool:
    """Whether two texts differ by a few letters alone: 1 − edits ÷ the longer one's length is `EDITS` or more."""
    longer = max(len(one), len(other))
    allowed = int(longer * (1 - EDITS) + 1e-9)
    if abs(len(one) - len(other)) > allowed or _unlike(one, other) > allowed:
        return False
    return longer > 0 and slips(one, other) <= allowed


def _unlike(one: str, other: str) -> int:
    """So many edits at least, whatever the order of the letters: counted fast, and mostly enough."""
    fewer = sum(max(0, one.count(letter) - other.count(letter)) for letter in set(one))
    return max(fewer, fewer + len(other) - len(one))
