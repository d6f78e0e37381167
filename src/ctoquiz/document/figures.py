"""The figures in a sentence: numbers with their unit, ranges, years, levels such as bac+5.

Numbers are read as people write them in French and in English (`90 000 €`, `€90,000`, `90 k€`, `3,5 %`), and so are
ranges that leave out what both ends share (`70 et 90 000 €` is 70,000 to 90,000). Small numbers in words are figures
where they count a measure (`deux ans`, `three weeks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ctoquiz.domain.questions.numerals import read_number
from ctoquiz.frozen import frozen

MOST_DIGITS = 15
"""A longer run of digits is no figure but a number of something: an account, a licence."""


@frozen
class Figure:
    """A figure or a range in a sentence: as it is written, its ends (`high` is `low` where it is one number), its unit.

    `unit` is one of a pack's (eur, year, percent, none); `measure` the word for it in the text, empty where there is
    none. `start` and `end` are its place in the sentence. `bound` is what limits it: “plus de”, “at least”.
    """

    text: str
    low: float
    high: float
    unit: str
    measure: str
    start: int
    end: int
    bound: str = ""

    @property
    def is_range(self) -> bool:
        """Whether it goes from one number to another."""
        return self.low < self.high


_SPACE = "[ \u00a0\u202f\u2009]"
_DIGITS = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d{{1,3}}(?:[.,]\d{{3}})+(?!\d)(?:[.,]\d{{1,2}})?"
    r"|\d+(?:[.,]\d+)?"
)
_IN_WORDS = """
    zéro/zero un/une/one deux/two trois/three quatre/four cinq/five six/six sept/seven huit/eight neuf/nine dix/ten
    onze/eleven douze/twelve treize/thirteen quatorze/fourteen quinze/fifteen seize/sixteen
"""
_WORDS = {name: number for number, names in enumerate(_IN_WORDS.split()) for name in names.split("/")} | {
    "vingt": 20,
    "twenty": 20,
    "trente": 30,
    "thirty": 30,
    "quarante": 40,
    "forty": 40,
    "cinquante": 50,
    "fifty": 50,
}

_MEASURES = {
    "eur": r"€|euros?\b|EUR\b",
    "percent": rf"%|pour{_SPACE}cent\b|per{_SPACE}?cent\b",
    "year": r"ans\b|(?<=1[ \u00a0\u202f])an\b|années?\b|years?\b|yrs?\b",
    "none": (
        r"\$|£|dollars?\b|USD\b|GBP\b|CHF\b|pounds?\b|francs?\b|mois\b|months?\b|semaines?\b|weeks?\b|jours?\b|days?\b"
        r"|heures?\b|hours?\b|hrs?\b|minutes?\b|min\b|secondes?\b|seconds?\b|h\b|km\b|kg\b|m²|(?-i:[GTMk]o\b|[GTMK]B\b)"
    ),
}
_BEFORE = {
    "€": "eur",
    "EUR": "eur",
    "$": "none",
    "US$": "none",
    "£": "none",
    "USD": "none",
    "GBP": "none",
    "CHF": "none",
}
_BOUND = (
    r"plus de|moins de|au moins|au plus|au minimum|au maximum|à partir de|dès|jusqu.à|environ|près de|autour de|env\.|"
    r"more than|less than|fewer than|at least|at most|starting (?:from|at)|from|over|under|up to|about|around|nearly|"
    r"approximately|approx\.|within|sous|d.ici"
)


@cache
def _pattern() -> re.Pattern[str]:
    before = "|".join(re.escape(sign) for sign in sorted(_BEFORE, key=len, reverse=True))
    after = "|".join(f"(?P<{{name}}_{unit}>{each})" for unit, each in _MEASURES.items())
    number = (
        rf"(?P<{{name}}_before>{before})?{_SPACE}?(?P<{{name}}_digits>{_DIGITS})(?P<{{name}}_scale>{_SPACE}?[kKM](?![a-zA-Zà-ÿ]))?"
        rf"(?:{_SPACE}?(?:{after}))?"
    )
    low, high = number.replace("{name}", "low"), number.replace("{name}", "high")
    between = rf"(?:{_SPACE}?[-–—‑]{_SPACE}?|{_SPACE}(?:à|et|ou|to|and|or){_SPACE})"
    opening = r"(?P<opening>\b(?:entre|between|de|from)\s+)?"
    return re.compile(rf"(?<![\w.,])(?<![^\W\d_]-){opening}{low}(?:(?P<between>{between}){high})?", re.IGNORECASE)


_LEVEL = re.compile(r"\bbac ?\+ ?(?P<value>\d)(?: (?:à|ou|et) (?:bac ?)?\+? ?(?P<high>\d)(?!\d))?", re.IGNORECASE)
_WORDED = re.compile(
    rf"\b(?P<value>{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    rf"(?:\s+(?:à|ou|to|or)\s+(?P<high>{'|'.join(sorted(_WORDS, key=len, reverse=True))}))?[\s-]+"
    r"(?P<measure>ans?|années?|mois|semaines?|jours?|heures?|minutes?|euros?|years?|months?|weeks?|days?|hours?)\b",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]\s+(?=\S)")
_NEAR = re.compile(rf"(?P<bound>{_BOUND})\s*$", re.IGNORECASE)


def figures(sentence: str) -> list[Figure]:
    """The figures of a sentence in its order; the number of an item of a list is none."""
    found = sorted(_found(sentence), key=lambda each: (each.start, -each.end))
    kept: list[Figure] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _found(sentence: str) -> Iterator[Figure]:
    begin = _LIST_NUMBER.match(sentence)
    start = 0 if begin is None else begin.end()
    for level in _LEVEL.finditer(sentence, start):
        low = float(level["value"])
        yield _figure(sentence, level, low, float(level["high"] or low), "none", "bac+")
    for worded in _WORDED.finditer(sentence, start):
        low = float(_WORDS[worded["value"].lower()])
        high = float(_WORDS[worded["high"].lower()]) if worded["high"] else low
        unit = {"a": "year", "y": "year", "e": "eur"}.get(worded["measure"][0].lower(), "none")
        yield _figure(sentence, worded, low, max(low, high), unit, worded["measure"])
    for match in _pattern().finditer(sentence, start):
        yield from _of_digits(sentence, match)


def _of_digits(sentence: str, match: re.Match[str]) -> Iterator[Figure]:
    low, high = _value(match, "low"), _value(match, "high")
    if low is None:
        return
    if high is None:
        yield _part(sentence, match, "low", _begin(match), match.end(), low)
    elif (whole := _completed(low, high, match)) is not None and _is_span(match, whole, high):
        yield _figure(sentence, match, whole, high, *_unit(match))
    else:
        middle = match.start("between")
        yield _part(sentence, match, "low", _begin(match), middle, low)
        yield _part(sentence, match, "high", match.end("between"), match.end(), high)


def _begin(match: re.Match[str]) -> int:
    """Where the first number begins, after the “from” or “between” that is none of it."""
    return match.end("opening") if match["opening"] else match.start()


def _part(sentence: str, match: re.Match[str], name: str, start: int, end: int, value: float) -> Figure:
    own = _own_unit(match, name) or ("none", "")
    bound = _bound(sentence, start)
    return Figure(sentence[start:end].strip(), value, value, own[0], own[1], start, end, bound)


def _is_span(match: re.Match[str], low: float, high: float) -> bool:
    """Whether two numbers are the ends of a range: one is said to be, or both share one unit and the word is “to”."""
    if low >= high:
        return False
    word = match["between"].strip().lower()
    if word in {"et", "and"}:
        return match["opening"] is not None and match["opening"].strip().lower() in {"entre", "between"}
    units = _own_unit(match, "low"), _own_unit(match, "high")
    return units[0] is None or units[1] is None or units[0][0] == units[1][0]


def _completed(low: float, high: float, match: re.Match[str]) -> float | None:
    """The lower end with what it leaves to the upper one: the scale, or the thousands."""
    if match["high_scale"] and not match["low_scale"] and low < 1000 <= high:
        low *= 1_000_000 if match["high_scale"].strip() == "M" else 1000
    elif high >= 1000 and high % 1000 == 0 and low < 1000 and low * 1000 < high and not match["low_scale"]:
        unit = _own_unit(match, "high")
        if unit is not None and unit[0] in {"eur", "none"}:
            low *= 1000
    return low


def _value(match: re.Match[str], name: str) -> float | None:
    digits = match[f"{name}_digits"]
    if digits is None or sum(sign.isdigit() for sign in digits) > MOST_DIGITS:
        return None
    return read_number(f"{digits}{(match[f'{name}_scale'] or '').strip()}", "none")


def _unit(match: re.Match[str]) -> tuple[str, str]:
    return _own_unit(match, "high") or _own_unit(match, "low") or ("none", "")


def _own_unit(match: re.Match[str], name: str) -> tuple[str, str] | None:
    for unit in _MEASURES:
        if match[f"{name}_{unit}"]:
            return unit, match[f"{name}_{unit}"]
    before = match[f"{name}_before"]
    return (_BEFORE[before.upper()], before) if before else None


def _figure(sentence: str, match: re.Match[str], low: float, high: float, unit: str, measure: str) -> Figure:
    return Figure(
        match[0].strip(),
        low,
        max(low, high),
        unit,
        measure,
        match.start(),
        match.end(),
        _bound(sentence, match.start()),
    )


def _bound(sentence: str, start: int) -> str:
    near = _NEAR.search(sentence, 0, start)
    return near["bound"] if near else ""
