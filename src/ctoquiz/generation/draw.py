"""Drawing a quiz: evenly by topic, by kind and by level, no fact twice, no prompt that gives another's key away.

The feedback on a question quotes its sentences of the document, which may well answer another question on one of them,
and says of its options which is right: where others would do as well, a quiz asks about each sentence once, and shows
each option once.

The three margins are independent. At each step the value that is hardest to serve is served next, by a question that
serves as many margins as can be. Chance (see `ctoquiz.domain.chance`) breaks every tie, so that a seed fixes the quiz.

A draw can be **steered**: at each step several questions would do as well, and one of them is preferred (it was not
seen yet, it was missed). Which one was taken is a small number, a *detour*; seed and detours fix the quiz for
everybody, without the history that led to them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, islice

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import AnyQuestion, TrueFalse
from ctoquiz.frozen import frozen
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import build
from ctoquiz.generation.leaks import Leaks
from ctoquiz.generation.shares import even_shares

ATTEMPTS, FEWEST_ATTEMPTS = 12, 2
"""So often a draw is begun again until its margins are even."""
MOST_STEPS = 600
"""A large quiz is begun again less often: so many questions are drawn in all, that nobody waits for it."""
PATIENCE = 12
"""So many questions on what the quiz shows already are passed over at a step, before one is taken all the same."""
MARGINS = ("topic", "kind", "level")

Cell = tuple[str, str, str]
Rank = Callable[[Blueprint], int]
"""How much a question is wanted: the smaller, the more."""
Make = Callable[[Blueprint, str], AnyQuestion | None]
"""Builds a question for the seed of a quiz; None where it can't be asked."""
Choose = Callable[[int, Sequence[Blueprint]], Iterable[int]]
"""At a step (from 0), the places to try among the questions offered, best first."""


@frozen
class Shortfall:
    """A share that could not be met: which margin and value, how many were drawn, and how many an even share is."""

    margin: str
    value: str
    drawn: int
    fair: int


@frozen
class Drawn:
    """The questions drawn, the detours taken (all 0 when nothing was preferred), and the shares that fell short.

    `unevenness` is 0 where the shares of every margin are within 1 of each other, as far as the pool has questions.
    `refused` counts the questions drawn that may not be asked and were replaced; `rebuilt` says, by the ids of those
    that were built again with other distractors, how often (see `ctoquiz.generation.sieve`).
    """

    questions: tuple[AnyQuestion, ...]
    detours: tuple[int, ...]
    shortfalls: tuple[Shortfall, ...]
    unevenness: int
    refused: int = 0
    rebuilt: Mapping[str, int] = field(default_factory=dict)


def draw(pool: Sequence[Blueprint], count: int, seed: str) -> Drawn:
    """`count` questions of the pool (fewer if there are fewer), fixed by the seed."""
    best: Drawn | None = None
    table = _Table(pool)
    for attempt in range(max(FEWEST_ATTEMPTS, min(ATTEMPTS, MOST_STEPS // max(count, 1)))):
        drawn = _Draw(table, count, seed, attempt).run(_first)
        if best is None or _worth(drawn) > _worth(best):
            best = drawn
        if len(drawn.questions) == count and not drawn.unevenness:
            break
    if best is None or len(best.questions) < min(count, len(pool)):
        best = _from_most(pool, count, seed, best)
    return best


def prefer(
    pool: Sequence[Blueprint], count: int, seed: str, rank: Rank, choices: int, binding: Collection[str] = MARGINS
) -> Drawn:
    """Like `draw`, but among up to `choices` questions that would do as well, the one that is wanted most is taken.

    The `binding` margins are served as evenly as by `draw`; the others give way to what is wanted.
    """
    draw = _Draw(_Table(pool), count, seed, binding=_places(binding))
    return draw.run(lambda _, offered: _wanted(offered, rank), choices)


def retrace(
    pool: Sequence[Blueprint], detours: Sequence[int], seed: str, choices: int, binding: Collection[str] = MARGINS
) -> Drawn | None:
    """The quiz that `prefer` drew, from its seed and its detours; None where they lead nowhere."""

    def follow(step: int, offered: Sequence[Blueprint]) -> Iterator[int]:
        return iter(detours[step : step + 1] if detours[step] < len(offered) else ())

    drawn = _Draw(_Table(pool), len(detours), seed, binding=_places(binding)).run(follow, choices)
    return drawn if len(drawn.questions) == len(detours) else None


def _places(margins: Collection[str]) -> tuple[int, ...]:
    return tuple(place for place, margin in enumerate(MARGINS) if margin in margins)


def most(pool: Sequence[Blueprint]) -> int:
    """The most questions that one quiz can have of the pool, no fact twice and no key given away.

    What is found in two ways is the least that there is for sure; that more could be found by trying every
    combination is possible, but nothing that can be drawn is larger.
    """
    return len(largest(pool, "most"))


def _worth(drawn: Drawn) -> tuple[int, int]:
    return len(drawn.questions), -drawn.unevenness


def _first(_: int, offered: Sequence[Blueprint]) -> Iterator[int]:
    return iter(range(len(offered)))


def _wanted(offered: Sequence[Blueprint], rank: Rank) -> Iterator[int]:
    return iter(sorted(range(len(offered)), key=lambda place: rank(offered[place])))


def _from_most(pool: Sequence[Blueprint], count: int, seed: str, best: Drawn | None) -> Drawn:
    """A draw that stopped short of what is possible: so many of the largest quiz there is."""
    all_there_are = largest(pool, seed)
    if best is not None and len(best.questions) >= min(count, len(all_there_are)):
        return best
    chosen = Chance.of("most", seed).sample(all_there_are, count)
    return drawn_from(pool, chosen, tuple(build(blueprint, seed) for blueprint in chosen))


def drawn_from(pool: Sequence[Blueprint], chosen: Sequence[Blueprint], questions: tuple[AnyQuestion, ...]) -> Drawn:
    """What those blueprints of the pool, built into those questions, are as a draw."""
    table = _Table(pool)
    return Drawn(questions, (0,) * len(questions), table.shortfalls(chosen), table.unevenness(chosen))


def largest(pool: Sequence[Blueprint], seed: str, make: Make = build) -> list[Blueprint]:
    """The larger of two quizzes: one in the pack's order, one of statements first, which have no key to give away.

    What `make` can't build for the seed is left out.
    """
    by_facts = sorted(pool, key=lambda blueprint: len(blueprint.facts))
    statements_first = sorted(by_facts, key=lambda blueprint: blueprint.kind != TrueFalse.kind)
    return max(_admitted(by_facts, seed, make), _admitted(statements_first, seed, make), key=len)


def _admitted(ordered: Sequence[Blueprint], seed: str, make: Make) -> list[Blueprint]:
    """Each that goes with those taken before."""
    used: set[str] = set()
    leaks = Leaks()
    taken: list[Blueprint] = []
    for blueprint in ordered:
        question = make(blueprint, seed) if used.isdisjoint(blueprint.facts) else None
        if question is not None and leaks.admit(question):
            used.update(blueprint.facts)
            taken.append(blueprint)
    return taken


def _cell(blueprint: Blueprint) -> Cell:
    return blueprint.topic, blueprint.kind, blueprint.level


@dataclass
class _Deck:
    """The questions of one cell, dealt in a random order one by one, so that a long deck costs no more than a short."""

    cards: list[Blueprint]
    dealt: int = 0

    def offer(self, chance: Chance, used: set[str]) -> Iterator[Blueprint]:
        """The questions that share no fact with those used, in the deck's order; the order is drawn as far as asked."""
        for place in range(len(self.cards)):
            if place == self.dealt:
                other = place + chance.below(len(self.cards) - place)
                self.cards[place], self.cards[other] = self.cards[other], self.cards[place]
                self.dealt += 1
            if used.isdisjoint(self.cards[place].facts):
                yield self.cards[place]


class _Table:
    """What every attempt needs to know of the pool: its cells, and what there is of each value of each margin."""

    def __init__(self, pool: Sequence[Blueprint]) -> None:
        self.cells: dict[Cell, list[Blueprint]] = {}
        for blueprint in pool:
            self.cells.setdefault((blueprint.topic, blueprint.kind, blueprint.level), []).append(blueprint)
        self.questions: list[dict[str, int]] = [{} for _ in MARGINS]
        facts: list[dict[str, set[str]]] = [{} for _ in MARGINS]
        for cell in sorted(self.cells):
            names = {blueprint.facts[0] for blueprint in self.cells[cell]}
            for margin, value in enumerate(cell):
                self.questions[margin][value] = self.questions[margin].get(value, 0) + len(self.cells[cell])
                facts[margin].setdefault(value, set()).update(names)
        self.facts = [{value: len(names) for value, names in each.items()} for each in facts]
        self._built: dict[tuple[str, str], AnyQuestion] = {}

    def built(self, blueprint: Blueprint, seed: str) -> AnyQuestion:
        """The question of a blueprint; the attempts of one draw often meet the same."""
        key = blueprint.id, seed
        if key not in self._built:
            self._built[key] = build(blueprint, seed)
        return self._built[key]

    def shortfalls(self, drawn: Sequence[Blueprint]) -> tuple[Shortfall, ...]:
        """Every value that was drawn less often than an even share, rounded down."""
        short: list[Shortfall] = []
        for margin, name in enumerate(MARGINS):
            values = [_cell(blueprint)[margin] for blueprint in drawn]
            fair = len(drawn) // len(self.facts[margin])
            counts = {value: values.count(value) for value in self.facts[margin]}
            short += [Shortfall(name, value, got, fair) for value, got in counts.items() if got < fair]
        return tuple(short)

    def unevenness(self, drawn: Sequence[Blueprint]) -> int:
        """By how much the values that have more to give are behind the most frequent of their margin, 1 forgiven."""
        behind = 0
        for margin, facts in enumerate(self.facts):
            values = [_cell(blueprint)[margin] for blueprint in drawn]
            counts = {value: values.count(value) for value in facts}
            top = max(counts.values(), default=0)
            behind += sum(max(0, top - 1 - got) for value, got in counts.items() if got < facts[value])
        return behind


class _Draw:
    """One attempt at drawing: the decks, what each margin still needs, and what was used."""

    def __init__(self, table: _Table, count: int, seed: str, attempt: int = 0, binding: tuple[int, ...] = ()) -> None:
        self.table, self.count, self.seed, self.binding = table, count, seed, binding
        self.chance = Chance.of("draw", seed, attempt)
        self.used: set[str] = set()
        self.sentences: set[int] = set()
        self.shown: set[str] = set()
        self.leaks = Leaks()
        self.decks = {cell: _Deck(list(cards)) for cell, cards in table.cells.items()}
        self.cells = sorted(self.decks)
        self.needs = [even_shares(count, facts, self.chance) for facts in table.facts]

    def run(self, choose: Choose, choices: int = 1) -> Drawn:
        """Serve the margins step by step; `choose` gives the places to try among up to `choices` questions."""
        drawn: list[tuple[Blueprint, AnyQuestion]] = []
        detours: list[int] = []
        while len(drawn) < self.count:
            taken = self._step(len(drawn), choose, choices)
            if taken is None:
                break
            place, blueprint, question = taken
            drawn.append((blueprint, question))
            detours.append(place)
        blueprints = [blueprint for blueprint, _ in drawn]
        order = self.chance.shuffled(range(len(drawn)))
        return Drawn(
            questions=tuple(drawn[place][1] for place in order),
            detours=tuple(detours),
            shortfalls=self.table.shortfalls(blueprints),
            unevenness=self.table.unevenness(blueprints),
        )

    def _step(self, step: int, choose: Choose, choices: int) -> tuple[int, Blueprint, AnyQuestion] | None:
        """The first question that may be taken among those offered; a steered draw is offered one of each cell."""
        if choices > 1:
            return self._preferred(step, choose, choices)
        for cells in self._cells():
            dealt = _dealt([self.decks[cell].offer(self.chance, self.used) for cell in cells])
            taken = self._taken((0, blueprint) for blueprint in dealt)
            if taken is not None:
                return taken
        return None

    def _preferred(self, step: int, choose: Choose, choices: int) -> tuple[int, Blueprint, AnyQuestion] | None:
        """One of up to `choices` questions: the next of each cell, those cells first that serve most.

        The binding margins come before any preference: only cells that serve the most urgent value of them, and as many
        of them as can be, are looked at.
        """
        urgent = self._most_urgent(self.binding)
        groups: dict[tuple[bool, int], list[Cell]] = {}
        for cell in (cell for group in self._cells() for cell in group):
            hit = urgent is not None and cell[urgent[0]] == urgent[1]
            groups.setdefault((hit, self._serves(cell, self.binding)), []).append(cell)
        for serves in sorted(groups, reverse=True):
            dealt = _dealt([self.decks[cell].offer(self.chance, self.used) for cell in groups[serves]])
            offered = list(islice(dealt, choices))
            taken = self._taken((place, offered[place]) for place in choose(step, offered))
            if taken is not None:
                return taken
        return None

    def _serves(self, cell: Cell, margins: Iterable[int]) -> int:
        """How many of the margins (by their places in `MARGINS`) still need the cell's value."""
        return sum(self.needs[margin].get(cell[margin], 0) > 0 for margin in margins)

    def _taken(self, offered: Iterator[tuple[int, Blueprint]]) -> tuple[int, Blueprint, AnyQuestion] | None:
        """The first that may be taken; those on what the quiz shows already come after the others."""
        waiting: list[tuple[int, Blueprint, AnyQuestion]] = []
        for place, blueprint in offered:
            each = place, blueprint, self.table.built(blueprint, self.seed)
            if self._known(each[2]):
                waiting.append(each)
            elif self._take(*each):
                return each
            if len(waiting) == PATIENCE:
                break
        # What is left of the offer comes last: it is looked at only where none of those passed over may be taken.
        rest = ((place, blueprint, self.table.built(blueprint, self.seed)) for place, blueprint in offered)
        return next((each for each in chain(waiting, rest) if self._take(*each)), None)

    def _known(self, question: AnyQuestion) -> bool:
        """Whether the quiz asks about one of its sentences, or shows one of its options, already."""
        return not (self.sentences.isdisjoint(question.source.sentences) and self.shown.isdisjoint(_shown(question)))

    def _take(self, _: int, blueprint: Blueprint, question: AnyQuestion) -> bool:
        """Take the question, unless it gives a key away or its own is known."""
        if not self.leaks.admit(question):
            return False
        self.used.update(blueprint.facts)
        self.sentences.update(question.source.sentences)
        self.shown.update(_shown(question))
        for margin, value in enumerate(_cell(blueprint)):
            self.needs[margin][value] = self.needs[margin].get(value, 0) - 1
        return True

    def _cells(self) -> Iterator[list[Cell]]:
        """Groups of cells, best first: those that serve the most urgent value and the most margins; then any."""
        wanted = self._most_urgent(range(len(MARGINS)))
        needed = [{value for value, need in needs.items() if need > 0} for needs in self.needs]
        groups: dict[tuple[bool, int], list[Cell]] = {}
        for cell in self.cells:
            topic, kind, level = cell
            serves = (topic in needed[0]) + (kind in needed[1]) + (level in needed[2])
            hit = wanted is not None and cell[wanted[0]] == wanted[1]
            groups.setdefault((hit, serves), []).append(cell)
        return (self._by_lot(groups[key]) for key in sorted(groups, reverse=True))

    def _by_lot(self, cells: Sequence[Cell]) -> list[Cell]:
        """The cells in a random order, the first drawn by one of its questions: each of these is as likely to come,
        else the only question of a small cell would come in most quizzes.
        """
        lot = self.chance.below(sum(len(self.table.cells[cell]) for cell in cells))
        sizes = accumulate(len(self.table.cells[cell]) for cell in cells)
        first = next(place for place, size in enumerate(sizes) if lot < size)
        return [cells[first], *self.chance.shuffled([*cells[:first], *cells[first + 1 :]])]

    def _most_urgent(self, margins: Iterable[int]) -> tuple[int, str] | None:
        """The margin and the value that is hardest to serve, by its need of what there is; None where none needs."""
        urgencies = [
            (need * 1_000_000 // self.table.questions[margin][value], margin, value)
            for margin in margins
            for value, need in self.needs[margin].items()
            if need > 0
        ]
        if not urgencies:
            return None
        top = max(urgency for urgency, _, _ in urgencies)
        return self.chance.choice([(margin, value) for urgency, margin, value in urgencies if urgency == top])


def _shown(question: AnyQuestion) -> list[str]:
    """The options, as they are recognised when they come again."""
    return [next(iter(option.text.values())).casefold() for option in question.shown]


def _dealt(offers: Sequence[Iterator[Blueprint]]) -> Iterator[Blueprint]:
    """One from each in turn, as long as there are any."""
    waiting = list(offers)
    while waiting:
        still = []
        for offer in waiting:
            blueprint = next(offer, None)
            if blueprint is not None:
                still.append(offer)
                yield blueprint
        waiting = still


__all__ = ["Drawn", "Rank", "Shortfall", "draw", "drawn_from", "largest", "most", "prefer", "retrace"]
