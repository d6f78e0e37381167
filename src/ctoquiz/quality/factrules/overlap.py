"""Ranges that the document keeps apart do not overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ctoquiz.domain.facts import RangeFamily
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Evidence, Explanation, PackRule


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """In a family that says `disjoint: true`, a range that begins before the one below it has ended."""
    message = N_("This range begins at {low}, before “{other}” ends at {high}; mend one of them, or drop `disjoint`.")
    for family in evidence.pack.families.values():
        if isinstance(family, RangeFamily) and family.disjoint:
            for below, above in pairwise(sorted(family.rows, key=lambda row: (row.low, row.high))):
                if above.low < below.high:
                    values = {"low": f"{above.low:g}", "other": family.name_of(below), "high": f"{below.high:g}"}
                    yield family.name_of(above), Flaw(message, values, at=("low",))


RULE = PackRule(
    name="range-overlap",
    look=look,
    explanation=Explanation(
        what=N_("The ranges of a family that says `disjoint: true` do not overlap; the ends of two may be the same."),
        why=N_("Where each figure belongs to one condition, an overlap is a slip of the pen, and would make two keys."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 19 (one right answer)",
        bad=N_("junior: 0 to 5 years; senior: 3 to 10 years (disjoint: true)"),
        good=N_("junior: 0 to 5 years; senior: 5 to 10 years (disjoint: true)"),
    ),
)
