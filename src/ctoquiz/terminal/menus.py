"""A menu under way: its choices wrapped and scrolled so that every word of them can be read, and the keys that move it.

questionary cuts a choice at the terminal's width, and its library keeps no more than the first line of one in sight.
Here a choice that is higher than the screen is gone through page by page before the next one is pointed at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Window
from questionary.prompts.common import InquirerControl

from ctoquiz.frozen import frozen
from ctoquiz.terminal.lines import wrap
from ctoquiz.terminal.literal import encodable
from ctoquiz.terminal.signs import Signs

POINTER_COLUMNS = 3


class Back(Enum):
    """The way back to the step before."""

    BACK = "back"


@frozen
class Pick:
    """One thing to choose: what choosing it gives, the mark before its text, and the keys that lead to it."""

    value: str
    mark: str
    text: str
    keys: tuple[str, ...]


@dataclass(slots=True)
class Menu:
    """A menu under way: what is ticked, what to say about it, and what is scrolled away.

    `above` lines of all choices are above the screen, `skipped` of them those of the choice that is pointed at; `room`
    is how many lines there were for choices when it was last laid out.
    """

    control: InquirerControl
    picks: Sequence[Pick]
    signs: Signs
    encoding: str
    several: bool
    is_moved: bool = False
    ticked: set[str] = field(default_factory=set)
    note: str = ""
    above: int = 0
    skipped: int = 0
    room: int = 1

    def __post_init__(self) -> None:
        # What is scrolled away decides where the cursor is, not the first line of a choice.
        self.control.get_cursor_position = lambda: Point(0, self.above)

    def window(self) -> Window:
        """What draws the choices, as high as they are."""
        return Window(
            self.control, always_hide_cursor=True, dont_extend_height=True, get_vertical_scroll=lambda _: self.above
        )

    def lay_out(self, columns: int, room: int) -> None:
        """Wrap the choices for a screen of so many columns, and bring the one pointed at into `room` lines."""
        self.room = max(1, room)
        self._wrap(columns)
        heights = self._heights()
        top, height = sum(heights[: self.control.pointed_at]), heights[self.control.pointed_at]
        self.skipped = min(self.skipped, self._below())
        if height > self.room:
            self.above = top + self.skipped
            self._wrap(columns)  # the pointer goes with what is seen of the choice
        else:
            self.above = min(max(self.above, top + height - self.room), top, max(0, sum(heights) - self.room))

    def height(self, columns: int) -> int:
        """How many lines all choices take on a screen of so many columns."""
        self._wrap(columns)
        return sum(self._heights())

    def go_to(self, index: int) -> None:
        """Point at a choice, and tick it where several can be ticked; “I don’t know” stands alone."""
        self.control.pointed_at, self.skipped = index, 0
        self.note = ""
        if self.several:
            self._toggle(self.picks[index].value)

    def down(self) -> None:
        """To the next choice, once this one was seen to its end."""
        self.is_moved = True
        if self.skipped < self._below():
            self.skipped = min(self._below(), self.skipped + max(1, self.room - 1))
            return
        self.control.select_next()
        self.skipped = 0

    def up(self) -> None:
        """To the end of the choice before, once this one was seen to its beginning."""
        self.is_moved = True
        if self.skipped:
            self.skipped = max(0, self.skipped - max(1, self.room - 1))
            return
        self.control.select_previous()
        self.skipped = self._below()

    def _below(self) -> int:
        """How many lines of the choice that is pointed at have no room on the screen."""
        return max(0, self._heights()[self.control.pointed_at] - self.room)

    def _heights(self) -> list[int]:
        return [str(choice.title).count("\n") + 1 for choice in self.control.choices]

    def _toggle(self, value: str) -> None:
        if value in self.ticked:
            self.ticked.remove(value)
        elif value == "?":
            self.ticked = {value}
        else:
            self.ticked = self.ticked - {"?"} | {value}

    def _wrap(self, columns: int) -> None:
        for index, (choice, pick) in enumerate(zip(self.control.choices, self.picks, strict=True)):
            skipped = self.skipped if index == self.control.pointed_at else 0
            choice.title = self._title(pick, columns, skipped)

    def _title(self, pick: Pick, columns: int, skipped: int) -> str:
        """A choice in lines that fit, from the second on indented under its text; where lines of it are skipped, the
        first that is seen has the pointer.
        """
        box = f"{self.signs.ticked if pick.value in self.ticked else self.signs.unticked} " if self.several else ""
        lead = f"{box}{pick.mark}  "
        room = columns - POINTER_COLUMNS - len(lead)
        indent = " " * (len(lead) if room >= 8 else 0)
        first, *rest = wrap(encodable(pick.text, self.encoding), max(1, room))
        lines = [lead + first, *(" " * POINTER_COLUMNS + indent + line for line in rest)]
        if 0 < skipped < len(lines):
            lines[skipped] = f" {self.signs.pointer} {lines[skipped][POINTER_COLUMNS:]}"
        return "\n".join(lines)


def control_of(application: Application[object]) -> InquirerControl:
    """What draws the choices of a questionary prompt."""
    contents = (window.content for window in application.layout.find_all_windows())
    return next(content for content in contents if isinstance(content, InquirerControl))


def menu_keys(menu: Menu, nothing: str | None, *, back: bool, at_once: str | None) -> KeyBindings:
    """The keys that questionary has not: letters, `?`, the end of input, ticking, and reading on."""
    keys = KeyBindings()
    _bind_arrows(keys, menu)
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

    if back:

        @keys.add("backspace", eager=True)
        @keys.add("left", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(result=Back.BACK)

    return keys


def _bind_arrows(keys: KeyBindings, menu: Menu) -> None:
    @keys.add("down", eager=True)
    @keys.add("c-n", eager=True)
    def _(_: KeyPressEvent) -> None:
        menu.down()

    @keys.add("up", eager=True)
    @keys.add("c-p", eager=True)
    def _(_: KeyPressEvent) -> None:
        menu.up()


def _bind_letters(keys: KeyBindings, menu: Menu, *, at_once: bool) -> None:
    for index, pick in enumerate(menu.picks):
        # A set: the capital of `?` is the same key.
        for key in {*pick.keys, *map(str.upper, pick.keys)}:

            @keys.add(key, eager=True)
            def _(event: KeyPressEvent, index: int = index) -> None:
                menu.go_to(index)
                if at_once:
                    event.app.exit(result=menu.picks[index].value)


def _refuse_stray_enter(keys: KeyBindings, menu: Menu, note: str) -> None:
    """Whoever is used to press Enter after a key must not answer the next one with its first choice by it."""

    @keys.add("enter", eager=True, filter=Condition(lambda: not menu.is_moved))
    def _(_: KeyPressEvent) -> None:
        menu.note = note


def _bind_ticking(keys: KeyBindings, menu: Menu, nothing: str) -> None:
    @keys.add(" ", eager=True)
    def _(_: KeyPressEvent) -> None:
        menu.go_to(menu.control.pointed_at)

    @keys.add("enter", eager=True)
    def _(event: KeyPressEvent) -> None:
        if menu.ticked:
            event.app.exit(result=frozenset(menu.ticked))
        else:
            menu.note = nothing
