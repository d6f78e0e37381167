"""What a quiz shows of itself tells as little as can be: which options come again, which were right or wrong before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from statistics import fmean

from tests.packkit import pack_of, t

from ctoquiz.domain.facts import Link, RelationFamily
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.generation import Catalogue, catalogue
from ctoquiz.generation.balance import balanced
from ctoquiz.generation.catalogue import Accepts, anything, build
from ctoquiz.generation.draw import Drawn, draw
from ctoquiz.quality.blind.cues.strings import CUES
from ctoquiz.quality.blind.sitting import Trial, sit

SEEDS = range(60)


@cache
def tasks() -> Catalogue:
    """Two families of choices: the keys of each are the wrong options of the rest of it, in the small one of all."""
    return catalogue(pack_of(_family("large", 30), _family("small", 4)))


def _family(name: str, count: int) -> RelationFamily:
    rows = tuple(
        Link(
            id=f"r{number}",
            subject=t(f"{name} {number}", f"{name} {number}"),
            object=t(f"{name} geste {number:02}", f"{name} task {number:02}"),
        )
        for number in range(count)
    )
    ask = {"forward": t(f"Que fait {{subject}} en {name} ?", f"What does {{subject}} do in {name}?")}
    return RelationFamily(id=name, kind="relation", functional=True, sentences=(1,), ask=ask, rows=rows)


@cache
def drawn(seed: int) -> Drawn:
    return draw(tasks().blueprints, 12, str(seed))


@cache
def evened(seed: int, accepts: Accepts = anything) -> Drawn:
    return balanced(drawn(seed), tasks().blueprints, str(seed), accepts)


def most_gained(quizzes: Sequence[Sequence[AnyQuestion]]) -> float:
    """By how many points the best of the cues that go by strings is right more often than chance."""
    trials = [trial for quiz in quizzes for trial in sit(quiz, "en")]
    return max(100 * fmean(_gain(trial, cue.picks(trial.sight)) for trial in trials) for cue in CUES)


def _gain(trial: Trial, picked: Sequence[int]) -> float:
    return sum(place in trial.right for place in picked) / len(picked) - 1 / 4 if picked else 0.0


def test_what_comes_again_and_what_feedback_told_is_hardly_right_more_often_than_chance() -> None:
    before = most_gained([drawn(seed).questions for seed in SEEDS])
    after = most_gained([evened(seed).questions for seed in SEEDS])

    assert before > 6
    assert after < 4.5


def test_a_balanced_quiz_asks_the_same_with_the_same_keys() -> None:
    for seed in SEEDS:
        asked = [
            {question.id: (question.prompt, question.answer_text) for question in each.questions}
            for each in (drawn(seed), evened(seed))
        ]
        assert asked[0] == asked[1]


def test_what_is_built_again_says_how_often_and_is_built_the_same_from_that() -> None:
    whole, rebuilt = tasks(), 0
    for seed in SEEDS:
        quiz = evened(seed)
        for question in quiz.questions:
            assert question == build(whole.by_id[question.id], str(seed), quiz.rebuilt.get(question.id, 0))
        rebuilt += len(quiz.rebuilt)
    assert rebuilt


def test_nothing_that_may_not_be_asked_is_built_to_balance_a_quiz() -> None:
    refused = 0
    for seed in SEEDS[:10]:
        kept, free = drawn(seed).questions, evened(seed).questions
        strict = evened(seed, lambda question, kept=kept: question in kept or question.answer != "a").questions
        assert all(question in kept or question.answer != "a" for question in strict)
        refused += sum(question not in kept and question.answer == "a" for question in free)
    assert refused


def test_a_quiz_without_choices_stays_as_it_was_drawn() -> None:
    statements = Drawn((), (), (), 0)

    assert balanced(statements, tasks().blueprints, "1", anything) == statements
