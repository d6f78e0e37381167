"""No word that leaves open how much or how often, unless the fact itself does."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.words import spoken
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import View


def look(view: View) -> Iterator[Flaw]:
    """A text with “often”, “rarely”, “several” … where no word of the fact says the same."""
    for text in dict.fromkeys(view.texts()):
        found = spoken(text, view.language, "vague")
        for name in found:
            if name not in view.told.spoken("vague", view.language):
                message = N_("“{word}” in “{text}” is vague, and the fact doesn’t say so; leave it out or be exact.")
                yield Flaw(message, {"word": found[name], "text": text}, view.language)


RULE = ViewRule(
    name="vague-terms",
    look=look,
    explanation=Explanation(
        what=N_("Neither question nor options say “often”, “rarely”, “several”, “some” where the fact doesn’t."),
        why=N_("How often is “often”? Readers differ, so nobody can tell whether such an answer is right."),
        source="Case & Swanson 2002, NBME, Constructing Written Test Questions (vague frequency terms)",
        bad=N_("How are the teams led? a. often by the CTO, b. rarely by the CTO, c. regularly by the CIO"),
        good=N_("Who leads the teams? a. the CTO, b. the CIO, c. the CEO"),
    ),
)
