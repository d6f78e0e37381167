"""What the document softens, the question softens too."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.questions import TrueFalse
from ctoquiz.domain.text import gaps
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.words import spoken, stems, words
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import View

AROUND = 2
"""So many words with a meaning on either side are what a hedge softens."""


def look(view: View) -> Iterator[Flaw]:
    """A fact that says what may be, what is generally so, what is advised, asked as if it were simply so.

    A question that leaves out what the hedge softens says nothing too much, nor does a false statement.
    """
    if isinstance(view.question, TrueFalse) and not view.question.right:
        return
    kept = {*spoken(view.stated, view.language, "hedges"), *spoken(view.stated, view.language, "soft")}
    for sentence in view.told.sentences:
        for name, word in spoken(sentence, view.language, "hedges").items():
            if name not in kept and _states(view, sentence, word):
                message = N_("The fact says “{word}”, the question nothing of the kind; say it there too.")
                yield Flaw(message, {"word": word}, view.language)


def _states(view: View, sentence: str, word: str) -> bool:
    """Whether the question says more than half of what stands around a hedge; a gap is what the answer fills."""
    before, _, after = (f" {part} " for part in " ".join(words(sentence)).partition(word))
    softened = {*stems(before, view.language)[-AROUND:], *stems(after, view.language)[:AROUND]}
    said = view.stems(view.stated) | {stem for gap in gaps({"": sentence}) for stem in view.stems(gap)}
    return 2 * len(softened & said) > len(softened)


RULE = ViewRule(
    name="hedges-kept",
    look=look,
    explanation=Explanation(
        what=N_("Where a fact says “may”, “generally”, “mainly” or “advised”, so does each question on it."),
        why=N_("“May lead teams” is not “leads teams”: without the word, the question teaches what isn’t so."),
        source="Leo et al. 2019, ontology-based generation of multiple-choice questions (fidelity to the source)",
        bad=N_("Which teams does the CTO lead? (The document says: may lead.)"),
        good=N_("Which teams may the CTO lead?"),
    ),
)
