"""From the bytes of a stranger's file to its text: UTF-8 only, and no character that deceives a screen."""

from __future__ import annotations

import re

from ctoquiz.errors import N_
from ctoquiz.storage.yamlfile import MAX_BYTES, MEBIBYTE, TOO_LARGE
from ctoquiz.storage.yamlproblems import Problems

FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
    r"(?!(?<=\r)\n)"  # a carriage return is fine before a line feed
)
"""Characters that steer a terminal, break a line unseen, turn the direction of writing, or are no characters."""

FORBIDDEN_CHARACTER = N_("The character {code} can’t stand here, it changes what a screen shows; remove it.")

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def text_of(data: bytes, problems: Problems) -> str:
    """The text of a file, without its byte order mark. Forbidden characters are noted, and replaced one by one.

    Raises EnoughError for what can't be read at all: too large, UTF-16, not UTF-8.
    """
    text = _decoded(data, problems)
    if FORBIDDEN.search(text) is None:
        return text
    _note_forbidden(text, problems)
    return FORBIDDEN.sub(REPLACEMENT, text)


def code_point(character: str) -> str:
    """The name of a character that can't be shown: U+001B."""
    return f"U+{ord(character):04X}"


def shown(text: str, most: int = 60) -> str:
    """A stranger's text, safe to quote in a message: on one line, forbidden characters replaced, cut to `most`."""
    line = FORBIDDEN.sub(REPLACEMENT, " ".join(text[: most + 1].split()))
    return line if len(line) <= most else line[: most - 1] + "…"


def _decoded(data: bytes, problems: Problems) -> str:
    if len(data) > MAX_BYTES:
        problems.stop(TOO_LARGE, (1, 1), limit=MAX_BYTES // MEBIBYTE)
    # Without a byte order mark, UTF-16 shows by a NUL beside each ASCII letter.
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4].count(0) == 2:
        problems.stop(N_("This file is written in UTF-16; save it again as UTF-8."), (1, 1))
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        byte = f"0x{error.object[error.start]:02X}"
        problems.stop(N_("This file is not UTF-8 (byte {byte}); save it again as UTF-8."), place, byte=byte)


def _note_forbidden(text: str, problems: Problems) -> None:
    line, line_start = 1, 0
    for found in FORBIDDEN.finditer(text):
        line += text.count("\n", line_start, found.start())
        line_start = max(line_start, text.rfind("\n", line_start, found.start()) + 1)
        place = line, found.start() - line_start + 1
        if found.group() == "\r":
            problems.stop(
                N_("The line ends here with a lone carriage return (U+000D); save the file with Unix line ends."),
                place,
            )
        problems.note(FORBIDDEN_CHARACTER, place, code=code_point(found.group()))
