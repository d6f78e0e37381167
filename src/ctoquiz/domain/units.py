"""Figures with their unit, in every language of a pack.

The units are `eur`, `year`, `percent` and `none` (a year of the calendar, a level: written as it is,
without separators). French and English are written here by hand: Babel, which does it for every other
language, costs 40 ms to import and 45 ms for its first figure, more than a scripted game may take to start.
French has no-break spaces (U+00A0) throughout, never narrow ones (U+202F), which many terminals and fonts
get wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ctoquiz.domain.text import Text

if TYPE_CHECKING:
    from babel import Locale

UNITS = ("eur", "year", "percent", "none")

_NO_BREAK = "\u00a0"


def figure(value: float, unit: str, languages: tuple[str, ...]) -> Text:
    """A figure with its unit in each language: `70 000 €`, `€70,000`."""
    return {language: _figure(language)(value, unit) for language in languages}


def span(low: float, high: float, unit: str, languages: tuple[str, ...]) -> Text:
    """From one figure to another with their unit in each language: `2 à 5 %`, `2% to 5%`."""
    return {language: _span(language)(low, high, unit) for language in languages}


def _figure(language: str) -> Callable[[float, str], str]:
    by_hand = {"fr": _french, "en": _english}
    return by_hand.get(_base(language)) or (lambda value, unit: _babel(value, unit, language))


def _span(language: str) -> Callable[[float, float, str], str]:
    by_hand = {"fr": _french_span, "en": _english_span}
    return by_hand.get(_base(language)) or (lambda low, high, unit: _babel_span(low, high, unit, language))


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def _french(value: float, unit: str) -> str:
    digits = _digits(value, unit, group=_NO_BREAK, mark=",")
    word = {"eur": "€", "year": "ans" if abs(value) >= 2 else "an", "percent": "%", "none": ""}[unit]
    return f"{digits}{_NO_BREAK}{word}" if word else digits


def _french_span(low: float, high: float, unit: str) -> str:
    return f"{_digits(low, unit, group=_NO_BREAK, mark=',')} à {_french(high, unit)}"


def _english(value: float, unit: str) -> str:
    digits = _digits(value, unit, group=",", mark=".")
    if unit == "eur":
        return f"-€{digits[1:]}" if digits.startswith("-") else f"€{digits}"
    word = {"year": " year" if abs(value) == 1 else " years", "percent": "%", "none": ""}[unit]
    return digits + word


def _english_span(low: float, high: float, unit: str) -> str:
    first = _digits(low, unit, group=",", mark=".") if unit == "year" else _english(low, unit)
    return f"{first} to {_english(high, unit)}"


def _digits(value: float, unit: str, *, group: str, mark: str) -> str:
    """The digits of a number: all its decimals and no more, except that cents have two digits."""
    plain = f"{round(value, 10) + 0.0:,.10f}".rstrip("0").rstrip(".")  # + 0.0: no negative zero
    whole, _, part = plain.partition(".")
    if unit == "eur" and len(part) == 1:
        part += "0"
    whole = whole.replace(",", "" if unit == "none" else group)
    return f"{whole}{mark}{part}" if part else whole


def _babel(value: float, unit: str, language: str) -> str:
    from babel.numbers import format_currency, format_decimal, format_percent
    from babel.units import format_unit

    locale = _locale(language)
    if locale is None:
        return _english(value, unit)
    whole_euros = locale.currency_formats["standard"].pattern.replace("0.00", "0.##")
    written = {
        "eur": lambda: format_currency(value, "EUR", whole_euros, locale, currency_digits=False),
        "year": lambda: format_unit(value, "duration-year", locale=locale),
        "percent": lambda: format_percent(value / 100, locale=locale, decimal_quantization=False),
        "none": lambda: format_decimal(value, locale=locale, group_separator=False),
    }[unit]()
    return written.replace("\u202f", _NO_BREAK)


def _babel_span(low: float, high: float, unit: str, language: str) -> str:
    return f"{_babel(low, unit, language)} – {_babel(high, unit, language)}"


def _locale(language: str) -> Locale | None:
    """What Babel knows of a language; None where it knows nothing."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
