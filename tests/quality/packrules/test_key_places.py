from __future__ import annotations

from collections.abc import Callable

from tests.blindkit import Asked, question
from tests.packkit import pack_of

from ctoquiz.domain.chance import Chance
from ctoquiz.quality.packrules.key_places import RULE
from ctoquiz.quality.rule import Evidence

ALL = ("one", "two", "three", "four")


def flaws(
    place: Callable[[int, int | None, Chance], int], seed: object = 0, options: tuple[str, ...] = ALL
) -> list[str]:
    """What is found in 200 quizzes of 12 choices; `place` gives each key one, by its number and the one before."""
    chance = Chance.of("places", seed)
    quizzes = []
    for _ in range(200):
        quiz, before = [], None
        for number in range(12):
            before = place(number, before, chance)
            quiz.append(question(number, Asked("Which?", options, places=(before,))))
        quizzes.append(quiz)
    return [flaw.message for _, flaw in RULE.look(Evidence(pack_of(), {}, quizzes))]


def test_places_left_to_chance_are_no_flaw() -> None:
    assert not any(flaws(lambda *given: given[2].below(4), seed) for seed in range(12))


def test_a_place_that_is_used_more_than_others_is_a_flaw() -> None:
    found = flaws(lambda *given: given[2].choice((0, 1, 1, 1, 2, 2, 3)))

    assert any("leave the place to chance" in each for each in found)


def test_a_place_that_follows_from_the_one_before_is_a_flaw() -> None:
    """Never the same twice: as many people shuffle, and as test takers expect."""

    def never_again(_: int, before: int | None, chance: Chance) -> int:
        return chance.choice([place for place in range(4) if place != before])

    assert any("key before" in each for each in flaws(never_again))


def test_balanced_places_are_a_flaw() -> None:
    def balanced(number: int, _: int | None, __: Chance) -> int:
        return number * 7 % 4

    assert any("balanced" in each for each in flaws(balanced))


def test_figures_are_sorted_and_have_no_place_of_their_own() -> None:
    assert flaws(lambda *_: 0, options=("1", "2", "3", "4")) == []


def test_few_keys_say_nothing() -> None:
    quiz = [question(number, Asked("Which?", ALL, places=(0,))) for number in range(12)]

    assert list(RULE.look(Evidence(pack_of(), {}, [quiz]))) == []
