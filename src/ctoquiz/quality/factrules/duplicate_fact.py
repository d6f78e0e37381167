"""No fact is told twice."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.factrules.claims import together
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Evidence, Explanation, PackRule


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """A fact that says the same of the same thing as one before it."""
    message = N_("This says the same as “{other}”; remove one of them, or say what tells them apart.")
    for before, claim in together(evidence.pack):
        if before.told == claim.told:
            yield claim.name, Flaw(message, {"other": before.name})


RULE = PackRule(
    name="duplicate-fact",
    look=look,
    explanation=Explanation(
        what=N_("No two facts of a pack say the same of the same thing."),
        why=N_("A quiz would ask the same thing twice, and the two answers would be counted as two facts known."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 1 (one item, one content)",
        bad=N_("Two rows: Anna → signs the contracts; anna → signs the contracts"),
        good=N_("Two rows: Anna → signs the contracts; Ben → pays the invoices"),
    ),
)
