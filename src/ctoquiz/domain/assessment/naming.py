"""Names that the parts of a self-assessment give themselves, and names of facts that they cite."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from ctoquiz.domain.facts import AnyFamily
from ctoquiz.domain.facts.base import ContentError
from ctoquiz.domain.nearest import nearest
from ctoquiz.errors import N_

Path: TypeAlias = tuple[str | int, ...]


MOST_COMPARED = 100_000
"""Names of facts that unknown ones are compared with in one reading, which takes a third of a second."""


class Facts(dict[str, AnyFamily]):
    """The facts of a pack by their full names, each with its family.

    `unread` are the names of families that are there but could not be read: nobody meant another by those.
    """

    def __init__(self, facts: Mapping[str, AnyFamily], unread: Collection[str] = ()) -> None:
        super().__init__(facts)
        self._unread = unread
        self._names = sorted(facts)
        self._left = MOST_COMPARED

    def nearest(self, name: str) -> str | None:
        """The name that was probably meant; None when none is near, or when that was asked too often."""
        if self._left < len(self._names) or family_in(name) in self._unread:
            return None
        self._left -= len(self._names)
        return nearest(name, self._names)


def family_in(name: str) -> str:
    """The name of the family in the full name of a fact."""
    return name.partition(".")[0]


def repeated(named: Iterable[tuple[Path, str]]) -> Iterator[ContentError]:
    """A problem for each name that stood before, at its path."""
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield ContentError(
                N_("The name “{name}” was given before in this file; give each its own."), path, name=name
            )
        seen.add(name)


def fact_problems(names: Sequence[str], path: Path, facts: Facts, *, needed: bool = False) -> Iterator[ContentError]:
    """A problem for each name that no fact of the pack has, and, where facts are `needed`, one for having none."""
    if needed and not names:
        yield ContentError(N_("No fact is cited here; name the facts that this rests on."), path)
    for place, name in enumerate(names):
        if name not in facts:
            yield _unknown(name, (*path, place), facts)


def _unknown(name: str, path: Path, facts: Facts) -> ContentError:
    near = facts.nearest(name)
    if near is None:
        return ContentError(
            N_("No fact is called “{name}”; give the full name of a fact of this pack."), path, name=name
        )
    return ContentError(N_("No fact is called “{name}”; did you mean “{near}”?"), path, name=name, near=near)
