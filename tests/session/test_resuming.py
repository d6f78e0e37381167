from __future__ import annotations

import copy
from functools import cache
from pathlib import Path

import pytest

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.quiz import Manner
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import BadInput
from ctoquiz.formats.results import header_json, result_json
from ctoquiz.generation import Catalogue, catalogue
from ctoquiz.generation.compose import from_seed
from ctoquiz.session.asking import Answered, Feedback, Opening, Quit, Reply, Turn
from ctoquiz.session.loop import Progress, play
from ctoquiz.session.resuming import pack_named, restored, split
from ctoquiz.session.scored import score
from ctoquiz.storage.packs import load_pack

MANNER = Manner(lang="fr", certainty=True, time_limit=60.0, pass_mark=50.0)
FROZEN = Path(__file__).parent.parent / "generation" / "frozen"


@cache
def frozen() -> Catalogue:
    return catalogue(load_pack(str(FROZEN)))


class RightAsker:
    """Knows every answer, is sure of it, and quits after some."""

    def __init__(self, most: int) -> None:
        self.most = most

    def open(self, opening: Opening) -> None:
        pass

    def ask(self, turn: Turn) -> Reply:
        return Answered(turn.question.answer, 3) if turn.number <= self.most else Quit()

    def tell(self, feedback: Feedback) -> None:
        pass


class Journal:
    def __init__(self) -> None:
        self.entries: list[dict[str, Json]] = []

    def record(self, entry: object) -> None:
        assert isinstance(entry, dict)
        self.entries.append(entry)


def stopped(after: int = 4) -> tuple[dict[str, Json], list[dict[str, Json]], Progress]:
    quiz = from_seed(frozen(), Selection(kinds=("single", "match", "text", "order")), 6, "go on").quiz
    header = header_json(quiz, MANNER, session="s1", started_at="2026-11-23T09:00:00Z", participant="Ada")
    progress, journal = Progress(quiz, MANNER), Journal()
    ticks = iter(range(1000))
    assert not play(progress, RightAsker(after), journal, lambda: float(next(ticks)), "s1")
    return header, journal.entries, progress


def test_a_session_goes_on_from_its_journal_as_it_was() -> None:
    header, entries, before = stopped()
    after = restored(frozen(), header, entries)

    assert after.quiz.questions == before.quiz.questions
    assert (after.quiz.code, after.quiz.seed, after.quiz.kinds) == (before.quiz.code, "go on", before.quiz.kinds)
    assert after.manner == MANNER
    assert after.entries == before.entries
    assert after.spent == entries[-1]["spent"]
    assert pack_named(header) == "frozen"


def test_a_session_goes_on_from_its_stopped_result_as_it_was() -> None:
    header, _, before = stopped()
    result = result_json(
        header, before, score(before, stopped=True), status="stopped", finished_at="2026-11-23T09:09:00Z"
    )
    again = restored(frozen(), *split(result))

    assert again.entries == before.entries
    assert again.spent == before.spent
    assert split(result)[0] == header


def test_an_answer_twice_or_to_no_question_of_the_quiz_counts_for_nothing() -> None:
    header, entries, before = stopped()
    odd: list[dict[str, Json]] = [
        {"question": "fish.cod/nothing", "answer": "a"},
        {"question": 3},
        entries[0],
        *entries,
    ]

    assert restored(frozen(), header, odd).entries == before.entries


def test_a_pack_that_was_changed_since_refuses_to_go_on() -> None:
    header, entries, _ = stopped()
    pack = frozen().pack
    changed = catalogue(Pack(pack.about, "0" * 64, pack.sections))

    with pytest.raises(BadInput) as caught:
        restored(changed, header, entries)
    assert str(caught.value) == (
        "The pack “frozen” was changed since session s1 began, so that it can’t go on; "
        "begin a new one, or bring the pack back as it was."
    )


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("pack",), None, "pack"),
        (("quiz",), [], "quiz"),
        (("quiz", "questions"), "all", "questions"),
        (("quiz", "questions"), [], "questions"),
        (("quiz", "questions"), ["fish.cod/true", 4], "questions"),
        (("quiz", "questions"), ["fish.cod/true", "fish.cod/true"], "questions"),
        (("quiz", "chance"), 7, "chance"),
        (("quiz", "lang"), "de", "lang"),
        (("quiz", "lang"), None, "lang"),
        (("quiz", "kinds"), None, "kinds"),
    ],
)
def test_what_was_kept_and_is_damaged_is_named(path: tuple[str, ...], value: Json, field: str) -> None:
    header, entries, _ = stopped()
    broken = copy.deepcopy(header)
    *parents, last = path
    place: dict[str, Json] = broken
    for name in parents:
        inner = place[name]
        assert isinstance(inner, dict)
        place = inner
    place[last] = value

    with pytest.raises(BadInput) as caught:
        restored(frozen(), broken, entries)
    assert str(caught.value) == f"What was kept of this session is damaged (“{field}”); begin a new one."


def test_letters_of_options_that_stood_otherwise_are_not_believed() -> None:
    header, entries, _ = stopped()
    first = next(entry for entry in entries if entry["shown"])
    first["shown"] = list(reversed(first["shown"])) if isinstance(first["shown"], list) else []

    with pytest.raises(BadInput, match="damaged"):
        restored(frozen(), header, entries)


def test_an_answer_that_its_question_cannot_have_is_refused() -> None:
    header, entries, _ = stopped()
    entries[0]["answer"] = "zz"

    with pytest.raises(BadInput):
        restored(frozen(), header, entries)


@pytest.mark.parametrize("certainty", [True, 4, "3", 2.5])
def test_a_certainty_that_is_none_is_not_taken_over(certainty: Json) -> None:
    header, entries, _ = stopped()
    entries[0]["certainty"] = certainty

    assert restored(frozen(), header, entries).entries[0].answer.certainty is None
