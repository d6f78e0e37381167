"""The signs that a page is drawn with, as far as the stream can hold them."""

from __future__ import annotations

from dataclasses import fields
from typing import TextIO

from ctoquiz.frozen import frozen
from ctoquiz.terminal.literal import holds


@frozen
class Signs:
    """One character each: outcomes, the parts of a bar, a line, the pointer of a menu, boxes, and an interval.

    Boxes to tick are square: round ones look like buttons of which only one can be pressed.
    """

    right: str
    partly: str
    wrong: str
    unknown: str
    full: str
    empty: str
    done: str
    to_do: str
    pointer: str
    ticked: str
    unticked: str
    dot: str
    arrow: str
    up_down: str
    point: str
    cut: str
    within: str
    beyond: str


UNICODE = Signs(
    right="✓",
    partly="◐",
    wrong="✗",
    unknown="?",
    full="█",
    empty="░",
    done="━",
    to_do="─",
    pointer="❯",
    ticked="☑",
    unticked="☐",
    dot="·",
    arrow="→",
    up_down="↑ ↓",
    point="●",
    cut="┊",
    within="━",
    beyond="·",
)
ASCII = Signs(
    right="+",
    partly="~",
    wrong="x",
    unknown="?",
    full="#",
    empty=".",
    done="=",
    to_do="-",
    pointer=">",
    ticked="[x]",
    unticked="[ ]",
    dot="-",
    arrow="->",
    up_down="Up, Down",
    point="O",
    cut="|",
    within="=",
    beyond=".",
)


def fits(stream: TextIO) -> Signs:
    """The signs that the stream's encoding can hold; all or none, so that a page is drawn in one manner."""
    wanted = "".join(getattr(UNICODE, each.name) for each in fields(UNICODE))
    return UNICODE if holds(wanted, stream.encoding or "utf-8") else ASCII
