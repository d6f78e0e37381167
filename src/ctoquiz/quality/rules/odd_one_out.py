"""No option is the odd one out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.words import plain
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View

_ABBREVIATION = re.compile(r"\b[A-ZÀ-Þ](?:[A-ZÀ-Þ0-9]|[&./-](?=[A-ZÀ-Þ]))+s?\b")
_IN_A_FIGURE = re.compile(r"(?<=\d)[., ](?=\d)")

MARKS: tuple[tuple[Callable[[str], object], str, str], ...] = (
    (
        re.compile(r"\d").search,
        N_("“{text}” alone has a figure; give one to another option, or take it out."),
        N_("“{text}” alone has no figure; give it one, or take one out of another option."),
    ),
    (
        _ABBREVIATION.search,
        N_("“{text}” alone has an abbreviation; give one to another option, or take it out."),
        N_("“{text}” alone has no abbreviation; give it one, or take one out of another option."),
    ),
    (
        re.compile(r"[()\[\]]").search,
        N_("“{text}” alone has a bracket; give one to another option, or take it out."),
        N_("“{text}” alone has no bracket; give it one, or take one out of another option."),
    ),
    (
        lambda text: "," in _IN_A_FIGURE.sub("", text),
        N_("“{text}” alone has a comma; give one to another option, or take it out."),
        N_("“{text}” alone has no comma; give it one, or take one out of another option."),
    ),
)
"""What catches the eye: whether a text has it, and what to say of the only one with it, and without."""


@lru_cache(maxsize=20_000)
def marks_of(text: str) -> tuple[bool, ...]:
    """Which of the marks a text has."""
    written = plain(text)
    return tuple(bool(has(written)) for has, _, _ in MARKS)


def look(view: View) -> Iterator[Flaw]:
    """The only option with, or without, a figure, an abbreviation, a bracket or a comma."""
    marks = [marks_of(text) for text in view.options]
    for (_, alone, without), marked in zip(MARKS, zip(*marks, strict=True), strict=True):
        for answer, message in ((True, alone), (False, without)):
            if marked.count(answer) == 1:
                yield Flaw(message, {"text": view.options[marked.index(answer)]}, view.language)


RULE = ViewRule(
    name="odd-one-out",
    kinds=CHOICE,
    company=True,
    look=look,
    explanation=Explanation(
        what=N_("No option is the only one with, or without, a figure, an abbreviation, a bracket or a comma."),
        why=N_("What looks different is chosen, or left out, for its looks."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 28d (conspicuous correct choice)",
        bad=N_("a. the CTO, b. the accountant, c. the buyer"),
        good=N_("a. the engineer, b. the accountant, c. the buyer"),
    ),
)
