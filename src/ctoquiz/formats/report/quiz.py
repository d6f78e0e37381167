"""The page of a quiz: its score with its interval, topics, certainty, and every answer with what was right and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.scoring import (
    PROBABILITIES,
    CertaintyScore,
    Outcome,
    Score,
    Share,
    Tendency,
    answered_share,
    so_far,
)
from ctoquiz.domain.statistics import wilson
from ctoquiz.errors import N_
from ctoquiz.formats.report.charts import bar
from ctoquiz.formats.report.heading import footer, in_language, particulars, source_line
from ctoquiz.formats.report.page import page
from ctoquiz.formats.report.parts import Cell, Figure, Head, Row, Section, Table, Tone, Verdict, Wording
from ctoquiz.formats.resultpage import OUTCOMES
from ctoquiz.frozen import frozen
from ctoquiz.generation.code import spoken
from ctoquiz.i18n.words import Words
from ctoquiz.session.rescoring import Regraded, Rescored, mapping, number, text

TONES: Mapping[Outcome, Tone] = {
    "right": "good",
    "partly": "fair",
    "wrong": "bad",
    "unknown": "plain",
    "unanswered": "plain",
}

_MANY = 40
"""From so many questions on, one doesn't call them few."""

_NOTICED = 0.5
"""An answer that took fewer seconds was given by a program."""

_PASSED = "✓", N_("Passed: the pass mark is {mark}.")
_NOT_PASSED = "✗", N_("Not passed: the pass mark is {mark}.")

TENDENCIES: Mapping[Tendency, str] = {
    "over": N_("That is over-confident, by more than chance: doubt a little more."),
    "under": N_("That is under-confident, by more than chance: you know more than you dare say."),
    "fits": N_("The two agree as well as so few answers can tell."),
}


@frozen
class Answer:
    """An answer and what became of it; `told` is what was answered and what is right, each with its label."""

    tone: Tone
    outcome: str
    prompt: Wording
    told: tuple[tuple[str, Wording], ...]
    explanation: Wording | None
    source: str


@frozen
class QuizView:
    """What the template of a quiz shows under the head; no `score` where nothing was answered yet."""

    heading: str
    verdict: Verdict
    score: Figure | None
    sections: tuple[Section, ...]
    answers_heading: str
    answers: tuple[Answer, ...]


def quiz_report(document: JsonObject, rescored: Rescored, pack: Pack | None, say: Words) -> str:
    """The whole page in HTML, in the language of `say`; `pack` is that of the same edition, None where not at hand."""
    view = QuizView(
        heading=say("Your score"),
        verdict=_verdict(document, rescored, say),
        score=_score_so_far(rescored, say) if _is_stopped(document) else _score(rescored.score, say),
        sections=tuple(_sections(rescored, _shares(document, rescored), pack, say)),
        answers_heading=say("All your answers"),
        answers=tuple(_answers(rescored, pack, say)),
    )
    return page("quiz", _head(document, pack, say), view, say.language, footer(document, say))


def _is_stopped(document: JsonObject) -> bool:
    return document.get("status") != "complete"


def _shares(document: JsonObject, rescored: Rescored) -> dict[str, Share]:
    """The points of each topic of the quiz, out of those of the questions that count."""
    topics = {topic: share for topic, share in rescored.score.topics.items() if share.max > 0}
    if not _is_stopped(document):
        return topics
    reached = so_far(rescored.score, [answer.graded for answer in rescored.answers])
    return {topic: reached[topic] for topic in topics}


def _head(document: JsonObject, pack: Pack | None, say: Words) -> Head:
    code = text(mapping(document.get("quiz")).get("code"))
    coded = ((say("Code"), spoken(code)),) if code else ()
    named = Wording(text(mapping(document.get("pack")).get("id")), say.language)
    title = named if pack is None else in_language(pack.about.title, say)
    return Head(say("Quiz result"), title, (*particulars(document, say), *coded))


def _verdict(document: JsonObject, rescored: Rescored, say: Words) -> Verdict:
    score = rescored.score
    if _is_stopped(document):
        return Verdict("plain", _so_far(rescored, say), tuple(_reasons(document, rescored, say)))
    sentence = say(
        "You scored {points} of {most}, {percent}.",
        points=say.number(score.points),
        most=say.number(score.max),
        percent=say.percent(score.percent),
    )
    tone: Tone = "plain" if score.passed is None else "good" if score.passed else "bad"
    return Verdict(tone, sentence, tuple(_reasons(document, rescored, say)))


def _so_far(rescored: Rescored, say: Words) -> str:
    share = answered_share(answer.graded for answer in rescored.answers)
    if not share.max:
        return say("Nothing was answered yet.")
    return say("You scored {points} of {most} so far.", points=say.number(share.points), most=say.number(share.max))


def _reasons(document: JsonObject, rescored: Rescored, say: Words) -> Iterator[str]:
    mark = number(mapping(document.get("quiz")).get("pass_mark"))
    if mark is not None and rescored.score.passed is not None:
        sign, sentence = _PASSED if rescored.score.passed else _NOT_PASSED
        yield f"{sign} {say(sentence, mark=say.percent(mark, 10))}"
    left = round(rescored.score.max) - len(rescored.answers)
    if left > 0 and not _is_stopped(document):
        yield say.plural(
            "The time ran out: {n} question has no answer and earns nothing.",
            "The time ran out: {n} questions have no answer and earn nothing.",
            left,
        )
    elif left > 0:
        yield say.plural("{n} question was not reached yet.", "{n} questions were not reached yet.", left)
    if not rescored.verified:
        yield say(
            "This edition of the pack is not at hand: the points are those that were recorded, "
            "and could not be checked against the questions."
        )


def _score(score: Score, say: Words) -> Figure:
    low, high = say.percent(score.low), say.percent(score.high)
    interval = say("With so few questions, a fair range is {low} to {high}.", low=low, high=high)
    return Figure(
        name="claimed",
        label=say("Share of the points"),
        value=say.percent(score.percent),
        picture=bar(score.percent, score.low, score.high),
        interval=interval if score.max < _MANY else say("A fair range is {low} to {high}.", low=low, high=high),
    )


def _score_so_far(rescored: Rescored, say: Words) -> Figure | None:
    """What a stopped quiz has earned, out of what was answered: what was not reached yet is no failure."""
    share = answered_share(answer.graded for answer in rescored.answers)
    if not share.max:
        return None
    percent, (low, high) = 100 * share.points / share.max, wilson(share.points, share.max)
    picture = bar(percent, 100 * low, 100 * high)
    return Figure("claimed", say("Share of the points so far"), say.percent(percent), picture, _range(low, high, say))


def _sections(rescored: Rescored, shares: Mapping[str, Share], pack: Pack | None, say: Words) -> Iterator[Section]:
    if shares:
        rows = tuple(Row(_topic(id_, pack, say), (_share_cell(share, say),)) for id_, share in shares.items())
        caption = say("Points of the questions of each topic; the line is the 95% interval.")
        table = Table(caption, (say("Topic"), say("Points")), rows)
        yield Section("topics", say("By topic"), tables=(table,))
    if rescored.score.certainty is not None:
        yield _certainty(rescored.score.certainty, rescored.answers, say)


def _topic(id_: str, pack: Pack | None, say: Words) -> Wording:
    titles = {} if pack is None else {topic.id: topic.title for topic in pack.topics}
    return in_language(titles[id_], say) if id_ in titles else Wording(id_, say.language)


def _share_cell(share: Share, say: Words) -> Cell:
    if not share.max:
        return Cell(say("not reached yet"))
    low, high = wilson(share.points, share.max)
    return Cell(
        text=say("{points} of {most}", points=say.number(share.points), most=say.number(share.max)),
        picture=bar(100 * share.points / share.max, 100 * low, 100 * high),
        remark=_range(low, high, say),
        name="claimed",
    )


def _range(low: float, high: float, say: Words) -> str:
    return say("fair range {low} to {high}", low=say.percent(100 * low), high=say.percent(100 * high))


def _certainty(score: CertaintyScore, answers: Sequence[Regraded], say: Words) -> Section:
    rows = tuple(row for certainty in PROBABILITIES if (row := _level(certainty, answers, say)) is not None)
    caption = say("How sure you were, beside how much of it was right; the mark shows what a certainty stands for.")
    heads = (say("Certainty"), say("Right"))
    tables = (Table(caption, heads, rows),) if rows else ()
    return Section("certainty", say("Certainty"), tuple(_calibration(score, say)), tables)


def _calibration(score: CertaintyScore, say: Words) -> Iterator[str]:
    yield say("Marks: {marks} of {most}.", marks=say.number(score.marks), most=say.number(score.max))
    if score.mean_probability is None or score.share_right is None or score.brier is None:
        yield say("No answer carries a certainty.")
        return
    yield say(
        "On average you were {stated} sure, and {right} of it was right (fair range {low} to {high}).",
        stated=say.percent(100 * score.mean_probability),
        right=say.percent(100 * score.share_right),
        low=say.percent(100 * score.low),
        high=say.percent(100 * score.high),
    )
    yield say(TENDENCIES[score.tendency])
    yield say("Brier score: {brier} (0 is best, 1 worst).", brier=say.number(score.brier))


def _level(certainty: int, answers: Sequence[Regraded], say: Words) -> Row | None:
    """The answers that were given with this certainty: what it stands for, and how many points they earned."""
    given = [each.graded for each in answers if each.graded.certainty == certainty]
    if not given:
        return None
    stated = 100 * PROBABILITIES[certainty]
    points, most = sum(each.points for each in given), sum(each.max for each in given)
    low, high = wilson(points, most)
    cell = Cell(
        text=say("{points} of {most}", points=say.number(points), most=say.number(most)),
        picture=bar(100 * points / most, 100 * low, 100 * high, marks=(stated,)),
        remark=_range(low, high, say),
        name="claimed",
    )
    meaning = say("stands for {percent} sure", percent=say.percent(stated))
    return Row(Wording(say("Certainty {n}", n=certainty), say.language), (cell,), (meaning,))


def _answers(rescored: Rescored, pack: Pack | None, say: Words) -> Iterator[Answer]:
    for place, answer in enumerate(rescored.answers, 1):
        graded = answer.graded
        why = answer.explanation
        yield Answer(
            tone=TONES[graded.outcome],
            outcome=_outcome(place, answer, say),
            prompt=Wording(answer.prompt, answer.lang),
            told=tuple(_told(answer, say)),
            explanation=Wording(why, answer.lang) if why else None,
            source="" if answer.source is None or pack is None else source_line(answer.source, pack, say),
        )


def _outcome(place: int, answer: Regraded, say: Words) -> str:
    graded = answer.graded
    outcome = say(OUTCOMES[graded.outcome], points=say.number(graded.points), max=say.number(graded.max))
    parts = [f"{place}. {outcome}"]
    if graded.certainty is not None:
        parts.append(say("certainty {n}", n=graded.certainty))
    if answer.seconds is not None and answer.seconds >= _NOTICED:
        parts.append(say.duration(answer.seconds))
    return " · ".join(parts)


def _told(answer: Regraded, say: Words) -> Iterator[tuple[str, Wording]]:
    if answer.graded.outcome not in ("unknown", "unanswered"):
        yield say("Your answer"), Wording(answer.answer_text, answer.lang)
    if answer.graded.outcome != "right" and answer.right_text:
        yield say("Right answer"), Wording(answer.right_text, answer.lang)
