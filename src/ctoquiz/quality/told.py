"""What the facts of a pack say in their own words, for the rules that ask whether a question says more or less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from ctoquiz.domain.facts import Family, Row
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.text import fill
from ctoquiz.quality.view import Told, View

_OWN_WORDS = frozenset(
    {"says", "label", "title", "subject", "object", "when", "then", "short", "long", "condition", "explanation"}
)
"""The fields that state a fact; what is asked of it and what is wrong for it are others."""


def told_of(question: AnyQuestion, pack: Pack) -> Mapping[str, Told]:
    """What the facts behind a question say in each of its languages; the same however often it is built."""
    return {language: told(pack, question.facts, language) for language in question.prompt}


def views(question: AnyQuestion, said: Mapping[str, Told]) -> Iterator[View]:
    """The question as the readers of each of its languages see it; `said` is what `told_of` gives."""
    return (View(question, language, said[language]) for language in question.prompt)


def told(pack: Pack, facts: tuple[str, ...], language: str) -> Told:
    """What those facts say in that language."""
    texts: list[str] = []
    sentences: list[str] = []
    conditions: list[str] = []
    aliases: list[frozenset[str]] = []
    for name in dict.fromkeys(facts):
        family: Family[Row] | None = pack.facts.get(name)
        if family is not None:
            row = pack.rows[name]
            texts += [*_texts(family, language), *_texts(row, language)]
            sentences += _named(row if row.says else family, "says", language)
            conditions += _named(row, "condition", language)
            aliases += _aliases(row, language)
    return Told(
        tuple(dict.fromkeys(texts)),
        sentences=tuple(dict.fromkeys(sentences)),
        conditions=tuple(conditions),
        aliases=tuple(aliases),
        apart=pack.about.apart,
    )


def _texts(part: object, language: str) -> Iterator[str]:
    if is_dataclass(part):
        for each in fields(part):
            value = getattr(part, each.name)
            if each.name in _OWN_WORDS and value:
                yield fill(value, {}).get(language, "")


def _aliases(row: Row, language: str) -> Iterator[frozenset[str]]:
    forms = row.aliases.get(language, ())
    if forms:
        own = (text for name in ("label", "object", "long", "short", "then") for text in _named(row, name, language))
        yield frozenset({*forms, *own})


def _named(part: Row | Family[Row], name: str, language: str) -> Iterator[str]:
    value = getattr(part, name, None)
    if value:
        yield value.get(language, "")
