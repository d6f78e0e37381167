from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.blindkit import Asked, clean_statement, english, question

from ctoquiz.quality.packrules.statements_alike import RULE
from ctoquiz.quality.rule import Evidence

Change = Callable[[int, Asked], Asked]


def found(change: Change, count: int = 80, *, drawn: bool = False) -> list[str]:
    """What is found in so many statements, half of them true, changed so."""
    built = {f"q{number}": [question(number, change(number, clean_statement(number)))] for number in range(count)}
    evidence = Evidence(english(), quizzes=list(built.values())) if drawn else Evidence(english(), dict(built))
    return [flaw.message for _, flaw in RULE.look(evidence)]


def true_in(share: int) -> Change:
    """So many of ten are true."""
    return lambda number, asked: replace(asked, true=number // 8 % 10 < share)


def prefixed(words: str, *, true: bool) -> Change:
    return lambda _, asked: replace(asked, prompt=f"{words} {asked.prompt}") if asked.true is true else asked


def test_statements_of_which_half_are_true_and_that_look_alike_are_no_flaw() -> None:
    assert found(lambda _, asked: asked) == []


def test_forty_to_sixty_percent_are_true() -> None:
    assert found(true_in(4)) == found(true_in(6)) == []
    assert found(true_in(3)) == found(true_in(7)) == ["{true}% of {count} statements are true; have 40 to 60%."]
    assert found(true_in(7), drawn=True) == found(true_in(7))


def test_true_statements_are_no_longer_than_false_ones() -> None:
    assert "signs on average" in found(prefixed("Truly,", true=True))[0]
    assert "signs on average" in found(prefixed("Truly,", true=False))[0]


def test_false_statements_are_no_more_absolute_than_true_ones() -> None:
    assert any("always" in each for each in found(prefixed("Always", true=False)))


def test_of_a_few_statements_nothing_is_said() -> None:
    assert found(lambda _, asked: replace(asked, true=True), count=8) == []


def test_of_a_few_statements_drawn_over_and_over_again_nothing_is_said() -> None:
    few = [question(number, replace(clean_statement(number), true=True)) for number in range(5)]
    evidence = Evidence(english(), quizzes=[few] * 40)

    assert list(RULE.look(evidence)) == []
