"""Whether a pack and its document cover each other: what is cited is there, and what is there is cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.pack import Pack
from ctoquiz.frozen import frozen


@frozen
class Cited:
    """A sentence that the pack knows: its number, its fingerprint, the facts that rest on it.

    `found` says whether the document has it; None where there was no document to look into.
    """

    number: int
    fingerprint: str
    facts: tuple[str, ...]
    found: bool | None


@frozen
class Coverage:
    """The sentences that a pack knows, and those of the document that none of its facts cites, by fingerprint."""

    cited: tuple[Cited, ...]
    uncited: Mapping[str, str]

    @property
    def missing(self) -> tuple[Cited, ...]:
        """The sentences cited that the document has not."""
        return tuple(each for each in self.cited if each.found is False)

    @property
    def idle(self) -> tuple[Cited, ...]:
        """The sentences that have a fingerprint in the pack, and no fact that rests on them."""
        return tuple(each for each in self.cited if not each.facts)

    @property
    def whole(self) -> bool:
        """Whether all that is cited is there, and all that is there is cited."""
        return not (self.missing or self.idle or self.uncited)


def coverage(pack: Pack, document: Mapping[str, str] | None) -> Coverage:
    """Compare a pack with its document's sentences by their fingerprints (None: look at the pack alone).

    Lines that the pack calls navigation are no sentences to cite.
    """
    cited = tuple(sorted(_cited(pack, document), key=lambda each: each.number))
    marks = {each.fingerprint for each in cited} | set(pack.about.navigation)
    uncited = {} if document is None else {mark: text for mark, text in document.items() if mark not in marks}
    return Coverage(cited, uncited)


def _cited(pack: Pack, document: Mapping[str, str] | None) -> Iterator[Cited]:
    facts = _facts(pack)
    for number, mark in pack.fingerprints.items():
        yield Cited(number, mark, tuple(facts.get(number, ())), None if document is None else mark in document)


def _facts(pack: Pack) -> dict[int, list[str]]:
    """The facts that rest on each sentence; the family where it is none of its facts alone (the last step)."""
    found: dict[int, list[str]] = {}
    for family in pack.families.values():
        for row in family.facts:
            for number in family.sentences_of(row):
                found.setdefault(number, []).append(family.name_of(row))
        for number in family.sentences_of():
            found.setdefault(number, [family.id])
    return found
