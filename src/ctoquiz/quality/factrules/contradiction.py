"""No two facts contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.factrules.claims import Claim, together
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Evidence, Explanation, PackRule


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """A fact that says something else of the same thing than one before it, unless its author said that both hold."""
    message = N_(
        "“{other}” says otherwise of the same thing ({theirs}, here {ours}); mend one of them, tell their conditions "
        "apart, or name the other under `also_true` if both hold."
    )
    for before, claim in together(evidence.pack):
        if before.told != claim.told and not _both_hold(before, claim):
            yield claim.name, Flaw(message, {"other": before.name, "theirs": before.shown, "ours": claim.shown})


def _both_hold(one: Claim, other: Claim) -> bool:
    return one.family is other.family and (one.row.id in other.row.also_true or other.row.id in one.row.also_true)


RULE = PackRule(
    name="contradiction",
    look=look,
    explanation=Explanation(
        what=N_(
            "A subject of a functional relation has one object, a condition one figure, one range and one consequence, "
            "an abbreviation one meaning, an item one side."
        ),
        why=N_("Whoever answers with the one is told that it is wrong, and with the other too: the key is defensible."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 19 (one right answer)",
        bad=N_("Two rows: a small company → €60,000; a small company → €70,000"),
        good=N_("Two rows: a small company → €60,000; a large company → €70,000"),
    ),
)
