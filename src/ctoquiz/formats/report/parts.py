"""What the pages of reports are made of: plain values whose texts are in the reader's language already."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from ctoquiz.frozen import frozen

Tone = Literal["good", "fair", "bad", "plain"]
"""How something is coloured; what it means is always said in words too."""


@frozen
class Wording:
    """A text in a language of its own: that of a pack or a quiz, which need not be the page's."""

    text: str
    lang: str


@frozen
class Head:
    """The top of a page: what kind of result, of what, and its particulars, each with its label."""

    kind: str
    title: Wording
    particulars: tuple[tuple[str, str], ...]


@frozen
class Figure:
    """A figure that is shown large, with what it is of, its picture, and its interval in words."""

    name: str
    label: str
    value: str
    picture: Markup | None
    interval: str


@frozen
class Verdict:
    """The outcome in one sentence, and the sentences that say why, or how far to trust it."""

    tone: Tone
    sentence: str
    reasons: tuple[str, ...] = ()


@frozen
class Cell:
    """A cell of a table: a text, a picture that repeats it, and a remark under it. `name` is for the stylesheet."""

    text: str
    picture: Markup | None = None
    remark: str = ""
    name: str = ""


@frozen
class Row:
    """A row of a table: what it is about, remarks on that, its cells, and `mark`, its number in a picture."""

    title: Wording
    cells: tuple[Cell, ...]
    remarks: tuple[str, ...] = ()
    mark: str = ""


@frozen
class Table:
    """A table: what it shows in one line, the heads of its columns (that of the rows first), and its rows."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@frozen
class Section:
    """A part of a page under a heading: paragraphs, then tables. `id` is what links within the page lead to."""

    id: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
