"""The right option is neither much longer nor much shorter than the wrong ones."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View

LONGEST, SHORTEST = 1.25, 0.75
"""A key has at most so many times the letters of the longest distractor, and at least so many of the shortest."""


def look(view: View) -> Iterator[Flaw]:
    """A right option whose length gives it away."""
    lengths = [_letters(text) for text in view.wrong]
    if not lengths:
        return
    most, least = LONGEST * max(lengths), SHORTEST * min(lengths)
    for text in view.right:
        length = _letters(text)
        values = {"text": text, "length": length, "longest": max(lengths), "shortest": min(lengths)}
        if length > most:
            message = N_(
                "“{text}” has {length} signs, the longest wrong option {longest}; shorten it, or lengthen one."
            )
            yield Flaw(message, values, view.language)
        elif length < least:
            message = N_("“{text}” has {length} signs, the shortest wrong option {shortest}; lengthen it.")
            yield Flaw(message, values, view.language)


def _letters(text: str) -> int:
    return len(normalize("NFC", text))


RULE = ViewRule(
    name="option-length",
    kinds=CHOICE,
    company=True,
    look=look,
    explanation=Explanation(
        what=N_(
            "Each right option is at most 1.25 times as long as the longest wrong one, and at least 0.75 times as long "
            "as the shortest."
        ),
        why=N_("Authors word the right answer with the most care; players learn to pick the longest option."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 24; Case & Swanson 2002 (long correct answer)",
        bad=N_("Who decides? a. the CTO, b. the CEO, c. the management committee, once it has heard the CTO"),
        good=N_("Who decides? a. the technical team, b. the works council, c. the management committee"),
    ),
)
