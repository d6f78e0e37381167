"""Questions and quizzes as JSON, as other programs read them (schemas `ctoquiz/quiz/1` and `ctoquiz/jsonl/1`)."""

from __future__ import annotations

from collections.abc import Iterable

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.questions import LETTERS, AnyQuestion, Interval, Match, Number, Source
from ctoquiz.domain.quiz import Edition, Quiz
from ctoquiz.domain.text import Text

QUIZ_SCHEMA = "ctoquiz/quiz/1"


def quiz_json(quiz: Quiz, lang: str, document: Text) -> dict[str, Json]:
    """A whole quiz with its answers; `document` is what its pack says of the document."""
    return questions_json(quiz.edition, quiz.questions, lang, document, code=quiz.code, seed=quiz.seed)


def questions_json(
    edition: Edition,
    questions: Iterable[AnyQuestion],
    lang: str,
    document: Text,
    *,
    code: str | None = None,
    seed: str | None = None,
) -> dict[str, Json]:
    """Questions of a pack with their answers; without a code and a seed they are no quiz that was drawn."""
    return {
        "schema": QUIZ_SCHEMA,
        "pack": edition_json(edition),
        "code": code,
        "seed": seed,
        "lang": lang,
        "questions": [answered_json(question, lang, document) for question in questions],
    }


def edition_json(edition: Edition) -> dict[str, Json]:
    """Which pack, in which edition."""
    return {
        "id": edition.id,
        "version": edition.version,
        "digest": edition.digest,
        "languages": list(edition.languages),
    }


def asked_json(question: AnyQuestion, lang: str) -> dict[str, Json]:
    """A question as it is asked: without its answer, and without what would tell it."""
    shape: dict[str, Json] = {
        "id": question.id,
        "kind": question.kind,
        "topic": question.topic,
        "level": question.level,
        "prompt": question.prompt[lang],
    }
    if question.shown:
        shape["options"] = [
            {"letter": letter, "text": option.text[lang]}
            for letter, option in zip(LETTERS, question.shown, strict=False)
        ]
    if isinstance(question, Match):
        shape["left"] = [{"number": number, "text": text[lang]} for number, text in enumerate(question.left, 1)]
    if isinstance(question, Number | Interval):
        shape["unit"] = question.unit
    return shape


def answered_json(question: AnyQuestion, lang: str, document: Text) -> dict[str, Json]:
    """A question with its answer."""
    return {
        **asked_json(question, lang),
        **answer_json(question, lang),
        "facts": list(question.facts),
        "source": source_json(question.source, document[lang]),
    }


def answer_json(question: AnyQuestion, lang: str) -> dict[str, Json]:
    """The right answer and why."""
    return {
        "answer": question.answer_in(lang),
        "answer_text": question.answer_text[lang],
        "explanation": question.explanation[lang],
    }


def source_json(source: Source, document: str) -> dict[str, Json]:
    """Where the document says so."""
    return {"document": document, "section": source.section, "sentences": list(source.sentences)}
