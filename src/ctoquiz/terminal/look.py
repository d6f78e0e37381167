"""How pages look on one screen: language, width, signs, and the few shapes that all pages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctoquiz.domain.text import Text
from ctoquiz.domain.units import figure
from ctoquiz.errors import CtoquizError
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import half_up
from ctoquiz.terminal.lines import Line, Span, columns, paragraph, shifted
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.signs import Signs

if TYPE_CHECKING:
    from ctoquiz.i18n.words import Words

WIDEST = 84
"""Longer lines are hard to read, however wide the terminal."""

NARROW = 56
"""On fewer columns a label stands before its text instead of beside it."""

LABELS = 18
"""Columns for the labels beside texts."""


@frozen
class Look:
    """Everything that a page needs to know of its screen and its reader.

    `lang` is the language of the quiz, `say` speaks that of the interface; `columns` is the terminal's width. A
    `plain` look is for screen readers and dumb terminals: no bars, no margins, no columns, each sign with its word.
    """

    say: Words
    lang: str
    columns: int
    signs: Signs
    plain: bool = False

    @property
    def margin(self) -> int:
        """Empty columns on the left."""
        return 0 if self.plain or self.columns < 40 else 2

    @property
    def inset(self) -> int:
        """How far what belongs to a line above is moved right."""
        return 0 if self.plain else 2

    @property
    def width(self) -> int:
        """Columns between the margins; the terminal's last column stays empty, where some terminals wrap."""
        return max(1, min(self.columns - 1, WIDEST) - 2 * self.margin)

    @property
    def narrow(self) -> bool:
        """Whether there is no room for columns of labels."""
        return self.plain or self.columns < NARROW

    def text(self, text: Text) -> str:
        """A text of the pack in the language of the quiz, harmless to a terminal."""
        return literal(text[self.lang])

    def percent(self, value: float) -> str:
        """A percentage from 0.0 to 100.0, to the nearest whole one."""
        return figure(float(half_up(value)), "percent", (self.say.language,))[self.say.language]

    def exact_percent(self, value: float) -> str:
        """A percentage with all its decimals, as somebody set it."""
        return figure(value, "percent", (self.say.language,))[self.say.language]

    def points(self, value: float) -> str:
        """Points or marks, with at most two decimals."""
        return figure(round(value, 2), "none", (self.say.language,))[self.say.language]

    def placed(self, lines: list[Line]) -> list[Line]:
        """The lines between the margins."""
        return shifted(lines, self.margin)

    def prose(self, text: str, style: str = "", *, first: Line = (), indent: int = 0) -> list[Line]:
        """A paragraph as wide as the page."""
        return paragraph(text, self.width, style, first=first, indent=indent)

    def heading(self, text: str) -> list[Line]:
        """A heading with its space around it."""
        return [(), *self.prose(text, "strong accent"), ()]

    def labelled(self, label: str, text: str, style: str = "", *, indent: int = 0) -> list[Line]:
        """A label and its text: beside each other in columns, or one after the other where it is narrow."""
        if self.narrow:
            before = self.say("{label}: {text}", label=label, text=text).removesuffix(text)
            return self.prose(text, style, first=(Span(" " * indent + before, "dim"),), indent=indent + 2)
        lead = (Span(" " * indent), Span(label, "dim"))
        beside = indent + max(LABELS, columns(label) + 2)
        return self.prose(text, style, first=lead, indent=beside)

    def bar(self, share: float, length: int) -> tuple[str, str]:
        """A bar in two parts, full and empty, `length` columns in all; only nothing is shown as nothing."""
        full = min(length, max(round(share * length), 1 if share > 0 else 0))
        if share < 1:
            full = min(full, length - 1)
        return self.signs.full * full, self.signs.empty * (length - full)


def sentence(error: CtoquizError, say: Words) -> str:
    """What an error says, in the user's language, as one text."""
    return literal(" ".join(say(problem.message, **problem.values) for problem in error.problems))
