"""At most one negation, in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.lexicon import lexicon
from ctoquiz.quality.language.words import negations
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import View

_WORD = re.compile(r"\w+")


def look(view: View) -> Iterator[Flaw]:
    """A question with several negations, with one that is easily overlooked, or with one more in an option."""
    asked = negations(view.prompt, view.language)
    if len(asked) > 1:
        message = N_("The question has {count} negations, “{words}”; ask it with one at most.")
        yield Flaw(message, {"count": len(asked), "words": "”, “".join(asked)}, view.language)
    for each in asked:
        if not _in_capitals(each, view.language):
            yield Flaw(N_("“{words}” is easily overlooked; write it in capitals."), {"words": each}, view.language)
    for text in [*view.texts()][1:]:
        found = negations(text, view.language)
        if found and asked:
            message = N_("“{text}” denies in a question that denies already; word one of them without.")
            yield Flaw(message, {"text": text}, view.language)
        elif len(found) > 1:
            yield Flaw(N_("“{text}” has two negations; word it without."), {"text": text}, view.language)


def _in_capitals(negation: str, language: str) -> bool:
    turning = lexicon(language).negations
    return any(word.isupper() and word.casefold() in turning for word in _WORD.findall(negation))


RULE = ViewRule(
    name="negation",
    look=look,
    explanation=Explanation(
        what=N_("A question has at most one negation, in capitals, and then no option has one."),
        why=N_("Who overlooks a “not” gives the opposite answer and knows the matter all the same."),
        source="Haladyna, Downing & Rodriguez 2002, guidelines 17 and 27",
        bad=N_("Which of these is not a duty that the CTO doesn’t have?"),
        good=N_("Which of these is NOT a duty of the CTO?"),
    ),
)
