"""An assessment as JSON: the header of its journal and its result (schema `ctoquiz/result/1`)."""

from __future__ import annotations

from ctoquiz import __version__
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.quiz import Edition
from ctoquiz.formats.assessment import advice_json, answers_json, profile_json, score_json, warnings_json
from ctoquiz.formats.questions import edition_json
from ctoquiz.formats.results import RESULT_SCHEMA
from ctoquiz.i18n.words import Words
from ctoquiz.session.assessed import Assessed
from ctoquiz.session.assessing import Frame, Ratings

_FROM_HEADER = ("tool", "pack", "context", "assessment")


def assessment_header(
    pack: Pack, frame: Frame, *, session: str, started_at: str, participant: str | None, count: int
) -> JsonObject:
    """What is fixed when an assessment begins; `count` is how many statements and checks it asks."""
    about = pack.about
    return {
        "schema": RESULT_SCHEMA,
        "type": "assessment",
        "id": session,
        "started_at": started_at,
        "participant": participant,
        "tool": {"name": "ctoquiz", "version": __version__},
        "pack": edition_json(Edition(about.id, about.version, pack.digest, about.languages)),
        "context": frame.context,
        "assessment": {"lang": frame.lang, "quick": frame.quick, "count": count},
    }


def assessment_result(
    header: JsonObject,
    pack: Pack,
    ratings: Ratings,
    found: Assessed,
    say: Words,
    *,
    status: str,
    finished_at: str,
) -> JsonObject:
    """The result of an assessment, `status` being `complete` or `stopped`."""
    return {
        "schema": RESULT_SCHEMA,
        "type": "assessment",
        "id": header["id"],
        "status": status,
        "started_at": header["started_at"],
        "finished_at": finished_at,
        "seconds": ratings.spent,
        "participant": header.get("participant"),
        **{name: header[name] for name in _FROM_HEADER},
        "answers": answers_json(ratings.assessment, ratings.rated, ratings.seconds),
        **worked_out(pack, ratings, found, say),
    }


def worked_out(pack: Pack, ratings: Ratings, found: Assessed, say: Words) -> dict[str, Json]:
    """The parts of a result that follow from its answers, in the language of `say` where the pack has it."""
    lang = say.language if say.language in pack.languages else ratings.frame.lang
    return {
        "score": score_json(found.score),
        "profile": profile_json(pack, ratings.assessment.profile, ratings.profile, lang),
        "warnings": warnings_json(found.warnings, say, lang),
        "advice": advice_json(found.advice, pack, say, lang),
    }
