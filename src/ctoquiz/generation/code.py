"""The code of a quiz: short enough to be read out loud, and all that is needed to draw the quiz again.

A code is a number written with 31 signs that can't be taken for each other (no 0 or O, no 1, I or L), and a check
sign. The number holds, one after the other in mixed radix: how it was drawn, the edition of the pack and of the draw,
the count, the topics, kinds and levels or the fact it was limited to, the seed, and the detours of a steered draw. The
check sign is the sum of each sign's value times its place modulo 31: a prime, so that one misheard sign and two
exchanged ones are always noticed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctoquiz.domain.chance import digest
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import KINDS, LEVELS
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import N_, BadInput, WrongUsage
from ctoquiz.frozen import frozen

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 16
EDITIONS = 1 << 15
SEEDS = 1 << 30
DRAW = 4
"""The version of the draw: raised whenever what was drawn before would be drawn otherwise, so that codes of then are
refused, and never give another quiz.
"""
FEWEST_SEEDS = 1 << 8
STEERED_SEEDS = 1 << 6
MOST_CHOICES = 16
_ROOM: int = len(SIGNS) ** (LENGTH - 1)


@frozen
class Plan:
    """All that fixes a quiz of a given pack: what was asked for, the seed's number, and the detours (or none).

    `choices` is among how many questions a detour chose at each step; 1 where nothing was preferred.
    """

    selection: Selection
    count: int
    seed: int
    detours: tuple[int, ...] = ()
    choices: int = 1


class _Writer:
    def __init__(self) -> None:
        self.value, self.radix = 0, 1

    def put(self, digit: int, radix: int) -> None:
        if not 0 <= digit < radix:
            raise ValueError(f"{digit} is not below {radix}")
        self.value += digit * self.radix
        self.radix *= radix

    @property
    def room(self) -> int:
        """How many values a further digit could have."""
        return _ROOM // self.radix


class _Reader:
    def __init__(self, value: int) -> None:
        self.value, self.radix = value, 1

    def take(self, radix: int) -> int:
        self.radix *= radix
        self.value, digit = divmod(self.value, radix)
        return digit

    @property
    def room(self) -> int:
        """How many values a further digit could have had."""
        return _ROOM // self.radix


def seed_number(pack: Pack, selection: Selection, count: int, text: str) -> int | None:
    """The number that the text of a seed becomes; None where no code has room for what was asked for."""
    seeds = _seeds(_frame(pack, selection, count, steered=False).room)
    return None if seeds is None else int.from_bytes(digest("seed", text)[:8], "big") % seeds


def seeds_from(pack: Pack, selection: Selection, count: int, number: int) -> Iterator[int]:
    """The number of a seed, then those after it that a code has room for, round and round."""
    seeds = _seeds(_frame(pack, selection, count, steered=False).room) or 1
    return ((number + more) % seeds for more in range(seeds))


def choices_for(pack: Pack, selection: Selection, count: int) -> int:
    """Among how many questions each step of a steered draw can choose, so that its detours fit into a code."""
    room = _frame(pack, selection, count, steered=True).room // STEERED_SEEDS
    choices = 1
    while choices < MOST_CHOICES and (choices + 1) ** count <= room:
        choices += 1
    return choices


def encode(pack: Pack, plan: Plan) -> str | None:
    """The code of a plan; None where it has no room."""
    steered = bool(plan.detours)
    frame = _frame(pack, plan.selection, plan.count, steered=steered)
    seeds = STEERED_SEEDS if steered else _seeds(frame.room)
    if seeds is None or frame.room < seeds:
        return None
    frame.put(plan.seed, seeds)
    for detour in plan.detours:
        frame.put(detour, plan.choices)
    return _spell(frame.value) if frame.radix <= _ROOM else None


def decode(pack: Pack, code: str) -> Plan:
    """The plan of a code, whatever its case, spaces and hyphens.

    Raises WrongUsage (2) for what is no code (misheard), BadInput (65) for a code of another edition of the pack.
    """
    reader = _Reader(_unspell(code))
    steered, edition = bool(reader.take(2)), reader.take(EDITIONS)
    if edition != _edition(pack):
        raise BadInput(
            N_(
                "The code {code} was drawn from another edition of the pack “{pack}”, or by another version of "
                "ctoquiz; play it where it was drawn, or use the same versions."
            ),
            code=_clean(code),
            pack=pack.about.id,
        )
    selection, count = _read_frame(pack, reader)
    if not steered:
        seeds = _seeds(reader.room)
        plan = Plan(selection, count, reader.take(seeds or 1))
    else:
        choices = choices_for(pack, selection, count)
        seed = reader.take(STEERED_SEEDS)
        plan = Plan(selection, count, seed, tuple(reader.take(choices) for _ in range(count)), choices)
    if reader.value:
        raise misheard(code)
    return plan


def misheard(code: str) -> WrongUsage:
    """The error of a code that can't be one."""
    return WrongUsage(N_("“{code}” is not the code of a quiz; ask for it again, sign by sign."), code=code)


def spoken(code: str) -> str:
    """A code in groups of four, for reading out loud."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _edition(pack: Pack) -> int:
    """The edition of the pack's content, and the version of the draw."""
    return int.from_bytes(digest("edition", pack.digest, DRAW)[:8], "big") % EDITIONS


def _seeds(room: int) -> int | None:
    return None if room < FEWEST_SEEDS else min(SEEDS, room)


def _frame(pack: Pack, selection: Selection, count: int, *, steered: bool) -> _Writer:
    """What comes before the seed."""
    writer = _Writer()
    writer.put(int(steered), 2)
    writer.put(_edition(pack), EDITIONS)
    writer.put(count - 1, _counts(pack))
    facts = _facts(pack)
    writer.put(0 if selection.fact is None else 1, 2)
    if selection.fact is not None:
        writer.put(facts.index(selection.fact), len(facts))
    for wanted, known in _margins(pack, selection):
        writer.put(int(bool(wanted)), 2)
        if wanted:
            writer.put(sum(1 << place for place, value in enumerate(known) if value in wanted), 1 << len(known))
    return writer


def _read_frame(pack: Pack, reader: _Reader) -> tuple[Selection, int]:
    count = reader.take(_counts(pack)) + 1
    facts = _facts(pack)
    fact = facts[reader.take(len(facts))] if reader.take(2) else None
    chosen: list[tuple[str, ...]] = []
    for _, known in _margins(pack, Selection()):
        mask = reader.take(1 << len(known)) if reader.take(2) else 0
        chosen.append(tuple(value for place, value in enumerate(known) if mask >> place & 1))
    topics, kinds, levels = chosen
    return Selection(topics=topics, kinds=kinds, levels=levels, fact=fact), count


def _counts(pack: Pack) -> int:
    """A quiz asks no fact twice, so that it has at most as many questions as there are facts."""
    return max(1, len(pack.facts))


def _facts(pack: Pack) -> list[str]:
    return [*pack.facts, *(name for name in pack.families if name not in pack.facts)]


def _margins(pack: Pack, selection: Selection) -> Sequence[tuple[tuple[str, ...], tuple[str, ...]]]:
    topics = tuple(topic.id for topic in pack.topics)
    return ((selection.topics, topics), (selection.kinds, KINDS), (selection.levels, LEVELS))


def _spell(value: int) -> str:
    signs: list[int] = []
    while value or not signs:
        value, place = divmod(value, len(SIGNS))
        signs.append(place)
    return "".join(SIGNS[place] for place in [*signs, _check(signs)])


def _unspell(code: str) -> int:
    clean = _clean(code)
    if not 2 <= len(clean) <= LENGTH or any(sign not in SIGNS for sign in clean):
        raise misheard(code)
    *signs, check = (SIGNS.index(sign) for sign in clean)
    if check != _check(signs) or (len(signs) > 1 and not signs[-1]):
        raise misheard(code)
    return sum(place * len(SIGNS) ** power for power, place in enumerate(signs))


def _check(signs: Sequence[int]) -> int:
    return sum(place * weight for weight, place in enumerate(signs, 1)) % len(SIGNS)


def _clean(code: str) -> str:
    return "".join(code.upper().split()).replace("-", "")
