from __future__ import annotations

from dataclasses import replace

import pytest
from tests.blindkit import Asked, gaining, longest_in, quizzes, solved, word

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import AnyQuestion, Option, Single
from ctoquiz.domain.text import Text
from ctoquiz.quality.blind.table import CHOSEN, JUDGED, Verdict, solve


def test_a_clean_pack_raises_no_alarm_whatever_the_draw() -> None:
    alarms = {seed: gaining(solve(quizzes(seed, count=160), ("en",))) for seed in range(4)}

    assert not any(alarms.values()), alarms


def test_a_gain_above_five_points_is_not_forgiven_as_the_luck_of_few_draws() -> None:
    few = {row.cue: row for row in solve(quizzes(6), ("en",)).rows}["place-a"]
    many = {row.cue: row for row in solve(quizzes(6, count=160), ("en",)).rows}["place-a"]

    assert few.gain > 0.05 > few.gain - 2 * few.error
    assert few.verdict is Verdict.GAINS
    assert many.verdict is Verdict.CLEAN


def test_chance_alone_is_hardly_ever_called_significant() -> None:
    def any_length(number: int, asked: Asked, chance: Chance) -> Asked:
        lengths = chance.shuffled([8, 10, 12, 14])
        words = tuple(word(5 * number + place, length) for place, length in enumerate(lengths))
        return replace(asked, options=words) if asked.options else replace(asked, true=bool(chance.below(2)))

    tables = [solved(f"chance {seed}", any_length) for seed in range(30)]

    # Holm keeps the chance of any alarm in a table below 1 %: one in thirty tables comes once in four runs.
    assert sum(any(row.adjusted < 0.01 for row in table.rows) for table in tables) <= 1


def test_longest_is_right_in_45_percent_of_60_facts_is_always_caught() -> None:
    for seed in range(6):
        assert "longest" in gaining(solved(f"power {seed}", longest_in(0.45), statements=False))


def test_a_cue_on_fewer_than_30_facts_is_left_open_unless_it_is_beyond_chance() -> None:
    few = {row.cue: row for row in solved("few", longest_in(0.35), facts=24).rows}
    blatant = {row.cue: row for row in solved("few", longest_in(1.0), facts=24).rows}

    assert few["longest"].facts == 24
    assert few["longest"].verdict is Verdict.FEW
    assert blatant["longest"].verdict is Verdict.GAINS


def test_cues_that_each_tell_little_are_caught_together() -> None:
    """In a third of the choices the key is the longest, in another it has the only figure, in the rest a hedge."""

    def one_of_three(number: int, asked: Asked, _: Chance) -> Asked:
        if not asked.options:
            return asked
        key, *wrong = asked.options
        marked = (key.ljust(16, "u"), f"{key[:-2]} 7", f"often {key[:4]}")[number % 3]
        return replace(asked, options=(marked, *wrong))

    rows = {row.cue: row for row in solved("together", one_of_three).rows}

    assert rows[CHOSEN.name].verdict is Verdict.GAINS
    assert rows[CHOSEN.name].gain > max(rows[each].gain for each in ("longest", "shortest"))
    assert rows[JUDGED.name].verdict is Verdict.CLEAN


def test_a_table_tells_which_facts_a_cue_gains_most_with_and_is_the_same_each_time() -> None:
    plant = longest_in(0.45)
    table = solved("same", plant)
    row = next(row for row in table.rows if row.cue == "longest")

    assert solved("same", plant) == table
    assert len(row.best) == 10
    assert all(facts[0].startswith("choice") and gain == 0.75 for facts, gain in row.best)
    assert row.gain == pytest.approx(row.right - row.chance)
    assert row.chance == pytest.approx(0.25)


def test_each_language_has_rows_of_its_own() -> None:
    in_one = quizzes("two", plant=longest_in(1.0), statements=False)
    rows = solve([[in_french(question) for question in quiz] for quiz in in_one], ("fr", "en")).rows

    assert {row.language for row in rows if row.cue == "place-a"} == {"fr", "en"}
    assert {row.cue: row.verdict for row in rows if row.language == "en"}["longest"] is Verdict.GAINS
    assert "longest" not in {row.cue for row in rows if row.language == "fr"}


def in_french(question: AnyQuestion) -> AnyQuestion:
    """The question in French too, where all options are as long as each other."""
    assert isinstance(question, Single)

    def translated(text: Text) -> Text:
        return {"fr": text["en"].ljust(20, "u"), **text}

    return replace(
        question,
        prompt=translated(question.prompt),
        explanation=translated(question.explanation),
        options=tuple(Option(translated(option.text)) for option in question.options),
    )
