"""Sentences, numbers and times in the user's language."""

from __future__ import annotations

from functools import cached_property
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from gettext import NullTranslations

LOCALES = Path(__file__).parent.parent / "locale"
"""The folder of the catalogues, one folder a language."""

DOMAIN = "ctoquiz"

_NO_BREAK = "\u00a0"
_NARROW_NO_BREAK = "\u202f"


class Words:
    """Speaks one language: `en`, the language of the messages in the source, or another that has a catalogue."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __repr__(self) -> str:
        return f"Words({self.language!r})"

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in the user's language, its named gaps filled. Numbers are to be formatted by the caller."""
        return self._translated(message).format(**values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of the message for `n` things, which fills the gap `{n}`. In French, 0 is singular."""
        catalogue = self._catalogue
        form = catalogue.ngettext(one, many, n) if catalogue else one if n == 1 else many
        return form.format(**{"n": self.number(n)} | values)

    def number(self, x: float, digits: int = 2) -> str:
        """A number with at most `digits` decimals, thousands apart: `1,234.5`, `1 234,5`."""
        if isinstance(x, int) and abs(x) < 1000:
            return str(x)
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "#" * digits if digits else "")
        return _spaced(format_decimal(_plain_zero(x, digits), format=pattern, locale=self.language))

    def percent(self, x: float, digits: int = 0) -> str:
        """A percentage from 0 to 100 with at most `digits` decimals: `75%`, `75 %`."""
        number = self.number(float(x) if digits else float(half_up(x)), digits)
        return f"{number}{_NO_BREAK}%" if self.language == "fr" else f"{number}%"

    def moment(self, at: datetime) -> str:
        """A date and time, to the minute, in the time zone that it carries: `Nov 23, 2026, 9:00 AM`."""
        from babel.dates import format_date, format_time

        # The parts are formatted without their zone: Babel would convert them to UTC.
        local = at.replace(tzinfo=None)
        date = format_date(local, "medium", locale=self.language)
        return _spaced(f"{date}, {format_time(local.time(), 'short', locale=self.language)}")

    def duration(self, seconds: float) -> str:
        """A length of time to the nearest second, in hours, minutes and seconds: `1 h 2 min 3 s`, `2 min`, `0 s`."""
        minutes, rest = divmod(round(seconds), 60)
        hours, minutes = divmod(minutes, 60)
        parts = ((hours, "h"), (minutes, "min"), (rest, "s"))
        return " ".join(f"{n}{_NO_BREAK}{unit}" for n, unit in parts if n) or f"0{_NO_BREAK}s"

    def _translated(self, message: str) -> str:
        # The empty message is the header of the catalogue.
        return self._catalogue.gettext(message) if self._catalogue and message else message

    @cached_property
    def _catalogue(self) -> NullTranslations | None:
        """The translations, read when the first sentence is said; None for English, which needs none."""
        if self.language == "en":
            return None
        from gettext import GNUTranslations

        with (LOCALES / self.language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
            return GNUTranslations(file)


def half_up(x: float) -> int:
    """The nearest whole number, a half rounded up, as people do: 44.5 is 45. Noise of binary fractions is left out."""
    return floor(round(x, 9) + 0.5)


def _plain_zero(x: float, digits: int) -> float:
    """The number, but 0 where it would be shown as -0."""
    return x if round(x, digits) else 0


def _spaced(text: str) -> str:
    """The text with no-break spaces of the usual width: fonts of terminals often lack the narrow one."""
    return text.replace(_NARROW_NO_BREAK, _NO_BREAK)
