from __future__ import annotations

import pytest
from tests.blindkit import Plant, english, longest_in, options, quizzes, word

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.packrules.surface_cues import RULE
from ctoquiz.quality.rule import Evidence


def found(plant: Plant | None, *, built: bool = False) -> list[str]:
    drawn = quizzes("cues", plant=plant, statements=False)
    once: dict[str, list[AnyQuestion]] = {}
    for question in (each for quiz in drawn for each in quiz):
        once.setdefault(question.id, []).append(question)
    evidence = Evidence(english(), dict(once), [] if built else drawn)
    return [flaw.message.partition(" is right")[0] for _, flaw in RULE.look(evidence)]


def figures(*places: int) -> Plant:
    return options(lambda number, _: [str(300 + number + 50 * place) for place in places])


same_keys = options(lambda number, texts: (word(9000 + number % 4, len(texts[0])), *texts[1:]))
same_distractors = options(lambda number, texts: (texts[0], *(word(9000 + (number + i) % 5) for i in range(3))))
shortest = options(lambda _, texts: (texts[0][:5], *texts[1:]))

FLAWS = [
    (longest_in(0.45), "The longest option"),
    (shortest, "The shortest option"),
    (figures(0, -2, -1, 1), "The middle number"),
    (same_keys, "The option that comes most often in a quiz"),
    (same_distractors, "The option that comes least often in a quiz"),
]


@pytest.mark.parametrize(("plant", "message"), FLAWS, ids=[message for _, message in FLAWS])
def test_a_cue_that_is_right_more_often_than_chance_is_a_flaw_of_the_pack(plant: Plant, message: str) -> None:
    assert message in found(plant)


def test_a_pack_whose_keys_are_as_long_as_others_has_no_flaw() -> None:
    assert found(None) == []


def test_questions_built_without_a_quiz_show_what_they_show_alone() -> None:
    assert found(longest_in(0.45), built=True) == ["The longest option"]
    assert found(same_keys, built=True) == []


def test_the_facts_to_look_at_are_named() -> None:
    drawn = quizzes("cues", plant=longest_in(0.45), statements=False)
    (flaw,) = (flaw for _, flaw in RULE.look(Evidence(english(), {}, drawn)))

    assert (flaw.language, flaw.values["right"], flaw.values["chance"]) == ("en", 45, 25)
    assert str(flaw.values["facts"]).startswith("choice")
