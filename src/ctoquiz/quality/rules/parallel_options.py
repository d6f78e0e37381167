"""Options have one form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ctoquiz.errors import N_
from ctoquiz.frozen import frozen
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.figures import decimals, figures
from ctoquiz.quality.language.lexicon import lexicon
from ctoquiz.quality.language.words import plain
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View

_END = ".!?;:,…"
_UNIT = re.compile(r"[€$£%‰]|\b(?:ans?|années?|years?|mois|months?|jours?|days?|k)\b", re.IGNORECASE)
_ONE = {"an": "ans", "année": "années", "year": "years", "month": "months", "jour": "jours", "day": "days"}
_CALENDAR = range(1800, 2200)
_ABBREVIATION = re.compile(r"[A-Z0-9&]{2,}\b")
MOST_DIGITS_APART, MOST_STEPS_APART = 2, 10
"""Figures of one rounding differ by so many significant digits at most (60,000 and 125,000), and none is rounded over
ten times finer than all the others (68,500 among tens of thousands)."""


@frozen
class Form:
    """What is to be the same in all options; an empty part fits every other."""

    opener: str
    first_letter: str
    end: str
    unit: str


@lru_cache(maxsize=20_000)
def form_of(text: str, language: str) -> Form:
    """The form of an option: the class of its first word, the size of its first letter, its last sign, its unit."""
    written = plain(text)
    abbreviated = _ABBREVIATION.match(written) is not None and not written[0].isdigit()
    openers = {} if abbreviated else lexicon(language).openers
    return Form(
        opener=next((name for name, pattern in openers.items() if re.search(pattern, written)), ""),
        first_letter="" if abbreviated or not written[:1].isalpha() else "capital" if written[0].isupper() else "small",
        end=written[-1:] if written[-1:] in _END else "none",
        unit=_unit(written),
    )


def _unit(text: str) -> str:
    if not figures(text):
        return "none"
    found = {each.casefold() for each in _UNIT.findall(text)}
    return " ".join(sorted(_ONE.get(each, each) for each in found)) or "none"


def look(view: View) -> Iterator[Flaw]:
    """Options that differ in their kind of word, first letter, end, unit or rounding."""
    forms = [form_of(text, view.language) for text in view.options]
    yield from _openings(view, [form.opener for form in forms])
    message = N_("“{option}” begins with another size of letter than other options; write them all alike.")
    yield from _unlike(view, [form.first_letter for form in forms], message)
    message = N_("“{option}” ends with another sign than other options; end them all alike.")
    yield from _unlike(view, [form.end for form in forms], message)
    message = N_("“{option}” has another unit than other options; give them all one unit.")
    yield from _unlike(view, [form.unit for form in forms], message)
    if view.numeric:
        yield from _rounding(view)


def _openings(view: View, openers: list[str]) -> Iterator[Flaw]:
    """Where some options have an article and others none, the only one of its kind; any other mixture of words.

    English has no article in half of its lists (`leadership, a sense of humour`): a mixture gives nothing away.
    """
    count = Counter(openers)
    mixed = count.keys() != {"determiner", ""} or 1 in count.values()
    if mixed and count.keys() != {"preposition", ""}:
        message = N_("“{option}” begins with another kind of word than other options; give them all one form.")
        yield from _unlike(view, [opener or "other" for opener in openers], message)


def _unlike(view: View, forms: list[str], message: str) -> Iterator[Flaw]:
    """The option whose form is the rarest, where there are several forms."""
    if len(set(forms) - {""}) > 1:
        count = Counter(form for form in forms if form)
        odd = min(count, key=lambda form: count[form])
        yield Flaw(message, {"option": view.options[forms.index(odd)]}, view.language)


def _rounding(view: View) -> Iterator[Flaw]:
    values = [value for text in view.options for value in figures(text)]
    places = {count for text in view.options for count in decimals(text)}
    if len(places) > 1 or not (_of_one_rounding(values) or all(value in _CALENDAR for value in values)):
        message = N_("The figures are not rounded alike (“{options}”); give them all as many digits.")
        yield Flaw(message, {"options": "”, “".join(view.options)}, view.language)


def _of_one_rounding(values: list[float]) -> bool:
    digits = [len(f"{value:.12g}".replace(".", "").strip("0")) for value in values]
    finest, *others = sorted(_step(value) for value in values if value) or [1]
    apart = max(digits) - min(digits)
    return apart <= MOST_DIGITS_APART and (not others or others[0] <= MOST_STEPS_APART * finest)


def _step(value: float) -> float:
    """What a figure seems to be rounded to: 5000 for 65,000, 10,000 for 70,000."""
    whole = f"{value:.0f}"
    step = 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return step * 5 if value / step % 10 == 5 and step > 1 else step


RULE = ViewRule(
    name="parallel-options",
    kinds=CHOICE,
    look=look,
    explanation=Explanation(
        what=N_(
            "All options begin with the same kind of word (article, verb, figure …) and the same size of letter, end "
            "alike, and have one unit and one rounding."
        ),
        why=N_("The option that is built otherwise was written otherwise: it is the answer, or certainly isn’t."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 23 (homogeneous in content and structure)",
        bad=N_("What does the CTO do? a. to choose technologies, b. The budget., c. teams"),
        good=N_("What does the CTO do? a. choose technologies, b. sell services, c. draw logos"),
    ),
)
