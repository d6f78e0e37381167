"""Menus and typed answers with arrow keys: questionary's prompts, laid out so that nothing is cut.

questionary cuts long choices at the terminal's width, speaks English, and shows what was chosen in its own way. So
the choices are wrapped here before each drawing (a terminal may be resized at any moment), the prompt disappears when
it is answered, and what to show for it is the caller's. Imported only when there is somebody to ask: it takes long.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

import questionary
from prompt_toolkit.application import Application, get_app, run_in_terminal
from prompt_toolkit.filters import Always, Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, ScrollOffsets, Window
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.styles import Style
from questionary.prompts.common import InquirerControl

from ctoquiz.frozen import frozen
from ctoquiz.session.asking import Quit, TimeUp
from ctoquiz.terminal.lines import wrap
from ctoquiz.terminal.literal import encodable
from ctoquiz.terminal.screen import Screen
from ctoquiz.terminal.signs import Signs, fits

_STYLE = Style(
    [
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "bold"),
        ("qmark", "fg:ansicyan bold"),
        ("answer", ""),
        ("note", "fg:ansiyellow"),
    ]
)
_POINTER_COLUMNS = 3
_REFRESH = 0.5


class Back(Enum):
    """The way back to the step before."""

    BACK = "back"


class _Left(Enum):
    EXPIRED = "expired"


@frozen
class Pick:
    """One thing to choose: what choosing it gives, the mark before its text, and the keys that lead to it."""

    value: str
    mark: str
    text: str
    keys: tuple[str, ...]


@frozen
class Asking:
    """What belongs to a prompt besides its choices.

    `hint` is the line below, made anew at each drawing; `deadline` is in the seconds of `time.monotonic`; `narrowed`
    is called, with the prompt out of the way, whenever the terminal has become narrower.
    """

    hint: Callable[[], str]
    deadline: float | None = None
    narrowed: Callable[[], None] | None = None


@dataclass(slots=True)
class _Menu:
    """A menu under way: what is ticked, and what to say about it."""

    control: InquirerControl
    picks: Sequence[Pick]
    signs: Signs
    encoding: str
    several: bool
    ticked: set[str] = field(default_factory=set)
    note: str = ""
    is_moved: bool = False

    def go_to(self, index: int) -> None:
        """Point at a choice, and tick it where several can be ticked; “I don’t know” stands alone."""
        self.control.pointed_at = index
        self.note = ""
        if self.several:
            self._toggle(self.picks[index].value)

    def _toggle(self, value: str) -> None:
        if value in self.ticked:
            self.ticked.remove(value)
        elif value == "?":
            self.ticked = {value}
        else:
            self.ticked = self.ticked - {"?"} | {value}

    def title(self, pick: Pick, width: int) -> str:
        """A choice in lines that fit into the width, from the second on indented under its text."""
        box = f"{self.signs.ticked if pick.value in self.ticked else self.signs.unticked} " if self.several else ""
        lead = f"{box}{pick.mark}  "
        indent = len(lead) if width - _POINTER_COLUMNS - len(lead) >= 8 else 0
        text = encodable(pick.text, self.encoding)
        first, *rest = wrap(text, max(1, width - _POINTER_COLUMNS - len(lead)))
        space = "\n" + " " * (_POINTER_COLUMNS + indent)
        return lead + space.join([first, *rest])


class Prompts:
    """Asks at one terminal. `input_` and `output` are prompt_toolkit's; Ctrl-C raises KeyboardInterrupt."""

    def __init__(self, input_: Input, output: Output, signs: Signs, encoding: str, *, colour: bool) -> None:
        self._input = input_
        self._output = output
        self._signs = signs
        self._encoding = encoding
        self._depth = ColorDepth.DEPTH_4_BIT if colour else ColorDepth.DEPTH_1_BIT

    def choose(
        self,
        picks: Sequence[Pick],
        asking: Asking,
        *,
        back: bool = False,
        at_once: str | None = None,
        before: str | None = None,
    ) -> str | Back | Quit | TimeUp:
        """The value of the one that is chosen; with `back`, Backspace goes back.

        The menu points at the choice `before` first. With `at_once` the key of a choice chooses it without Enter; a
        stray Enter then chooses nothing, before the pointer was moved, and `at_once` is said.
        """
        result = self._menu(picks, asking, None, back=back, at_once=at_once, before=before)
        assert not isinstance(result, frozenset)  # noqa: S101 - only a menu of several gives a set
        return result

    def tick(self, picks: Sequence[Pick], asking: Asking, nothing: str) -> frozenset[str] | Quit | TimeUp:
        """The values that are ticked, at least one; `nothing` is said to whoever ticks none."""
        result = self._menu(picks, asking, nothing, back=False)
        assert isinstance(result, frozenset | Quit | TimeUp)  # noqa: S101 - a menu of several gives a set
        return result

    def typed(self, asking: Asking, before: str = "", *, back: bool = False) -> str | Back | Quit | TimeUp:
        """What is typed, beginning with `before`, which can be edited; with `back`, Backspace in an empty line goes
        back.
        """
        question = questionary.text(
            "",
            qmark=f" {self._signs.pointer}",
            default=before,
            style=_STYLE,
            input=self._input,
            output=self._output,
            color_depth=self._depth,
            erase_when_done=True,
            reserve_space_for_menu=0,
            refresh_interval=None if asking.deadline is None else _REFRESH,
            enable_suspend=True,
        )
        application = question.application
        for window in application.layout.find_all_windows():
            window.dont_extend_height = Always()  # else the hint hangs at the bottom of a tall terminal
        foot = self._foot(asking.hint, str)
        application.layout = Layout(HSplit([application.layout.container, foot]), "DEFAULT_BUFFER")
        if back:
            keys = application.key_bindings or KeyBindings()
            application.key_bindings = merge_key_bindings([keys, _back_from_empty()])
        result = self._run(question, asking)
        assert not isinstance(result, frozenset)  # noqa: S101 - a text prompt gives text
        return result

    def _menu(
        self,
        picks: Sequence[Pick],
        asking: Asking,
        nothing: str | None,
        *,
        back: bool,
        at_once: str | None = None,
        before: str | None = None,
    ) -> str | frozenset[str] | Back | Quit | TimeUp:
        choices = [questionary.Choice(pick.text or " ", value=pick.value) for pick in picks]
        question = questionary.select(
            "",
            choices=choices,
            default=before,
            pointer=self._signs.pointer,
            style=_STYLE,
            use_jk_keys=False,
            input=self._input,
            output=self._output,
            color_depth=self._depth,
            erase_when_done=True,
            refresh_interval=None if asking.deadline is None else _REFRESH,
        )
        application = question.application
        menu = _Menu(_control(application), picks, self._signs, self._encoding, several=nothing is not None)

        def rewrap(_: object) -> None:
            menu.is_moved = menu.is_moved or before is not None or menu.control.pointed_at != 0
            for choice, pick in zip(choices, picks, strict=True):
                choice.title = menu.title(pick, self._output.get_size().columns)

        application.before_render += rewrap
        application.layout = self._layout(menu, asking)
        extra = _keys(menu, nothing, back=back, at_once=at_once)
        application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), extra])
        return self._run(question, asking)

    def _layout(self, menu: _Menu, asking: Asking) -> Layout:
        def below() -> int:
            """Keep the whole of a choice in sight, not only its first line."""
            pointed = menu.control.choices[menu.control.pointed_at].title
            return str(pointed).count("\n")

        choices = Window(
            menu.control,
            always_hide_cursor=True,
            dont_extend_height=True,
            scroll_offsets=ScrollOffsets(bottom=below),
        )
        return Layout(HSplit([choices, self._foot(asking.hint, lambda: menu.note)]))

    def _foot(self, hint: Callable[[], str], note: Callable[[], str]) -> Window:
        def lines() -> StyleAndTextTuples:
            width = max(1, self._output.get_size().columns - _POINTER_COLUMNS - 1)
            shown: StyleAndTextTuples = []
            for style, text in (("class:note", note()), ("", hint())):
                for line in wrap(encodable(text, self._encoding), width) if text else ():
                    shown.append((style, "\n" + " " * _POINTER_COLUMNS + line))
            return shown

        return Window(FormattedTextControl(lines), dont_extend_height=True)

    def _run(self, question: questionary.Question, asking: Asking) -> str | frozenset[str] | Back | Quit | TimeUp:
        application = question.application
        _watch_width(application, asking)
        if asking.deadline is not None:
            _watch_clock(application, asking.deadline)
        try:
            result = question.unsafe_ask()
        except EOFError:
            return Quit()
        if result is _Left.EXPIRED:
            return TimeUp()
        if isinstance(result, str | frozenset | Back):
            return result
        raise TypeError(f"a prompt gave {result!r}")


def _control(application: Application[object]) -> InquirerControl:
    """What draws the choices of a questionary prompt."""
    contents = (window.content for window in application.layout.find_all_windows())
    return next(content for content in contents if isinstance(content, InquirerControl))


def at_screen(screen: Screen, input_: Input | None = None, output: Output | None = None) -> Prompts:
    """Prompts at a screen; the input is by default the process's terminal."""
    stream = screen.stream
    return Prompts(
        input_ or create_input(),
        output or create_output(stream),
        fits(stream),
        stream.encoding or "utf-8",
        colour=screen.colour,
    )


def _watch_clock(application: Application[object], deadline: float) -> None:
    """End the prompt at the deadline, also while it waits for a key."""

    def expire() -> None:
        if application.is_running and not application.is_done:
            application.exit(result=_Left.EXPIRED)

    def begin() -> None:
        asyncio.get_running_loop().call_later(max(0.0, deadline - time.monotonic()), expire)

    application.pre_run_callables.append(begin)


def _watch_width(application: Application[object], asking: Asking) -> None:
    """Tell when the terminal becomes narrower: what was printed above may be cut then."""
    narrowed = asking.narrowed
    if narrowed is None:
        return
    narrowest = application.output.get_size().columns

    def look(_: object) -> None:
        nonlocal narrowest
        if (now := application.output.get_size().columns) < narrowest:
            narrowest = now
            run_in_terminal(narrowed)

    application.before_render += look


def _back_from_empty() -> KeyBindings:
    """Backspace goes back where there is nothing to delete."""
    keys = KeyBindings()

    @keys.add("backspace", eager=True, filter=Condition(lambda: not get_app().current_buffer.text))
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Back.BACK)

    return keys


def _keys(menu: _Menu, nothing: str | None, *, back: bool, at_once: str | None) -> KeyBindings:
    """The keys that questionary has not: letters, `?`, the end of input, suspension, and ticking."""
    keys = KeyBindings()
    _bind_letters(keys, menu, at_once=at_once is not None)
    if at_once is not None:
        _refuse_stray_enter(keys, menu, at_once)
    if nothing is not None:
        _bind_ticking(keys, menu, nothing)

    @keys.add("c-d", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @keys.add("<sigint>")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @keys.add("c-z", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    if back:

        @keys.add("backspace", eager=True)
        @keys.add("left", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(result=Back.BACK)

    return keys


def _bind_letters(keys: KeyBindings, menu: _Menu, *, at_once: bool) -> None:
    for index, pick in enumerate(menu.picks):
        # A set: the capital of `?` is the same key.
        for key in {*pick.keys, *map(str.upper, pick.keys)}:

            @keys.add(key, eager=True)
            def _(event: KeyPressEvent, index: int = index) -> None:
                menu.go_to(index)
                if at_once:
                    event.app.exit(result=menu.picks[index].value)


def _refuse_stray_enter(keys: KeyBindings, menu: _Menu, note: str) -> None:
    """Whoever is used to press Enter after a key must not answer the next one with its first choice by it."""

    @keys.add("enter", eager=True, filter=Condition(lambda: not (menu.is_moved or menu.control.pointed_at)))
    def _(_: KeyPressEvent) -> None:
        menu.note = note


def _bind_ticking(keys: KeyBindings, menu: _Menu, nothing: str) -> None:
    @keys.add(" ", eager=True)
    def _(_: KeyPressEvent) -> None:
        menu.go_to(menu.control.pointed_at)

    @keys.add("enter", eager=True)
    def _(event: KeyPressEvent) -> None:
        if menu.ticked:
            event.app.exit(result=frozenset(menu.ticked))
        else:
            menu.note = nothing
