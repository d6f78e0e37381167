"""The prompt can be understood, and answered, without its options."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctoquiz.domain.questions import TrueFalse
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import GAP, View

MOST_WORDS = 30
FEW_WORDS = 2
"""Of a condition, more than half is to be named, of so few words half; of its names and figures, all."""
_EXACT = re.compile(r"(?<=\W)[A-ZÀ-Þ]\w+|\d+")
_SPACED = re.compile(r"\S*\w\S*")
_STATEMENT_ENDS = (".", "»", "”", "!")
_NEXT_SENTENCE = re.compile(r"[.!?…]\s+[«“]?\s?(?=[A-ZÀ-Þ])")
_AFTER = " \u00a0\u202f»”)"


def look(view: View) -> Iterator[Flaw]:
    """A prompt that neither asks, states nor leaves one gap, that is too long, or that leaves its condition out."""
    prompt = view.prompt.strip()
    form = _statement(prompt) if isinstance(view.question, TrueFalse) else _asking(prompt)
    if form:
        yield Flaw(form, {"gap": GAP}, view.language)
    count = len(_SPACED.findall(prompt))
    if count > MOST_WORDS:
        message = N_("The question has {count} words; say it in {most}.")
        yield Flaw(message, {"count": count, "most": MOST_WORDS}, view.language)
    yield from _conditions(view)


def _asking(prompt: str) -> str:
    gaps = prompt.count(GAP)
    if gaps > 1:
        return N_("There are several gaps; leave one.")
    if not gaps and not prompt.rstrip(_AFTER).endswith("?"):
        return N_("This neither asks, with “?” at its end, nor leaves a gap {gap}; do one of the two.")
    return ""


def _statement(prompt: str) -> str:
    if GAP in prompt or prompt.rstrip(_AFTER).endswith("?"):
        return N_("A statement to judge neither asks nor leaves a gap; state it.")
    if not prompt.endswith(_STATEMENT_ENDS):
        return N_("The statement has no end; put a full stop.")
    if _NEXT_SENTENCE.search(prompt):
        return N_("These are several statements; make one, or several questions.")
    return ""


def _conditions(view: View) -> Iterator[Flaw]:
    """The condition of a single fact that its question leaves out, or names in part alone."""
    if len(view.question.facts) != 1:
        return
    said = view.stems(" / ".join(view.texts()))
    for condition in view.told.conditions:
        named = view.stems(condition)
        exact = view.stems(" ".join(_EXACT.findall(condition)))
        enough = len(named & said) * 2 > len(named) - (len(named) <= FEW_WORDS)
        if not enough or not exact <= said:
            message = N_("The fact holds for {condition}; the question has to say so.")
            yield Flaw(message, {"condition": condition}, view.language)


RULE = ViewRule(
    name="stand-alone-prompt",
    look=look,
    explanation=Explanation(
        what=N_(
            "The question ends in “?”, or is a sentence with one gap, or is one statement to judge; it has at most 30 "
            "words; it names the condition under which its fact holds."
        ),
        why=N_("One must know what is asked before reading the options, or one only compares the options."),
        source="Haladyna, Downing & Rodriguez 2002, guidelines 14 to 16 (the central idea in the stem)",
        bad=N_("The salary: a. €60,000, b. €70,000, c. €90,000"),
        good=N_("At what salary does a CTO start in Paris? a. €60,000, b. €70,000, c. €90,000"),
    ),
)
