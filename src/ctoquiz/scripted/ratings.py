"""A file of ratings for an assessment: all of it is understood and checked before the first one is used."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from ctoquiz.domain.assessment.answers import Rated, missing_ids, read_rated
from ctoquiz.domain.assessment.findings import ProfileAnswer, read_profile_answer
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.nearest import nearest
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen
from ctoquiz.scripted.answers import AnswersFile, Path
from ctoquiz.session.assessing import Beginning, Passed, ProfileTurn, RatingTurn
from ctoquiz.storage.yamlproblems import EnoughError, Found

PROFILE = "profile"
"""The name of the mapping of the profile, beside the statements."""


class RatingsRater:
    """Rates everything as the file does; a check that the file leaves out is passed."""

    def __init__(self, rated: Mapping[str, Rated]) -> None:
        self._rated = rated

    def begin(self, beginning: Beginning) -> None:
        """Nothing is said to a script."""

    def rate(self, turn: RatingTurn) -> Rated | Passed:
        """The file's rating."""
        return self._rated.get(turn.item.id, Passed())

    def wants_profile(self, _count: int) -> bool:
        """A script gives the profile in the file, or as options."""
        return False

    def tell(self, _turn: ProfileTurn) -> Passed:
        """Nothing more."""
        return Passed()


@frozen
class GivenRatings:
    """What a file says: ratings by the id of the statement or check, and the profile by the id of its question."""

    rated: Mapping[str, Rated]
    profile: Mapping[str, ProfileAnswer]


@dataclass(slots=True)
class _Reading:
    """A file being understood, with all that is wrong with it."""

    file: AnswersFile
    assessment: Assessment
    problems: Found = field(default_factory=Found)

    def wrong(self, path: Path, message: str, /, **values: object) -> None:
        self.problems.append(self.file.problem(path, message, **values))


def ratings_in(file: AnswersFile, assessment: Assessment, answered: Mapping[str, Rated]) -> GivenRatings:
    """The ratings of a file; what is in `answered` needs none.

    The file maps ids to `0` … `4`, `n` or `{rating: 3, evidence: "…"}`, and may hold a mapping `profile`. Raises
    BadInput (65) with all that is wrong: missing statements, unknown ids, what is no rating. A check may be missing.
    """
    reading = _Reading(file, assessment)
    content = file.content
    if not isinstance(content, dict):
        reading.wrong((), N_("The ratings must be `id: rating` lines, such as `{id}: 3`."), id=assessment.items[0].id)
        raise BadInput.of(reading.problems)
    given = GivenRatings({}, {})
    with suppress(EnoughError):
        missing = missing_ids(assessment, {**answered, **content})
        if missing:
            message = N_("The file has no rating of: {ids}; add them (`n` means “no opportunity so far”).")
            reading.wrong((), message, ids=", ".join(missing))
        rated = _rated(reading, {name: value for name, value in content.items() if name != PROFILE})
        given = GivenRatings(rated, _profile(reading, content.get(PROFILE)))
    if reading.problems:
        raise BadInput.of(reading.problems)
    return given


def _rated(reading: _Reading, content: Mapping[str, Json]) -> dict[str, Rated]:
    known = [item.id for item in reading.assessment.items]
    rated: dict[str, Rated] = {}
    for name, value in content.items():
        if name not in known:
            _tell_unknown(reading, (name,), known)
            continue
        try:
            rated[name] = read_rated(value)
        except BadInput as error:
            reading.wrong((name,), N_("{id}: {reason}"), id=name, reason=error.problems[0])
    return rated


def _profile(reading: _Reading, content: Json) -> dict[str, ProfileAnswer]:
    if content is None:
        return {}
    if not isinstance(content, dict):
        reading.wrong((PROFILE,), N_("The profile must be `question: answer` lines, such as `years: 7`."))
        return {}
    profile = reading.assessment.profile
    questions = {} if profile is None else dict(profile.by_id)
    told: dict[str, ProfileAnswer] = {}
    for name, value in content.items():
        path = (PROFILE, name)
        if name not in questions:
            _tell_unknown(reading, path, list(questions))
        else:
            try:
                told[name] = read_profile_answer(questions[name], value)
            except BadInput as error:
                reading.wrong(path, error.problems[0].message, **error.problems[0].values)
    return told


def _tell_unknown(reading: _Reading, path: tuple[str, ...], known: list[str]) -> None:
    name = path[-1]
    near = nearest(name, known)
    if near is None:
        reading.wrong(path, N_("This assessment asks nothing called “{id}”; remove it."), id=name)
    else:
        message = N_("This assessment asks nothing called “{id}”; did you mean “{near}”?")
        reading.wrong(path, message, id=name, near=near)
