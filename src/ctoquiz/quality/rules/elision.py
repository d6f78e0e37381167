"""Words that were put together go together: no elision, contraction or article is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.joints import clashes
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import View


def look(view: View) -> Iterator[Flaw]:
    """A text of the question, or of what is told after it, with two words that don't go together."""
    for text in dict.fromkeys(view.all_texts()):
        for words in clashes(text, view.language):
            message = N_("“{words}” doesn’t read well: mend the elision, the contraction or the article.")
            yield Flaw(message, {"words": words}, view.language)


RULE = ViewRule(
    name="elision",
    look=look,
    explanation=Explanation(
        what=N_("No text says “de le”, “le équipe”, “an team”, “a office”, nor an article twice."),
        why=N_("A label that was put into a wording must sound as if somebody had said it; else it gives itself away."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 12 (grammar and spelling)",
        bad=N_("The CTO is a expert in risks."),
        good=N_("The CTO is an expert in risks."),
    ),
)
