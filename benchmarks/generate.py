"""Generate every question of the CTO pack, once; print how many there are, and the milliseconds that it took.

The time is that of the processor: nothing is waited for here but for other programs on a busy machine.
"""

from __future__ import annotations

import gc
from time import process_time

from ctoquiz.__main__ import GARBAGE
from ctoquiz.domain.pack import Pack
from ctoquiz.generation.catalogue import catalogue
from ctoquiz.storage.packs import load_pack


def generate(pack: Pack) -> tuple[int, float]:
    """How many questions the pack can ask, and the milliseconds of the processor that it took to build all of them."""
    start = process_time()
    whole = catalogue(pack)
    for blueprint in whole.blueprints:
        whole.neutral(blueprint)
    return len(whole.blueprints), (process_time() - start) * 1000


if __name__ == "__main__":
    gc.set_threshold(*GARBAGE)
    print(*generate(load_pack()))
