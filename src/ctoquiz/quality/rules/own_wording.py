"""The wording is the pack's own: no run of six words of its document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.quality.document import Document
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import DocumentRule, Explanation
from ctoquiz.quality.view import question_texts

_MESSAGE = N_("“{words}” is word for word in the document; say it in words of your own.")


def look(question: AnyQuestion, document: Document) -> Iterator[Flaw]:
    """A text of the question, before or after it is answered, that repeats the document."""
    for text in question_texts(question):
        yield from _repeated(text, document)


def look_in_pack(pack: Pack, document: Document) -> Iterator[tuple[str, Flaw]]:
    """Any text of the pack that repeats the document, with the fact or family that has it (empty: none has)."""
    for section in pack.sections:
        for family in section.facts:
            rows = {id(row): family.name_of(row) for row in family.facts}
            yield from (
                (name, flaw) for name, text in _texts(family, family.id, rows) for flaw in _repeated(text, document)
            )
        for question in section.questions:
            name = question.facts[0]
            yield from ((name, flaw) for _, text in _texts(question, name, {}) for flaw in _repeated(text, document))
    for part in (pack.about, pack.assessment):
        yield from (("", flaw) for _, text in _texts(part, "", {}) for flaw in _repeated(text, document))


def _repeated(text: Text, document: Document) -> Iterator[Flaw]:
    for language, words in text.items():
        found = document.repeated(words)
        if found:
            yield Flaw(_MESSAGE, {"words": found}, language)


def _texts(part: object, name: str, names: Mapping[int, str]) -> Iterator[tuple[str, Text]]:
    """Every text in a part of a pack, however deep, with the name of the fact that it is in."""
    name = names.get(id(part), name)
    if is_dataclass(part):
        for each in fields(part):
            if each.name not in {"apart", "renamed_from"}:
                yield from _texts(getattr(part, each.name), name, names)
    elif isinstance(part, Mapping):
        if part and all(isinstance(words, str) for words in part.values()):
            yield name, part
        else:
            yield from (found for value in part.values() for found in _texts(value, name, names))
    elif isinstance(part, tuple):
        yield from (found for value in part for found in _texts(value, name, names))


RULE = DocumentRule(
    name="own-wording",
    look=look,
    look_in_pack=look_in_pack,
    explanation=Explanation(
        what=N_("No text of the pack repeats six words in a row of its document, but for what it declares `apart`."),
        why=N_("Who asks in the document’s words tests memory for words; and the document belongs to its publisher."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 3 (paraphrase; avoid verbatim wording)",
        bad=N_("A sentence of the document with a gap in it."),
        good=N_("The same fact, said as one would say it to a colleague."),
    ),
)
