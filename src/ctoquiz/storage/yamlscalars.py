"""What the scalars of YAML mean."""

from __future__ import annotations

import re

from ctoquiz.errors import N_

Scalar = bool | int | float | str | None

MAX_DIGITS = 18
"""The longest whole number that is read as a number: it fits the 64 bits of any program that may read it."""

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

_NUMBER_STARTS = frozenset("+-.0123456789")
_NUMBER = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(\.[0-9]*)?|(\.[0-9]+))([eE][-+]?[0-9]+)?\Z")
"""A number; no group of it is there where it is a whole one."""

_INFINITE = (float("inf"), float("-inf"))


class BadNumberError(ValueError):
    """A scalar that looks like a number and can't be one; `message` is the sentence for its writer."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def plain_value(text: str) -> Scalar:
    """What a scalar without quotes means in YAML 1.2: null, true or false, a number, else the text itself.

    Stricter than its core schema where people are caught out: numbers with a leading zero, `0x1F`, `.inf` and
    `.nan` stay text. Raises BadNumberError for a whole number of more than 18 digits or a number past 1.8e308.
    """
    if text[:1] in _NUMBER_STARTS:
        return _number(text)
    return _WORDS.get(text, text)


def _number(text: str) -> int | float | str:
    found = _NUMBER.match(text)
    if found is None:
        return text
    if found.lastindex is None:
        if len(text) > MAX_DIGITS and len(text.lstrip("+-")) > MAX_DIGITS:
            raise BadNumberError(N_("A whole number has {most} digits at most; put quotes around it if it is a text."))
        return int(text)
    number = float(text)
    if number in _INFINITE:
        raise BadNumberError(N_("This number is too large; put quotes around it if it is a text."))
    return number
