"""Options: the key among distractors that are certainly wrong, of like length, in an order left to chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text
from ctoquiz.generation.candidates import Candidate

Choice = TypeVar("Choice", Option, Candidate)

DISTRACTORS = 3
FEWEST_RIGHT, MOST_RIGHT, FEWEST_WRONG, MOST_TICKS = 2, 3, 2, 6
_TRIES = 32
_LONGEST, _SHORTEST = 1.25, 0.75


def distractors(key: Text, pool: Sequence[Choice], chance: Chance, count: int = DISTRACTORS) -> list[Choice]:
    """`count` options of the pool by chance, such that the key is neither by far the longest nor the shortest.

    A key is at most 1.25 times as long as the longest distractor and at least 0.75 times the shortest. Where
    the pool holds no such choice, the last one tried is taken.
    """
    chosen: list[Choice] = []
    for _ in range(_TRIES):
        chosen = chance.sample(pool, count)
        if fair_length(key, [option.text for option in chosen]):
            break
    return chosen


def ticks(right: Sequence[Choice], wrong: Sequence[Choice], chance: Chance) -> tuple[list[Choice], list[Choice]]:
    """Two or three of the right options and two or more of the wrong ones, six in all at most, by chance: such that the
    length of none of the right ones gives it away. Where there is no such choice, the last one tried is taken.
    """
    keys: list[Choice] = []
    others: list[Choice] = []
    for _ in range(_TRIES):
        keys = chance.sample(right, FEWEST_RIGHT + chance.below(min(MOST_RIGHT, len(right)) - 1))
        others = chance.sample(wrong, min(len(wrong), MOST_TICKS - 1 - len(keys) + chance.below(2)))
        if all(fair_length(key.text, [other.text for other in others]) for key in keys):
            break
    return keys, others


def fair_length(key: Text, others: Sequence[Text]) -> bool:
    """Whether the key's length gives it away in no language."""
    for language, words in key.items():
        lengths = [len(other[language]) for other in others]
        if not _SHORTEST * min(lengths) <= len(words) <= _LONGEST * max(lengths):
            return False
    return True


def mixed(key: Option, wrong: Sequence[Option], chance: Chance) -> tuple[tuple[Option, ...], int]:
    """The key put among the wrong options at a place that chance gives, each place as likely, and that place."""
    place = chance.below(len(wrong) + 1)
    return (*wrong[:place], key, *wrong[place:]), place


def ranked(below: Sequence[float], above: Sequence[float], chance: Chance, count: int = DISTRACTORS) -> list[float]:
    """`count` wrong figures, such that the rank of the right one among all is left to chance first.

    `below` and `above` are the wrong figures on either side of the right one, in any order.
    """
    count = min(count, len(below) + len(above))
    ranks = [rank for rank in range(count + 1) if rank <= len(below) and count - rank <= len(above)]
    rank = chance.choice(ranks)
    return chance.sample(sorted(below), rank) + chance.sample(sorted(above), count - rank)
