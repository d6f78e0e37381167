"""A file of ratings for an assessment: all of it is understood and checked before the first one is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ctoquiz.domain.assessment.statements import NO_OPPORTUNITY, RATINGS, Check
from ctoquiz.domain.assessment.whole import Assessment, Item
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.nearest import nearest
from ctoquiz.errors import N_, BadInput, Problem
from ctoquiz.scripted.answers import AnswersFile, Path, Reason
from ctoquiz.session.assessing import Beginning, Passed, ProfileAnswer, ProfileTurn, Rated, RatingTurn
from ctoquiz.session.profiling import understood

PROFILE = "profile"
"""The name of the mapping of the profile, beside the statements."""

_FIELDS = frozenset({"rating", "evidence"})


class RatingsRater:
    """Rates everything as the file does; a check that the file leaves out is passed."""

    def __init__(self, rated: Mapping[str, Rated]) -> None:
        self._rated = rated

    def begin(self, beginning: Beginning) -> None:
        """Nothing is said to a script."""

    def rate(self, turn: RatingTurn) -> Rated | Passed:
        """The file's rating."""
        return self._rated.get(turn.item.id, Passed())

    def wants_profile(self, count: int) -> bool:
        """A script gives the profile in the file, or as options."""
        return False

    def tell(self, turn: ProfileTurn) -> Passed:
        """Nothing more."""
        return Passed()


@dataclass(frozen=True, slots=True)
class GivenRatings:
    """What a file says: ratings by the id of the statement or check, and the profile by the id of its question."""

    rated: Mapping[str, Rated]
    profile: Mapping[str, ProfileAnswer]


@dataclass(slots=True)
class _Reading:
    """A file being understood, with all that is wrong with it."""

    file: AnswersFile
    assessment: Assessment
    problems: list[Problem] = field(default_factory=list)

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
    rated = _rated(reading, {name: value for name, value in content.items() if name != PROFILE})
    profile = _profile(reading, content.get(PROFILE))
    missing = [each.id for each in assessment.statements if each.id not in content and each.id not in answered]
    if missing:
        message = N_("The file has no rating of: {ids}; add them (`n` means “no opportunity so far”).")
        reading.wrong((), message, ids=", ".join(missing))
    if reading.problems:
        raise BadInput.of(reading.problems)
    return GivenRatings(rated, profile)


def _rated(reading: _Reading, content: Mapping[str, Json]) -> dict[str, Rated]:
    items = {item.id: item for item in reading.assessment.items}
    rated: dict[str, Rated] = {}
    for name, value in content.items():
        if name not in items:
            _tell_unknown(reading, (name,), list(items))
            continue
        try:
            rated[name] = rating(items[name], value)
        except BadInput as error:
            problem = error.problems[0]
            reason = Reason(problem.message, problem.values)
            reading.wrong((name,), N_("{id}: {reason}"), id=name, reason=reason)
    return rated


def rating(item: Item, value: Json) -> Rated:
    """A rating as a file or a program writes it; numbers may be text. Raises BadInput (65) for what is none."""
    evidence: Json = None
    if isinstance(value, dict):
        if "rating" not in value or value.keys() - _FIELDS:
            raise BadInput(N_("A rating has the fields `rating` and `evidence` and no others."))
        value, evidence = value["rating"], value.get("evidence")
    if not isinstance(evidence, str | None):
        raise BadInput(N_("Evidence is a text; put it between quotes."))
    if isinstance(item, Check) and evidence:
        raise BadInput(N_("No evidence goes with this one; leave it out."))
    return Rated(_level(item, value), (evidence or "").strip() or None)


def _level(item: Item, value: Json) -> int | None:
    is_plain = isinstance(value, str | int) and not isinstance(value, bool)
    typed = str(value).strip().lower() if is_plain else ""
    if typed in map(str, RATINGS):
        return int(typed)
    if isinstance(item, Check):
        raise BadInput(N_("The rating must be 0, 1, 2, 3 or 4."))
    if typed == NO_OPPORTUNITY:
        return None
    raise BadInput(N_("The rating must be 0, 1, 2, 3, 4 or n."))


def _profile(reading: _Reading, content: Json) -> dict[str, ProfileAnswer]:
    if content is None:
        return {}
    if not isinstance(content, dict):
        reading.wrong((PROFILE,), N_("The profile must be `question: answer` lines, such as `years: 7`."))
        return {}
    profile = reading.assessment.profile
    questions = {} if profile is None else profile.by_id
    told: dict[str, ProfileAnswer] = {}
    for name, value in content.items():
        path = (PROFILE, name)
        if name not in questions:
            _tell_unknown(reading, path, list(questions))
        elif not isinstance(value, str):
            reading.wrong(path, N_("“{name}” must be a number of years or one of its options."), name=name)
        else:
            try:
                told[name] = understood(questions[name], value)
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
