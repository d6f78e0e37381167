"""Questions written by hand: the same questions in every quiz, their options in an order left to chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts.written import (
    AnyWritten,
    Written,
    WrittenInterval,
    WrittenMatch,
    WrittenNumber,
    WrittenOptions,
    WrittenStatement,
    WrittenText,
)
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import (
    AnyQuestion,
    Interval,
    Match,
    Multiple,
    Number,
    Option,
    Order,
    Single,
    Source,
    TrueFalse,
    Typed,
)
from ctoquiz.domain.questions.numerals import figure_of
from ctoquiz.domain.text import Text
from ctoquiz.generation.base import Blueprint, Head, level_of
from ctoquiz.generation.builders import with_tolerance


def blueprints(question: AnyWritten, topic: str, pack: Pack) -> Iterator[Blueprint]:
    """The blueprint of one question written by hand."""
    level = level_of(question.kind, combined=len(question.facts) > 1)
    names = tuple(dict.fromkeys(name for fact in question.facts for name in _names(fact, pack)))
    head = Head(
        id=question.name,
        topic=topic,
        level=level,
        prompt=question.prompt,
        explanation=question.explanation,
        facts=names,
        source=Source(topic, _sentences(names, pack)),
    )
    yield Blueprint(head["id"], question.kind, topic, level, names, lambda chance: build(question, head, chance))


def build(question: AnyWritten, head: Head, chance: Chance) -> AnyQuestion:
    """The question itself, its options shuffled. Raises ValueError where its answer doesn't fit its options."""
    return _BUILD[type(question)](question, head, chance)


def _names(fact: str, pack: Pack) -> tuple[str, ...]:
    return pack.families[fact].names if fact in pack.families else (fact,)


def _sentences(names: tuple[str, ...], pack: Pack) -> tuple[int, ...]:
    cited: set[int] = set()
    for name in names:
        cited.update(pack.facts[name].sentences_of(pack.rows[name]))
    return tuple(sorted(cited))


def _options(question: WrittenOptions, head: Head, chance: Chance) -> AnyQuestion:
    options = tuple(Option(text) for text in question.options)
    places = _arranged(question, chance)
    shown = tuple(options[place] for place in places)
    return _ANSWERS[question.kind](question.answer, head, options, places, shown)


def _arranged(question: WrittenOptions, chance: Chance) -> list[int]:
    """The order in which options are shown: figures rise, as in every question; all else is left to chance."""
    places = range(len(question.options))
    figures = None if question.kind == Order.kind else _figures(question.options)
    return chance.shuffled(places) if figures is None else sorted(places, key=figures.__getitem__)


def _figures(texts: Sequence[Text]) -> list[tuple[float, float]] | None:
    """The figures that the texts are; None unless all of them are figures."""
    figures: list[tuple[float, float]] = []
    for text in texts:
        figure = figure_of(next(iter(text.values())))
        if figure is None:
            return None
        figures.append(figure)
    return figures


def _single(
    answer: str, head: Head, options: tuple[Option, ...], places: list[int], shown: tuple[Option, ...]
) -> Single:
    right = Single(**head, options=options, right=0).read(answer)
    return Single(**head, options=shown, right=places.index(right))


def _multiple(
    answer: str, head: Head, options: tuple[Option, ...], places: list[int], shown: tuple[Option, ...]
) -> Multiple:
    right = Multiple(**head, options=options, right=frozenset({0})).read(answer)
    return Multiple(**head, options=shown, right=frozenset(places.index(place) for place in right))


def _order(answer: str, head: Head, options: tuple[Option, ...], places: list[int], shown: tuple[Option, ...]) -> Order:
    right = Order(**head, options=options, right=tuple(range(len(options)))).read(answer)
    return Order(**head, options=shown, right=tuple(places.index(place) for place in right))


_ANSWERS: dict[str, Callable[..., AnyQuestion]] = {"single": _single, "multiple": _multiple, "order": _order}


def _statement(question: WrittenStatement, head: Head, _: Chance) -> AnyQuestion:
    return TrueFalse(**head, right=question.answer, about=None)


def _number(question: WrittenNumber, head: Head, _: Chance) -> AnyQuestion:
    head["prompt"] = with_tolerance(question.prompt, question.tolerance, question.unit)
    return Number(**head, value=question.value, unit=question.unit, tolerance=question.tolerance)


def _interval(question: WrittenInterval, head: Head, _: Chance) -> AnyQuestion:
    return Interval(**head, low=question.low, high=question.high, unit=question.unit)


def _text(question: WrittenText, head: Head, _: Chance) -> AnyQuestion:
    return Typed(**head, accepted=question.accepted, others=dict.fromkeys(question.accepted, ()))


def _match(question: WrittenMatch, head: Head, chance: Chance) -> AnyQuestion:
    options = tuple(Option(text) for text in question.options)
    unread = Match(**head, left=question.left, options=options, right=(0,) * len(question.left))
    right = unread.read(question.answer)
    places = chance.shuffled(range(len(options)))
    return replace(
        unread,
        options=tuple(options[place] for place in places),
        right=tuple(places.index(place) for place in right),
    )


_BUILD: dict[type[Written], Callable[..., AnyQuestion]] = {
    WrittenOptions: _options,
    WrittenStatement: _statement,
    WrittenNumber: _number,
    WrittenInterval: _interval,
    WrittenText: _text,
    WrittenMatch: _match,
}
