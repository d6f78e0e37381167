"""No option speaks of the other options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.lexicon import lexicon
from ctoquiz.quality.language.words import plain
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View


@lru_cache(maxsize=20_000)
def speaks_of_others(text: str, language: str) -> bool:
    """Whether an option is about the other options and not about the matter."""
    return re.search(lexicon(language).all_of_the_above, plain(text).strip()) is not None


def look(view: View) -> Iterator[Flaw]:
    """An option such as “all of the above”, “none of these”, “A and B”."""
    for text in view.options:
        if speaks_of_others(text, view.language):
            message = N_("“{text}” speaks of the other options; give an answer of its own.")
            yield Flaw(message, {"text": text}, view.language)


RULE = ViewRule(
    name="all-of-the-above",
    kinds=CHOICE,
    look=look,
    explanation=Explanation(
        what=N_("No option is “all of the above”, “none of these”, “A and B” or the like."),
        why=N_("Who knows two right options, or one wrong one, has the answer without knowing the rest."),
        source="Haladyna, Downing & Rodriguez 2002, guidelines 25 and 26",
        bad=N_("What does the CTO follow? a. trends, b. innovations, c. all of the above"),
        good=N_("What does the CTO follow? a. trends, b. innovations, c. share prices, d. elections"),
    ),
)
