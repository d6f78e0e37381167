"""Quizzes: from a seed, from a code, for a person, or of questions that are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count as count_up
from itertools import islice

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import KINDS, LEVELS, AnyQuestion
from ctoquiz.domain.quiz import Edition, Quiz
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import N_, BadInput, WrongUsage
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import Catalogue, build
from ctoquiz.generation.code import STEERED_SEEDS, Plan, choices_for, decode, encode, misheard, seed_number, seeds_from
from ctoquiz.generation.draw import Drawn, Rank, Shortfall, draw, most, prefer, retrace

DEFAULT_COUNT = 10
MOST_TRIES = 16
CANDIDATES = 6
"""Of so many steered draws the one that a person wants most is taken, the most even of those wanted alike."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A quiz, and the shares of its margins that fell short of even."""

    quiz: Quiz
    shortfalls: tuple[Shortfall, ...] = ()


def from_seed(catalogue: Catalogue, selection: Selection, count: int | None, seed: str) -> Composed:
    """The quiz that a seed (any text) fixes. Raises WrongUsage where there are fewer questions than asked for."""
    wanted = _ordered(catalogue, selection)
    pool = _pool(catalogue, wanted)
    size = _size(pool, count)
    number = seed_number(catalogue.pack, wanted, size, seed)
    if number is None:
        chance, drawn = _full_draw(pool, size, (f"{seed}+{more}" if more else seed for more in count_up()))
        return Composed(_quiz(catalogue, drawn.questions, wanted, None, chance, seed), _told(wanted, drawn))
    chance, drawn = _full_draw(pool, size, (str(each) for each in seeds_from(catalogue.pack, wanted, size, number)))
    code = encode(catalogue.pack, Plan(wanted, size, int(chance)))
    return Composed(_quiz(catalogue, drawn.questions, wanted, code, chance, seed), _told(wanted, drawn))


def _told(selection: Selection, drawn: Drawn) -> tuple[Shortfall, ...]:
    """The shares that fell short; who asks about one fact expects none."""
    return () if selection.fact is not None else drawn.shortfalls


def _full_draw(pool: Sequence[Blueprint], size: int, chances: Iterable[str]) -> tuple[str, Drawn]:
    """The first of the chances with which as many questions can be drawn as there are to be, and that draw.

    A quiz of nearly all there is depends on chance: the wrong part of a false statement may give a key away.
    """
    best: tuple[str, Drawn] | None = None
    for chance in islice(chances, MOST_TRIES):
        drawn = draw(pool, size, chance)
        if best is None or len(drawn.questions) > len(best[1].questions):
            best = chance, drawn
        if len(drawn.questions) == size:
            break
    if best is None:
        raise ValueError("there is always a chance to try")
    return best


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
    if len(drawn.questions) != plan.count:
        raise misheard(code)
    canonical = encode(catalogue.pack, plan)
    quiz = _quiz(catalogue, drawn.questions, plan.selection, canonical, str(plan.seed), None)
    return Composed(quiz, drawn.shortfalls)


def for_person(catalogue: Catalogue, selection: Selection, count: int | None, rank: Rank, chance: Chance) -> Composed:
    """A quiz of what a person wants most by `rank`, among several that chance gives; it has a code all the same."""
    wanted = _ordered(catalogue, selection)
    pool = _pool(catalogue, wanted)
    size = _size(pool, count)
    choices = choices_for(catalogue.pack, wanted, size)
    ranks = {blueprint.id: rank(blueprint) for blueprint in pool}
    if choices == 1 or len(set(ranks.values())) == 1:
        return _unseeded(from_seed(catalogue, wanted, size, str(chance.below(1 << 62))))
    binding = _binding(wanted)
    best: tuple[tuple[int, int, int], int, Drawn] | None = None
    for seed in chance.sample(range(STEERED_SEEDS), CANDIDATES):
        drawn = prefer(pool, size, str(seed), lambda blueprint: ranks[blueprint.id], choices, binding)
        wanted_least = sum(ranks[question.id] for question in drawn.questions)
        worth = (-len(drawn.questions), wanted_least, drawn.unevenness)
        if best is None or worth < best[0]:
            best = worth, seed, drawn
    if best is None or len(best[2].questions) < size:
        return _unseeded(from_seed(catalogue, wanted, size, str(chance.below(1 << 62))))
    _, seed, drawn = best
    code = encode(catalogue.pack, Plan(wanted, size, seed, drawn.detours, choices))
    # That the other margins are uneven is what was wanted, not a share that couldn't be met.
    shortfalls = tuple(each for each in _told(wanted, drawn) if each.margin in binding)
    return Composed(_quiz(catalogue, drawn.questions, wanted, code, str(seed), None), shortfalls)


def _binding(selection: Selection) -> tuple[str, ...]:
    """The margins that come before what a person wants: the topics, and those that were asked for."""
    asked = (("kind", selection.kinds), ("level", selection.levels))
    return ("topic", *(margin for margin, values in asked if values))


def of_questions(catalogue: Catalogue, ids: Iterable[str], chance: str) -> Composed:
    """A quiz of known questions in the order given; it has no code. Raises BadInput for an id that is no question."""
    questions = tuple(build(_found(catalogue, question), chance) for question in ids)
    return Composed(_quiz(catalogue, questions, Selection(), None, chance, None))


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
    if not pool:
        raise WrongUsage(N_("The pack has no question of this topic, kind and level together; ask for more of them."))
    return pool


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
    questions: tuple[AnyQuestion, ...],
    selection: Selection,
    code: str | None,
    chance: str,
    seed: str | None,
) -> Quiz:
    return Quiz(
        edition=edition(catalogue),
        title=catalogue.pack.about.title,
        code=code,
        seed=seed,
        chance=chance,
        questions=questions,
        topics=selection.topics,
        kinds=selection.kinds,
        levels=selection.levels,
        topic_titles={topic.id: topic.title for topic in catalogue.pack.topics},
    )


def _unseeded(composed: Composed) -> Composed:
    return Composed(replace(composed.quiz, seed=None), composed.shortfalls)
