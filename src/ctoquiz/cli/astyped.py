"""Parameters that take a text as it was typed.

Typer has pydantic convert every value, a text into itself and nothing into nothing; importing pydantic for that takes
longer than all the rest of a short command. Here it is left what has to be converted: numbers.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperOption

if TYPE_CHECKING:  # Typer's bases have no public names; nothing of them is needed when the program runs
    from typer._click.core import Context, Parameter


class Option(TyperOption):
    """An option that takes a text as it was typed."""

    def process_value(self, ctx: Context, value: object) -> object:
        """The value as the command is handed it."""
        return _as_typed(self, ctx, value) if _is_as_typed(self, value) else super().process_value(ctx, value)


class Argument(TyperArgument):
    """An argument that takes a text as it was typed."""

    def process_value(self, ctx: Context, value: object) -> object:
        """The value as the command is handed it."""
        return _as_typed(self, ctx, value) if _is_as_typed(self, value) else super().process_value(ctx, value)


@cache
def as_typed(param: Parameter) -> Option | Argument:
    """The parameter that Typer made, as one of ours: it makes them itself and can't be told of what class."""
    kind: type[Option | Argument] = Option if isinstance(param, TyperOption) else Argument
    ours = kind.__new__(kind)
    vars(ours).update(vars(param))
    return ours


def _is_as_typed(param: Option | Argument, value: object) -> bool:
    """Whether there is nothing to convert, and nothing missing, which is for Typer to tell."""
    if param.required and param.value_is_missing(value):
        return False
    return value is None or param.type_descriptor.annotation in (str, list[str])


def _as_typed(param: Option | Argument, ctx: Context, value: object) -> object:
    return value if param.callback is None else param.callback(ctx, param, value)
