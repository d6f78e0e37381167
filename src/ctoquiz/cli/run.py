"""Runs Typer, which decides nothing: what it finds wrong becomes an error of ours, and its exits become codes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress

import typer
from typer.main import get_command

from ctoquiz.cli.app import app
from ctoquiz.cli.completion import VARIABLE
from ctoquiz.cli.usage import wrong_usage
from ctoquiz.i18n.words import Words

PROGRAM = "ctoquiz"


def run(args: Sequence[str], say: Words) -> int:
    """Run the command that the arguments name; its exit code. Raises WrongUsage (2) where they name none."""
    if os.environ.get(VARIABLE):
        return _complete(say)
    command = get_command(app)
    try:
        # Not by calling the command: that would end the process with code 1 where a pipe is closed.
        with command.make_context(PROGRAM, list(args), obj=say) as ctx:
            return int(command.invoke(ctx) or 0)
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except typer.TyperException as error:
        raise wrong_usage(error) from error


def _complete(say: Words) -> int:
    """Answer a shell that asks what it can offer: nothing, where that fails."""
    from typer.completion import get_completion_inspect_parameters

    get_completion_inspect_parameters()  # makes the shells known to Typer
    with suppress(Exception, SystemExit):  # a shell waits for words, not for reasons
        get_command(app).main([], prog_name=PROGRAM, obj=say)
    return 0
