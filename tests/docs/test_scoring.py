"""Every example of `docs/scoring.md` is what the program works out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ctoquiz.domain.questions import (
    LETTERS,
    AnyQuestion,
    Interval,
    Match,
    Multiple,
    Option,
    Order,
    Single,
    Source,
)
from ctoquiz.domain.scoring import Graded, certainty_mark, certainty_score, grade, score_quiz

PAGE = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """The rows of the table under a mark, without its head."""
    table = PAGE.split(f"<!-- {name} -->\n\n")[1].split("\n\n")[0]
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def letters(notation: str) -> tuple[int, ...]:
    return tuple(LETTERS.index(letter) for letter in re.findall("[a-z]", notation))


def single(count: int, right: str) -> AnyQuestion:
    return Single(**HEAD, options=options(count), right=letters(right)[0])  # type: ignore[arg-type]


def multiple(count: int, right: str) -> AnyQuestion:
    return Multiple(**HEAD, options=options(count), right=frozenset(letters(right)))  # type: ignore[arg-type]


def order(count: int, right: str) -> AnyQuestion:
    return Order(**HEAD, options=options(count), right=letters(right))  # type: ignore[arg-type]


def match(count: int, right: str) -> AnyQuestion:
    left = tuple({"en": str(number)} for number in range(count))
    return Match(**HEAD, options=options(count), left=left, right=letters(right))  # type: ignore[arg-type]


def interval(_: int, right: str) -> AnyQuestion:
    low, high = map(float, right.split("-"))
    return Interval(**HEAD, low=low, high=high, unit="eur")  # type: ignore[arg-type]


def options(count: int) -> tuple[Option, ...]:
    return tuple(Option({"en": letter}) for letter in LETTERS[:count])


HEAD = {
    "id": "fact/template",
    "topic": "topic",
    "level": "easy",
    "prompt": {"en": "?"},
    "explanation": {"en": "."},
    "facts": ("fact",),
    "source": Source("topic", (1,)),
}
BUILD: dict[str, Callable[[int, str], AnyQuestion]] = {
    "single": single,
    "multiple": multiple,
    "order": order,
    "match": match,
    "interval": interval,
}


@pytest.mark.parametrize("row", rows("points"), ids=" ".join)
def test_the_points_of_the_page_are_those_of_the_program(row: list[str]) -> None:
    kind, count, right, answer, points, _ = row

    assert f"{grade(BUILD[kind](int(count or 0), right), answer).points:.3f}" == points


@pytest.mark.parametrize("row", rows("intervals"), ids=" ".join)
def test_the_intervals_of_the_page_are_those_of_the_program(row: list[str]) -> None:
    points, most, *expected = row
    # One answer stands for all: only the sums count.
    graded = [Graded("q", "t", float(points), float(most), "partly", None)]
    score = score_quiz(
        graded,
        max_points=float(most),
        topics_of_whole_quiz={"t": float(most)},
        pass_mark=None,
        certainty=False,
        stopped=False,
    )

    assert [f"{number:.1f}" for number in (score.percent, score.low, score.high)] == expected


@pytest.mark.parametrize("row", rows("marks"), ids=" ".join)
def test_the_certainty_marks_of_the_page_are_those_of_the_program(row: list[str]) -> None:
    share, certainty, marks = row

    assert certainty_mark(float(share), int(certainty)) == pytest.approx(float(marks))


@pytest.mark.parametrize("row", rows("calibration"), ids=" ".join)
def test_the_calibration_of_the_page_is_that_of_the_program(row: list[str]) -> None:
    answers, marks, most, stated, right, brier, verdict = row
    pairs = [answer.split("@") for answer in answers.split()]
    graded = [Graded("q", "t", float(share), 1.0, "right", int(certainty)) for share, certainty in pairs]
    score = certainty_score(graded, max_points=len(graded))

    assert (score.marks, score.max) == (float(marks), float(most))
    figures = (score.mean_probability, score.share_right, score.brier)
    assert [f"{figure:.3f}" for figure in figures if figure is not None] == [stated, right, brier]
    assert score.tendency == verdict
