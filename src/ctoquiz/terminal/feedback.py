"""What is told of an answer: right or not, the right answer, why, and where the document says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ctoquiz.domain.questions import LETTERS, AnyQuestion, Source, TrueFalse, unknown
from ctoquiz.domain.quiz import Quiz
from ctoquiz.domain.scoring import Graded, certainty_mark
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.terminal.lines import Line, Span
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.look import Look

Passages = Callable[[Source], Sequence[str]]
"""The passages of the reader's own copy of the document that a source cites, as far as the copy has them."""

VERDICTS = {
    "right": N_("Right"),
    "partly": N_("Partly right"),
    "wrong": N_("Wrong"),
    "unknown": N_("You didn’t know"),
    "unanswered": N_("Not answered"),
}


def sign(graded: Graded, look: Look) -> str:
    """The sign of an outcome."""
    signs = {"right": look.signs.right, "partly": look.signs.partly, "wrong": look.signs.wrong}
    return signs.get(graded.outcome, look.signs.unknown)


def style(graded: Graded) -> str:
    """The colour of an outcome; the sign and the word always say the same."""
    return "unknown" if graded.outcome == "unanswered" else graded.outcome


def verdict(graded: Graded, look: Look) -> str:
    """The outcome in words, with its share of the point and its certainty mark where there are such."""
    words = look.say(VERDICTS[graded.outcome])
    if graded.outcome == "partly":
        words = look.say("{verdict}, {percent}", verdict=words, percent=look.percent(100 * graded.share))
    if graded.certainty is None:
        return words
    counted = graded.share if graded.counted is None else graded.counted
    marks = look.points(certainty_mark(counted, graded.certainty))
    return look.say(
        "{verdict}, certainty {certainty}, marks: {marks}",
        verdict=words,
        certainty=graded.certainty,
        marks=marks if marks.startswith("-") or marks == "0" else f"+{marks}",
    )


def feedback_page(
    question: AnyQuestion, answer: str, graded: Graded, quiz: Quiz, look: Look, passages: Passages | None
) -> list[Line]:
    """Everything about one answer, after it was given."""
    head = _said(verdict(graded, look), look)
    first = (Span(f"{sign(graded, look)} ", f"strong {style(graded)}"),)
    lines = look.prose(head, f"strong {style(graded)}", first=first, indent=2)
    return look.placed([(), *lines, *explained(question, answer, quiz, look, passages)])


def _said(verdict_: str, look: Look) -> str:
    return f"{verdict_}." if look.plain else verdict_


def explained(question: AnyQuestion, answer: str, quiz: Quiz, look: Look, passages: Passages | None) -> list[Line]:
    """Label by label: the right answer, why, what was mixed up, and the source."""
    lines: list[Line] = []
    for label, text, kind in _fields(question, answer, quiz, look):
        lines += look.labelled(label, text, kind, indent=look.inset)
    for passage in passages(question.source) if passages is not None else ():
        quoted = look.say("“{passage}”", passage=literal(passage))
        lines += look.labelled(look.say("The document"), quoted, indent=look.inset)
    return lines


def given_lines(question: AnyQuestion, answer: str, look: Look) -> list[Line]:
    """The answer that was given, with its label."""
    return look.labelled(look.say("Your answer"), given_text(question, answer, look), indent=look.inset)


def _fields(question: AnyQuestion, answer: str, quiz: Quiz, look: Look) -> Iterator[tuple[str, str, str]]:
    say = look.say
    counted = None if unknown(answer) else question.count(answer)
    if counted is not None:
        yield say("How it counts"), say(counted.message, **counted.values), ""
    yield say("Right answer"), given_text(question, question.answer_in(look.lang), look), "right"
    if explanation := look.text(question.explanation):
        yield say("Why"), explanation, ""
    for chosen, about in confusions(question, answer, look.lang):
        text = literal(about)
        yield say("Mixed up"), f"{literal(chosen)} {look.signs.arrow} {text}" if chosen else text, ""
    yield say("Source"), source_text(question, quiz, look), "dim"


def given_text(question: AnyQuestion, notation: str, look: Look) -> str:
    """An answer for a reader: its letter too where it is one option."""
    if unknown(notation):
        return look.say("I don’t know")
    text = literal(question.tell(notation)[look.lang])
    letter = question.canonical(notation)
    return f"{letter}. {text}" if question.shown and len(letter) == 1 else text


def confusions(question: AnyQuestion, answer: str, lang: str) -> Iterator[tuple[str, str]]:
    """What was chosen wrongly and what it is really about, where the pack knows: `(option, about)`; the option is
    empty for a statement.
    """
    if unknown(answer):
        return
    given = question.canonical(answer)
    if isinstance(question, TrueFalse):
        if question.about is not None and given != question.answer:
            yield "", question.about[lang]
        return
    for letter, option in zip(LETTERS, question.shown, strict=False):
        if option.about is not None and letter in given and letter not in question.answer:
            yield option.text[lang], option.about[lang]


def source_text(question: AnyQuestion, quiz: Quiz, look: Look) -> str:
    """Where the document says so: the section's title and the numbers of the sentences."""
    return where_text(question.source, quiz.topic_titles, look)


def where_text(source: Source, titles: Mapping[str, Text], look: Look) -> str:
    """The title of a source's section and the numbers of its sentences; `titles` are those of the topics."""
    section = titles.get(source.section)
    title = literal(source.section) if section is None else look.text(section)
    numbers = source.sentences
    if not numbers:
        return title
    where = look.say.plural(
        "sentence {numbers}", "sentences {numbers}", len(numbers), numbers=", ".join(map(str, numbers))
    )
    return f"{title}, {where}"
