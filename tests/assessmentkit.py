"""The example assessment, and answers to it, for the tests of rating and showing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.profile import ProfileQuestion
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.pack import Pack
from ctoquiz.session.asking import Quit
from ctoquiz.session.assessing import (
    Back,
    Beginning,
    Frame,
    Passed,
    ProfileTurn,
    Ratings,
    RatingTurn,
    Told,
)
from ctoquiz.session.resumingratings import assessment_of
from ctoquiz.storage.packs import load_pack

MINI = Path(__file__).resolve().parent.parent / "docs" / "examples" / "mini-pack"

Reply = Rated | Passed | Back | Quit


@cache
def mini() -> Pack:
    """The example pack."""
    return load_pack(str(MINI))


def example() -> Assessment:
    """Its assessment: 13 statements in three competencies, 6 checks."""
    return assessment_of(mini())


def questions() -> tuple[ProfileQuestion, ...]:
    """The questions of its profile: years, place, words."""
    profile = example().profile
    assert profile is not None
    return profile.questions


def fresh(*, lang: str = "en", context: str = "sme", quick: bool = False) -> Ratings:
    """An assessment of which nothing is answered."""
    return Ratings(example(), Frame(context, lang, quick))


def answered(rating: int = 3, *, evidence: str | None = None, lang: str = "en", **others: int | None) -> Ratings:
    """An assessment with one rating throughout, but for those named (with `_` for `-`), and consistent checks."""
    ratings = fresh(lang=lang)
    for statement in example().statements:
        own = others.get(statement.id.replace("-", "_"), rating)
        ratings.rated[statement.id] = Rated(own, evidence if own is not None and own >= 3 else None)
    for check in example().checks:
        of = ratings.rated[check.of].rating
        ratings.rated[check.id] = Rated(None if of is None else check.expected(of))
    return ratings


class Scripted:
    """Rates as it is told, and remembers what it was asked."""

    def __init__(self, replies: Iterable[Reply], profile: Iterable[Told | Passed | Back | Quit] = ()) -> None:
        self._replies, self._profile = iter(replies), iter(profile)
        self.asked: list[str] = []
        self.before: list[Rated | None] = []
        self.beginning: Beginning | None = None
        self.offered = 0
        self.wants = True

    def begin(self, beginning: Beginning) -> None:
        self.beginning = beginning

    def rate(self, turn: RatingTurn) -> Reply:
        self.asked.append(turn.item.id)
        self.before.append(turn.before)
        return next(self._replies)

    def wants_profile(self, count: int) -> bool:
        self.offered = count
        return self.wants

    def tell(self, turn: ProfileTurn) -> Told | Passed | Back | Quit:
        self.asked.append(turn.question.id)
        return next(self._profile)


class Kept:
    """Keeps entries in memory; the one numbered `fails` can't be kept."""

    def __init__(self, fails: int | None = None) -> None:
        self.entries: list[dict[str, Json]] = []
        self._fails = fails

    def record(self, entry: Mapping[str, Json]) -> None:
        if len(self.entries) == self._fails:
            raise OSError
        self.entries.append(dict(entry))
