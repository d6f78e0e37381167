"""Rows under each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from unicodedata import combining, east_asian_width

_GAP = "  "


def columns(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """A line for each row, its cells padded so that columns line up; those in `right` are flush right.

    All rows have as many cells. No line ends in a space.
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(_cell(row[place], widths[place], place in right) for place in range(len(row))).rstrip()
        for row in rows
    ]


def width(text: str) -> int:
    """How many places a text takes on a terminal: wide signs take two, combining ones none."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _cell(text: str, size: int, right: bool) -> str:  # noqa: FBT001 - flush right or not, of one cell
    space = " " * (size - width(text))
    return space + text if right else text + space
