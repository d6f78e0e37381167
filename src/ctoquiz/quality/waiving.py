"""Which findings their author has set aside."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.facts import Waiver
from ctoquiz.domain.pack import Pack

Path = tuple[str | int, ...]


def waivers(pack: Pack) -> Iterator[tuple[str, Path, Waiver]]:
    """Every waiver of a pack, with the name of what has it and the path to it from there, in the pack's order."""
    for family in pack.families.values():
        yield from _numbered(family.id, (), family.waive)
        for row in family.facts:
            # A single fact that has no name of its own is its family.
            yield from _numbered(family.name_of(row), () if row.id else family.path_of(row), row.waive)
    for name, question in pack.written.items():
        yield from _numbered(name, (), question.waive)


def _numbered(name: str, path: Path, given: tuple[Waiver, ...]) -> Iterator[tuple[str, Path, Waiver]]:
    return ((name, (*path, "waive", place), waiver) for place, waiver in enumerate(given))


def waiver_of(rule: str, about: str, pack: Pack) -> Waiver | None:
    """What sets that rule aside for a question, a fact or a family; None where nothing does.

    A question written by hand has its own waivers; any other has those of the fact (or the family) that it is made of,
    and a fact those of its family too.
    """
    return next((waiver for waiver in _over(about, pack) if waiver.rule == rule), None)


def _over(about: str, pack: Pack) -> Iterator[Waiver]:
    if about in pack.written:
        yield from pack.written[about].waive
        return
    name = about.partition("/")[0]
    family = pack.families.get(name) or pack.facts.get(name)
    if family is not None:
        yield from family.waive
    if name in pack.rows:
        yield from pack.rows[name].waive
