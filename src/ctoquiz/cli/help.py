"""The pages of help, as plain text in the user's language.

Typer's own help is in English only and imports rich, which takes longer than everything else that a page needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import TextWrapper
from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperGroup, TyperOption

from ctoquiz.errors import N_
from ctoquiz.i18n.words import Words

if TYPE_CHECKING:  # Typer's bases have no public names; nothing of them is needed when the program runs
    from typer._click.core import Command as Explained
    from typer._click.core import Context

Row = tuple[str, str]
"""What to type, and what it does."""

WIDEST = 100
NARROWEST = 20
_LEFT = 26
_LEAST_RIGHT = 26
_OPTIONS = N_("Options")
_HELP = N_("Show this page.")

_EXAMPLES = (
    ("ctoquiz play", N_("ten questions, feedback after each")),
    ("ctoquiz play --topic salary --count 5", N_("five questions on one topic")),
    ("ctoquiz play --exam --certainty", N_("feedback at the end, and certainties")),
    ("ctoquiz play --mistakes", N_("ask again what you missed")),
    ("ctoquiz play --resume", N_("go on with the session you left")),
    ("ctoquiz assess", N_("rate yourself against the role")),
    ("ctoquiz results list", N_("what you have done so far")),
    ("ctoquiz report", N_("the latest result, as a page")),
    ("ctoquiz export quiz --format markdown", N_("a sheet to print")),
)


def welcome(say: Words) -> str:
    """What `ctoquiz` shows on its own: how to begin."""
    rows = [(command, say(what)) for command, what in _EXAMPLES]
    return "\n\n".join(
        (
            _wrapped(say("Quizzes about the job of chief technical officer, in the terminal.")),
            "\n".join(_table(rows, left=max(len(command) for command, _ in rows) + 4)),
            _wrapped(say("All commands: ctoquiz --help. All options of one: ctoquiz play --help.")),
        )
    )


def page(command: Explained, ctx: Context, say: Words) -> str:
    """The page of one command or group."""
    sections = [_wrapped(say("Usage: {usage}", usage=_usage(command, ctx, say))), _wrapped(_said(command.help, say))]
    commands = _commands(command, say)
    if commands:
        sections.append(_section(say("Commands"), commands))
    sections += [_section(title, rows) for title, rows in _parameters(command, say).items()]
    return "\n\n".join(sections)


def _usage(command: Explained, ctx: Context, say: Words) -> str:
    arguments = [
        param.display_name_raw if param.required else f"[{param.display_name_raw}]"
        for param in command.params
        if isinstance(param, TyperArgument)
    ]
    ending = [say("COMMAND")] if isinstance(command, TyperGroup) else []
    return " ".join((ctx.command_path, *arguments, *ending, say("[OPTIONS]")))


def _commands(command: Explained, say: Words) -> list[Row]:
    """The commands of a group, those of the groups in it included."""
    rows: list[Row] = []
    for name, child in command.commands.items() if isinstance(command, TyperGroup) else ():
        deeper = _commands(child, say)
        rows += [(f"{name} {path}", text) for path, text in deeper] or [(name, _said(child.help, say))]
    return rows


def _parameters(command: Explained, say: Words) -> dict[str, list[Row]]:
    """The rows of help under their headings, in the order in which they were declared; the plain options last."""
    sections: dict[str, list[Row]] = {}
    options: list[Row] = []
    for param in command.params:
        if isinstance(param, TyperArgument):
            row = (param.display_name_raw, _said(param.help, say))
            sections.setdefault(say("Arguments"), []).append(row)
        elif isinstance(param, TyperOption):
            rows = sections.setdefault(say(param.rich_help_panel), []) if param.rich_help_panel else options
            rows.append((_typed(param, say), _said(param.help, say)))
    return sections | {say(_OPTIONS): [*options, ("--help", say(_HELP))]}


def _said(text: str | None, say: Words) -> str:
    return say(text) if text else ""


def _typed(option: TyperOption, say: Words) -> str:
    """What one types for an option: its name, and the name of its value."""
    return " ".join([*option.opts, *([say(option.metavar)] if option.metavar else [])])


def _section(title: str, rows: Iterable[Row]) -> str:
    return "\n".join((title, *_table(rows, left=_LEFT)))


def _table(rows: Iterable[Row], left: int) -> Iterable[str]:
    """Rows in two columns, the first `left` wide; one above the other where there is too little room."""
    indent = left if _width() >= left + _LEAST_RIGHT else 4
    for typed, text in rows:
        beside = _wrapped(text, indent, first=f"  {typed}".ljust(indent))
        fits = len(typed) + 4 <= indent == left
        yield beside if fits else f"  {typed}\n{_wrapped(text, indent)}"


def _wrapped(text: str, indent: int = 0, first: str | None = None) -> str:
    """The text on lines that fit, indented; the first begins with `first` instead."""
    margin = " " * indent
    wrapper = TextWrapper(
        width=_width(),
        initial_indent=margin if first is None else first,
        subsequent_indent=margin,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return wrapper.fill(text)


def _width() -> int:
    return max(NARROWEST, min(get_terminal_size().columns - 1, WIDEST))
