"""What a quiz shows of itself points neither to a key nor away from it.

Who takes a quiz sees some options come again, and reads what feedback says of others: “that was wrong a moment ago”.
So, of the orders in which the questions that were drawn can be asked, and of the wrong options that they can be given,
those are taken with which such signs are right about as often as chance is. That goes by what is shown in all
languages of the pack together, so that the quiz is the same in each, and is fixed by the seed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import AnyQuestion, Multiple, Single
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import Accepts, build
from ctoquiz.generation.draw import Drawn

OTHERS = 4
"""In so many other ways each choice may be built."""
ROUNDS = 2
"""So often each question that leans is gone through."""
SWAPS = 2
"""With so many others it may change places each time."""
OWN = 3
"""How much more it weighs that a sign leans in one question than that it leans the same way over the whole quiz."""
_UNIT = 60
"""Leanings are counted in sixtieths of a question: whole numbers for two to six options."""
_WORD = re.compile(r"\w{3,}")
_STEM = 5
"""Words that begin with so many letters alike are taken for the same."""

Built = tuple[int, AnyQuestion]
"""A question, and how often it was built before with the same seed."""


class _Face(NamedTuple):
    """What shows of a choice as it was built: a number for each option, the words of each in every language, as bits,
    and of all together, and the places of those that are right.
    """

    built: Built
    options: tuple[int, ...]
    words: tuple[tuple[int, ...], ...]
    said: tuple[int, ...]
    right: frozenset[int]


class _Place(NamedTuple):
    """A question of the quiz: the faces that it can have (none where it is no choice), the options that it shows
    otherwise, and, in every language, the words of its prompt, and those of what is told after its answer.
    """

    built: Built
    faces: tuple[_Face, ...]
    options: tuple[int, ...]
    asked: tuple[int, ...]
    told: tuple[int, ...]


class _Known:
    """Numbers for options and bits for words, given as they come."""

    def __init__(self) -> None:
        self._options: dict[tuple[str, ...], int] = {}
        self._words: dict[str, int] = {}

    def options(self, question: AnyQuestion) -> tuple[int, ...]:
        """The number of each option: the same for the same text."""
        texts = (tuple(map(str.casefold, option.text.values())) for option in question.shown)
        return tuple(self._options.setdefault(text, len(self._options)) for text in texts)

    def words(self, text: str) -> int:
        """The words of a text, each a bit."""
        words = {word[:_STEM] for word in _WORD.findall(text.casefold())}
        return sum(1 << self._words.setdefault(word, len(self._words)) for word in sorted(words))

    def place(self, built: Built, others: Sequence[Built]) -> _Place:
        """A question, and how it can be built otherwise."""
        _, question = built
        asked = tuple(map(self.words, question.prompt.values()))
        answer = question.answer_text
        told = tuple(self.words(f"{words} {answer[language]}") for language, words in question.explanation.items())
        faces = tuple(self._face(each) for each in (built, *others)) if isinstance(question, Single | Multiple) else ()
        return _Place(built, faces, self.options(question), asked, told)

    def _face(self, built: Built) -> _Face:
        _, question = built
        languages = question.prompt
        words = tuple(tuple(self.words(option.text[language]) for option in question.shown) for language in languages)
        said = tuple(map(_united, words))
        return _Face(built, self.options(question), words, said, _right(question))


def balanced(drawn: Drawn, pool: Sequence[Blueprint], seed: str, accepts: Accepts) -> Drawn:
    """What was drawn of the pool with that seed, so ordered and so built that what it shows of itself tells little.

    What is built otherwise has the same prompt and the same key, and is accepted.
    """
    if not any(isinstance(question, Single | Multiple) for question in drawn.questions):
        return drawn
    names = {question.id for question in drawn.questions}
    blueprints = {blueprint.id: blueprint for blueprint in pool if blueprint.id in names}
    first = [(drawn.rebuilt.get(question.id, 0), question) for question in drawn.questions]
    others = [list(_others(built, blueprints[built[1].id], seed)) for built in first]
    while True:
        known = _Known()
        places = [known.place(built, other) for built, other in zip(first, others, strict=True)]
        chosen = _settled(places, Chance.of("balance", seed))
        refused = [built for built in chosen if built not in first and not accepts(built[1])]
        if not refused:
            break
        others = [[built for built in other if built not in refused] for other in others]
    rebuilt = {question.id: again for again, question in chosen if again}
    return replace(drawn, questions=tuple(question for _, question in chosen), rebuilt=rebuilt)


def _others(built: Built, blueprint: Blueprint, seed: str) -> Iterator[Built]:
    """The same choice with other wrong options."""
    first, question = built
    seen = [_texts(question)]
    for again in range(OTHERS + 1) if isinstance(question, Single | Multiple) else ():
        other = question if again == first else build(blueprint, seed, again)
        if _texts(other) not in seen and _asks_the_same(question, other):
            seen.append(_texts(other))
            yield again, other


def _texts(question: AnyQuestion) -> list[str]:
    return sorted(next(iter(option.text.values())) for option in question.shown)


def _asks_the_same(one: AnyQuestion, other: AnyQuestion) -> bool:
    same_key = isinstance(one, Multiple) or one.answer_text == other.answer_text
    return same_key and one.prompt == other.prompt


def _right(question: AnyQuestion) -> frozenset[int]:
    if isinstance(question, Multiple):
        return question.right
    return frozenset({question.right}) if isinstance(question, Single) else frozenset()


def _settled(places: Sequence[_Place], chance: Chance) -> list[Built]:
    """The questions in an order, and built in a way, that hardly any change would make more even."""
    scale = _Scale(places)
    order, faces = list(range(len(places))), [0] * len(places)
    least = scale.weigh(order, faces)
    for _ in range(ROUNDS):
        for number in chance.shuffled(range(len(places))) if least else ():
            if not scale.leans(number, order, faces):
                continue
            for face in range(len(places[number].faces)):
                changed = [*faces[:number], face, *faces[number + 1 :]]
                weight = scale.weigh(order, changed)
                if weight < least:
                    least, faces = weight, changed
            for other in chance.sample(order, SWAPS):
                swapped = _swapped(order, number, other)
                weight = scale.weigh(swapped, faces)
                if weight < least:
                    least, order = weight, swapped
    return [
        places[number].faces[faces[number]].built if places[number].faces else places[number].built for number in order
    ]


def _swapped(order: Sequence[int], one: int, other: int) -> list[int]:
    swap = {one: other, other: one}
    return [swap.get(number, number) for number in order]


class _Scale:
    """Weighs how much a quiz gives away: 0 where no sign leans to or from any key; more, the more they do, most where
    all lean the same way. Much of a quiz stays as it was when one question changes: that is known from before.
    """

    def __init__(self, places: Sequence[_Place]) -> None:
        self._places = places
        self._choices = [number for number, place in enumerate(places) if place.faces]
        shown = [{*place.options, *(option for face in place.faces for option in face.options)} for place in places]
        often = Counter(option for options in shown for option in options)
        self._comes_again = [any(often[option] > 1 for option in options) for options in shown]
        self._elsewhere = [
            [
                _united(other.asked[language] for other in places if other is not place)
                for language in range(len(place.asked))
            ]
            for place in places
        ]
        self._heard: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
        self._of_words: dict[tuple[int, int, tuple[int, ...]], list[int]] = {}
        self._of_options: dict[tuple[tuple[int, int], ...], int] = {}

    def weigh(self, order: Sequence[int], faces: Sequence[int]) -> int:
        """The weight of the questions in that order, with those faces."""
        heard = self._told_before(order)
        words = _weight([self._worded(number, faces[number], heard[number]) for number in self._choices])
        shown = tuple((number, faces[number]) for number in order if self._comes_again[number])
        if shown not in self._of_options:
            self._of_options[shown] = _weight(self._repeated(shown))
        return words + self._of_options[shown]

    def leans(self, number: int, order: Sequence[int], faces: Sequence[int]) -> bool:
        """Whether something may be gained by changing a question."""
        if not self._places[number].faces:
            return False
        words = self._worded(number, faces[number], self._told_before(order)[number])
        return self._comes_again[number] or bool(words)

    def _told_before(self, order: Sequence[int]) -> list[tuple[int, ...]]:
        """By the number of each question, the words that explanations hold before it is asked."""
        key = tuple(order)
        if key not in self._heard:
            told = (0,) * len(self._places[0].told)
            heard = [told] * len(order)
            for number in order:
                heard[number] = told
                told = tuple(map(or_, told, self._places[number].told))
            self._heard[key] = heard
        return self._heard[key]

    def _worded(self, number: int, face: int, heard: tuple[int, ...]) -> list[int]:
        """How the words of explanations before, and of other prompts, lean; nothing where none does."""
        seen = self._places[number].faces[face]
        key = number, face, tuple(map(and_, heard, seen.said))
        if key not in self._of_words:
            options, right = seen.words, seen.right
            known = (*zip(options, heard, strict=True), *zip(options, self._elsewhere[number], strict=True))
            leanings = [
                _leaning([(own & words).bit_count() / (own.bit_count() or 1) for own in said], right)
                for said, words in known
            ]
            self._of_words[key] = leanings if any(leanings) else []
        return self._of_words[key]

    def _repeated(self, shown: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
        """How it leans that options come more often or less, and that they were right before, or wrong."""
        places = [self._places[number] for number, _ in shown]
        seen = [
            place.faces[face].options if place.faces else place.options
            for place, (_, face) in zip(places, shown, strict=True)
        ]
        often = Counter(option for options in seen for option in options)
        was_right: Counter[int] = Counter()
        was_wrong: Counter[int] = Counter()
        for place, options, (_, face) in zip(places, seen, shown, strict=True):
            if place.faces:
                right = place.faces[face].right
                known = [[times[option] for option in options] for times in (often, was_right, was_wrong)]
                yield [_leaning(each, right) for scores in known for each in (scores, [-score for score in scores])]
                for spot, option in enumerate(options):
                    (was_right if spot in right else was_wrong)[option] += 1


def _leaning(scores: Sequence[float], right: frozenset[int]) -> int:
    """By how much more often than chance the options with the highest score are right; 0 where all are alike."""
    top = max(scores)
    picked = [place for place, score in enumerate(scores) if score == top]
    if len(picked) == len(scores):
        return 0
    return _UNIT * sum(place in right for place in picked) // len(picked) - _UNIT * len(right) // len(scores)


def _weight(leanings: Iterable[Sequence[int]]) -> int:
    """What the leanings of each question weigh, sign by sign, in each of them and over the whole quiz."""
    leaning = [each for each in leanings if each]
    own: int = sum([amount * amount for each in leaning for amount in each])
    together: int = sum([sum(sign) ** 2 for sign in zip(*leaning, strict=True)])
    return OWN * own + together


def _united(words: Iterable[int]) -> int:
    """The words of all."""
    return reduce(or_, words, 0)
