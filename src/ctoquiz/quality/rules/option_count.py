"""A choice has three to five options, a tick-all four to six."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from ctoquiz.domain.questions import Multiple
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View

CHOICES, TICKS = range(3, 6), range(4, 7)
FEWEST_RIGHT = 2


def look(view: View) -> Iterator[Flaw]:
    """Too few or too many options, too few right ones, or two options that read the same."""
    multiple = view.question.kind == Multiple.kind
    allowed = TICKS if multiple else CHOICES
    count = len(view.options)
    if count not in allowed:
        message = N_("There are {count} options; have {low} to {high}.")
        yield Flaw(message, {"count": count, "low": allowed[0], "high": allowed[-1]}, view.language)
    if multiple and not FEWEST_RIGHT <= len(view.right) < count:
        message = N_("{right} of {count} options are right; have at least {low} right and at least one wrong.")
        yield Flaw(message, {"right": len(view.right), "count": count, "low": FEWEST_RIGHT}, view.language)
    seen: set[str] = set()
    for text in view.options:
        plain = " ".join(normalize("NFC", text).split()).casefold()
        if plain in seen:
            yield Flaw(N_("Two options read the same, “{text}”; change one."), {"text": text}, view.language)
        seen.add(plain)


RULE = ViewRule(
    name="option-count",
    kinds=CHOICE,
    look=look,
    explanation=Explanation(
        what=N_(
            "A question with one right option has 3 to 5 different options; one to tick has 4 to 6, 2 right or more."
        ),
        why=N_("Two options are a coin toss; a sixth distractor is hardly ever chosen and only costs reading time."),
        source="Rodriguez 2005, Three options are optimal for multiple-choice items",
        bad=N_("Who leads the team? a. the CTO, b. the CEO"),
        good=N_("Who leads the team? a. the CTO, b. the CEO, c. the CIO, d. the CFO"),
    ),
)
