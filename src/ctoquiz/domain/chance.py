"""Chance of our own: the same draw on every system and every Python, for ever.

`random.shuffle` and `random.sample` have changed between Python versions, and the order of sets and `hash()` differ
from run to run. Here chance is SHA-256 in counter mode: block *i* is `SHA-256(key ‖ i)` with *i* as eight big-endian
bytes; each block gives four 64-bit words. A number below *n* is drawn by rejection, so that it is exactly uniform.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import count
from struct import unpack
from typing import TypeVar

Item = TypeVar("Item")

_WORDS = 1 << 64
"""So many different words there are."""


class Chance:
    """A stream of chance fixed by its key, or by what works the key out when a number is drawn for the first time."""

    def __init__(self, key: bytes | Callable[[], bytes]) -> None:
        self._words = _words(key)

    @classmethod
    def of(cls, *parts: object) -> Chance:
        """The stream that the texts of `parts` fix; each part counts on its own (`"ab", "c"` is not `"a", "bc"`)."""
        return cls(partial(digest, *parts))

    def below(self, n: int) -> int:
        """A whole number from 0 to n − 1, each as likely. n is from 1 to 2⁶⁴."""
        limit = _WORDS - _WORDS % n
        word = next(self._words)
        while word >= limit:
            word = next(self._words)
        return word % n

    def choice(self, items: Sequence[Item]) -> Item:
        """One of the items, each as likely."""
        return items[self.below(len(items))]

    def sample(self, items: Sequence[Item], count: int) -> list[Item]:
        """`count` different items (all of them if there are fewer) in a random order (Fisher and Yates)."""
        pool = list(items)
        count = min(count, len(pool))
        for place in range(count):
            other = place + self.below(len(pool) - place)
            pool[place], pool[other] = pool[other], pool[place]
        return pool[:count]

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """All the items in a random order, every order as likely."""
        return self.sample(items, len(items))


def digest(*parts: object) -> bytes:
    """The 32 bytes of SHA-256 over the texts of `parts`, each preceded by its length."""
    texts = [str(part).encode() for part in parts]
    return sha256(b"".join([len(text).to_bytes(8, "big") + text for text in texts])).digest()


def _words(key: bytes | Callable[[], bytes]) -> Iterator[int]:
    start = key if isinstance(key, bytes) else key()
    for counter in count():
        yield from unpack(">4Q", sha256(start + counter.to_bytes(8, "big")).digest())
