"""No content word of the prompt comes back in the key alone."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.words import words
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View

SHORTEST = 4
"""Stems of fewer letters are too common to give anything away."""


def look(view: View) -> Iterator[Flaw]:
    """A word that the prompt shares with a right option and with no distractor."""
    prompt = {stem for stem in view.stems(view.prompt) if len(stem) >= SHORTEST}
    elsewhere = frozenset(stem for text in view.wrong for stem in view.stems(text))
    for text in view.right:
        shared = prompt & view.stems(text) - elsewhere
        if shared:
            found = [word for word in words(text) if shared & view.stems(word)]
            message = N_("“{words}” stands in the question and, of all options, in the right one alone; reword either.")
            yield Flaw(message, {"words": "”, “".join(found)}, view.language)


RULE = ViewRule(
    name="clang",
    kinds=CHOICE,
    company=True,
    look=look,
    explanation=Explanation(
        what=N_("No word of four letters or more is shared by the question and a right option and by no wrong one."),
        why=N_("Whoever knows nothing picks the option that sounds like the question."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 28b (clang associations)",
        bad=N_("What does a technology watch follow? a. emerging technologies, b. salaries, c. holidays"),
        good=N_("What does a technology watch follow? a. emerging trends, b. salaries, c. holidays"),
    ),
)
