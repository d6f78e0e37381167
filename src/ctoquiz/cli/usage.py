"""What Typer finds wrong with a command line, as one sentence of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ctoquiz.errors import N_, WrongUsage

if TYPE_CHECKING:
    from typer import TyperException

_MUST_BE = {
    "int": N_("{option} is “{value}”, but it must be a whole number."),
    "float": N_("{option} is “{value}”, but it must be a number."),
}
"""A sentence for each family of pydantic's errors, by the first word of their type."""


def wrong_usage(error: TyperException) -> WrongUsage:
    """The error of Typer as ours (2).

    Typer tells its errors apart by classes that aren't public; what they carry says as much.
    """
    if hasattr(error, "possibilities"):
        return _no_such_option(error)
    if hasattr(error, "option_name"):
        return _bad_option(error)
    if hasattr(error, "param_type"):
        return WrongUsage(N_("{parameter} is missing; `{command} --help` shows what to give."), **_about(error))
    if hasattr(error, "param"):
        return _bad_value(error)
    return WrongUsage(N_("This command line can’t be understood: {detail}"), detail=error.format_message())


def _no_such_option(error: TyperException) -> WrongUsage:
    from ctoquiz.domain.nearest import nearest

    name = str(getattr(error, "option_name", ""))
    command, known = _command(error)
    near = nearest(name, known)
    if near is None:
        return WrongUsage(
            N_("There is no option “{name}”; `{command} --help` shows those there are."), name=name, command=command
        )
    return WrongUsage(N_("There is no option “{name}”; did you mean {near}?"), name=name, near=near)


def _command(error: TyperException) -> tuple[str, Iterable[str]]:
    """The command as it was typed, and the names of its options."""
    ctx = getattr(error, "ctx", None)
    if ctx is None:
        return "ctoquiz", ()
    return ctx.command_path, [name for param in ctx.command.get_params(ctx) for name in param.opts if name[:1] == "-"]


def _bad_option(error: TyperException) -> WrongUsage:
    name = str(getattr(error, "option_name", ""))
    if "requires" in error.message:
        return WrongUsage(N_("{option} needs a value after it."), option=name)
    return WrongUsage(N_("{option} takes no value; leave away what follows the equals sign."), option=name)


def _bad_value(error: TyperException) -> WrongUsage:
    # The cause is pydantic's ValidationError, which is not worth an import.
    problem: Sequence[Mapping[str, object]] = getattr(error.__cause__, "errors", list)()
    if not problem:
        return WrongUsage(N_("{parameter} is not as it should be: {detail}"), detail=error.message, **_about(error))
    kind = str(problem[0]["type"]).partition("_")[0]
    message = _MUST_BE.get(kind, N_("{option} is “{value}”, which can’t be."))
    return WrongUsage(message, option=_about(error)["parameter"], value=problem[0]["input"])


def _about(error: TyperException) -> dict[str, object]:
    """The parameter as one types it, and the command."""
    param = getattr(error, "param", None)
    shown = "?" if param is None else param.opts[0] if param.opts[0][:1] == "-" else param.display_name_raw
    return {"parameter": shown, "command": _command(error)[0]}
