"""What comes next in a row of steps is asked as what comes straight after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.lexicon import NOTHING, lexicon
from ctoquiz.quality.language.words import plain
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View

_TEMPLATE = "/next"


def look(view: View) -> Iterator[Flaw]:
    """A question on the next step to which every later step is a right answer."""
    straight = lexicon(view.language).straight
    if not view.question.id.endswith(_TEMPLATE) or straight == NOTHING:
        return
    if not re.search(straight, plain(view.prompt)):
        message = N_("Every later step comes after this one; ask what comes straight after.")
        yield Flaw(message, {}, view.language)


RULE = ViewRule(
    name="straight-after",
    kinds=CHOICE,
    look=look,
    explanation=Explanation(
        what=N_("A question on the next step of a progression says “straight after” or “the first step after”."),
        why=N_("After the first step come all the others: “what comes after?” has several right answers."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 19 (only one right answer)",
        bad=N_("What comes after the post of developer?"),
        good=N_("What comes straight after the post of developer?"),
    ),
)
