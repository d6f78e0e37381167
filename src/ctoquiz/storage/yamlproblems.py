"""The problems of a file of YAML, collected until there are enough of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn, Self

from ctoquiz.errors import N_, BadInput, Problem, Where

MAX_PROBLEMS = 100
"""A file with as many problems isn't read further: nobody mends more in one go."""

MAX_IN_ALL = 1000
"""A pack, or a file of answers, with as many problems isn't checked further."""

MAX_DEPTH = 16
TOO_DEEP = N_("Lists and fields are nested more than {most} deep; simplify.")


class EnoughError(Exception):
    """Reading stops here: what follows can't be trusted or isn't worth the time. The problem has been noted."""


class Problems:
    """What is wrong with one file, `name` as the user knows it; at `most` problems, its reading stops."""

    def __init__(self, name: str, most: int = MAX_PROBLEMS) -> None:
        self.found: list[Problem] = []
        self._name = name
        self._most = most

    def note(self, message: str, place: tuple[int, int], **values: object) -> None:
        """Add a problem at a place: line and column from 1. Raises EnoughError when it is one too many."""
        self.found.append(Problem(message, values, Where(self._name, *place)))
        if len(self.found) >= self._most:
            raise EnoughError

    def stop(self, message: str, place: tuple[int, int], **values: object) -> NoReturn:
        """Add a problem after which the file can't be read further. Raises EnoughError."""
        self.note(message, place, **values)
        raise EnoughError

    def as_error(self) -> BadInput:
        """All of them as one error (65), from the top of the file to its end."""
        return BadInput.of(sorted(self.found, key=_place))


class Found(list[Problem]):
    """The problems of all files of a pack, or of all answers. Raises EnoughError when nobody could mend more."""

    def append(self, problem: Problem) -> None:
        """Add a problem."""
        super().append(problem)
        if len(self) >= MAX_IN_ALL:
            message = N_("This makes {most} problems, and nothing more was looked at; mend these first.")
            super().append(Problem(message, {"most": MAX_IN_ALL}, problem.where))
            raise EnoughError

    def __iadd__(self, problems: Iterable[Problem]) -> Self:  # type: ignore[override, misc]
        """Add problems one by one: what makes them stops with the last one that is taken."""
        for problem in problems:
            self.append(problem)
        return self


def _place(problem: Problem) -> tuple[int, int]:
    where = problem.where or Where("")
    return where.line or 0, where.column or 0
