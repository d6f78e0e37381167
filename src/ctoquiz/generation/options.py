"""Options: the key among distractors that are certainly wrong, of like length, in an order left to chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import Option
from ctoquiz.domain.text import Text

DISTRACTORS = 3
FEWEST_DISTRACTORS = 2
_TRIES = 32
_LONGEST, _SHORTEST = 1.25, 0.75


def distinct(pool: Iterable[Option], *forbidden: Text) -> Iterator[Option]:
    """The options of the pool that differ from the forbidden texts and from each other in every language."""
    taken = {label for text in forbidden for label in _folded(text)}
    for option in pool:
        labels = _folded(option.text)
        if taken.isdisjoint(labels):
            taken |= labels
            yield option


def alike(one: Text, other: Text) -> bool:
    """Whether two texts are the same in any language, whatever the case."""
    return not _folded(one).isdisjoint(_folded(other))


def forms(text: Text, aliases: Mapping[str, tuple[str, ...]]) -> Iterator[Text]:
    """The text, and each of its other forms as a text in the one language that it is a form in."""
    yield text
    yield from ({language: form} for language, others in aliases.items() for form in others)


def enough(pool: Iterable[Option], key: Text, count: int = FEWEST_DISTRACTORS) -> bool:
    """Whether the pool holds so many distinct wrong options; reads no further than it must."""
    return len(list(islice(distinct(pool, key), count))) == count


def distractors(key: Text, pool: Sequence[Option], chance: Chance, count: int = DISTRACTORS) -> list[Option]:
    """`count` options of the pool by chance, such that the key is neither by far the longest nor the shortest.

    A key is at most 1.25 times as long as the longest distractor and at least 0.75 times the shortest. Where
    the pool holds no such choice, the last one tried is taken.
    """
    chosen: list[Option] = []
    for _ in range(_TRIES):
        chosen = chance.sample(pool, count)
        if fair_length(key, [option.text for option in chosen]):
            break
    return chosen


def fair_length(key: Text, others: Sequence[Text]) -> bool:
    """Whether the key's length gives it away in no language."""
    return all(
        len(words) <= _LONGEST * max(len(other[language]) for other in others)
        and len(words) >= _SHORTEST * min(len(other[language]) for other in others)
        for language, words in key.items()
    )


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


def _folded(text: Text) -> set[tuple[str, str]]:
    # The same as a loop over the items, in a third of the time: every question of a pack comes through here.
    return set(zip(text, map(str.strip, map(str.casefold, text.values())), strict=True))
