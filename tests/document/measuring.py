"""How much of what a person found in a document was proposed, and how much of what was proposed is noise.

Beside each page stands a table of its facts, written by hand before anything was looked for: the number of the
sentence, the sort of fact, and its words. A fact counts as proposed when a row that cites its sentence has its numbers,
or three quarters of the stems of its words. A row is noise when it has none of the facts of the sentences it cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ctoquiz.document.contents import Content, FigureContent, ItemContent, NamingContent, Telling
from ctoquiz.document.drafting.draft import Draft, draft
from ctoquiz.document.figures import figures
from ctoquiz.document.terms import Naming
from ctoquiz.quality.language.words import stems

PAGES = Path(__file__).parent / "pages"
DOCUMENTS = {
    path.stem: path for path in (*PAGES.glob("*.txt"), PAGES.parents[2] / "docs" / "examples" / "nurse.fr.txt")
}
NAMES = sorted(DOCUMENTS)


@dataclass(frozen=True)
class Fact:
    """A fact that somebody found in a sentence."""

    sentence: int
    sort: str
    content: Content


@dataclass(frozen=True)
class Measured:
    """Facts found by hand, those of them that were proposed, the rows proposed, and those of them that are noise."""

    facts: tuple[Fact, ...]
    proposed: tuple[Fact, ...]
    rows: int
    noise: tuple[str, ...]

    @property
    def recall(self) -> float:
        return len(self.proposed) / len(self.facts)

    @property
    def precision(self) -> float:
        return 1 - len(self.noise) / self.rows


def measure(name: str) -> Measured:
    """Look for candidates in a page and compare them with the table beside it."""
    found = draft(DOCUMENTS[name].read_text("utf-8"), name)
    facts = tuple(_facts(name, found.language))
    tellings = list(_tellings(found))
    proposed = tuple(
        fact for fact in facts if any(fact.sentence in cites and fact.content.is_in(row) for _, cites, row in tellings)
    )
    noise = tuple(
        label
        for label, cites, row in tellings
        if not any(fact.sentence in cites and fact.content.is_in(row) for fact in facts)
    )
    return Measured(facts, proposed, len(tellings), noise)


def _facts(name: str, language: str) -> Iterator[Fact]:
    for line in (PAGES / f"{name}.tsv").read_text("utf-8").splitlines():
        number, sort, text = line.split("\t")
        yield Fact(int(number), sort, _content(sort, text, language))


def _content(sort: str, text: str, language: str) -> Content:
    if sort == "figure":
        return FigureContent(text, figures(text)[0])
    if sort == "abbreviation":
        naming = Naming(*text.rstrip(")").split(" (", 1))
        return NamingContent(text, frozenset(stems(naming.short, language)), frozenset(stems(naming.long, language)))
    return ItemContent(text, frozenset(stems(text, language)))


def _tellings(found: Draft) -> Iterator[tuple[str, tuple[int, ...], Telling]]:
    for section in found.sections:
        for proposal in section.proposals:
            for row in proposal.family.cited:
                telling = Telling(tuple(proposal.family.stated_of(row)), row.numbers, found.language)
                label = f"{proposal.family.id}: {' | '.join(telling.texts)} {row.numbers or ''}"
                yield label, proposal.family.sentences_of(row), telling
