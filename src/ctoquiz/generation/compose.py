"""Quizzes: from a seed, from a code, for a person, or of questions that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count as count_up
from itertools import islice
from types import MappingProxyType

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import KINDS, LEVELS
from ctoquiz.domain.quiz import Edition, Quiz
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import N_, BadInput, WrongUsage
from ctoquiz.frozen import frozen
from ctoquiz.generation.balance import balanced
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import Catalogue, build
from ctoquiz.generation.code import STEERED_SEEDS, Plan, choices_for, decode, encode, misheard, seed_number, seeds_from
from ctoquiz.generation.draw import Drawn, Rank, Shortfall, draw, most, prefer, retrace
from ctoquiz.generation.sieve import Sieve, sifted

DEFAULT_COUNT = 10
MOST_TRIES = 16
CANDIDATES = 6
"""Of so many steered draws the one that a person wants most is taken, the most even of those wanted alike."""


@frozen
class Composed:
    """A quiz, and the shares of its margins that fell short of even."""

    quiz: Quiz
    shortfalls: tuple[Shortfall, ...] = ()


def from_seed(catalogue: Catalogue, selection: Selection, count: int | None, seed: str) -> Composed:
    """The quiz that a seed (any text) fixes. Raises WrongUsage where there are fewer questions than asked for, and
    BadInput where there is none that may be asked.
    """
    wanted = _ordered(catalogue, selection)
    pool = _pool(catalogue, wanted)
    size = _size(pool, count)
    while True:
        number = seed_number(catalogue.pack, wanted, size, seed)
        numbers = None if number is None else seeds_from(catalogue.pack, wanted, size, number)
        chances = (f"{seed}+{more}" if more else seed for more in count_up()) if numbers is None else map(str, numbers)
        chance, drawn = _full_draw(catalogue, pool, size, chances)
        if not drawn.refused or len(drawn.questions) == size:
            break
        size = _less(catalogue, count, len(drawn.questions))
    drawn = balanced(drawn, pool, chance, catalogue.accepts)
    code = None if number is None else encode(catalogue.pack, Plan(wanted, size, int(chance)))
    return Composed(_quiz(catalogue, drawn, wanted, code, chance, seed), _told(wanted, drawn))


def _less(catalogue: Catalogue, count: int | None, there: int) -> int:
    """The size of a quiz where fewer questions may be asked than were to be drawn."""
    if not there:
        raise BadInput(
            N_("Each question that could be asked here breaks a rule; `ctoquiz pack check` says why (pack “{pack}”)."),
            pack=catalogue.pack.about.id,
        )
    if count is not None:
        raise WrongUsage(
            N_(
                "{count} questions are more than can be asked: the most there are is {most}; "
                "others break a rule, and `ctoquiz pack check` says why."
            ),
            count=count,
            most=there,
        )
    return there


def _told(selection: Selection, drawn: Drawn) -> tuple[Shortfall, ...]:
    """The shares that fell short; who asks about one fact expects none."""
    return () if selection.fact is not None else drawn.shortfalls


def _full_draw(catalogue: Catalogue, pool: Sequence[Blueprint], size: int, chances: Iterable[str]) -> tuple[str, Drawn]:
    """The first of the chances with which as many questions can be drawn as there are to be, and that draw.

    A quiz of nearly all there is depends on chance: the wrong part of a false statement may give a key away. Where
    questions were refused and not enough others are left, every question was looked at, and no other chance is tried.
    """
    best: tuple[str, Drawn] | None = None
    for chance in islice(chances, MOST_TRIES):
        drawn = _sifted(catalogue, draw(pool, size, chance), pool, size, chance)
        if best is None or len(drawn.questions) > len(best[1].questions):
            best = chance, drawn
        if len(drawn.questions) == size or drawn.refused:
            break
    if best is None:
        raise ValueError("there is always a chance to try")
    return best


def _sifted(catalogue: Catalogue, drawn: Drawn, pool: Sequence[Blueprint], size: int, seed: str) -> Drawn:
    return sifted(drawn, pool, size, seed, catalogue.accepts, catalogue.denies)


def from_code(catalogue: Catalogue, code: str) -> Composed:
    """The quiz of a code. Raises WrongUsage for what is no code, BadInput for one of another edition of the pack."""
    plan = decode(catalogue.pack, code)
    pool = _pool(catalogue, plan.selection)
    if plan.detours:
        found = retrace(pool, plan.detours, str(plan.seed), plan.choices, _binding(plan.selection))
        if found is None:
            raise misheard(code)
        drawn = found
    else:
        drawn = draw(pool, plan.count, str(plan.seed))
    drawn = _sifted(catalogue, drawn, pool, plan.count, str(plan.seed))
    if len(drawn.questions) != plan.count:
        raise misheard(code)
    drawn = balanced(drawn, pool, str(plan.seed), catalogue.accepts)
    canonical = encode(catalogue.pack, plan)
    quiz = _quiz(catalogue, drawn, plan.selection, canonical, str(plan.seed), None)
    return Composed(quiz, drawn.shortfalls)


def for_person(catalogue: Catalogue, selection: Selection, count: int | None, rank: Rank, chance: Chance) -> Composed:
    """A quiz of what a person wants most by `rank`, among several that chance gives; it has a code all the same."""
    wanted = _ordered(catalogue, selection)
    pool = _pool(catalogue, wanted)
    size = _size(pool, count)
    choices = choices_for(catalogue.pack, wanted, size)
    ranks = {blueprint.id: rank(blueprint) for blueprint in pool}
    if choices == 1 or len(set(ranks.values())) == 1:
        return _unseeded(from_seed(catalogue, wanted, count, str(chance.below(1 << 62))))
    binding = _binding(wanted)
    best: tuple[tuple[int, int, int], int, Drawn] | None = None
    for seed in chance.sample(range(STEERED_SEEDS), CANDIDATES):
        drawn = prefer(pool, size, str(seed), lambda blueprint: ranks[blueprint.id], choices, binding)
        wanted_least = sum(ranks[question.id] for question in drawn.questions)
        worth = (-len(drawn.questions), wanted_least, drawn.unevenness)
        if best is None or worth < best[0]:
            best = worth, seed, drawn
    if best is not None:
        best = *best[:2], _sifted(catalogue, best[2], pool, size, str(best[1]))
    if best is None or len(best[2].questions) < size:
        return _unseeded(from_seed(catalogue, wanted, count, str(chance.below(1 << 62))))
    _, seed, drawn = best
    drawn = balanced(drawn, pool, str(seed), catalogue.accepts)
    code = encode(catalogue.pack, Plan(wanted, size, seed, drawn.detours, choices))
    # That the other margins are uneven is what was wanted, not a share that couldn't be met.
    shortfalls = tuple(each for each in _told(wanted, drawn) if each.margin in binding)
    return Composed(_quiz(catalogue, drawn, wanted, code, str(seed), None), shortfalls)


def _binding(selection: Selection) -> tuple[str, ...]:
    """The margins that come before what a person wants: the topics, and those that were asked for."""
    asked = (("kind", selection.kinds), ("level", selection.levels))
    return ("topic", *(margin for margin, values in asked if values))


def of_questions(
    catalogue: Catalogue, ids: Iterable[str], chance: str, rebuilt: Mapping[str, int] = MappingProxyType({})
) -> Composed:
    """A quiz of known questions in the order given, as they were asked; it has no code.

    `rebuilt` is that of the quiz in which they were asked. Raises BadInput for an id that is no question.
    """
    asked = [(_found(catalogue, question), rebuilt.get(question, 0)) for question in ids]
    questions = tuple(build(blueprint, chance, again) for blueprint, again in asked)
    again = {question.id: again for question, (_, again) in zip(questions, asked, strict=True) if again}
    return Composed(_quiz(catalogue, Drawn(questions, (), (), 0, rebuilt=again), Selection(), None, chance, None))


def once_more(catalogue: Catalogue, wanted: Iterable[Blueprint], most: int, chance: str) -> Composed:
    """A quiz of up to `most` of the questions wanted, no fact twice, all of which may be asked; it has no code."""
    sieve = Sieve(chance, catalogue.accepts)
    used: set[str] = set()
    rebuilt: dict[str, int] = {}
    for blueprint in wanted:
        passed = sieve.passed(blueprint) if len(rebuilt) < most and used.isdisjoint(blueprint.facts) else ()
        if passed:
            used.update(blueprint.facts)
            rebuilt[blueprint.id] = passed[0][0]
    return of_questions(catalogue, rebuilt, chance, rebuilt)


def edition(catalogue: Catalogue) -> Edition:
    """Which pack, in which edition."""
    pack = catalogue.pack
    return Edition(pack.about.id, pack.about.version, pack.digest, pack.languages)


def _found(catalogue: Catalogue, question: str) -> Blueprint:
    blueprint = catalogue.find(question)
    if blueprint is None:
        raise BadInput(
            N_("The pack “{pack}” has no question “{question}”."),
            pack=catalogue.pack.about.id,
            question=question,
        )
    return blueprint


def _ordered(catalogue: Catalogue, selection: Selection) -> Selection:
    """The same selection in the pack's order, so that the order of the options on a command line changes nothing."""
    topics = [topic.id for topic in catalogue.pack.topics]
    return Selection(
        topics=tuple(topic for topic in topics if topic in selection.topics),
        kinds=tuple(kind for kind in KINDS if kind in selection.kinds),
        levels=tuple(level for level in LEVELS if level in selection.levels),
        fact=selection.fact,
    )


def _pool(catalogue: Catalogue, selection: Selection) -> Sequence[Blueprint]:
    pool = [blueprint for blueprint in catalogue.blueprints if selection.allows(blueprint)]
    if not catalogue.blueprints:
        raise _asks_nothing(catalogue)
    if not pool:
        raise WrongUsage(N_("The pack has no question of this topic, kind and level together; ask for more of them."))
    return pool


def _asks_nothing(catalogue: Catalogue) -> BadInput:
    pack = catalogue.pack
    if pack.drafts and not pack.families:
        message = N_(
            "The pack “{pack}” asks nothing yet: all it holds are drafts; confirm some (remove `draft: true`)."
        )
        return BadInput(message, pack=pack.about.id)
    return BadInput(N_("The pack “{pack}” asks nothing; give its facts wordings under `ask`."), pack=pack.about.id)


def _size(pool: Sequence[Blueprint], count: int | None) -> int:
    wanted = DEFAULT_COUNT if count is None else count
    facts = {name for blueprint in pool for name in blueprint.facts}
    if wanted * 4 <= len(facts):
        return wanted
    there = most(pool)
    if count is None:
        return min(wanted, there)
    if count > there:
        raise WrongUsage(
            N_("{count} questions are more than can be drawn: the most there are is {most}."),
            count=count,
            most=there,
        )
    return count


def _quiz(
    catalogue: Catalogue,
    drawn: Drawn,
    selection: Selection,
    code: str | None,
    chance: str,
    seed: str | None,
) -> Quiz:
    return Quiz(
        edition=edition(catalogue),
        title=catalogue.pack.about.title,
        document=catalogue.pack.about.document,
        code=code,
        seed=seed,
        chance=chance,
        questions=drawn.questions,
        rebuilt=drawn.rebuilt,
        topics=selection.topics,
        kinds=selection.kinds,
        levels=selection.levels,
        topic_titles={topic.id: topic.title for topic in catalogue.pack.topics},
    )


def _unseeded(composed: Composed) -> Composed:
    return Composed(replace(composed.quiz, seed=None), composed.shortfalls)
