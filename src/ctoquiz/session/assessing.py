"""The loop of a self-assessment: ask, record, go back. Given its rater, its journal and its clock.

Its sibling for a quiz is `ctoquiz.session.loop`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.findings import ProfileAnswer
from ctoquiz.domain.assessment.profile import ProfileQuestion
from ctoquiz.domain.assessment.statements import Check
from ctoquiz.domain.assessment.whole import Assessment, Item
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.frozen import frozen
from ctoquiz.session.asking import Quit
from ctoquiz.session.loop import Clock, Recorder


@frozen
class Frame:
    """What holds for a whole assessment: the context under which it is read, the language, and whether it is `quick`,
    which asks for no evidence.
    """

    context: str
    lang: str
    quick: bool = False


@frozen
class Back:
    """The one who answers wants to see the one before again."""


@frozen
class Passed:
    """Nothing is answered, and the next comes: only a check or a question of the profile can be passed."""


@frozen
class Told:
    """An answer to a question of the profile."""

    answer: ProfileAnswer


@frozen
class Beginning:
    """What is known before the first statement: what is assessed, how, and how much was answered before (resumed)."""

    assessment: Assessment
    frame: Frame
    answered: int
    session: str | None


@frozen
class RatingTurn:
    """A statement or a check about to be asked: its number from 1, of how many, and what was answered before, if it
    comes again.
    """

    number: int
    of: int
    item: Item
    before: Rated | None


@frozen
class ProfileTurn:
    """A question of the profile about to be asked: its number from 1, of how many, and what was answered before, if it
    comes again.
    """

    number: int
    of: int
    question: ProfileQuestion
    before: ProfileAnswer | None = None


class Rater(Protocol):
    """Whoever is asked. The session doesn't know which one it talks to."""

    def begin(self, beginning: Beginning) -> None:
        """Say what is about to be assessed."""

    def rate(self, turn: RatingTurn) -> Rated | Passed | Back | Quit:
        """Ask for one rating, and where it is high for evidence, and wait for it."""

    def wants_profile(self, count: int, /) -> bool:
        """Whether to ask the questions of the profile, `count` of them."""

    def tell(self, turn: ProfileTurn, /) -> Told | Passed | Back | Quit:
        """Ask one question of the profile."""


@dataclass(slots=True)
class Ratings:
    """How far an assessment has come. The one mutable thing, so that whatever ends the loop, nothing is lost.

    `rated` and `seconds` go by the id of the statement or check; `profile` by the id of the question.
    """

    assessment: Assessment
    frame: Frame
    rated: dict[str, Rated] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    profile: dict[str, ProfileAnswer] = field(default_factory=dict)
    spent: float = 0.0

    @property
    def is_complete(self) -> bool:
        """Whether every statement has its answer; checks may be passed."""
        return all(statement.id in self.rated for statement in self.assessment.statements)

    @property
    def tells_evidence(self) -> bool:
        """Whether evidence was asked for, or was given all the same: else there is nothing to tell of it."""
        return not self.frame.quick or any(answer.has_evidence for answer in self.rated.values())


def assess(ratings: Ratings, rater: Rater, journal: Recorder, clock: Clock, session: str | None) -> bool:
    """Ask everything that has no answer yet; True when the assessment is complete, False when it was left before.

    The profile comes last, where none of it was given and it is wanted; leaving it completes the assessment. Raises
    whatever the rater or the journal raise; `ratings` then holds every answer that was saved.
    """
    rater.begin(Beginning(ratings.assessment, ratings.frame, len(ratings.rated), session))
    watch = _Watch(ratings, clock)
    try:
        if not _ask_ratings(ratings, rater, journal, watch):
            return False
        _ask_profile(ratings, rater, journal, watch)
    finally:
        watch.tick()
    return True


def give_profile(ratings: Ratings, profile: Mapping[str, ProfileAnswer], journal: Recorder) -> None:
    """Take over what was told of the profile beforehand, by the ids of its questions, and keep it."""
    for question, answer in profile.items():
        if ratings.profile.get(question) != answer:
            _keep_profile(ratings, question, answer, journal)


class _Watch:
    """Adds the time of this sitting to that of those before, in seconds."""

    def __init__(self, ratings: Ratings, clock: Clock) -> None:
        self._ratings, self._clock = ratings, clock
        self._before, self._start = ratings.spent, clock()

    def tick(self) -> float:
        """Bring what was spent up to date, and return it."""
        self._ratings.spent = self._before + self._clock() - self._start
        return self._ratings.spent


def _ask_ratings(ratings: Ratings, rater: Rater, journal: Recorder, watch: _Watch) -> bool:
    items = ratings.assessment.items
    kept = frozenset(ratings.rated)
    place = _first_open(ratings)
    while place < len(items):
        item, asked = items[place], watch.tick()
        reply = rater.rate(RatingTurn(place + 1, len(items), item, ratings.rated.get(item.id)))
        watch.tick()
        match reply:
            case Quit():
                return False
            case Back():
                place = max(0, place - 1)
            case Passed():
                place = _onwards(items, place, kept)
            case Rated():
                _keep(ratings, item, reply, ratings.spent - asked, journal)
                place = _onwards(items, place, kept)
    return True


def _onwards(items: Sequence[Item], place: int, kept: Set[str]) -> int:
    """The next place but for what was kept of an earlier sitting: a gap in that is asked, not all that follows it."""
    place += 1
    while place < len(items) and items[place].id in kept:
        place += 1
    return place


def _first_open(ratings: Ratings) -> int:
    """The place after the last that was answered: a check may have been passed before it."""
    places = [place for place, item in enumerate(ratings.assessment.items, 1) if item.id in ratings.rated]
    gaps = [
        place
        for place, item in enumerate(ratings.assessment.items)
        if item.id not in ratings.rated and not isinstance(item, Check)
    ]
    return min([*gaps, max(places, default=0)])


def _keep(ratings: Ratings, item: Item, reply: Rated, seconds: float, journal: Recorder) -> None:
    if ratings.rated.get(item.id) == reply:
        return
    entry: dict[str, Json] = {
        "statement": item.id,
        "rating": reply.rating,
        "evidence": reply.evidence,
        "seconds": seconds,
        "spent": ratings.spent,
    }
    journal.record(entry)
    ratings.rated[item.id] = reply
    ratings.seconds[item.id] = seconds


def _ask_profile(ratings: Ratings, rater: Rater, journal: Recorder, watch: _Watch) -> None:
    profile = ratings.assessment.profile
    if profile is None or ratings.profile or not rater.wants_profile(len(profile.questions)):
        return
    place = 0
    while place < len(profile.questions):
        question = profile.questions[place]
        before = ratings.profile.get(question.id)
        reply = rater.tell(ProfileTurn(place + 1, len(profile.questions), question, before))
        watch.tick()
        match reply:
            case Quit():
                return
            case Back():
                place = max(0, place - 1)
                continue
            case Told():
                _keep_profile(ratings, question.id, reply.answer, journal)
            case Passed() if question.id in ratings.profile:
                _keep_profile(ratings, question.id, None, journal)
        place += 1


def _keep_profile(ratings: Ratings, question: str, answer: ProfileAnswer | None, journal: Recorder) -> None:
    journal.record({"profile": question, "answer": answer, "spent": ratings.spent})
    if answer is None:
        del ratings.profile[question]
    else:
        ratings.profile[question] = answer
