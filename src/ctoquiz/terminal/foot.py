"""What stands below a prompt: a note, the hint, and the time left; above it where the terminal is too low for both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import Dimension, FormattedTextControl, Window

from ctoquiz.terminal.lines import Line, Span, paragraph, wrap
from ctoquiz.terminal.literal import encodable
from ctoquiz.terminal.menus import POINTER_COLUMNS
from ctoquiz.terminal.signs import Signs

_LEAST = 5
"""Lines that a prompt needs, unless it is less high."""


@dataclass(slots=True)
class Foot:
    """The lines below a prompt, as they were last laid out.

    `left` gives the time left, `note` what is said of the last key, each empty where there is nothing to say.
    `is_whole` tells whether the hint is among the lines: half of one would be worth nothing. `above_too` is a note
    that has no room there either.
    """

    hint: str
    left: Callable[[], str]
    note: Callable[[], str]
    signs: Signs
    encoding: str
    is_whole: bool = True
    above_too: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)

    def lay_out(self, columns: int, rows: int, wanted: int) -> int:
        """Wrap for a screen of so many columns; how many of its `rows` are left for a prompt that wants `wanted`."""
        width = max(1, columns - POINTER_COLUMNS - 1)
        note = [("class:note", line) for line in self._wrapped(self.note(), width)]
        left = self.left()
        hint = f"{self.hint} {self.signs.dot} {left}" if left else self.hint
        whole = [("", ""), *note, *(("", line) for line in self._wrapped(hint, width))]
        self.is_whole = rows - len(whole) >= min(_LEAST, wanted)
        self.lines = whole if self.is_whole else [*note, *(("", line) for line in self._wrapped(left, width))]
        self.above_too = self.note() if len(self.lines) >= rows else ""
        if self.above_too:
            self.lines = self.lines[len(note) :]
        return rows - len(self.lines)

    def window(self) -> Window:
        """What draws the lines, exactly as high as they are."""
        height = lambda: Dimension.exact(len(self.lines))  # noqa: E731 - as the library wants it
        return Window(FormattedTextControl(self._drawn), height=height, dont_extend_height=True)

    def above(self, columns: int) -> Sequence[Line]:
        """The hint as lines of a page, for where it has no room below."""
        margin = (Span(" " * POINTER_COLUMNS),)
        note = paragraph(self.above_too, columns - 1, "partly", first=margin, indent=POINTER_COLUMNS)
        return [
            *(note if self.above_too else ()),
            *paragraph(self.hint, columns - 1, "dim", first=margin, indent=POINTER_COLUMNS),
            (),
        ]

    def _wrapped(self, text: str, width: int) -> list[str]:
        return wrap(encodable(text, self.encoding), width) if text else []

    def _drawn(self) -> StyleAndTextTuples:
        shown: StyleAndTextTuples = []
        for place, (style, text) in enumerate(self.lines):
            shown += [("", "\n" if place else ""), (style, " " * POINTER_COLUMNS + text if text else "")]
        return shown
