"""One saved quiz for reading: what was asked, what was answered, what is right, and the score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.scoring import Outcome, Score, Share, answered_share, so_far
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.formats.columns import columns
from ctoquiz.formats.resultrows import moment
from ctoquiz.formats.results import score_json
from ctoquiz.generation.code import spoken
from ctoquiz.i18n.words import Words
from ctoquiz.session.rescoring import Regraded, Rescored, items, mapping, text

OUTCOMES: Mapping[Outcome, str] = {
    "right": N_("✓ right"),
    "partly": N_("◐ partly right: {points} of {max}"),
    "wrong": N_("✗ wrong"),
    "unknown": N_("? not known"),
    "unanswered": N_("– not answered"),
}
"""A sign and a word, never a sign alone."""


def rescored_json(document: JsonObject, rescored: Rescored) -> JsonObject:
    """The result as it was saved, but for its score and the points of its answers, which are worked out again."""
    regraded = {answer.graded.question: answer for answer in reversed(rescored.answers)}
    answers = [_answer_json(each, regraded) for each in items(document.get("answers"))]
    return {**document, "answers": answers, "score": score_json(rescored.score)}


def _answer_json(record: Json, regraded: Mapping[str, Regraded]) -> Json:
    if not isinstance(record, dict):
        return record
    found = regraded.get(text(record.get("question")))
    points = 0.0 if found is None else found.graded.points
    return {**record, "points": points, "max": 1.0 if found is None else found.graded.max}


def result_page(document: JsonObject, rescored: Rescored, titles: Mapping[str, Text], say: Words) -> str:
    """The whole page; `titles` are those of the topics, where the pack is at hand."""
    blocks = [
        "\n".join(_head(document, say)),
        *_answers(rescored, say),
        "\n".join(_score(document, rescored, titles, say)),
    ]
    if not rescored.verified:
        blocks.append(
            say(
                "This edition of the pack is not at hand: the points are those that were recorded, "
                "and could not be checked against the questions."
            )
        )
    return "\n\n".join(blocks) + "\n"


def _head(document: JsonObject, say: Words) -> Iterator[str]:
    pack, quiz = mapping(document.get("pack")), mapping(document.get("quiz"))
    yield say("Result {id}", id=text(document.get("id")))
    parts = [
        text(document.get("participant")),
        moment(text(document.get("finished_at")), say),
        say("complete") if document.get("status") == "complete" else say("stopped"),
        say("pack {id}, edition {version}", id=text(pack.get("id")), version=text(pack.get("version"))),
    ]
    if text(quiz.get("code")):
        parts.append(say("code {code}", code=spoken(text(quiz.get("code")))))
    yield " · ".join(part for part in parts if part)


def _answers(rescored: Rescored, say: Words) -> Iterator[str]:
    for number, answer in enumerate(rescored.answers, 1):
        yield "\n".join(_answer(number, answer, say))


def _answer(number: int, answer: Regraded, say: Words) -> Iterator[str]:
    graded = answer.graded
    yield f"{number}. {answer.prompt}"
    outcome = say(OUTCOMES[graded.outcome], points=say.number(graded.points), max=say.number(graded.max))
    certainty = "" if graded.certainty is None else " · " + say("certainty {n}", n=graded.certainty)
    yield f"   {outcome}{certainty}"
    if graded.outcome != "unknown":
        yield "   " + say("Your answer: {answer}", answer=answer.answer_text)
    if graded.outcome != "right":
        yield "   " + say("Right answer: {answer}", answer=answer.right_text)
    if answer.explanation and graded.outcome != "right":
        yield f"   {answer.explanation}"


def _score(document: JsonObject, rescored: Rescored, titles: Mapping[str, Text], say: Words) -> Iterator[str]:
    score, stopped = rescored.score, document.get("status") != "complete"
    yield from _so_far(document, rescored, say) if stopped else _whole(rescored, say)
    yield from _certainty(score, say)
    shares = so_far(score, [answer.graded for answer in rescored.answers]) if stopped else score.topics
    rows = [(f"  {_title(topic, titles, say)}", _share(share, say)) for topic, share in shares.items()]
    yield from columns(rows, right=(1,))


def _share(share: Share, say: Words) -> str:
    return f"{say.number(share.points)} / {say.number(share.max)}" if share.max else say("not reached yet")


def _so_far(document: JsonObject, rescored: Rescored, say: Words) -> Iterator[str]:
    """What a stopped quiz has earned so far, how many questions it never reached, and how it goes on."""
    share = answered_share(answer.graded for answer in rescored.answers)
    if share.max:
        yield say("Score so far: {points} of {most}", points=say.number(share.points), most=say.number(share.max))
    left = round(rescored.score.max - share.max)
    yield say.plural("{n} question was not reached yet.", "{n} questions were not reached yet.", left)
    if rescored.verified:  # no other edition of the pack can go on with it
        yield say("Go on with: {command}", command=f"ctoquiz play --session {text(document.get('id'))}")


def _whole(rescored: Rescored, say: Words) -> Iterator[str]:
    score = rescored.score
    yield say(
        "Score: {points} of {max}, {percent} (a fair range is {low} to {high})",
        points=say.number(score.points),
        max=say.number(score.max),
        percent=say.percent(score.percent),
        low=say.percent(score.low),
        high=say.percent(score.high),
    )
    left = round(score.max) - len(rescored.answers)
    if left > 0:
        yield say.plural(
            "The time ran out: {n} question has no answer and earns nothing.",
            "The time ran out: {n} questions have no answer and earn nothing.",
            left,
        )
    if score.passed is not None:
        yield say("The pass mark was met.") if score.passed else say("The pass mark was not met.")


def _certainty(score: Score, say: Words) -> Iterator[str]:
    if score.certainty is not None:
        marks, most = say.number(score.certainty.marks), say.number(score.certainty.max)
        yield say("Certainty marks: {marks} of {max}", marks=marks, max=most)


def _title(topic: str, titles: Mapping[str, Text], say: Words) -> str:
    title = titles.get(topic)
    return topic if title is None else title.get(say.language) or next(iter(title.values()))
