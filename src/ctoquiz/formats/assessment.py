"""A self-assessment as JSON: what it asks (schema `ctoquiz/assessment/1`), and the parts of its result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ctoquiz.domain.assessment.advice import Advice
from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.assessment.consistency import Warned
from ctoquiz.domain.assessment.findings import (
    Finding,
    PayRange,
    PaySilence,
    ProfileAnswer,
    findings,
    pay_of,
)
from ctoquiz.domain.assessment.profile import Profile
from ctoquiz.domain.assessment.sources import source_of
from ctoquiz.domain.assessment.statements import Statement
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.quiz import Edition
from ctoquiz.domain.readiness import AssessmentScore, Met, Reading
from ctoquiz.formats.questions import edition_json, source_json
from ctoquiz.i18n.words import Words

ASSESSMENT_SCHEMA = "ctoquiz/assessment/1"


def assessment_json(pack: Pack, assessment: Assessment, lang: str) -> JsonObject:
    """Everything that a score depends on, so that anyone can work it out again; texts in one language."""
    about = pack.about
    return {
        "schema": ASSESSMENT_SCHEMA,
        "pack": edition_json(Edition(about.id, about.version, pack.digest, about.languages)),
        "lang": lang,
        "contexts": [context.id for context in assessment.contexts],
        "cuts": {"close": assessment.cuts.close, "ready": assessment.cuts.ready},
        "competencies": [_competency_json(each, pack, lang) for each in assessment.competencies],
        "checks": [
            {"id": each.id, "text": each.text[lang], "of": each.of, "reversed": each.reversed}
            for each in assessment.checks
        ],
    }


def answers_json(
    assessment: Assessment, answers: Mapping[str, Rated], seconds: Mapping[str, float | None]
) -> list[Json]:
    """The answers in the order in which they are asked; a rating of null is “no opportunity so far”."""
    return [
        {
            "statement": item.id,
            "rating": answers[item.id].rating,
            "evidence": answers[item.id].evidence,
            "seconds": seconds.get(item.id),
        }
        for item in assessment.items
        if item.id in answers
    ]


def score_json(score: AssessmentScore) -> JsonObject:
    """A score; nothing is rounded."""
    return {
        "claimed": _reading_json(score.claimed),
        "evidenced": _reading_json(score.evidenced),
        "contexts": dict(score.contexts),
    }


def warnings_json(warned: Iterable[Warned], say: Words, lang: str) -> list[Json]:
    """The warnings, their sentences in the user's language, the pack's texts in `lang`."""
    return [
        {"kind": each.kind, "statements": list(each.statements), "message": warning_text(each, say, lang)}
        for each in warned
    ]


def advice_json(given: Iterable[Advice], pack: Pack, say: Words, lang: str) -> list[Json]:
    """The pieces of advice, the most helpful first."""
    return [
        {
            "competency": each.competency.id,
            "statement": each.statement.id,
            "facts": list(each.statement.facts),
            "source": _source_json(each.statement.facts, pack, lang),
            "message": advice_text(each, say, lang),
        }
        for each in given
    ]


def profile_json(pack: Pack, profile: Profile | None, answers: Mapping[str, ProfileAnswer], lang: str) -> Json:
    """The profile as answered, what the document expects of it and pays it; null where nothing was answered."""
    if profile is None or not answers:
        return None
    return {
        "answers": {question.id: answers[question.id] for question in profile.questions if question.id in answers},
        "expected": [_finding_json(each, pack, lang) for each in findings(profile, answers)],
        "pay": _pay_json(pack, profile, answers, lang),
    }


def warning_text(warned: Warned, say: Words, lang: str) -> str:
    """The sentence of a warning."""
    values = {
        name: value[lang] if isinstance(value, Mapping) else say.number(value, 1)
        for name, value in warned.values.items()
    }
    return say(warned.message, **values)


def advice_text(advice: Advice, say: Words, lang: str) -> str:
    """The sentence of a piece of advice."""
    return say(
        "{competency}: “{statement}” You rated this {rating}; it counts from {threshold} on.",
        competency=advice.competency.title[lang],
        threshold=advice.threshold,
        rating=advice.rating,
        statement=advice.statement.text[lang],
    )


def _competency_json(competency: Competency, pack: Pack, lang: str) -> JsonObject:
    return {
        "id": competency.id,
        "title": competency.title[lang],
        "critical": competency.critical,
        "minimum": competency.minimum,
        "weights": dict(competency.weights),
        "thresholds": dict(competency.thresholds),
        "statements": [_statement_json(each, pack, lang) for each in competency.statements],
    }


def _statement_json(statement: Statement, pack: Pack, lang: str) -> JsonObject:
    return {
        "id": statement.id,
        "text": statement.text[lang],
        "facts": list(statement.facts),
        "source": _source_json(statement.facts, pack, lang),
    }


def _reading_json(reading: Reading) -> JsonObject:
    return {
        "readiness": reading.readiness,
        "low": reading.low,
        "high": reading.high,
        "verdict": reading.verdict,
        "close_call": reading.close_call,
        "gates_failed": list(reading.gates_failed),
        "competencies": {id_: _met_json(share) for id_, share in reading.competencies.items()},
    }


def _met_json(share: Met) -> JsonObject:
    low, high = share.interval or (None, None)
    return {
        "met": share.met,
        "rated": share.rated,
        "no_opportunity": share.no_opportunity,
        "p": share.p,
        "low": low,
        "high": high,
    }


def _finding_json(finding: Finding, pack: Pack, lang: str) -> JsonObject:
    expected = finding.expected
    return {
        "question": finding.question,
        "standing": finding.standing,
        "required": expected.required,
        "message": expected.text[lang],
        "facts": list(expected.facts),
        "source": _source_json(expected.facts, pack, lang),
    }


def _pay_json(pack: Pack, profile: Profile, answers: Mapping[str, ProfileAnswer], lang: str) -> Json:
    """What the document pays such a profile; null where years or place were not told."""
    pay, found = profile.pay, pay_of(pack, profile, answers)
    if pay is None or found is None:
        return None
    if isinstance(found, PaySilence):
        return {"range": None, "message": " ".join(reason[lang] for reason in found.reasons)}
    return _range_json(found, pack, lang) | {"message": f"{pay.about[lang]} {pay.moves[lang]}"}


def _range_json(found: PayRange, pack: Pack, lang: str) -> JsonObject:
    return {
        "range": {"low": found.low, "high": found.high, "unit": found.unit},
        "condition": found.condition[lang],
        "facts": [found.fact],
        "source": _source_json((found.fact,), pack, lang),
    }


def _source_json(facts: tuple[str, ...], pack: Pack, lang: str) -> JsonObject:
    return source_json(source_of(facts, pack), pack.about.document[lang])
