"""Whether a pack and its document cover each other: what is cited is there, and what is there is told by a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ctoquiz.document.contents import Telling, contents
from ctoquiz.document.language import language_of
from ctoquiz.domain.facts import AnyFamily
from ctoquiz.domain.fingerprint import fingerprint
from ctoquiz.domain.pack import Pack
from ctoquiz.frozen import frozen


@frozen
class Cited:
    """A sentence that the pack knows: its number, its fingerprint, the facts and the drafts that rest on it.

    `text` is the sentence as the document has it, None where it has not, or where there was no document to look into:
    `found` is then None too.
    """

    number: int
    fingerprint: str
    facts: tuple[str, ...]
    drafts: tuple[str, ...]
    found: bool | None
    text: str | None


@frozen
class Uncited:
    """A sentence of the document that no fact cites: where it stands (the first is 1), its fingerprint, its text."""

    number: int
    fingerprint: str
    text: str


@frozen
class Untold:
    """What a cited sentence holds and no fact that cites it tells; `draft`: a draft does.

    `kind` is figure, item or abbreviation.
    """

    sentence: int
    kind: str
    text: str
    draft: bool


@frozen
class Coverage:
    """The sentences that a pack knows, those of the document that it does not, and what its facts leave untold."""

    cited: tuple[Cited, ...]
    uncited: tuple[Uncited, ...]
    untold: tuple[Untold, ...]

    @property
    def missing(self) -> tuple[Cited, ...]:
        """The sentences cited that the document has not."""
        return tuple(each for each in self.cited if each.found is False)

    @property
    def idle(self) -> tuple[Cited, ...]:
        """The sentences that have a fingerprint in the pack, and neither fact nor draft that rests on them."""
        return tuple(each for each in self.cited if not (each.facts or each.drafts))

    @property
    def proposed(self) -> tuple[Cited, ...]:
        """The sentences that drafts alone rest on."""
        return tuple(each for each in self.cited if each.drafts and not each.facts)

    @property
    def whole(self) -> bool:
        """Whether all that is cited is there, and all that is there is told by confirmed facts."""
        return not (self.missing or self.idle or self.proposed or self.uncited or self.untold)


def coverage(pack: Pack, document: Sequence[str] | None) -> Coverage:
    """Compare a pack with its document's sentences in their order (None: look at the pack alone).

    Lines that the pack calls navigation are no sentences to cite.
    """
    sentences = {} if document is None else {fingerprint(text): text for text in document}
    cited = tuple(sorted(_cited(pack, None if document is None else sentences), key=lambda each: each.number))
    known = {each.fingerprint for each in cited} | set(pack.about.navigation)
    uncited = tuple(
        Uncited(number, mark, text) for mark, (number, text) in _numbered(document or ()).items() if mark not in known
    )
    language = language_of(" ".join(document or ()), pack.languages)
    return Coverage(cited, uncited, tuple(_untold(cited, pack, language)))


def _numbered(document: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Each sentence once, by its fingerprint, with its first place."""
    found: dict[str, tuple[int, str]] = {}
    for number, text in enumerate(document, 1):
        found.setdefault(fingerprint(text), (number, text))
    return found


def _cited(pack: Pack, sentences: Mapping[str, str] | None) -> Iterator[Cited]:
    facts, drafts = _names(pack.families.values()), _names(pack.drafts.values())
    for number, mark in pack.fingerprints.items():
        found = None if sentences is None else mark in sentences
        text = None if sentences is None else sentences.get(mark)
        yield Cited(number, mark, tuple(facts.get(number, ())), tuple(drafts.get(number, ())), found, text)


def _names(families: Iterable[AnyFamily]) -> dict[int, list[str]]:
    """The facts that rest on each sentence; the family where it is none of its facts alone (the last step)."""
    found: dict[int, list[str]] = {}
    for family in families:
        for row in family.facts:
            for number in family.sentences_of(row):
                found.setdefault(number, []).append(family.name_of(row))
        for number in family.sentences_of():
            found.setdefault(number, [family.id])
    return found


def _untold(cited: Iterable[Cited], pack: Pack, language: str) -> Iterator[Untold]:
    facts, drafts = _tellings(pack.families.values(), language), _tellings(pack.drafts.values(), language)
    for each in cited:
        if each.text is None or not (each.facts or each.drafts):
            continue
        for content in contents(each.text, language):
            if not any(content.is_in(telling) for telling in facts.get(each.number, ())):
                draft = any(content.is_in(telling) for telling in drafts.get(each.number, ()))
                yield Untold(each.number, content.KIND, content.text, draft)


def _tellings(families: Iterable[AnyFamily], language: str) -> dict[int, list[Telling]]:
    """What the facts tell that rest on each sentence."""
    found: dict[int, list[Telling]] = {}
    for family in families:
        for row in family.cited:
            telling = Telling(tuple(family.stated_of(row)), row.numbers, language)
            for number in family.sentences_of(row):
                found.setdefault(number, []).append(telling)
    return found
