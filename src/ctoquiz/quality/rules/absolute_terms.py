"""No word that leaves no exception, unless the fact itself leaves none."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.words import spoken
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import View


def look(view: View) -> Iterator[Flaw]:
    """A text with “always”, “never”, “only” … where no word of the fact says the same."""
    for text in dict.fromkeys(view.texts()):
        found = spoken(text, view.language, "absolute")
        for name in found:
            if name not in view.told.spoken("absolute", view.language):
                message = N_("“{word}” in “{text}” leaves no exception, and the fact doesn’t say so; leave it out.")
                yield Flaw(message, {"word": found[name], "text": text}, view.language)


RULE = ViewRule(
    name="absolute-terms",
    look=look,
    explanation=Explanation(
        what=N_("Neither question nor options say “always”, “never”, “only”, “all”, “none” where the fact doesn’t."),
        why=N_("What is said without exception is nearly always wrong, and players know it."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 28a (specific determiners)",
        bad=N_("The CTO always decides alone. (The document says: the CTO takes part in decisions.)"),
        good=N_("The CTO decides in place of the management committee."),
    ),
)
