"""Many quizzes of one pack, as people play them: what the rules on quizzes and packs, and the blind solver, look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import CtoquizError, WrongUsage
from ctoquiz.generation.catalogue import Catalogue
from ctoquiz.generation.compose import from_seed
from ctoquiz.quality.blind.table import SEEDS, WANTED, Wanted

Draws = Sequence[tuple[Wanted, int]]
"""The quizzes to be drawn: of which sort, and the number of each among those of its sort."""


def many_quizzes(
    catalogue: Catalogue, seeds: int = SEEDS, watch: Callable[[Draws], Iterable[tuple[Wanted, int]]] = iter
) -> Iterator[Sequence[AnyQuestion]]:
    """`seeds` quizzes of each sort wanted (of some sorts some times as many), the same every time; smaller ones where
    the pack has fewer questions.

    `watch` hands the draws on one by one, and may tell how far they have come.
    """
    draws = [(wanted, seed) for wanted in WANTED for seed in range(seeds * wanted.times)]
    for wanted, seed in watch(draws):
        quiz = _quiz(catalogue, wanted, f"{wanted.count} {' '.join(wanted.kinds)} {seed}")
        if quiz is not None:
            yield quiz


def _quiz(catalogue: Catalogue, wanted: Wanted, seed: str) -> Sequence[AnyQuestion] | None:
    """A quiz of as many questions as wanted, or as there are; None where there is none that may be asked."""
    for count in (wanted.count, None):
        try:
            return from_seed(catalogue, Selection(kinds=wanted.kinds), count, seed).quiz.questions
        except WrongUsage:
            continue
        except CtoquizError:
            break
    return None
