"""Many quizzes of one pack, as people play them: what the rules on quizzes and packs, and the blind solver, look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import WrongUsage
from ctoquiz.generation.catalogue import Catalogue
from ctoquiz.generation.compose import from_seed
from ctoquiz.quality.blind.table import SEEDS, WANTED, Wanted


def many_quizzes(catalogue: Catalogue, seeds: int = SEEDS) -> Iterator[Sequence[AnyQuestion]]:
    """`seeds` quizzes of each sort wanted, the same every time; smaller ones where the pack has fewer questions."""
    for wanted in WANTED:
        for seed in range(seeds):
            quiz = _quiz(catalogue, wanted, f"{wanted.count} {' '.join(wanted.kinds)} {seed}")
            if quiz is None:
                break
            yield quiz


def _quiz(catalogue: Catalogue, wanted: Wanted, seed: str) -> Sequence[AnyQuestion] | None:
    """A quiz of as many questions as wanted, or as there are; None where there is none of these kinds."""
    for count in (wanted.count, None):
        try:
            return from_seed(catalogue, Selection(kinds=wanted.kinds), count, seed).quiz.questions
        except WrongUsage:
            continue
    return None
