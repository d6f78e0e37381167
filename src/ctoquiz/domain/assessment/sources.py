"""Where the document says what facts of a pack say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import Source


def source_of(facts: Sequence[str], pack: Pack) -> Source:
    """The source of what rests on these facts (full names, one or more): all their sentences, in the document's order.

    Its section is that of the first fact. Raises KeyError for a name that no fact has.
    """
    sentences = {number for fact in facts for number in _sentences(fact, pack)}
    return Source(topic_of(facts[0], pack), tuple(sorted(sentences)))


def topics_of(facts: Sequence[str], pack: Pack) -> tuple[str, ...]:
    """The topics of these facts, each once, in the order of the facts."""
    return tuple(dict.fromkeys(topic_of(fact, pack) for fact in facts))


def topic_of(fact: str, pack: Pack) -> str:
    """The topic of a fact. Raises KeyError for a name that no fact has."""
    family = pack.facts[fact]
    return next(section.topic for section in pack.sections if family in section.facts)


def _sentences(fact: str, pack: Pack) -> Iterator[int]:
    yield from pack.facts[fact].sentences_of(pack.rows[fact])
