"""Numbers as people write them, in French and in English, and their one canonical form."""

from __future__ import annotations

import re
from functools import cache
from math import isfinite
from unicodedata import normalize

_EUROS = r"(?:€|eur(?:os?)?)?(?: ?(?:/ ?|par |per |a )(?:an|annum|year))?"
_YEARS = r"(?:ans?|années?|annees?|years?|yrs?)?"
_PERCENT = r"(?:%|per ?cent|pour ?cent)?"
_AFTER = {
    "eur": _EUROS,
    "year": _YEARS,
    "percent": _PERCENT,
    # Who answers a question without a unit may still add one.
    "none": f"(?:{_EUROS}|{_YEARS}|{_PERCENT})",
}
_BEFORE = {"eur": "€? ?", "none": "€? ?", "year": "", "percent": ""}
_SCALES = {"": "", "k": "e3", "K": "e3", "M": "e6"}

_DECIMAL = re.compile(r"([0-9]*)(?:[.,]([0-9]+))?")
_GROUPED = (
    re.compile(r"([1-9][0-9]{0,2}(?: [0-9]{3})+)(?:[.,]([0-9]+))?"),
    re.compile(r"([1-9][0-9]*(?:\.[0-9]{3})+)(?:,([0-9]+))?"),
    re.compile(r"([1-9][0-9]*(?:,[0-9]{3})+)(?:\.([0-9]+))?"),
)
_FROM, _TO = "(?i:(?:entre|between|de|from) )?", "(?i:-|à|a|to|et|and)"
_DASHES = str.maketrans({"\u2212": "-", "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-"})


def _figure(unit: str) -> str:
    sign, digits = "([+-]?) ?", "([0-9.,](?:[0-9., ]*[0-9])?)"
    return f"{sign}{_BEFORE[unit]}{digits} ?([kKM]?) ?(?i:{_AFTER[unit]})"


@cache  # compiled when first needed: start-up is not to pay for it
def _number(unit: str) -> re.Pattern[str]:
    return re.compile(_figure(unit))


@cache
def _interval(unit: str) -> re.Pattern[str]:
    return re.compile(f"{_FROM}{_figure(unit)} ?{_TO} ?{_figure(unit)}")


def read_number(text: str, unit: str) -> float | None:
    """The finite number that a text is, or None. `unit` (eur, year, percent, none) may follow it, no other.

    Spaces of any kind separate thousands; so does a dot or a comma before exactly three digits, except after
    a zero (0.125); any other dot or comma is the decimal mark. `k` and `K` stand for thousands, `M` for
    millions.
    """
    found = _number(unit).fullmatch(_plain(text))
    return None if found is None else _value(*found.groups())


def read_interval(text: str, unit: str) -> tuple[float, float] | None:
    """The two finite numbers that a text is, the lower one first, or None; each is read as by `read_number`.

    A scale after the second number alone counts for both: `70-90k`. Between the two stands a dash or a word,
    as in `entre 70 et 90 k€` or `70 to 90k`.
    """
    found = _interval(unit).fullmatch(_plain(text))
    if found is None:
        return None
    sign, digits, scale, *second = found.groups()
    low, high = _value(sign, digits, scale or second[2]), _value(*second)
    return (low, high) if low is not None and high is not None and low < high else None


def figure_of(text: str) -> tuple[float, float] | None:
    """The figure (twice) or the range that a text is, whatever its unit; None for any other text."""
    if not any(map(str.isdigit, text)):
        return None
    number = read_number(text, "none")
    return (number, number) if number is not None else read_interval(text, "none")


def write_number(value: float) -> str:
    """The shortest decimal, without exponent, that `read_number` reads as this number: `70000`, `2.5`."""
    text = repr(value)
    if "e" in text:
        from decimal import Decimal  # numbers this large or small are rare: not paid for at start-up

        text = format(Decimal(text), "f")
    whole, _, part = text.partition(".")
    if part.strip("0") == "":
        return "0" if whole == "-0" else whole
    # Three decimals would be read as thousands.
    return f"{whole}.{part}0" if len(part) == 3 and whole.lstrip("-0") else f"{whole}.{part}"


def _plain(text: str) -> str:
    """The text with single ordinary spaces, and every dash and minus as a hyphen."""
    return " ".join(normalize("NFC", text).translate(_DASHES).split())


def _value(sign: str, digits: str, scale: str) -> float | None:
    decimal = _decimal(digits)
    if decimal is None:
        return None
    value = float(f"{sign}{decimal}{_SCALES[scale]}")
    return value + 0.0 if isfinite(value) else None  # + 0.0: no negative zero


def _decimal(digits: str) -> str | None:
    """The digits with a dot as the decimal mark and no other separator, or None where they are no number."""
    if found := _DECIMAL.fullmatch(digits):
        whole, part = found.group(1), found.group(2) or ""
        if len(part) != 3 or not whole.strip("0"):
            return f"{whole or '0'}.{part or '0'}" if whole or part else None
    for grouped in _GROUPED:
        if found := grouped.fullmatch(digits):
            part = found.group(2) or "0"
            # 1,234.567 separates its thousands in two ways: which did they mean?
            return None if len(part) == 3 else f"{re.sub('[., ]', '', found.group(1))}.{part}"
    return None
