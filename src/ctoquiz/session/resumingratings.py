"""Going on with an assessment: its frame, its ratings and its profile, from what was kept of it.

What was kept may have been edited by anybody; whatever isn't as it was written raises BadInput.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from ctoquiz.domain.assessment.answers import read_saved
from ctoquiz.domain.assessment.contexts import CONTEXTS
from ctoquiz.domain.assessment.findings import read_profile_answer
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.errors import N_, BadInput
from ctoquiz.session.assessing import Frame, Ratings
from ctoquiz.session.resuming import check_edition, split


def assessment_of(pack: Pack) -> Assessment:
    """The assessment of a pack. Raises BadInput (65) where it has none."""
    if pack.assessment is None:
        raise BadInput(
            N_("The pack “{pack}” has no assessment; add an assessment.yaml to it, or name another pack."),
            pack=pack.about.id,
        )
    return pack.assessment


def restored_ratings(pack: Pack, header: JsonObject, entries: Iterable[JsonObject]) -> Ratings:
    """The assessment as far as it came. Raises BadInput (65) where the pack was changed since, or the session was."""
    check_edition(pack, header)
    return _replayed(pack, header, entries)


def ratings_of(pack: Pack, result: JsonObject) -> Ratings:
    """The raw answers of a saved assessment, as far as this edition of the pack asks for them.

    Raises BadInput (65) for an answer that can't be.
    """
    return _replayed(pack, *split(result))


def _replayed(pack: Pack, header: JsonObject, entries: Iterable[JsonObject]) -> Ratings:
    ratings = Ratings(assessment_of(pack), _frame(pack, header))
    profile = header.get("profile")
    told = profile.get("answers") if isinstance(profile, dict) else None
    for question, answer in told.items() if isinstance(told, dict) else ():
        _recall_profile(ratings, question, answer)
    for entry in entries:
        _recall(ratings, entry)
    return ratings


def _frame(pack: Pack, header: JsonObject) -> Frame:
    kept = header.get("assessment")
    kept = kept if isinstance(kept, dict) else {}
    context, lang = header.get("context"), kept.get("lang")
    if context not in CONTEXTS:
        raise _damaged("context")
    if lang not in pack.languages:
        raise _damaged("lang")
    return Frame(str(context), str(lang), quick=kept.get("quick") is True)


def _recall(ratings: Ratings, entry: JsonObject) -> None:
    """Take an entry over; a later one changes an earlier one. One to nothing that is asked is passed over."""
    if "profile" in entry:
        _recall_profile(ratings, str(entry["profile"]), entry.get("answer"))
    else:
        _recall_rating(ratings, entry)
    ratings.spent = max(ratings.spent, _seconds(entry.get("spent")))


def _recall_rating(ratings: Ratings, entry: JsonObject) -> None:
    id_ = entry.get("statement")
    if any(item.id == id_ for item in ratings.assessment.items):
        ratings.rated[str(id_)] = read_saved(entry)
        ratings.seconds[str(id_)] = _seconds(entry.get("seconds"))


def _recall_profile(ratings: Ratings, id_: str, answer: Json) -> None:
    profile = ratings.assessment.profile
    question = None if profile is None else profile.by_id.get(id_)
    if question is None:
        return
    if answer is None:
        ratings.profile.pop(id_, None)
    else:
        ratings.profile[id_] = read_profile_answer(question, answer)


def _seconds(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return 0.0
    return float(value)


def _damaged(name: str) -> BadInput:
    return BadInput(N_("What was kept of this session is damaged (“{field}”); begin a new one."), field=name)
