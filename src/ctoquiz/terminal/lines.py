"""Lines of a page: spans of text with a style by name, wrapped at words, then painted or left plain.

A page is a list of lines and nothing else, so that it can be made, tested and printed apart. rich could do this, but
costs 109 ms to import and takes brackets in a text for markup; what is needed here is to wrap and to colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unicodedata import category, east_asian_width

from ctoquiz.frozen import frozen

SGR = {
    "right": "32",
    "partly": "33",
    "wrong": "31",
    "unknown": "36",
    "accent": "36",
    "dim": "2",
    "strong": "1",
}
"""Style → the parameters of ECMA-48's SELECT GRAPHIC RENDITION. The sixteen colours of the terminal's own palette,
and neither black nor white, so that light and dark backgrounds both do."""


_FEWEST = 8
"""Columns that a text needs beside what leads it."""


@frozen
class Span:
    """Some text on one line, and its style: one of `SGR`, several separated by spaces, or none."""

    text: str
    style: str = ""


Line = tuple[Span, ...]
"""What stands on one line, left to right. The empty line is `()`."""


def columns(text: str) -> int:
    """How many columns a text takes on a screen: wide letters (Chinese …) two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int, first: int | None = None, *, whole: bool = False) -> list[str]:
    """The text in lines of at most `width` columns, the first of `first`, broken at spaces, and within a word only
    where it is longer than a line, or never where words are to stay `whole`. No-break spaces hold, and nothing but the
    spaces at the breaks is lost. At least one line.
    """
    rooms = (width if first is None else first, width)
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if columns(joined) <= rooms[len(lines) > 1]:
            lines[-1] = joined
            continue
        if lines[-1] or columns(word) <= width:
            lines.append("")
        lines[-1:] = [word] if whole else _pieces(word, rooms[len(lines) > 1], width)
    return lines


def _pieces(word: str, room: int, width: int) -> list[str]:
    """A word in pieces that fit, the first into `room`: cut after a no-break space where it has one, else anywhere."""
    pieces = []
    while columns(word) > room:
        fits = max(1, _fitting(word, room))
        held = word.rfind("\u00a0", 1, fits) + 1
        pieces.append(word[: held or fits])
        word = word[held or fits :]
        room = width
    return [*pieces, word]


def _fitting(word: str, width: int) -> int:
    """How many characters of the word fit on a line."""
    taken = 0
    for place, character in enumerate(word):
        taken += _columns_of(character)
        if taken > width:
            return place
    return len(word)


def paragraph(text: str, width: int, style: str = "", *, first: Line = (), indent: int = 0) -> list[Line]:
    """A text wrapped to `width` columns in all; its first line begins with `first`, the others with `indent` spaces.

    `first` is filled up with spaces to `indent` columns, so that the text stands flush; where that leaves fewer than
    eight columns for the text, it is indented less.
    """
    if width - indent < _FEWEST:
        indent = min(indent, 2)
    led = sum(columns(span.text) for span in first)
    lead = (*first, Span(" " * (indent - led))) if led < indent else first
    room = width - max(indent, led)
    if room < _FEWEST:
        return [*([lead] if led else []), *_indented(text, width, style, indent)]
    lines = _indented(text, width, style, indent, room)
    return [(*lead, *lines[0][1:]), *lines[1:]]


def _indented(text: str, width: int, style: str, indent: int, first: int | None = None) -> list[Line]:
    """A text with every line indented, the first having `first` columns for its text where that is said."""
    rows: list[str] = []
    for part in text.split("\n"):
        rows += wrap(part, max(1, width - indent), None if rows else first)
    return [(Span(" " * indent), Span(row, style)) for row in rows]


_LED = re.compile(r" *(?:\d+\. |[a-z]\. |[a-z]\) |[-•·] )?")
"""What stands before the text of a line: spaces, and a number, a letter or a dash."""


def folded(text: str, width: int) -> str:
    """A page of plain text with the lines that are too long broken at words, what follows flush under their text.

    Words stay whole: what is longer than a line, a path or an id, is folded by the terminal, which copies it as one.
    """
    return "\n".join(row for line in text.split("\n") for row in _folded(line, width))


def _folded(line: str, width: int) -> list[str]:
    if columns(line) <= width:
        return [line]
    led = _LED.match(line)
    indent = 0 if led is None else led.end()
    if width - indent < _FEWEST:
        indent = min(indent, 2)
    # What goes on of a row of a table is told from the next row.
    hanging = " " * (indent + 2 if "  " in line[indent:] else indent)
    first, *rest = wrap(line[indent:], width - len(hanging), width - indent, whole=True)
    return [(line[:indent] + first).rstrip(" "), *(hanging + each for each in rest)]


def shifted(lines: Iterable[Line], margin: int) -> list[Line]:
    """The lines moved right by `margin` columns; empty lines stay empty."""
    return [(Span(" " * margin), *line) if line and margin else line for line in lines]


def plain(lines: Sequence[Line]) -> str:
    """The lines as text without any control sequence, each ended, without spaces at their ends."""
    return "".join("".join(span.text for span in line).rstrip(" ") + "\n" for line in lines)


def painted(lines: Sequence[Line]) -> str:
    """The lines as text with colours as control sequences, each ended; every span resets what it set."""
    return "".join("".join(map(_paint, _trimmed(line))) + "\n" for line in lines)


def _trimmed(line: Line) -> Line:
    while line and not line[-1].text.strip(" "):
        line = line[:-1]
    return line


def _paint(span: Span) -> str:
    if not span.style or not span.text:
        return span.text
    return f"\x1b[{';'.join(SGR[name] for name in span.style.split())}m{span.text}\x1b[0m"
