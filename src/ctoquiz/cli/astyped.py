"""Parameters that take a text as it was typed, and numbers that are plainly written.

Typer has pydantic convert every value, a text into itself and nothing into nothing; importing pydantic for that takes
longer than all the rest of a short command. Here it is left what is no text and no plain number, and so the telling of
what is wrong with it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperOption

if TYPE_CHECKING:  # Typer's bases have no public names; nothing of them is needed when the program runs
    from typer._click.core import Context, Parameter


_PLAIN = re.compile(r"[0-9]{1,9}")


class Option(TyperOption):
    """An option that takes a text as it was typed, or a plain number."""

    def process_value(self, ctx: Context, value: object) -> object:
        """The value as the command is handed it."""
        read = _read(self, value)
        return super().process_value(ctx, value) if read is _NOT_OURS else _handed(self, ctx, read)


class Argument(TyperArgument):
    """An argument that takes a text as it was typed."""

    def process_value(self, ctx: Context, value: object) -> object:
        """The value as the command is handed it."""
        read = _read(self, value)
        return super().process_value(ctx, value) if read is _NOT_OURS else _handed(self, ctx, read)


@cache
def as_typed(param: Parameter) -> Option | Argument:
    """The parameter that Typer made, as one of ours: it makes them itself and can't be told of what class."""
    kind: type[Option | Argument] = Option if isinstance(param, TyperOption) else Argument
    ours = kind.__new__(kind)
    vars(ours).update(vars(param))
    return ours


_NOT_OURS = object()


def _read(param: Option | Argument, value: object) -> object:
    """What a text, nothing or a plain number means; Typer is left to read the rest, and to tell of what is missing."""
    if param.required and param.value_is_missing(value):
        return _NOT_OURS
    kind = param.type_descriptor.annotation
    if value is None or kind in (str, list[str]):
        return value
    if kind in (int, float) and isinstance(value, str) and _PLAIN.fullmatch(value):
        return kind(value)
    return _NOT_OURS


def _handed(param: Option | Argument, ctx: Context, value: object) -> object:
    return value if param.callback is None else param.callback(ctx, param, value)
