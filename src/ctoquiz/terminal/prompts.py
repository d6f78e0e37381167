"""Menus and typed answers with arrow keys: questionary's prompts, laid out so that nothing is cut.

questionary cuts long choices at the terminal's width, speaks English, and shows what was chosen in its own way. So
the choices are wrapped here before each drawing (a terminal may be resized at any moment), the prompt disappears when
it is answered, and what to show for it is the caller's. Imported only when there is somebody to ask: it takes long.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum

import questionary
from prompt_toolkit.application import Application, get_app, run_in_terminal
from prompt_toolkit.filters import Always, Condition
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import HSplit, Layout
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from ctoquiz.frozen import frozen
from ctoquiz.session.asking import Quit, TimeUp
from ctoquiz.signals import held
from ctoquiz.terminal.foot import Foot
from ctoquiz.terminal.lines import Line, columns
from ctoquiz.terminal.menus import Back, Menu, Pick, control_of, menu_keys
from ctoquiz.terminal.screen import Screen
from ctoquiz.terminal.signs import fits
from ctoquiz.terminal.suspension import let_suspend

_STYLE = Style(
    [
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "bold"),
        ("qmark", "fg:ansicyan bold"),
        ("answer", ""),
        ("note", "fg:ansiyellow"),
    ]
)
_REFRESH = 0.5


class _Left(Enum):
    EXPIRED = "expired"
    ENDED = "ended"


@frozen
class Asking:
    """What belongs to a prompt besides its choices.

    `hint` is the line below; `left` gives the time left, made anew at each drawing, and `deadline` is when it is over,
    in the seconds of `time.monotonic`; `again` shows anew what stands above, and is called, with the prompt out of the
    way, whenever the terminal has become narrower or was used by others.
    """

    hint: str
    left: Callable[[], str] = str
    deadline: float | None = None
    again: Callable[[], None] | None = None


class Prompts:
    """Asks at one screen. `input_` and `output` are prompt_toolkit's; Ctrl-C raises KeyboardInterrupt."""

    def __init__(self, input_: Input, output: Output, screen: Screen) -> None:
        self._input = input_
        self._output = output
        self._show = screen.show
        self._signs = fits(screen.stream)
        self._encoding = screen.stream.encoding or "utf-8"
        self._depth = ColorDepth.DEPTH_4_BIT if screen.colour else ColorDepth.DEPTH_1_BIT

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

    def typed(
        self, asking: Asking, before: str = "", *, back: bool = False, note: str = ""
    ) -> str | Back | Quit | TimeUp:
        """What is typed, beginning with `before`, which can be edited; with `back`, Backspace in an empty line goes
        back. `note` says what was wrong with `before`, and disappears with the prompt.
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
        )
        application = question.application
        for window in application.layout.find_all_windows():
            window.dont_extend_height = Always()  # else the hint hangs at the bottom of a tall terminal
        foot = self._foot(asking, lambda: note)
        application.layout = Layout(HSplit([application.layout.container, foot.window()]), "DEFAULT_BUFFER")

        def lay_out() -> None:
            size = self._output.get_size()
            foot.lay_out(size.columns, size.rows, 1 + columns(application.current_buffer.text) // size.columns)

        keys = [application.key_bindings or KeyBindings(), _leaving(), *([_back_from_empty()] if back else [])]
        application.key_bindings = merge_key_bindings(keys)
        result = self._run(question, asking, foot, lay_out)
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
        menu = Menu(
            control_of(application),
            picks,
            self._signs,
            self._encoding,
            several=nothing is not None,
            is_moved=before is not None,
        )
        foot = self._foot(asking, lambda: menu.note)
        application.layout = Layout(HSplit([menu.window(), foot.window()]))

        def lay_out() -> None:
            size = self._output.get_size()
            menu.lay_out(size.columns, foot.lay_out(size.columns, size.rows, menu.height(size.columns)))

        extra = menu_keys(menu, nothing, back=back, at_once=at_once)
        application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), extra])
        return self._run(question, asking, foot, lay_out)

    def _foot(self, asking: Asking, note: Callable[[], str]) -> Foot:
        return Foot(asking.hint, asking.left, note, self._signs, self._encoding)

    def _run(
        self, question: questionary.Question, asking: Asking, foot: Foot, lay_out: Callable[[], None]
    ) -> str | frozenset[str] | Back | Quit | TimeUp:
        application = question.application
        lay_out()
        application.before_render += lambda _: lay_out()
        _watch_size(application, asking, foot, self._show)
        keys = application.key_bindings or KeyBindings()
        application.key_bindings = merge_key_bindings([keys, let_suspend(application, asking.again)])
        if asking.deadline is not None:
            _watch_clock(application, asking.deadline)
        try:
            with _signals_heeded(application):
                result = question.unsafe_ask()
        except EOFError:
            return Quit()
        if result is _Left.EXPIRED:
            return TimeUp()
        if isinstance(result, str | frozenset | Back):
            return result
        raise TypeError(f"a prompt gave {result!r}")


def at_screen(screen: Screen, input_: Input | None = None, output: Output | None = None) -> Prompts:
    """Prompts at a screen; the input is by default the process's terminal."""
    return Prompts(input_ or create_input(), output or _output(screen), screen)


def _output(screen: Screen) -> Output:
    """The terminal, which isn't asked where its cursor is: nothing here depends on it, and one that doesn't answer
    would get a warning.
    """
    output = create_output(screen.stream)
    if isinstance(output, Vt100_Output):
        output.enable_cpr = False
    return output


@contextmanager
def _signals_heeded(application: Application[object]) -> Iterator[None]:
    """Within, a signal that ends the process ends the prompt first, between two of its steps.

    Raised in the middle of a drawing it would leave the terminal without its cursor, or without echo.
    """

    def end() -> None:
        if application.is_running and not application.is_done:
            application.exit(result=_Left.ENDED)

    def hasten() -> None:
        loop = application.loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(end)

    with held(hasten) as waiting:
        application.pre_run_callables.append(lambda: end() if waiting else None)
        yield


def _watch_clock(application: Application[object], deadline: float) -> None:
    """End the prompt at the deadline, also while it waits for a key."""

    def expire() -> None:
        if application.is_running and not application.is_done:
            application.exit(result=_Left.EXPIRED)

    def begin() -> None:
        asyncio.get_running_loop().call_later(max(0.0, deadline - time.monotonic()), expire)

    application.pre_run_callables.append(begin)


def _watch_size(
    application: Application[object], asking: Asking, foot: Foot, show: Callable[[Sequence[Line]], None]
) -> None:
    """Tell when the terminal becomes narrower: what was printed above may be cut then. A hint that has no room below
    is printed above.
    """
    narrowest, is_told = application.output.get_size().columns, not foot.is_whole
    if is_told:
        show(foot.above(narrowest))

    def look(_: object) -> None:
        nonlocal narrowest, is_told
        now = application.output.get_size().columns
        if application.is_done:
            return
        if now < narrowest and asking.again is not None:
            narrowest, is_told = now, False
            run_in_terminal(asking.again)
        if not (foot.is_whole or is_told):
            is_told = True
            run_in_terminal(lambda: show(foot.above(now)))

    application.before_render += look


def _leaving() -> KeyBindings:
    """Ctrl-D leaves whatever was typed; without this, in an empty line alone, and deletes a letter in any other."""
    keys = KeyBindings()

    @keys.add("c-d", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    return keys


def _back_from_empty() -> KeyBindings:
    """Backspace goes back where there is nothing to delete."""
    keys = KeyBindings()

    @keys.add("backspace", eager=True, filter=Condition(lambda: not get_app().current_buffer.text))
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Back.BACK)

    return keys
