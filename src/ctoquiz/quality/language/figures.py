"""Figures in texts, as French and English write them."""

from __future__ import annotations

import re
from functools import lru_cache

from ctoquiz.quality.language.lexicon import listed
from ctoquiz.quality.language.words import plain

_FIGURE = re.compile(
    r"(?P<grouped>[1-9]\d{0,2}(?:[ .,]\d{3})+)(?!\d)(?P<decimals>[.,]\d+)?(?P<k> ?[kK](?!\w))?"
    r"|(?P<whole>\d+)(?P<part>[.,]\d+)?(?P<thousands> ?[kK](?![^\W\d_]))?"
)
_NO_NUMBER = re.compile(r"[\d\s.,–—±+-]+")
_WORD = re.compile(r"[^\W\d_]+|[€%$£]")
_AROUND = listed(
    """
    € % $ £ k à a to et and ou or an ans année années year years mois month months jour jours day days euro euros eur
    de d from entre between plus moins more less than over under au at least most par per environ about brut gross net
    """
)
"""Words that leave a figure a figure: its unit, what joins the two ends of a range, what it is a bound of."""


@lru_cache(maxsize=20_000)
def is_figure(text: str) -> bool:
    """Whether a text is a figure or a range with at most a unit: `70 000 à 90 000 €`, `5%`, `more than 8 years`."""
    if not any(sign.isdigit() for sign in text):
        return False
    return _AROUND.issuperset(_WORD.findall(_NO_NUMBER.sub(" ", plain(text)).casefold()))


@lru_cache(maxsize=20_000)
def figures(text: str) -> tuple[float, ...]:
    """The figures of a text in its order, whole: `70 000 à 90 000 €` and `€70k to €90,000` give 70000.0 and 90000.0.

    A space, a comma or a dot before exactly three digits separates thousands, except after a zero.
    """
    return tuple(_value(found) for found in _FIGURE.finditer(plain(text)))


def decimals(text: str) -> tuple[int, ...]:
    """How many decimals each figure of a text is written with."""
    return tuple(len((found["decimals"] or found["part"] or ".")[1:]) for found in _FIGURE.finditer(plain(text)))


def _value(found: re.Match[str]) -> float:
    whole = re.sub(r"\D", "", found["grouped"] or found["whole"])
    part = (found["decimals"] or found["part"] or ".0")[1:]
    return float(f"{whole}.{part}") * (1000 if found["k"] or found["thousands"] else 1)
