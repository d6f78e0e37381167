"""A session as JSON: the header of its journal and its result (schema `ctoquiz/result/1`)."""

from __future__ import annotations

from dataclasses import asdict

from ctoquiz import __version__
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.domain.scoring import Score
from ctoquiz.formats.questions import edition_json
from ctoquiz.session.loop import Entry, Progress

RESULT_SCHEMA = "ctoquiz/result/1"


def header_json(
    quiz: Quiz, manner: Manner, *, session: str, started_at: str, participant: str | None
) -> dict[str, Json]:
    """What is fixed when a session begins: all that is needed to go on with it on its own."""
    return {
        "schema": RESULT_SCHEMA,
        "type": "quiz",
        "id": session,
        "started_at": started_at,
        "participant": participant,
        "tool": {"name": "ctoquiz", "version": __version__},
        "pack": edition_json(quiz.edition),
        "quiz": _quiz_json(quiz, manner),
    }


def _quiz_json(quiz: Quiz, manner: Manner) -> dict[str, Json]:
    present = {question.topic for question in quiz.questions}
    return {
        "code": quiz.code,
        "seed": quiz.seed,
        "count": len(quiz.questions),
        "topics": [topic for topic in quiz.topic_titles if topic in present],
        "kinds": list(quiz.kinds),
        "levels": list(quiz.levels),
        "lang": manner.lang,
        "exam": manner.exam,
        "certainty": manner.certainty,
        "time_limit": manner.time_limit,
        "pass_mark": manner.pass_mark,
        "chance": quiz.chance,
        "questions": [question.id for question in quiz.questions],
        **({"rebuilt": dict(quiz.rebuilt)} if quiz.rebuilt else {}),
    }


def result_json(
    header: dict[str, Json], progress: Progress, score: Score, *, status: str, finished_at: str
) -> dict[str, Json]:
    """The result of a session, `status` being `complete` or `stopped`."""
    return {
        "schema": RESULT_SCHEMA,
        "type": "quiz",
        "id": header["id"],
        "status": status,
        "started_at": header["started_at"],
        "finished_at": finished_at,
        "seconds": progress.spent,
        "participant": header.get("participant"),
        **{name: header[name] for name in ("tool", "pack", "quiz")},
        "answers": [_answer_json(entry, progress.manner.lang) for entry in progress.entries],
        "score": score_json(score),
    }


def _answer_json(entry: Entry, lang: str) -> dict[str, Json]:
    return {
        "question": entry.question.id,
        "topic": entry.question.topic,
        "shown": [option.text[lang] for option in entry.question.shown],
        "answer": entry.answer.notation,
        "certainty": entry.answer.certainty,
        "points": entry.graded.points,
        "max": entry.graded.max,
        "seconds": entry.seconds,
        "prompt": entry.question.prompt[lang],
        "right": entry.question.answer_in(lang),
        "right_text": entry.question.answer_text[lang],
    }


def score_json(score: Score) -> dict[str, Json]:
    """A score; nothing is rounded."""
    certainty = score.certainty
    return {
        "points": score.points,
        "max": score.max,
        "percent": score.percent,
        "low": score.low,
        "high": score.high,
        "passed": score.passed,
        "topics": {topic: {"points": share.points, "max": share.max} for topic, share in score.topics.items()},
        "certainty": None if certainty is None else dict(asdict(certainty)),
    }
