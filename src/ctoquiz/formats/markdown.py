"""A quiz as a sheet to print, in Markdown, with or without its answer key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from ctoquiz.domain.questions import (
    LETTERS,
    AnyQuestion,
    Interval,
    Match,
    Multiple,
    Number,
    Option,
    Order,
    TrueFalse,
)
from ctoquiz.domain.quiz import Quiz
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.formats.markup import escaped
from ctoquiz.frozen import frozen
from ctoquiz.generation.code import spoken
from ctoquiz.i18n.words import Words

NEW_PAGE = '<div style="page-break-before: always; break-before: page"></div>'
"""A new page in whatever is printed by way of HTML; nothing to be seen elsewhere."""

BLANK = "." * 30
SHORT_BLANK = "." * 10

NUMBER = {
    "eur": N_("Answer, in euros: {blank}"),
    "year": N_("Answer, in years: {blank}"),
    "percent": N_("Answer, in percent: {blank}"),
    "none": N_("Answer: {blank}"),
}
"""The room for a figure, with its unit."""
INTERVAL = {
    "eur": N_("Answer, in euros: from {low} to {high}"),
    "year": N_("Answer, in years: from {low} to {high}"),
    "percent": N_("Answer, in percent: from {low} to {high}"),
    "none": N_("Answer: from {low} to {high}"),
}
"""The room for two figures, with their unit."""


@frozen
class Sheet:
    """A quiz to be printed: `lang` is the language of its questions, `document` what its pack says it is about."""

    quiz: Quiz
    lang: str
    document: Text

    def words(self, text: Text) -> str:
        """A text of the pack, as Markdown."""
        return escaped(text[self.lang])


def handout(sheet: Sheet, say: Words, *, key: bool) -> str:
    """The whole sheet, ending in one line feed; `key` adds the answers on a page of their own."""
    blocks = [*_head(sheet, say), *_questions(sheet, say)]
    if key:
        blocks += [NEW_PAGE, *_key(sheet, say)]
    return "\n\n".join(blocks) + "\n"


def _head(sheet: Sheet, say: Words) -> Iterator[str]:
    yield f"# {sheet.words(sheet.quiz.title)}"
    yield _edition(sheet, say)
    yield say("Name: {blank} Date: {short}", blank=BLANK, short=SHORT_BLANK)


def _edition(sheet: Sheet, say: Words) -> str:
    """Which quiz this is, so that a key and its sheet find each other again."""
    quiz = sheet.quiz
    parts = [
        say.plural("{n} question", "{n} questions", len(quiz.questions)),
        say("pack {id}, edition {version}", id=escaped(quiz.edition.id), version=escaped(quiz.edition.version)),
    ]
    if quiz.code is not None:
        parts.insert(0, say("Code: **{code}**", code=spoken(quiz.code)))
    return " · ".join(parts)


def _questions(sheet: Sheet, say: Words) -> Iterator[str]:
    for number, question in enumerate(sheet.quiz.questions, 1):
        yield f"**{number}.** {sheet.words(question.prompt)}"
        yield from answer_space(question, sheet, say)


@singledispatch
def answer_space(question: AnyQuestion, sheet: Sheet, say: Words) -> Iterator[str]:
    """What stands under the prompt: the options to choose from, or the room to write. One block after the other."""
    if question.shown:
        yield _lettered(question.shown, sheet)
    else:
        yield say("Answer: {blank}", blank=BLANK)


@answer_space.register
def _(question: Multiple, sheet: Sheet, say: Words) -> Iterator[str]:
    yield _aside(say("Tick all that are right."))
    yield _lettered(question.shown, sheet, mark="[ ] ")


@answer_space.register
def _(question: TrueFalse, sheet: Sheet, _: Words) -> Iterator[str]:
    yield "\n".join(f"- [ ] {escaped(question.describe(given)[sheet.lang])}" for given in (True, False))


@answer_space.register
def _(question: Number, _: Sheet, say: Words) -> Iterator[str]:
    yield say(NUMBER[question.unit], blank=BLANK)


@answer_space.register
def _(question: Interval, _: Sheet, say: Words) -> Iterator[str]:
    yield say(INTERVAL[question.unit], low=SHORT_BLANK, high=SHORT_BLANK)


@answer_space.register
def _(question: Order, sheet: Sheet, say: Words) -> Iterator[str]:
    yield _lettered(question.shown, sheet)
    places = " → ".join("....." for _ in question.shown)
    yield say("The letters in order, first to last: {places}", places=places)


@answer_space.register
def _(question: Match, sheet: Sheet, say: Words) -> Iterator[str]:
    yield "\n".join(f"- **{number}** = ..... {sheet.words(text)}" for number, text in enumerate(question.left, 1))
    yield _aside(say("Write beside each number the letter that goes with it:"))
    yield _lettered(question.shown, sheet)


def _aside(words: str) -> str:
    return f"*{words}*"


def _lettered(options: tuple[Option, ...], sheet: Sheet, mark: str = "") -> str:
    return "\n".join(
        f"- {mark}**{letter}.** {sheet.words(option.text)}" for letter, option in zip(LETTERS, options, strict=False)
    )


def _key(sheet: Sheet, say: Words) -> Iterator[str]:
    yield "# " + say("Answer key")
    yield f"{sheet.words(sheet.quiz.title)} · {_edition(sheet, say)}"
    for number, question in enumerate(sheet.quiz.questions, 1):
        yield f"**{number}.** {_right(question, sheet)}"
        yield sheet.words(question.explanation)
        yield _aside(_source(question, sheet, say))


def _right(question: AnyQuestion, sheet: Sheet) -> str:
    """The letters and what they stand for; only the words where the answer has no letters."""
    text = sheet.words(question.answer_text)
    return f"**{escaped(question.answer)}** · {text}" if question.shown else f"**{text}**"


def _source(question: AnyQuestion, sheet: Sheet, say: Words) -> str:
    title = sheet.quiz.topic_titles[question.source.section]
    numbers = question.source.sentences
    return say(
        "Source: {document}, {section}, {sentences}",
        document=sheet.words(sheet.document),
        section=sheet.words(title),
        sentences=say.plural("sentence {list}", "sentences {list}", len(numbers), list=", ".join(map(str, numbers))),
    )
