"""Made-up quizzes in words that mean nothing: clean ones, and ones with a flaw planted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.packkit import pack_of

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion, Option, Single, Source, TrueFalse
from ctoquiz.domain.text import Text
from ctoquiz.generation.base import Head
from ctoquiz.quality.blind.table import Table, solve

LENGTHS = (8, 10, 12, 14)
_SYLLABLES = tuple(consonant + vowel for consonant in "bdfgkmpr" for vowel in "aiou")


@dataclass(frozen=True)
class Asked:
    """What is asked of one fact: a prompt, and four options, the key first; without options, a statement that is true
    or false. `places` are the places where the key may stand.
    """

    prompt: str
    options: tuple[str, ...] = ()
    true: bool = True
    explanation: str = "Because."
    places: tuple[int, ...] = (0, 1, 2, 3)


Plant = Callable[[int, Asked, Chance], Asked]
"""Changes what is asked of the fact of a number."""


def word(number: int, length: int = 8) -> str:
    """A word that means nothing, another for each number, of an even length."""
    first, rest = divmod(number, len(_SYLLABLES))
    second, third = divmod(first, len(_SYLLABLES))
    return (_SYLLABLES[rest] + _SYLLABLES[third] + _SYLLABLES[second % len(_SYLLABLES)]).ljust(length - 1, "z") + "k"


def clean_choice(number: int) -> Asked:
    """A choice that gives nothing away: the key is as often the longest as any other."""
    lengths = [LENGTHS[(number + more) % 4] for more in range(4)]
    options = tuple(word(5 * number + place, length) for place, length in enumerate(lengths))
    return Asked(f"{word(10_000 + number)}?", options)


def clean_statement(number: int) -> Asked:
    """A statement that gives nothing away: every other one is true, of any length."""
    return Asked(f"{word(20_000 + number, LENGTHS[number // 2 % 4])}.", true=number % 2 == 0)


def quizzes(
    seed: object, facts: int = 60, plant: Plant | None = None, *, statements: bool = True, count: int = 24
) -> list[list[AnyQuestion]]:
    """`count` quizzes of 20 questions on half as many facts that are chosen from and half as many that are judged."""
    chance = Chance.of("quizzes", seed)
    made = [*_made(facts, clean_choice, plant, chance)]
    if statements:
        made += [*_made(facts, clean_statement, plant, chance)]
    return [[question(number, asked, chance) for number, asked in chance.sample(made, 20)] for _ in range(count)]


def _made(
    facts: int, clean: Callable[[int], Asked], plant: Plant | None, chance: Chance
) -> Iterator[tuple[int, Asked]]:
    for number in range(facts):
        asked = clean(number)
        yield number, asked if plant is None else plant(number, asked, chance)


def question(number: int, asked: Asked, chance: Chance | None = None) -> AnyQuestion:
    """What is asked of the fact of a number, its options shuffled."""
    chance = chance or Chance.of("question", number)
    name = f"choice{number}" if asked.options else f"statement{number}"
    head = Head(
        id=f"{name}/t",
        topic="a",
        level="easy",
        prompt=en(asked.prompt),
        explanation=en(asked.explanation),
        facts=(name,),
        source=Source("a", (1,)),
    )
    if not asked.options:
        return TrueFalse(**head, right=asked.true)
    key, *wrong = (Option(en(text)) for text in asked.options)
    wrong, place = chance.shuffled(wrong), chance.choice(asked.places)
    return Single(**head, options=(*wrong[:place], key, *wrong[place:]), right=place)


def en(words: str) -> Text:
    return {"en": words}


def options(change: Callable[[int, Sequence[str]], Sequence[str]]) -> Plant:
    """Plants a flaw in the options of every choice; they are given key first."""

    def plant(number: int, asked: Asked, _: Chance) -> Asked:
        return replace(asked, options=tuple(change(number, asked.options))) if asked.options else asked

    return plant


def told(change: Callable[[int, Asked], Asked]) -> Plant:
    """Plants a flaw in every statement."""
    return lambda number, asked, _: asked if asked.options else change(number, asked)


def longest_in(share: float) -> Plant:
    """The key is the longest option of so many facts, and each other length as often in the rest."""

    def plant(number: int, asked: Asked, _: Chance) -> Asked:
        if not asked.options:
            return asked
        rank = 3 if (number * 7) % 60 < share * 60 else number % 3
        lengths = [8, 10, 12, 14]
        key = lengths.pop(rank)
        return replace(asked, options=tuple(word(5 * number + place, n) for place, n in enumerate([key, *lengths])))

    return plant


def solved(seed: object, plant: Plant | None = None, *, facts: int = 60, statements: bool = True) -> Table:
    return solve(quizzes(seed, facts, plant, statements=statements), ("en",))


def gaining(table: Table) -> set[str]:
    return {row.cue for row in table.gaining()}


def english() -> Pack:
    """A pack in English alone, for rules that ask for its languages."""
    pack = pack_of()
    return replace(pack, about=replace(pack.about, languages=("en",)))
