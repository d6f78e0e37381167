"""A pack: everything that one document says, as facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.facts import AnyFamily
from ctoquiz.domain.facts.base import STRICT, ContentError
from ctoquiz.domain.facts.written import AnyWritten
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A section of the document."""

    __pydantic_config__ = STRICT

    id: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One file of facts: those of one topic, and a fingerprint of each sentence that they cite."""

    __pydantic_config__ = STRICT

    topic: str
    sentences: Mapping[str, str]
    facts: tuple[AnyFamily, ...] = ()
    questions: tuple[AnyWritten, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What `pack.yaml` says of the pack. `navigation` holds fingerprints of lines of the document that say nothing."""

    __pydantic_config__ = STRICT

    schema: str
    id: str
    version: str
    languages: tuple[str, ...]
    title: Text
    document: Text
    topics: tuple[Topic, ...]
    apart: tuple[str, ...] = ()
    navigation: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pack:
    """A pack as it was read. `digest` is SHA-256 over its files, in hexadecimal: the edition of its content.

    `assessment` is the self-assessment on its facts, None where it has none.
    """

    about: About
    digest: str
    sections: tuple[Section, ...]
    assessment: Assessment | None = None

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The sections of the document, in its order."""
        return self.about.topics

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which all of the pack is written."""
        return self.about.languages

    @cached_property
    def families(self) -> Mapping[str, AnyFamily]:
        """Every family by its name, in the pack's order."""
        return {family.id: family for section in self.sections for family in section.facts}

    @cached_property
    def facts(self) -> Mapping[str, AnyFamily]:
        """The full name of every fact, with the family that holds it."""
        return {name: family for family in self.families.values() for name in family.names}

    @cached_property
    def fingerprints(self) -> Mapping[int, str]:
        """The number of every sentence that is cited, with its fingerprint."""
        return {int(number): mark for section in self.sections for number, mark in section.sentences.items()}

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Old names of facts and families, each with the name of today."""
        return dict(_aliases(self))

    def topic_title(self, topic: str) -> Text:
        """The title of a topic in every language."""
        return next(each.title for each in self.topics if each.id == topic)


def _aliases(pack: Pack) -> Iterator[tuple[str, str]]:
    for family in pack.families.values():
        for old in family.renamed_from:
            yield old, family.id
            yield from ((f"{old}.{row.id}", family.name_of(row)) for row in family.facts if row.id)
        for row in family.facts:
            yield from ((old, family.name_of(row)) for old in row.renamed_from)
            yield from ((f"{family.id}.{old}", family.name_of(row)) for old in row.renamed_from)


def problems(about: About, sections: Mapping[str, Section]) -> Iterator[tuple[str, ContentError]]:
    """What an author must mend that no single family can see: `(file, error)` for each, none when the pack is whole.

    `sections` maps each file's name to what it holds; the paths in the errors lead from the top of that file.
    """
    yield from _unique_names(sections)
    topics = {topic.id for topic in about.topics}
    families = {family.id: family for section in sections.values() for family in section.facts}
    facts = {name for family in families.values() for name in family.names}
    for file, section in sections.items():
        if section.topic not in topics:
            yield (
                file,
                ContentError(
                    N_("The topic “{topic}” is not in pack.yaml; add it there or choose among: {known}."),
                    ("topic",),
                    topic=section.topic,
                    known=", ".join(sorted(topics)),
                ),
            )
        for place, family in enumerate(section.facts):
            yield from ((file, each) for each in _references(family, ("facts", place), families, section.sentences))
        for place, question in enumerate(section.questions):
            for fact in question.facts:
                if fact not in facts and fact not in families:
                    yield (
                        file,
                        ContentError(
                            N_("No fact is called “{name}”; give the full name of a fact of this pack."),
                            ("questions", place, "facts"),
                            name=fact,
                        ),
                    )


def _unique_names(sections: Mapping[str, Section]) -> Iterator[tuple[str, ContentError]]:
    seen: dict[str, str] = {}
    for file, section in sections.items():
        for place, family in enumerate(section.facts):
            if family.id in seen:
                yield (
                    file,
                    ContentError(
                        N_("Another family is called “{name}” too, in {file}; give each its own name."),
                        ("facts", place, "id"),
                        name=family.id,
                        file=seen[family.id],
                    ),
                )
            seen.setdefault(family.id, file)


def _references(
    family: AnyFamily,
    path: tuple[str | int, ...],
    families: Mapping[str, AnyFamily],
    cited: Mapping[str, str],
) -> Iterator[ContentError]:
    yield from _siblings(family, path, families)
    yield from _citations(family, path, cited)
    yield from _also_true(family, path)


def _siblings(
    family: AnyFamily, path: tuple[str | int, ...], families: Mapping[str, AnyFamily]
) -> Iterator[ContentError]:
    for sibling in family.siblings:
        other = families.get(sibling)
        if other is None or other.kind != family.kind:
            yield ContentError(
                N_("The sibling “{name}” is not a family of the same kind; name another or leave it out."),
                (*path, "siblings"),
                name=sibling,
            )


def _citations(family: AnyFamily, path: tuple[str | int, ...], cited: Mapping[str, str]) -> Iterator[ContentError]:
    if not family.sentences_of():
        yield ContentError(N_("“{name}” cites no sentence; add `sentences: […]`."), path, name=family.id)
    for number in sorted({*family.sentences_of(), *family.refutations()}):
        if str(number) not in cited:
            yield ContentError(
                N_("Sentence {number} has no fingerprint in this file; add it under `sentences` at the top."),
                path,
                number=number,
            )


def _also_true(family: AnyFamily, path: tuple[str | int, ...]) -> Iterator[ContentError]:
    ids = {row.id for row in family.facts}
    for row in family.facts:
        for other_row in row.also_true:
            if other_row not in ids:
                yield ContentError(
                    N_("`also_true` names “{name}”, which is no row of “{family}”; mend the name."),
                    path,
                    name=other_row,
                    family=family.id,
                )
