from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.packkit import catalogue_of, t

from ctoquiz.domain.facts import Member, SetFamily
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.generation.compose import of_questions
from ctoquiz.session.asking import Answered, Feedback, Opening, Quit, Reply, TimeUp, Turn
from ctoquiz.session.loop import Progress, play
from ctoquiz.session.scored import score

THINGS = SetFamily(
    id="things",
    kind="set",
    closed=True,
    sentences=(1,),
    says=t("{Member} compte.", "{Member} counts."),
    members=(
        Member(id="one", label=t("l’un", "one")),
        Member(id="two", label=t("l’autre", "two")),
        Member(id="three", label=t("le tiers", "three")),
    ),
)
IDS = ["things.one/true", "things.two/true", "things.three/true"]


def quiz() -> Quiz:
    return of_questions(catalogue_of(THINGS), IDS, "1").quiz


class Clock:
    """Stands still until it is told to move."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Asker:
    """Gives its replies one by one, each after `takes` seconds; raises those that are exceptions."""

    def __init__(self, clock: Clock, replies: list[Reply | BaseException], takes: float = 2.0) -> None:
        self.clock, self.replies, self.takes = clock, replies, takes
        self.opened: list[Opening] = []
        self.turns: list[Turn] = []
        self.told: list[Feedback] = []

    def open(self, opening: Opening) -> None:
        self.opened.append(opening)

    def ask(self, turn: Turn) -> Reply:
        self.turns.append(turn)
        self.clock.now += self.takes
        reply = self.replies.pop(0)
        if isinstance(reply, BaseException):
            raise reply
        return reply

    def tell(self, feedback: Feedback) -> None:
        self.told.append(feedback)


class Journal:
    """Keeps entries until it is full."""

    def __init__(self, room: int = 99) -> None:
        self.room = room
        self.entries: list[Mapping[str, Json]] = []

    def record(self, entry: Mapping[str, Json]) -> None:
        if len(self.entries) == self.room:
            raise OSError("full")
        self.entries.append(entry)


def played(progress: Progress, *replies: Reply | BaseException, takes: float = 2.0) -> tuple[bool, Asker, Journal]:
    clock, journal = Clock(), Journal()
    asker = Asker(clock, list(replies), takes)
    return play(progress, asker, journal, clock, "s1"), asker, journal


TRUE, FALSE, UNKNOWN = Answered("true"), Answered("false"), Answered("?")


def test_a_quiz_is_complete_when_every_question_was_asked() -> None:
    progress = Progress(quiz(), Manner(lang="en"))
    complete, asker, journal = played(progress, TRUE, FALSE, UNKNOWN)

    assert complete
    assert [(opening.answered, opening.session) for opening in asker.opened] == [(0, "s1")]
    assert [(turn.number, turn.of, turn.question.id, turn.seconds_left) for turn in asker.turns] == [
        (1, 3, IDS[0], None),
        (2, 3, IDS[1], None),
        (3, 3, IDS[2], None),
    ]
    assert [feedback.graded.outcome for feedback in asker.told] == ["right", "wrong", "unknown"]
    assert list(journal.entries) == [
        {"question": IDS[0], "shown": [], "answer": "true", "certainty": None, "seconds": 2.0, "spent": 2.0},
        {"question": IDS[1], "shown": [], "answer": "false", "certainty": None, "seconds": 2.0, "spent": 4.0},
        {"question": IDS[2], "shown": [], "answer": "?", "certainty": None, "seconds": 2.0, "spent": 6.0},
    ]
    assert progress.spent == 6.0


def test_an_answer_is_kept_before_anything_is_told_of_it() -> None:
    clock, journal = Clock(), Journal(room=1)
    asker = Asker(clock, [TRUE, TRUE])
    progress = Progress(quiz(), Manner(lang="en"))

    with pytest.raises(OSError, match="full"):
        play(progress, asker, journal, clock, None)
    assert len(asker.told) == 1 == len(progress.entries)


def test_an_exam_tells_nothing_before_the_end() -> None:
    _, asker, journal = played(Progress(quiz(), Manner(lang="en", exam=True)), TRUE, FALSE, TRUE)

    assert asker.told == []
    assert len(journal.entries) == 3


@pytest.mark.parametrize("at", [0, 1, 2])
def test_who_quits_keeps_what_was_answered(at: int) -> None:
    progress = Progress(quiz(), Manner(lang="en"))
    complete, _, journal = played(progress, *[TRUE] * at, Quit())

    assert not complete
    assert len(journal.entries) == len(progress.entries) == at


@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_interrupt_keeps_what_was_answered_and_the_time_that_was_spent(at: int) -> None:
    progress = Progress(quiz(), Manner(lang="en"))

    with pytest.raises(KeyboardInterrupt):
        played(progress, *[TRUE] * at, KeyboardInterrupt())
    assert [entry.question.id for entry in progress.entries] == IDS[:at]
    assert progress.spent == 2.0 * (at + 1)


def test_a_time_limit_completes_the_quiz_and_leaves_the_rest_unanswered() -> None:
    progress = Progress(quiz(), Manner(lang="en", time_limit=5))
    complete, asker, journal = played(progress, TRUE, TRUE, TRUE)

    assert complete
    assert [turn.seconds_left for turn in asker.turns] == [5.0, 3.0, 1.0]
    assert len(journal.entries) == 2  # the third answer came too late
    assert score(progress, stopped=False).points == 2.0
    assert score(progress, stopped=False).max == 3.0


def test_an_asker_that_notices_the_end_of_the_time_completes_the_quiz() -> None:
    progress = Progress(quiz(), Manner(lang="en", time_limit=5))

    assert played(progress, TRUE, TimeUp())[0]
    assert len(progress.entries) == 1


def test_a_session_that_goes_on_asks_only_what_was_not_answered_within_the_time_that_is_left() -> None:
    progress = Progress(quiz(), Manner(lang="en", time_limit=100))
    with pytest.raises(KeyboardInterrupt):
        played(progress, TRUE, KeyboardInterrupt())
    complete, asker, _ = played(progress, FALSE, TRUE)

    assert complete
    assert asker.opened[0].answered == 1
    assert [(turn.number, turn.seconds_left) for turn in asker.turns] == [(2, 96.0), (3, 94.0)]
    assert [entry.answer for entry in progress.entries] == [TRUE, FALSE, TRUE]
    assert progress.spent == 8.0


def test_no_time_left_asks_nothing_more() -> None:
    progress = Progress(quiz(), Manner(lang="en", time_limit=5), spent=5)
    complete, asker, _ = played(progress)

    assert complete
    assert asker.turns == []


def test_the_score_counts_every_question_of_a_stopped_quiz_and_passes_nobody() -> None:
    progress = Progress(quiz(), Manner(lang="en", pass_mark=10))
    played(progress, TRUE, Quit())
    stopped = score(progress, stopped=True)

    assert (stopped.points, stopped.max, stopped.passed) == (1.0, 3.0, None)
    assert {topic: (share.points, share.max) for topic, share in stopped.topics.items()} == {"work": (1.0, 3.0)}
