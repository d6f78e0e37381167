"""Terms: abbreviations with what they stand for, and other names of a thing."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.document.drafting.base import Proposal, Source, named
from ctoquiz.document.terms import also_called, namings
from ctoquiz.domain.facts import Term, TermFamily
from ctoquiz.errors import N_

ABBREVIATIONS = N_("abbreviations that the document explains")
ALSO_CALLED = N_("another name; write under `short` what it is the name of")


def found(source: Source) -> Iterator[Proposal]:
    """One family of the abbreviations of a section, and one for each other name."""
    every = {naming.short: (each, naming) for each in reversed(source.sentences) for naming in namings(each.plain)}
    if every:
        pairs = sorted(every.values(), key=lambda pair: pair[0].number)
        ids = named([naming.short for _, naming in pairs], source.language)
        rows = tuple(
            Term(id=id_, sentences=(each.number,), short=source.text(naming.short), long=source.whole(naming.long))
            for id_, (each, naming) in zip(ids, pairs, strict=True)
        )
        yield Proposal(
            TermFamily(id=f"{source.topic}-abbreviations", kind="term", draft=True, rows=rows), ABBREVIATIONS
        )
    for each in source.sentences:
        other = also_called(each.plain)
        if other:
            subject = source.text(each.plain.split(",")[0])
            row = Term(short=subject, long=source.text(other))
            family = TermFamily(
                id=f"s{each.number}-name", kind="term", draft=True, sentences=(each.number,), rows=(row,)
            )
            yield Proposal(family, ALSO_CALLED, source.hedges([each]))
