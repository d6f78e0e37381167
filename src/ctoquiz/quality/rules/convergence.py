"""No option is the one that has most in common with the others."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.figures import figures
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View


def look(view: View) -> Iterator[Flaw]:
    """The option, right or not, that alone shares the most words (or figures) with all the others."""
    held = _held(view)
    shared = [sum(len(own & other) for other in held) - len(own) for own in held]
    most = max(shared, default=0)
    if most and shared.count(most) == 1:
        message = N_("“{text}” shares more words with the other options than any of them; vary it or another.")
        yield Flaw(message, {"text": view.options[shared.index(most)]}, view.language)


def _held(view: View) -> list[frozenset[Hashable]]:
    """What each option can share with another."""
    if view.numeric:
        return [frozenset(figures(text)) for text in view.options]
    return [frozenset(stems) for stems in view.option_stems]


RULE = ViewRule(
    name="convergence",
    kinds=CHOICE,
    company=True,
    look=look,
    explanation=Explanation(
        what=N_("No option, right or wrong, alone shares the most words with all the others."),
        why=N_("Wrong options are often made by varying the right one, so that what is common to most points to it."),
        source="Case & Swanson 2002, NBME, Constructing Written Test Questions (convergence strategy)",
        bad=N_("a. internal teams, b. internal projects, c. external projects, d. internal budgets"),
        good=N_("a. internal teams, b. external teams, c. internal budgets, d. external budgets"),
    ),
)
