"""Typer's commands and groups, speaking the user's language: their help, and what they say of a wrong command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from typer.core import TyperCommand, TyperGroup

from ctoquiz.cli.astyped import as_typed
from ctoquiz.errors import N_, WrongUsage
from ctoquiz.i18n.words import Words

if TYPE_CHECKING:  # Typer's bases have no public names; nothing of them is needed when the program runs
    from typer._click.core import Command as AnyCommand
    from typer._click.core import Context, Parameter
    from typer._click.shell_completion import CompletionItem


class Command(TyperCommand):
    """A command. Arguments that are too many are told by name."""

    allow_extra_args = True

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The options and arguments."""
        return [as_typed(param) for param in super().get_params(ctx)]

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the command line. Raises WrongUsage (2) for an argument that no place is left for."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise WrongUsage(
                N_("“{argument}” is one argument too many; `{command} --help` shows what can be given."),
                argument=rest[0],
                command=ctx.command_path,
            )
        return rest

    def get_help(self, ctx: Context) -> str:
        """The page of help, in the user's language."""
        from ctoquiz.cli.help import page

        return page(self, ctx, words(ctx))

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """What a shell is offered, explained in the user's language."""
        return _explained(super().shell_complete(ctx, incomplete), words(ctx))


class CheckCommand(Command):
    """`pack check`: its option `--explain` may stand without a value."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the command line, with an empty value for a bare `--explain`."""
        # Typer gives an option either a value or none. What an option must not swallow is the next option.
        return super().parse_args(ctx, list(_with_value("--explain", args)))


class Group(TyperGroup):
    """A group of commands."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The options and arguments."""
        return [as_typed(param) for param in super().get_params(ctx)]

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """The command that is named. Raises WrongUsage (2), naming the nearest, where there is none."""
        if args[0] in self.commands or args[0].startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        raise self._unknown(args[0], ctx.command_path)

    def _unknown(self, name: str, path: str) -> WrongUsage:
        from ctoquiz.domain.nearest import nearest

        near = nearest(name, self.commands)
        if near is None:
            return WrongUsage(
                N_("There is no command “{path} {name}”; choose among: {known}."),
                path=path,
                name=name,
                known=", ".join(self.commands),
            )
        return WrongUsage(
            N_("There is no command “{path} {name}”; did you mean “{path} {near}”?"), path=path, name=name, near=near
        )

    def get_help(self, ctx: Context) -> str:
        """The page of help, in the user's language."""
        from ctoquiz.cli.help import page

        return page(self, ctx, words(ctx))

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """What a shell is offered, explained in the user's language."""
        return _explained(super().shell_complete(ctx, incomplete), words(ctx))


def _with_value(option: str, args: list[str]) -> Iterator[str]:
    for place, arg in enumerate(args):
        ends = place + 1 == len(args) or args[place + 1].startswith("-")
        yield f"{option}=" if arg == option and ends and "--" not in args[:place] else arg


def words(ctx: Context) -> Words:
    """The words of the user's language, which the door gave to the command line."""
    say: Words = ctx.find_root().obj
    return say


def _explained(offers: list[CompletionItem], say: Words) -> list[CompletionItem]:
    for offer in offers:
        if offer.help:
            offer.help = say(offer.help)
    return offers
