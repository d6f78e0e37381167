"""What is shown of a question before it is answered: its header, its prompt, and in plain lines its options."""

from __future__ import annotations

from math import ceil

from ctoquiz.domain.questions import LETTERS, AnyQuestion, Match
from ctoquiz.domain.quiz import Quiz
from ctoquiz.errors import N_
from ctoquiz.session.asking import Turn
from ctoquiz.terminal.lines import Line, Span, columns
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.look import Look

LEVEL_NAMES = {"easy": N_("easy"), "medium": N_("medium"), "hard": N_("hard")}
KIND_NAMES = {
    "single": N_("one right option"),
    "multiple": N_("several right options"),
    "true-false": N_("true or false"),
    "number": N_("number to type"),
    "interval": N_("range to type"),
    "text": N_("words to type"),
    "order": N_("putting in order"),
    "match": N_("matching"),
}
"""Kinds of question as one calls them in a sentence."""
_BAR = 30


def clock(seconds: float) -> str:
    """Minutes and seconds as a clock shows them, rounded up so that 0:00 is the very end: `4:05`."""
    left = max(0, ceil(seconds))
    return f"{left // 60}:{left % 60:02}"


def question_page(turn: Turn, quiz: Quiz, look: Look) -> list[Line]:
    """The number of the question of how many, topic, estimated level, and the prompt.

    A plain page tells the time left too; where there are menus their hint does, and counts down.
    """
    head = _spoken_head(turn, look) if look.plain else _drawn_head(turn, look)
    about = _about(turn.question, quiz, look)
    prompt = look.prose(look.text(turn.question.prompt), "strong")
    return look.placed([(), *head, *look.prose(about, "dim"), (), *prompt, ()])


def _spoken_head(turn: Turn, look: Look) -> list[Line]:
    say = look.say
    lines = look.prose(say("Question {number} of {count}", number=turn.number, count=turn.of))
    if turn.seconds_left is not None:
        lines += look.prose(say("Time left: {time}", time=say.duration(max(0, ceil(turn.seconds_left)))))
    return lines


def _drawn_head(turn: Turn, look: Look) -> list[Line]:
    title = look.say("Question {number} of {count}", number=turn.number, count=turn.of)
    return drawn_head(title, turn.number / turn.of, look)


def drawn_head(title: str, share: float, look: Look) -> list[Line]:
    """A title with a bar of how far one has come, `share` being from 0.0 to 1.0."""
    length = min(_BAR, look.width - columns(title) - 2)
    if length < 4:
        return look.prose(title, "strong accent")
    done = max(1, round(length * share))
    bar = (
        Span(look.signs.done * done, "accent"),
        Span(look.signs.to_do * (length - done), "dim"),
    )
    return [(Span(title, "strong accent"), Span("  "), *bar)]


def _about(question: AnyQuestion, quiz: Quiz, look: Look) -> str:
    say = look.say
    level = say("estimated level: {level}", level=say(LEVEL_NAMES.get(question.level, question.level)))
    topic = quiz.topic_titles.get(question.topic)
    if topic is None:
        return level
    title = look.text(topic)
    return f"{title}, {level}" if look.plain else f"{title} {look.signs.dot} {level}"


def option_lines(question: AnyQuestion, look: Look) -> list[Line]:
    """The things to match, numbered, and the options with their letters; nothing where the answer is typed."""
    lines: list[Line] = []
    for number, left in enumerate(left_texts(question, look), 1):
        lines += look.prose(left, first=(Span(f"{number}. "),), indent=3)
    if lines:
        lines.append(())
    for letter, option in zip(LETTERS, question.shown, strict=False):
        lines += look.prose(look.text(option.text), first=(Span(f"{letter}. "),), indent=3)
    return [*lines, ()] if lines else []


def left_texts(question: AnyQuestion, look: Look) -> list[str]:
    """The texts on the left of a question that matches things; none for the other kinds."""
    return [literal(text[look.lang]) for text in question.left] if isinstance(question, Match) else []
