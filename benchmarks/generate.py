"""Generate every question of the CTO pack; print how many there are, the first time and the median time in ms."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from ctoquiz.domain.pack import Pack
from ctoquiz.generation.catalogue import catalogue
from ctoquiz.storage.packs import load_pack

ROUNDS = 15


def generate(pack: Pack) -> tuple[int, float]:
    """How many questions the pack can ask, and the milliseconds that it took to build all of them."""
    start = perf_counter()
    count = sum(1 for _ in catalogue(pack).neutral())
    return count, (perf_counter() - start) * 1000


if __name__ == "__main__":
    pack = load_pack()
    count, first = generate(pack)
    print(count, first, median(generate(pack)[1] for _ in range(ROUNDS)))
