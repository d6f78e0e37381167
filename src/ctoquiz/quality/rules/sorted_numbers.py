"""Options that are figures stand in rising order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.figures import figures
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View


def look(view: View) -> Iterator[Flaw]:
    """A figure, or a range, that stands after a higher one."""
    if not view.numeric:
        return
    for one, other in pairwise(view.options):
        if figures(one) > figures(other):
            message = N_("“{other}” stands after “{one}”; put figures in rising order.")
            yield Flaw(message, {"one": one, "other": other}, view.language)


RULE = ViewRule(
    name="sorted-numbers",
    kinds=CHOICE,
    look=look,
    explanation=Explanation(
        what=N_("Options that are figures or ranges go from the lowest to the highest."),
        why=N_("One finds one’s own answer at once, and no figure stands out by its place."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 21 (logical or numerical order)",
        bad=N_("How many years? a. 10, b. 3, c. 5"),
        good=N_("How many years? a. 3, b. 5, c. 10"),
    ),
)
