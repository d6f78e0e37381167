"""What was answered: ratings with their evidence, and the one notation in which they are typed and saved."""

from __future__ import annotations

from collections.abc import Mapping

from ctoquiz.domain.assessment.statements import NO_OPPORTUNITY, RATINGS
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen

EVIDENCE_FROM = 3
"""From this rating on, evidence is asked for: date, situation, result."""

UNPROVEN = 2
"""What a rating that asks for evidence and has none counts as, where only what is evidenced counts."""

_NOTATION: Mapping[str, int | None] = {NO_OPPORTUNITY: None, **{str(rating): rating for rating in RATINGS}}
_FIELDS = ("rating", "evidence")


@frozen
class Rated:
    """The answer to a statement or a check: a rating from 0 to 4, None for “no opportunity so far”, and the evidence.

    Evidence given for a rating below 3, or for a check, is kept and counts for nothing. Blank evidence (nothing but
    spaces) is none.
    """

    rating: int | None
    evidence: str | None = None

    @property
    def has_evidence(self) -> bool:
        """Whether there is evidence that isn't blank."""
        return bool(self.evidence and self.evidence.strip())

    @property
    def evidenced(self) -> int | None:
        """The rating as far as it is evidenced: a 3 or 4 without evidence counts as 2."""
        if self.rating is not None and self.rating >= EVIDENCE_FROM and not self.has_evidence:
            return UNPROVEN
        return self.rating


def read_rating(notation: str) -> int | None:
    """The rating that was typed: `0` to `4`, or `n` (None) for no opportunity. Raises BadInput for anything else."""
    typed = notation.strip().lower()
    if typed not in _NOTATION:
        raise BadInput(N_("A rating is 0, 1, 2, 3, 4, or n for no opportunity so far; “{typed}” is none."), typed=typed)
    return _NOTATION[typed]


def write_rating(rating: int | None) -> str:
    """A rating in the notation."""
    return NO_OPPORTUNITY if rating is None else str(rating)


def read_rated(value: Json) -> Rated:
    """An answer as a file holds it: `3`, `n`, or `{rating: 3, evidence: "…"}`. Raises BadInput for anything else."""
    if not isinstance(value, dict):
        return Rated(_rating(value))
    unknown = [name for name in value if name not in _FIELDS]
    if unknown or "rating" not in value:
        raise BadInput(N_("An answer is a rating, or has the fields `rating` and `evidence`; mend it."))
    evidence = value.get("evidence")
    if evidence is not None and not isinstance(evidence, str):
        raise BadInput(N_("`evidence` must be a text; put it between quotes."))
    return Rated(_rating(value["rating"]), evidence)


def read_saved(value: Mapping[str, Json]) -> Rated:
    """An answer as a result holds it, where null is no opportunity. Raises BadInput where it is none."""
    rating = value.get("rating")
    kept: dict[str, Json] = {"rating": NO_OPPORTUNITY if rating is None else rating, "evidence": value.get("evidence")}
    return read_rated(kept)


def unknown_ids(assessment: Assessment, given: Mapping[str, object]) -> tuple[str, ...]:
    """The ids given that are none of a statement or a check."""
    known = {item.id for item in assessment.items}
    return tuple(each for each in given if each not in known)


def missing_ids(assessment: Assessment, given: Mapping[str, object]) -> tuple[str, ...]:
    """The ids of the statements that have no answer; a check may go without."""
    return tuple(statement.id for statement in assessment.statements if statement.id not in given)


def _rating(value: Json) -> int | None:
    if isinstance(value, str):
        return read_rating(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadInput(N_("A rating is 0, 1, 2, 3, 4, or n for no opportunity so far; “{typed}” is none."), typed=value)
    return read_rating(str(value))
