"""What the scalars of YAML mean, and which characters no text of a stranger may hold."""

from __future__ import annotations

import re

from ctoquiz.errors import N_

Scalar = None | bool | int | float | str

MAX_DIGITS = 18
"""The longest whole number that is read as a number: it fits 64 bits in every program that a result may reach."""

_WORDS: dict[str, None | bool] = {
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
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z", re.ASCII)

FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
    r"(?!(?<=\r)\n)"  # a carriage return is fine before a line feed
)
"""Characters that steer a terminal, break a line unseen, or turn the direction of writing."""


class BadNumber(ValueError):
    """A scalar that looks like a number and can't be one; `message` is the sentence for its writer."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def plain_value(text: str) -> Scalar:
    """What a scalar without quotes means in YAML 1.2: null, true or false, a number, else the text itself.

    Stricter than the core schema where people are caught out: numbers with a leading zero, `0x1F`, `.inf` and
    `.nan` stay text. Raises BadNumber for a whole number of more than 18 digits and for a number past 1.8e308.
    """
    if text[:1] in _NUMBER_STARTS:
        return _number(text)
    return _WORDS.get(text, text) if len(text) <= 5 else text


def _number(text: str) -> int | float | str:
    if _WHOLE.match(text):
        if len(text.lstrip("+-")) > MAX_DIGITS:
            raise BadNumber(N_("A whole number can’t have more than {most} digits; put quotes around it if it is a text."))
        return int(text)
    return _float(text) if _DECIMAL.match(text) else text


def _float(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise BadNumber(N_("This number is too large; put quotes around it if it is a text."))
    return number


def shown(text: str, most: int = 60) -> str:
    """A stranger's text, safe to quote in a message: forbidden characters replaced, on one line, cut to `most`."""
    line = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(text[: most + 1].split()))
    return line if len(line) <= most else line[: most - 1] + "…"
