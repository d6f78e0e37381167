from __future__ import annotations

from pathlib import Path

from ctoquiz.cli.manyquizzes import many_quizzes
from ctoquiz.domain.questions import TrueFalse
from ctoquiz.generation.catalogue import catalogue
from ctoquiz.quality.blind.table import WANTED
from ctoquiz.storage.packs import load_pack

FROZEN = Path(__file__).parents[1] / "generation" / "frozen"


def test_each_sort_of_quiz_is_drawn_for_each_seed_the_same_every_time() -> None:
    whole = catalogue(load_pack("cto"))
    quizzes = list(many_quizzes(whole, 2))

    assert [len(quiz) for quiz in quizzes] == [wanted.count for wanted in WANTED for _ in range(2 * wanted.times)]
    assert all(isinstance(question, TrueFalse) for question in quizzes[6])
    assert quizzes == list(many_quizzes(whole, 2))
    assert quizzes[0] != quizzes[1]


def test_a_small_pack_gives_quizzes_as_large_as_it_can() -> None:
    small = list(many_quizzes(catalogue(load_pack(str(FROZEN))), 1))

    assert len(small) == sum(wanted.times for wanted in WANTED)
    assert all(quiz for quiz in small)
