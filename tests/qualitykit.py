"""Small questions in one language, and what a rule says of them."""

from __future__ import annotations

from typing import TypedDict

from ctoquiz.domain.questions import (
    AnyQuestion,
    Match,
    Multiple,
    Number,
    Option,
    Single,
    Source,
    TrueFalse,
    Typed,
)
from ctoquiz.domain.text import Text
from ctoquiz.quality.rule import ViewRule
from ctoquiz.quality.view import Told, View


class Head(TypedDict):
    """The fields that every question has."""

    id: str
    topic: str
    level: str
    prompt: Text
    explanation: Text
    facts: tuple[str, ...]
    source: Source


def head(language: str, prompt: str, name: str = "fact/ask", explanation: str = "—") -> Head:
    return Head(
        id=name,
        topic="topic",
        level="easy",
        prompt={language: prompt},
        explanation={language: explanation},
        facts=(name.partition("/")[0],),
        source=Source("topic", (1,)),
    )


def options_of(language: str, texts: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option({language: text}) for text in texts)


def single(language: str, prompt: str, *texts: str, right: int = 0, name: str = "fact/ask") -> Single:
    """The first option is right, unless told otherwise."""
    return Single(**head(language, prompt, name), options=options_of(language, texts), right=right)


def multiple(language: str, prompt: str, *texts: str, right: tuple[int, ...] = (0, 1)) -> Multiple:
    """The first two options are right, unless told otherwise."""
    return Multiple(**head(language, prompt), options=options_of(language, texts), right=frozenset(right))


def statement(language: str, prompt: str, *, right: bool = True) -> TrueFalse:
    return TrueFalse(**head(language, prompt), right=right)


def number(language: str, prompt: str) -> Number:
    return Number(**head(language, prompt), value=5, unit="year")


def typed(language: str, prompt: str, answer: str) -> Typed:
    return Typed(**head(language, prompt), accepted={language: (answer,)}, others={language: ()})


def match(language: str, prompt: str, left: tuple[str, ...], *texts: str) -> Match:
    return Match(
        **head(language, prompt),
        left=tuple({language: text} for text in left),
        options=options_of(language, texts),
        right=tuple(range(len(left))),
    )


def said(rule: ViewRule, question: AnyQuestion, told: Told | None = None) -> list[str]:
    """What a rule says of a question, in English, in each of its languages."""
    if rule.kinds and question.kind not in rule.kinds:
        return []
    views = [View(question, language, told or Told()) for language in question.prompt]
    return [flaw.message.format(**flaw.values) for view in views for flaw in rule.look(view)]
