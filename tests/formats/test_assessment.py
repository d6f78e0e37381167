"""A self-assessment as JSON, from which any program works out the same score."""

from __future__ import annotations

import json
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import ctoquiz
from ctoquiz.domain.assessment.advice import advice
from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.consistency import warnings
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.readiness import score_assessment
from ctoquiz.formats.assessment import (
    advice_json,
    answers_json,
    assessment_json,
    profile_json,
    score_json,
    warnings_json,
)
from ctoquiz.i18n.words import Words
from ctoquiz.storage.packs import load_pack, shipped

SCHEMA = json.loads((Path(ctoquiz.__file__).parent / "schemas" / "assessment.schema.json").read_text("utf-8"))
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "mini-pack"
PACK = load_pack(str(EXAMPLE))
ENGLISH = Words("en")
Z = 1.959964


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    assert PACK.assessment is not None
    return PACK.assessment


def problems(value: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(value)]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("pack", [PACK, *map(load_pack, shipped())], ids=lambda pack: pack.about.id)
def test_an_assessment_is_printed_in_the_form_that_its_schema_gives(pack: Pack, lang: str) -> None:
    if pack.assessment is not None:
        assert problems(json.loads(json.dumps(assessment_json(pack, pack.assessment, lang)))) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("contexts", ["sme"]), ("cuts", {"close": 0.5}), ("checks", [{"id": "a"}]), ("lang", ""), ("more", 1)],
)
def test_another_form_is_noticed(assessment: Assessment, field: str, value: object) -> None:
    document = {**assessment_json(PACK, assessment, "en"), field: value}
    assert problems(json.loads(json.dumps(document)))


def test_a_minimum_goes_with_a_critical_competency_and_with_no_other(assessment: Assessment) -> None:
    document = json.loads(json.dumps(assessment_json(PACK, assessment, "en")))
    document["competencies"][0]["minimum"] = None
    document["competencies"][1]["minimum"] = 0.5
    assert len(problems(document)) == 2


def test_one_competency_whole(assessment: Assessment) -> None:
    competency = assessment_json(PACK, assessment, "en")["competencies"]
    assert isinstance(competency, list)
    first = competency[0]
    assert isinstance(first, dict)
    statements = first.pop("statements")
    assert first == {
        "id": "alerts",
        "title": "Answering alerts",
        "critical": True,
        "minimum": 0.5,
        "weights": {"startup": 2, "sme": 1, "group": 1},
        "thresholds": {"startup": 3, "sme": 2, "group": 2},
    }
    assert isinstance(statements, list)
    assert statements[0] == {
        "id": "alerts-acknowledged",
        "text": "I have acknowledged a red alert in time.",
        "facts": ["acknowledged"],
        "source": {
            "document": "A page on being on call at an imaginary company",
            "section": "watch",
            "sentences": [8],
        },
    }


answers = st.fixed_dictionaries(
    {
        item.id: st.builds(Rated, st.sampled_from((None, 0, 1, 2, 3, 4)), st.sampled_from((None, " ", "In May.")))
        for item in (PACK.assessment.items if PACK.assessment else ())
    }
)


def recomputed(printed: dict, given: list[dict], context: str, *, evidenced: bool) -> dict:  # type: ignore[type-arg]
    """The reading as another program works it out, from nothing but what was printed and the answers saved."""
    ratings = {}
    for answer in given:
        rating = answer["rating"]
        if evidenced and rating in (3, 4) and not (answer["evidence"] or "").strip():
            rating = 2
        ratings[answer["statement"]] = rating
    rows, gates = [], []
    for competency in printed["competencies"]:
        own = [ratings[each["id"]] for each in competency["statements"]]
        rated = [rating for rating in own if rating is not None]
        k, n = sum(rating >= competency["thresholds"][context] for rating in rated), len(rated)
        if competency["critical"] and (n == 0 or k / n < competency["minimum"]):
            gates.append(competency["id"])
        if n:
            p = k / n
            middle, margin = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
            ends = (middle - margin) / (1 + Z * Z / n), (middle + margin) / (1 + Z * Z / n)
            rows.append((competency["weights"][context], p, *ends))
    total = sum(row[0] for row in rows)
    if not rows:
        return {"readiness": None, "low": None, "high": None, "gates_failed": gates}
    r = sum(w * p for w, p, _, _ in rows) / total
    low = max(0.0, r - sqrt(sum((w / total * (p - low)) ** 2 for w, p, low, _ in rows)))
    high = min(1.0, r + sqrt(sum((w / total * (high - p)) ** 2 for w, p, _, high in rows)))
    return {"readiness": r, "low": low, "high": high, "gates_failed": gates}


@pytest.mark.parametrize("context", ["startup", "sme", "group"])
@given(given=answers)
def test_a_program_works_out_the_same_score_from_what_is_printed(context: str, given: dict[str, Rated]) -> None:
    assert PACK.assessment is not None
    printed = json.loads(json.dumps(assessment_json(PACK, PACK.assessment, "fr")))
    saved = json.loads(json.dumps(answers_json(PACK.assessment, given, {})))
    score = json.loads(json.dumps(score_json(score_assessment(PACK.assessment, given, context))))
    for name in ("claimed", "evidenced"):
        expected = recomputed(printed, saved, context, evidenced=name == "evidenced")
        for field in ("readiness", "low", "high"):
            assert score[name][field] == pytest.approx(expected[field], abs=1e-9)
        assert score[name]["gates_failed"] == expected["gates_failed"]
    for each in printed["contexts"]:
        expected = recomputed(printed, saved, each, evidenced=False)["readiness"]
        assert score["contexts"][each] == pytest.approx(expected, abs=1e-9)


def test_the_parts_of_a_result_whole(assessment: Assessment) -> None:
    given = {statement.id: Rated(None) for statement in assessment.statements}
    given |= {"alerts-acknowledged": Rated(4, "In May."), "alerts-sorted": Rated(1), "check-acknowledged": Rated(2)}
    score = score_json(score_assessment(assessment, given, "sme"))
    none = {"met": 0, "rated": 0, "p": None, "low": None, "high": None}
    reading = {
        "readiness": 0.5,
        "low": pytest.approx(0.09453, abs=1e-5),
        "high": pytest.approx(0.90547, abs=1e-5),
        "verdict": "close",
        "close_call": True,
        "gates_failed": [],
        "competencies": {
            "alerts": {
                "met": 1,
                "rated": 2,
                "no_opportunity": 2,
                "p": 0.5,
                "low": pytest.approx(0.09453, abs=1e-5),
                "high": pytest.approx(0.90547, abs=1e-5),
            },
            "incidents": {**none, "no_opportunity": 5},
            "rota": {**none, "no_opportunity": 4},
        },
    }
    assert score == {
        "claimed": reading,
        "evidenced": reading,
        "contexts": {"startup": 0.5, "sme": 0.5, "group": 0.5},
    }
    assert answers_json(assessment, given, {"alerts-acknowledged": 2.5})[:2] == [
        {"statement": "alerts-acknowledged", "rating": 4, "evidence": "In May.", "seconds": 2.5},
        {"statement": "alerts-sorted", "rating": 1, "evidence": None, "seconds": None},
    ]
    assert warnings_json(warnings(assessment, given), ENGLISH, "en")[0] == {
        "kind": "reworded",
        "statements": ["alerts-acknowledged", "check-acknowledged"],
        "message": "Statements that say the same in other words got ratings that differ by 2 on average; "
        "look at them again.",
    }
    assert advice_json(advice(assessment, given, "sme"), PACK, ENGLISH, "en") == [
        {
            "competency": "alerts",
            "statement": "alerts-sorted",
            "facts": ["grey"],
            "source": {
                "document": "A page on being on call at an imaginary company",
                "section": "roles",
                "sentences": [6],
            },
            "message": "Answering alerts: “I have told red alerts from grey ones.” "
            "You rated this 1; it counts from 2 on.",
        }
    ]


def test_a_profile_carries_what_the_document_expects_and_pays(assessment: Assessment) -> None:
    told: dict[str, float | str] = {"years": 3.0, "place": "weekend", "words": "never-heard"}
    document = "A page on being on call at an imaginary company"
    assert profile_json(PACK, assessment.profile, told, "en") == {
        "answers": {"years": 3.0, "place": "weekend", "words": "never-heard"},
        "expected": [
            {
                "question": "words",
                "standing": "under",
                "required": True,
                "message": "The page uses four abbreviations.",
                "facts": ["words.slo"],
                "source": {"document": document, "section": "watch", "sentences": [9]},
            }
        ],
        "pay": {
            "range": {"low": 220, "high": 300, "unit": "eur"},
            "condition": "a weekend",
            "facts": ["pay.weekend"],
            "source": {"document": document, "section": "watch", "sentences": [7]},
            "message": "What Brume pays, by the turn. It depends on the days.",
        },
    }


def test_where_the_document_says_nothing_of_pay_that_is_said(assessment: Assessment) -> None:
    profile = profile_json(PACK, assessment.profile, {"years": 3.0, "place": "night"}, "en")
    assert profile == {
        "answers": {"years": 3.0, "place": "night"},
        "expected": [],
        "pay": {"range": None, "message": "The page says nothing of nights."},
    }


def test_without_answers_there_is_no_profile(assessment: Assessment) -> None:
    assert profile_json(PACK, assessment.profile, {}, "en") is None
    assert profile_json(PACK, None, {"years": 3.0}, "en") is None
