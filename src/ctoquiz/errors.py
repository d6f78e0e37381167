"""What can go wrong, told to people: one base class, one leaf for each exit code.

An error carries a message *template* in English and its values; the one door (`ctoquiz.cli.door`) puts it into the
user's language and prints it. Nobody else prints an error, and nobody else ends the process.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Self

from ctoquiz.frozen import frozen


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark `message` for the catalogue of translations and return it as it is."""
    return message


@frozen
class Where:
    """A place in a file: its path as the user knows it, line and column counted from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@frozen
class Problem:
    """One thing to mend: a message template with its values, and where. A value can be a problem itself: its reason."""

    message: str
    values: Mapping[str, object]
    where: Where | None = None

    def __str__(self) -> str:
        return self.message.format(**self.values)


class CtoquizError(Exception):
    """The base of every error that a user can meet.

    `message` is one sentence in English (marked with `N_`) that says what is wrong and what to do, with named gaps
    filled from `values`. `code` is the exit code of `docs/` and of the interfaces that scripts rely on.
    """

    code: ClassVar[int] = 70

    def __init__(self, message: str, where: Where | None = None, /, **values: object) -> None:
        self.problems: tuple[Problem, ...] = (Problem(message, values, where),)
        super().__init__(message.format(**values))

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> Self:
        """All the problems of one file or one pack, as one error."""
        first = problems[0]
        error = cls(first.message, first.where, **first.values)
        error.problems = tuple(problems)
        return error


class WrongUsage(CtoquizError):
    """The command line is wrong, or a terminal is needed and there is none."""

    code = 2


class BadInput(CtoquizError):
    """A file, an answer or a code that was read is not what it should be."""

    code = 65


class InputNotFound(CtoquizError):
    """A file, a pack or a result that was named is not there."""

    code = 66


class Defect(CtoquizError):
    """The tool itself is at fault."""

    code = 70


class CannotCreate(CtoquizError):
    """The data folder can't be written: read-only, full, no home."""

    code = 73


class InputOutputError(CtoquizError):
    """The system failed to read or write."""

    code = 74


class InUse(CtoquizError):
    """Another process has it: try again."""

    code = 75


class NotPermitted(CtoquizError):
    """An input may not be read by this user."""

    code = 77
