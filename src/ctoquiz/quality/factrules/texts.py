"""Every text of a pack that readers see, with what it belongs to and the field that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from ctoquiz.domain.facts import Family, Row
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.text import Text

Path = tuple[str | int, ...]
Placed = tuple[str, Path, Text]
"""The name of a fact, a family or a question written by hand (empty: the pack itself), the path from it, the text."""


def texts(pack: Pack) -> Iterator[Placed]:
    """The texts in the pack's order."""
    languages = frozenset(pack.languages)
    yield from (("", path, text) for path, text in _texts(pack.about, (), languages))
    for family in pack.families.values():
        rows = dict(family.placed())
        for path, text in _texts(family, (), languages):
            yield (*_owner(family, path, rows), text)
    for name, question in pack.written.items():
        yield from ((name, path, text) for path, text in _texts(question, (), languages))


def _owner(family: Family[Row], path: Path, rows: Mapping[Path, Row]) -> tuple[str, Path]:
    """What of a family has the text at a path: one of its facts, else the family itself; and the rest of the path.

    A single fact that has no name of its own is its family.
    """
    for length in range(1, len(path)):
        row = rows.get(path[:length])
        if row is not None and row.id and any(row is fact for fact in family.facts):
            return family.name_of(row), path[length:]
    return family.id, path


def _texts(value: object, path: Path, languages: frozenset[str]) -> Iterator[tuple[Path, Text]]:
    if isinstance(value, Mapping):
        if value.keys() == languages and all(isinstance(words, str) for words in value.values()):
            yield path, value
        else:
            for name, item in value.items():
                yield from _texts(item, (*path, name), languages)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _texts(item, (*path, place), languages)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name), (*path, each.name), languages)
