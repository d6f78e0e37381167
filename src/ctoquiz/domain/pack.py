"""A pack: everything that one document says, as facts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.facts import AnyFamily, Row
from ctoquiz.domain.facts.base import STRICT, ContentError
from ctoquiz.domain.facts.written import AnyWritten
from ctoquiz.domain.fingerprint import DIGITS
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen

_FINGERPRINT = re.compile(f"[0-9a-f]{{{DIGITS}}}")


@frozen(kw_only=True)
class Topic:
    """A section of the document."""

    __pydantic_config__ = STRICT

    id: str
    title: Text


@frozen(kw_only=True)
class Section:
    """One file of facts: those of one topic, and a fingerprint of each sentence that they cite."""

    __pydantic_config__ = STRICT

    topic: str
    sentences: Mapping[str, str]
    facts: tuple[AnyFamily, ...] = ()
    questions: tuple[AnyWritten, ...] = ()

    def __post_init__(self) -> None:
        ContentError.raise_any(_bad_fingerprints(self.sentences))


@frozen(kw_only=True)
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

    def problems(self) -> Iterator[ContentError]:
        """What its author must mend: languages or topics that are none, or there twice."""
        yield from _bad_names("languages", self.languages)
        yield from _bad_names("topics", tuple(topic.id for topic in self.topics))


def _bad_names(field: str, names: tuple[str, ...]) -> Iterator[ContentError]:
    if not names:
        yield ContentError(N_("`{field}` is empty; add at least one."), (field,), field=field)
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name in seen:
            yield ContentError(
                N_("“{name}” is there twice in `{field}`; keep one."), (field, place), name=name, field=field
            )
        seen.add(name)


def _bad_fingerprints(sentences: Mapping[str, str]) -> Iterator[ContentError]:
    for number, mark in sentences.items():
        if not number.isdecimal():
            message = N_("“{number}” is no number of a sentence; number the document’s sentences from 1.")
            yield ContentError(message, ("sentences", number), number=number)
        elif not _FINGERPRINT.fullmatch(mark):
            message = N_("“{mark}” is no fingerprint; it has {digits} signs, 0 to 9 and a to f.")
            yield ContentError(message, ("sentences", number), mark=mark, digits=DIGITS)


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
        """Every family by its name, in the pack's order; no drafts."""
        return {family.id: family for section in self.sections for family in section.facts if not family.draft}

    @cached_property
    def facts(self) -> Mapping[str, AnyFamily]:
        """The full name of every fact, with the family that holds it."""
        return {name: family for family in self.families.values() for name in family.names}

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """Every fact by its full name."""
        return {family.name_of(row): row for family in self.families.values() for row in family.facts}

    @cached_property
    def drafts(self) -> Mapping[str, AnyFamily]:
        """The families that their author has not confirmed yet, by name: nothing of them is asked or taken as true."""
        return {family.id: family for section in self.sections for family in section.facts if family.draft}

    @property
    def draft_facts(self) -> int:
        """How many facts the drafts hold."""
        return sum(len(family.names) for family in self.drafts.values())

    @cached_property
    def written(self) -> Mapping[str, AnyWritten]:
        """Every question written by hand, by its id in a quiz."""
        return {question.name: question for section in self.sections for question in section.questions}

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
    for family in (*pack.families.values(), *pack.drafts.values()):
        for old in family.renamed_from:
            yield old, family.id
            yield from ((f"{old}.{row.id}", family.name_of(row)) for row in family.facts if row.id)
        for row in family.facts:
            yield from ((old, family.name_of(row)) for old in row.renamed_from)
            yield from ((f"{family.id}.{old}", family.name_of(row)) for old in row.renamed_from)


def problems(
    about: About | None, sections: Mapping[str, Section], unread: Collection[str] = ()
) -> Iterator[tuple[str, ContentError]]:
    """What an author must mend that no single family can see: `(file, error)` for each, none when the pack is whole.

    `sections` maps each file's name to what it holds; the paths in the errors lead from the top of that file.
    `unread` are the names of families that are there but could not be read: nothing is said of what names them, nor of
    topics where `about` could not be.
    """
    yield from _unique_names(sections)
    topics = None if about is None else {topic.id for topic in about.topics}
    families = {family.id: family for section in sections.values() for family in section.facts}
    known = {name: family for family in families.values() for name in (family.id, *family.names)}
    for file, section in sections.items():
        if topics is not None and section.topic not in topics:
            yield file, _unknown_topic(section.topic, topics)
        for place, family in enumerate(section.facts):
            found = _references(family, ("facts", place), families, section.sentences, unread)
            yield from ((file, each) for each in found)
        for place, question in enumerate(section.questions):
            yield from ((file, each) for each in _asked(question, ("questions", place), known, unread))


def _unknown_topic(topic: str, topics: Collection[str]) -> ContentError:
    return ContentError(
        N_("The topic “{topic}” is not in pack.yaml; add it there or choose among: {known}."),
        ("topic",),
        topic=topic,
        known=", ".join(sorted(topics)),
    )


def _asked(
    question: AnyWritten, path: tuple[str | int, ...], known: Mapping[str, AnyFamily], unread: Collection[str]
) -> Iterator[ContentError]:
    for place, fact in enumerate(question.facts):
        if fact not in known and fact.partition(".")[0] not in unread:
            message = N_("No fact is called “{name}”; give the full name of a fact of this pack.")
            yield ContentError(message, (*path, "facts", place), name=fact)
        elif fact in known and known[fact].draft:
            message = N_("“{name}” is still a draft; confirm it (remove `draft: true`) before a question rests on it.")
            yield ContentError(message, (*path, "facts", place), name=fact)


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
    asked: dict[str, str] = {}
    for file, section in sections.items():
        for place, question in enumerate(section.questions):
            if question.name in asked:
                message = N_("Another question is called “{name}” too, in {file}; give each its own name.")
                yield (
                    file,
                    ContentError(message, ("questions", place, "id"), name=question.name, file=asked[question.name]),
                )
            asked.setdefault(question.name, file)


def _references(
    family: AnyFamily,
    path: tuple[str | int, ...],
    families: Mapping[str, AnyFamily],
    cited: Mapping[str, str],
    unread: Collection[str],
) -> Iterator[ContentError]:
    yield from _siblings(family, path, families, unread)
    yield from _citations(family, path, cited)
    yield from _also_true(family, path)


def _siblings(
    family: AnyFamily, path: tuple[str | int, ...], families: Mapping[str, AnyFamily], unread: Collection[str]
) -> Iterator[ContentError]:
    for place, sibling in enumerate(family.siblings):
        other = families.get(sibling)
        wrong = other is None or other.kind != family.kind or other is family
        if wrong and sibling not in unread:
            yield ContentError(
                N_("The sibling “{name}” is not another family of the same kind; name one or leave it out."),
                (*path, "siblings", place),
                name=sibling,
            )
        elif other is not None and other.draft and not family.draft:
            yield ContentError(
                N_("The sibling “{name}” is still a draft; confirm it (remove `draft: true`) or leave it out."),
                (*path, "siblings", place),
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
                    (*path, *family.path_of(row), "also_true"),
                    name=other_row,
                    family=family.id,
                )
