"""The score of a quiz that was saved, worked out again from its raw answers.

What a result says of its own score is never believed. Where the pack of the same edition is at hand, every answer is
graded again by the question that it was given to; elsewhere the points recorded with each answer are added up, none
of them counting for more than one question can earn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.questions import LETTERS, AnyQuestion, Source, unknown
from ctoquiz.domain.scoring import POINT, PROBABILITIES, Graded, Outcome, Score, grade, score_quiz
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen
from ctoquiz.generation.catalogue import Catalogue, build
from ctoquiz.session.resuming import rebuilt_in

Result = Mapping[str, Json]
"""A result as it was saved; what is in it may be anything that JSON can hold."""


@frozen
class Regraded:
    """One saved answer as it counts now, `answer` and `right` in the notation, every text in the language `lang`.

    `explanation` and `source` are None where the question can't be built again; `seconds` are those that the answer
    took.
    """

    prompt: str
    answer: str
    answer_text: str
    right: str
    right_text: str
    explanation: str | None
    seconds: float | None
    graded: Graded
    lang: str
    source: Source | None = None


@frozen
class Rescored:
    """The score of a saved quiz and its answers in the order given.

    `verified` says that every answer was graded again by its own question; it is False where recorded points had to
    do, because this edition of the pack is not at hand.
    """

    score: Score
    answers: tuple[Regraded, ...]
    verified: bool


@frozen
class _Given:
    """A saved answer and the question it was given to, where that can be built as it was shown."""

    record: JsonObject
    question: AnyQuestion | None


def rescore(result: Result, catalogue: Catalogue | None, reader: str | None = None) -> Rescored:
    """The score of a saved quiz. `catalogue` is of the pack of the same digest, None where that is not at hand.

    The texts are in the language of the `reader` where the pack has it and is at hand, else in that of the quiz.

    An answer counts once, and only to a question of the quiz; the maxima count every question of the quiz. Raises
    BadInput (65) where an answer is none that its question can have.
    """
    quiz = mapping(result.get("quiz"))
    lang = text(quiz.get("lang"))
    answers = _once(result.get("answers"))
    ids = [text(each) for each in items(quiz.get("questions"))] or list(answers)
    asked = {} if catalogue is None else _asked(ids, catalogue, quiz)
    given = [_given(answers[id_], asked.get(id_), lang) for id_ in answers if id_ in ids]
    regraded = tuple(_regraded(each, lang, reader or lang) for each in given)
    count = len(set(ids)) if quiz.get("questions") else max(len(ids), int(number(quiz.get("count")) or 0))
    score = score_quiz(
        [each.graded for each in regraded],
        max_points=POINT * count,
        topics_of_whole_quiz=_topics(result, [asked.get(id_) for id_ in ids]),
        pass_mark=number(quiz.get("pass_mark")),
        certainty=quiz.get("certainty") is True,
        stopped=result.get("status") != "complete",
    )
    return Rescored(score, regraded, verified=all(each.question is not None for each in given))


def mapping(value: Json) -> JsonObject:
    """A mapping as it is; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def items(value: Json) -> Sequence[Json]:
    """A list as it is; an empty one for anything else."""
    return value if isinstance(value, list) else []


def text(value: Json) -> str:
    """A text as it is; an empty one for anything else."""
    return value if isinstance(value, str) else ""


def number(value: Json) -> float | None:
    """A finite number as it is; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if isfinite(value) else None


def _once(answers: Json) -> dict[str, JsonObject]:
    """The answers by the ids of their questions: the first that was given to each."""
    found: dict[str, JsonObject] = {}
    for record in items(answers):
        if isinstance(record, dict):
            found.setdefault(text(record.get("question")), record)
    return found


def _asked(ids: Sequence[str], catalogue: Catalogue, quiz: Mapping[str, Json]) -> dict[str, AnyQuestion]:
    """The questions of a quiz that the pack still has, with the distractors and the order that they had."""
    chance, again = text(quiz.get("chance")), rebuilt_in(quiz)
    blueprints = ((id_, catalogue.find(id_)) for id_ in ids)
    return {id_: build(blueprint, chance, again.get(id_, 0)) for id_, blueprint in blueprints if blueprint is not None}


def _given(record: JsonObject, question: AnyQuestion | None, lang: str) -> _Given:
    # Letters mean nothing where the options stood in another order, as another version of the tool may draw them.
    if question is None or lang not in question.prompt:
        return _Given(record, None)
    same = [option.text[lang] for option in question.shown] == list(items(record.get("shown")))
    return _Given(record, question if same else None)


def _regraded(given: _Given, lang: str, reader: str) -> Regraded:
    if given.question is None:
        return _recorded(given.record, lang)
    notation = text(given.record.get("answer"))
    question = given.question
    lang = reader if reader in question.prompt else lang
    try:
        graded = grade(question, notation, _certainty(given.record))
        told = "" if unknown(notation) else question.tell(notation)[lang]
    except BadInput as error:
        raise BadInput(
            N_("The answer to “{question}” is none that this question can have; the result was changed."),
            question=question.id,
        ) from error
    return Regraded(
        prompt=question.prompt[lang],
        answer=notation,
        answer_text=told,
        right=question.answer_in(lang),
        right_text=question.answer_text[lang],
        explanation=question.explanation[lang],
        seconds=number(given.record.get("seconds")),
        graded=graded,
        lang=lang,
        source=question.source,
    )


def _recorded(record: JsonObject, lang: str) -> Regraded:
    """An answer whose question is not at hand, with the points that were recorded, at most one question's worth."""
    notation = text(record.get("answer"))
    points = 0.0 if unknown(notation) else min(max(number(record.get("points")) or 0.0, 0.0), POINT)
    id_ = text(record.get("question"))
    certainty = None if unknown(notation) else _certainty(record)
    return Regraded(
        prompt=text(record.get("prompt")) or id_,
        answer=notation,
        answer_text=_told(notation, [text(each) for each in items(record.get("shown"))]),
        right=text(record.get("right")),
        right_text=text(record.get("right_text")),
        explanation=None,
        seconds=number(record.get("seconds")),
        graded=Graded(id_, text(record.get("topic")), points, POINT, _outcome(notation, points), certainty),
        lang=lang,
    )


def _outcome(notation: str, points: float) -> Outcome:
    if unknown(notation):
        return "unknown"
    return "wrong" if points == 0 else "right" if points == POINT else "partly"


def _certainty(record: JsonObject) -> int | None:
    value = record.get("certainty")
    return value if isinstance(value, int) and value in PROBABILITIES else None


def _told(notation: str, shown: Sequence[str]) -> str:
    """What was answered, for a reader: the options that its letters name, else the notation itself."""
    letters = [each.strip().lower() for each in notation.split(",")]
    if not shown or any(len(each) != 1 or each not in LETTERS[: len(shown)] for each in letters):
        return "" if unknown(notation) else notation
    return "; ".join(shown[LETTERS.index(each)] for each in letters)


def _topics(result: Result, asked: Sequence[AnyQuestion | None]) -> dict[str, float]:
    """The points to be had in each topic: of the questions where all are at hand, else as recorded."""
    if all(question is not None for question in asked) and asked:
        return _counted(result, [question.topic for question in asked if question is not None])
    return dict(_recorded_topics(result))


def _counted(result: Result, topics: Sequence[str]) -> dict[str, float]:
    order = [text(each) for each in items(mapping(result.get("quiz")).get("topics"))]
    named = dict.fromkeys([*(topic for topic in order if topic in topics), *topics])
    return {topic: POINT * topics.count(topic) for topic in named}


def _recorded_topics(result: Result) -> Iterator[tuple[str, float]]:
    for topic, share in mapping(mapping(result.get("score")).get("topics")).items():
        most = number(mapping(share).get("max"))
        if most is not None and most > 0:
            yield topic, most
