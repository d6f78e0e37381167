"""No two questions of a quiz on one fact, and no prompt that states the key of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctoquiz.domain.questions import AnyQuestion, Interval, Number, Single, Typed
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.words import meaning, words
from ctoquiz.quality.rule import Explanation, QuizRule

_TELLING = (Single, Typed, Number, Interval)
"""The kinds whose key is a text that a prompt can state."""


def look(quiz: Sequence[AnyQuestion]) -> Iterator[Flaw]:
    """A fact that is asked about twice, and a key that another prompt states, in whatever form of its words."""
    yield from _twice(quiz)
    for question in quiz:
        if isinstance(question, _TELLING):
            for language, key in question.answer_text.items():
                telling = [
                    each.id for each in quiz if each is not question and states(each.prompt[language], key, language)
                ]
                if telling:
                    message = N_("“{key}” is the key of {question}, and {others} says it; ask only one of them.")
                    values = {"key": key, "question": question.id, "others": ", ".join(telling)}
                    yield Flaw(message, values, language)


def states(text: str, key: str, language: str) -> bool:
    """Whether a text holds the words of a key in a row, or, where two of them or more have a meaning, their stems."""
    if _in_a_row(words(key), words(text)):
        return True
    stemmed = meaning(key, language)
    return len(stemmed) > 1 and _in_a_row(stemmed, meaning(text, language))


def _twice(quiz: Sequence[AnyQuestion]) -> Iterator[Flaw]:
    asked: dict[str, str] = {}
    for question in quiz:
        for fact in question.facts:
            if fact in asked:
                message = N_("“{fact}” is asked about twice, by {one} and {other}; ask about it once.")
                yield Flaw(message, {"fact": fact, "one": asked[fact], "other": question.id})
            asked[fact] = question.id


def _in_a_row(part: Sequence[str], whole: Sequence[str]) -> bool:
    return bool(part) and any(whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1))


RULE = QuizRule(
    name="told-elsewhere",
    look=look,
    explanation=Explanation(
        what=N_("A quiz asks about each fact once, and no question states what is to be answered to another."),
        why=N_("Who reads the whole quiz finds the answer in it without knowing it."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 7 (independent items)",
        bad=N_(
            "1. Who heads the management committee? 2. Which body does the CTO sit on? a. the management committee …"
        ),
        good=N_("1. Who heads that body? 2. Which body does the CTO sit on? a. the management committee …"),
    ),
)
