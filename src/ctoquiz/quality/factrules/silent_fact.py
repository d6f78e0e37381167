"""Every fact can be asked."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Evidence, Explanation, PackRule


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """A fact that no question of the pack rests on."""
    message = N_(
        "Nothing is asked about this fact; word a question under `ask`, add wrong answers, or write it by hand."
    )
    asked = {fact for built in evidence.built.values() for question in built[:1] for fact in question.facts}
    for name in evidence.pack.facts:
        if name not in asked:
            yield name, Flaw(message)


RULE = PackRule(
    name="silent-fact",
    look=look,
    explanation=Explanation(
        what=N_("At least one question rests on each fact."),
        why=N_("A fact that is never asked is not learnt, and its author thinks that it is covered."),
        source="docs/writing-a-pack.md",
        bad=N_("A figure without a wording under `ask` and without `says`"),
        good=N_("A figure with `ask: {{number: …}}`"),
    ),
)
