"""No false figure follows from the true one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctoquiz.domain.facts import FigureFamily
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw, Severity
from ctoquiz.quality.language.lexicon import lexicon
from ctoquiz.quality.language.words import plain
from ctoquiz.quality.rule import Evidence, Explanation, PackRule


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """A sentence with a figure as a mere bound, into which wrong figures are put to make false statements."""
    for family in evidence.pack.families.values():
        if isinstance(family, FigureFamily) and family.statements and not family.draft:
            yield from _in_family(family)


def _in_family(family: FigureFamily) -> Iterator[tuple[str, Flaw]]:
    falsified = [row for row in family.rows if row.statements and row.wrong and row.false is None]
    if family.says and any(row.says is None for row in falsified):
        yield from ((family.id, flaw) for flaw in _flaws(family.says))
    for row in falsified:
        if row.says:
            yield from ((family.name_of(row), flaw) for flaw in _flaws(row.says))


def _flaws(says: Text) -> Iterator[Flaw]:
    message = N_("“{words}”: what holds for one figure may hold for a wrong one too; state the limit itself.")
    for language, sentence in says.items():
        bound = re.search(lexicon(language).bound, plain(sentence))
        if bound:
            yield Flaw(message, {"words": bound[0]}, language, ("says", language))


RULE = PackRule(
    name="implied-figure",
    severity=Severity.WARNING,
    look=look,
    explanation=Explanation(
        what=N_(
            "The sentence of a figure, of which false statements are made, does not say “more than”, “at most” or the "
            "like right beside the figure: it states the limit itself."
        ),
        why=N_("Whoever has more than 10 years of experience has more than 8, too: the “false” statement is true."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 22 (independent, not overlapping)",
        bad=N_("An expert has more than {{figure}} of experience."),
        good=N_("The experience beyond which one is an expert is {{figure}}."),
    ),
)
