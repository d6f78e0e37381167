"""A pack begun from a document: its sections, the fingerprints of its sentences, and what they may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ctoquiz.document.drafting import conditional, contrasted, enumerated, named, numbers
from ctoquiz.document.drafting.base import Proposal, Source, cut, harmless, slug
from ctoquiz.document.figures import figures
from ctoquiz.document.language import language_of
from ctoquiz.document.outline import Outline, Part, Sentence, outline
from ctoquiz.domain.fingerprint import fingerprint
from ctoquiz.frozen import frozen

FINDERS: tuple[Callable[[Source], Iterator[Proposal]], ...] = (
    named.found,
    enumerated.found,
    numbers.found,
    conditional.found,
    contrasted.found,
)
"""What looks for candidates, in the order in which an author meets them."""

LONGEST = 2_000
"""A sentence of more signs is none: nothing is looked for in it."""


@frozen
class Line:
    """A sentence of the document as a draft knows it: number, fingerprint, and its first words for the author."""

    number: int
    fingerprint: str
    begins: str


@frozen
class DraftSection:
    """A section: its topic and title, its sentences, the proposals, and the sentences for which there is none."""

    topic: str
    title: str
    lines: tuple[Line, ...]
    proposals: tuple[Proposal, ...]

    @property
    def unproposed(self) -> tuple[Line, ...]:
        """The sentences that no proposal rests on."""
        cited = {number for proposal in self.proposals for number in proposal.family.sentences_of()}
        return tuple(line for line in self.lines if line.number not in cited)


@frozen
class Draft:
    """A pack to be finished by its author; `navigation` are the lines that seem to say nothing."""

    language: str
    title: str
    sections: tuple[DraftSection, ...]
    navigation: tuple[Line, ...]

    @property
    def facts(self) -> int:
        """How many facts are proposed."""
        return sum(len(each.family.facts) for section in self.sections for each in section.proposals)


def draft(text: str, fallback: str) -> Draft:
    """Begin a pack on a text. `fallback` names what has no heading: a document, its first section."""
    language = language_of(text)
    found = outline(text)
    seen: set[str] = set()
    sections = tuple(_sections(found, language, found.title or fallback, seen))
    idle = (part.heading for part in found.parts if part.heading is not None and not _tells(part.heading))
    rest = sorted((*found.navigation, *idle), key=lambda each: each.number)
    navigation = tuple(line for line in map(_line, rest) if _is_new(line, seen))
    return Draft(language, harmless(found.title or fallback), sections, navigation)


def _sections(found: Outline, language: str, fallback: str, seen: set[str]) -> Iterator[DraftSection]:
    topics: set[str] = set()
    for part in found.parts:
        title = fallback if part.heading is None else part.heading.plain
        topic = _unique(slug(title, language) or "section", topics)
        sentences = tuple(each for each in _told(part) if _is_new(_line(each), seen))
        searched = tuple(each for each in sentences if len(each.text) <= LONGEST)
        source = Source(topic, searched, language)
        every = (proposal for finder in FINDERS for proposal in finder(source))
        proposals = tuple(sorted(every, key=lambda each: each.family.sentences_of()[0]))
        if sentences:
            yield DraftSection(topic, harmless(title), tuple(map(_line, sentences)), proposals)


def _told(part: Part) -> Iterator[Sentence]:
    """The sentences of a section, and its heading where that tells something."""
    if part.heading is not None and _tells(part.heading):
        yield part.heading
    yield from part.sentences


def _tells(heading: Sentence) -> bool:
    return bool(figures(heading.plain))


def _line(sentence: Sentence) -> Line:
    return Line(sentence.number, fingerprint(sentence.text), cut(sentence.plain))


def _is_new(line: Line, seen: set[str]) -> bool:
    """Whether the sentence comes for the first time; now it has come."""
    if line.fingerprint in seen:
        return False
    seen.add(line.fingerprint)
    return True


def _unique(name: str, taken: set[str]) -> str:
    place, unique = 2, name
    while unique in taken:
        unique, place = f"{name}-{place}", place + 1
    taken.add(unique)
    return unique
