"""What is shown of an assessment while it is asked: its opening, a statement and its scale, a profile question."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from ctoquiz.domain.assessment.answers import EVIDENCE_FROM, write_rating
from ctoquiz.domain.assessment.findings import MOST_YEARS
from ctoquiz.domain.assessment.profile import ChoiceQuestion, ProfileQuestion
from ctoquiz.domain.assessment.statements import NO_OPPORTUNITY, RATINGS, Check
from ctoquiz.domain.assessment.whole import Assessment, Item
from ctoquiz.domain.questions import LETTERS
from ctoquiz.session.assessing import Beginning, Frame, ProfileTurn, RatingTurn
from ctoquiz.terminal.asked import drawn_head
from ctoquiz.terminal.lines import Line
from ctoquiz.terminal.look import Look
from ctoquiz.terminal.opening import LANGUAGES

_A_MINUTE = 10
"""Statements that one rates in a minute, evidence included."""


def beginning_page(beginning: Beginning, look: Look) -> list[Line]:
    """What is assessed, how it is read, how to answer, and how to leave."""
    lines = [(), *look.prose(look.text(beginning.assessment.title), "strong accent"), ()]
    for label, text in _facts(beginning, look):
        lines += look.labelled(label, text)
    if beginning.answered:
        lines += [(), *look.prose(_going_on(beginning, look))]
    for text in (_how(look), _leaving(beginning, look)):
        lines += [(), *look.prose(text, "dim")]
    return look.placed(lines)


def _facts(beginning: Beginning, look: Look) -> Iterator[tuple[str, str]]:
    say, assessment = look.say, beginning.assessment
    count = len(assessment.items)
    minutes = ceil(count / _A_MINUTE)
    if beginning.frame.quick:
        yield say("Statements"), say("{count}, about {minutes} min", count=count, minutes=minutes)
    else:
        yield say("Statements"), say("{count}, about {minutes} min without evidence", count=count, minutes=minutes)
    yield say("Read for"), look.text(assessment.context(beginning.frame.context).title)
    yield say("Language"), LANGUAGES.get(look.lang, look.lang)


def _going_on(beginning: Beginning, look: Look) -> str:
    return look.say.plural(
        "{n} statement was rated before; you go on with the rest.",
        "{n} statements were rated before; you go on with the rest.",
        beginning.answered,
    )


def _how(look: Look) -> str:
    return look.say("Rate what you did, not what you could do. Nobody sees your answers but you.")


def _leaving(beginning: Beginning, look: Look) -> str:
    if beginning.session is None:
        return look.say("Ctrl-C or Ctrl-D stops the assessment. Nothing of it is saved.")
    return look.say("Ctrl-C or Ctrl-D stops the assessment. Your answers are saved, and you can go on later.")


def statement_page(turn: RatingTurn, assessment: Assessment, look: Look) -> list[Line]:
    """Where one is, the competency, and what is to be rated. A check looks like any other statement."""
    title = look.say("Statement {number} of {count}", number=turn.number, count=turn.of)
    head = look.prose(title) if look.plain else drawn_head(title, turn.number / turn.of, look)
    about = look.prose(look.text(assessment.competency_of(turn.item).title), "dim")
    return look.placed([(), *head, *about, (), *look.prose(look.text(turn.item.text), "strong"), ()])


def levels(item: Item, assessment: Assessment, look: Look) -> dict[str, str]:
    """What can be answered, each with its meaning: `0` to `4`, and `n` where there may have been no opportunity."""
    scale = assessment.anchors if isinstance(item, Check) else assessment.scale
    keys = (*map(write_rating, RATINGS), *(() if isinstance(item, Check) else (NO_OPPORTUNITY,)))
    return {key: look.text(scale[key]) for key in keys}


def asks_evidence(item: Item, rating: int | None, frame: Frame) -> bool:
    """Whether evidence goes with this rating."""
    return not frame.quick and not isinstance(item, Check) and rating is not None and rating >= EVIDENCE_FROM


def evidence_lines(look: Look, *, with_price: bool) -> list[Line]:
    """What is asked for as evidence; with what leaving it out costs, where that was not said yet."""
    lines = look.prose(look.say("In one line: when was it, in what situation, and what came of it?"), "accent")
    if with_price:
        price = look.say("It may be left empty: the stricter of the two readings then counts this rating as 2.")
        lines += look.prose(price, "dim")
    return lines


def profile_page(turn: ProfileTurn, look: Look) -> list[Line]:
    """A question of the profile."""
    title = look.say("About you, {number} of {count}", number=turn.number, count=turn.of)
    head = look.prose(title) if look.plain else drawn_head(title, turn.number / turn.of, look)
    return look.placed([(), *head, (), *look.prose(look.text(turn.question.prompt), "strong"), ()])


def wrong_answer(question: ProfileQuestion, look: Look) -> str:
    """What to say of an answer to a question of the profile that is none, to whoever sees the question."""
    if isinstance(question, ChoiceQuestion):
        return look.say(
            "That is none of the answers; choose a letter from a to {last}.", last=LETTERS[len(question.options) - 1]
        )
    return look.say("That is no number of years from 0 to {most}.", most=MOST_YEARS)


def profile_offer(count: int, look: Look) -> list[Line]:
    """The offer to ask the questions of the profile."""
    offer = look.say.plural(
        "All statements are rated. {n} short question about you, to compare with what the document expects and pays?",
        "All statements are rated. {n} short questions about you, to compare with what the document expects and pays?",
        count,
    )
    return look.placed([(), *look.prose(offer, "strong"), ()])
