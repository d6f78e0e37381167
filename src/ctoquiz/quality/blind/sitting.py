"""The blind player sits a quiz: what is to be decided, what it sees meanwhile, and what feedback tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ctoquiz.domain.questions import AnyQuestion, Match, Multiple, Order, Question, Single, TrueFalse
from ctoquiz.frozen import frozen
from ctoquiz.quality.blind.sight import TRUTHS, Item, Memory, Sheet, Sight, Stems, folded
from ctoquiz.quality.language.words import stems

Right = frozenset[int]
"""The places of the right options."""


@frozen
class Trial:
    """One decision: what is seen, what is right, and the fact (or the facts together) that it is about."""

    sight: Sight
    right: Right
    facts: tuple[str, ...]
    question: str


def sit(quiz: Sequence[AnyQuestion], language: str) -> Iterator[Trial]:
    """Every decision of a quiz in its order; after each question its feedback is known."""
    sheet = _sheet(quiz, language)
    before = Memory()
    for number, question in enumerate(quiz):
        for item, right in _items(question, number, language):
            yield Trial(Sight(item, sheet, before), right, question.facts, question.id)
        before = _told(before, question, language)


def _sheet(quiz: Sequence[AnyQuestion], language: str) -> Sheet:
    return Sheet(
        prompts=tuple(frozenset(stems(question.prompt[language], language)) for question in quiz),
        strings=tuple(frozenset(folded(each.text[language]) for each in question.shown) for question in quiz),
        statements={
            place: len(question.prompt[language])
            for place, question in enumerate(quiz)
            if isinstance(question, TrueFalse)
        },
    )


def _items(question: AnyQuestion, number: int, language: str) -> Iterator[tuple[Item, Right]]:
    decide = _DECIDE.get(type(question))
    if decide is not None:
        yield from decide(question, number, language)


def _options(question: Question[Any], language: str) -> tuple[str, ...]:
    return tuple(option.text[language] for option in question.shown)


def _single(question: Single, number: int, language: str) -> Iterator[tuple[Item, Right]]:
    yield Item(number, language, question.prompt[language], _options(question, language)), frozenset({question.right})


def _multiple(question: Multiple, number: int, language: str) -> Iterator[tuple[Item, Right]]:
    """The option that one would tick first: right where it is any of those to tick."""
    yield Item(number, language, question.prompt[language], _options(question, language)), question.right


def _statement(question: TrueFalse, number: int, language: str) -> Iterator[tuple[Item, Right]]:
    item = Item(number, language, question.prompt[language], TRUTHS, statement=True)
    yield item, frozenset({TRUTHS.index(question.answer)})


def _match(question: Match, number: int, language: str) -> Iterator[tuple[Item, Right]]:
    """Each thing on the left is a choice of its own among the options."""
    for left, right in zip(question.left, question.right, strict=True):
        yield Item(number, language, left[language], _options(question, language)), frozenset({right})


def _order(question: Order, number: int, language: str) -> Iterator[tuple[Item, Right]]:
    """What comes first."""
    yield Item(number, language, question.prompt[language], _options(question, language)), frozenset(question.right[:1])


_DECIDE: Mapping[type, Callable[[Any, int, str], Iterator[tuple[Item, Right]]]] = {
    Single: _single,
    Multiple: _multiple,
    TrueFalse: _statement,
    Match: _match,
    Order: _order,
}
"""What is to be decided in each kind of question; what is typed can't be guessed by a surface cue."""


def _told(before: Memory, question: AnyQuestion, language: str) -> Memory:
    """What is known after the feedback on a question, too."""
    told: Stems = before.told.union(
        stems(question.explanation[language], language), stems(question.answer_text[language], language)
    )
    right, wrong = dict(before.right), dict(before.wrong)
    places, truths, last = dict(before.places), dict(before.truths), before.last
    if isinstance(question, Single | Multiple):
        keys = question.right if isinstance(question, Multiple) else frozenset({question.right})
        for place, text in enumerate(_options(question, language)):
            counts = right if place in keys else wrong
            counts[folded(text)] = counts.get(folded(text), 0) + 1
    if isinstance(question, Single):
        places[question.right] = places.get(question.right, 0) + 1
        last = question.right
    if isinstance(question, TrueFalse):
        truths[question.answer] = truths.get(question.answer, 0) + 1
    return Memory(right, wrong, places, last, truths, told)
