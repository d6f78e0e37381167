"""Where in its files a pack says what a finding is about.

A pack that was read knows nothing of its files; they are looked into again only where there is something to find.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ctoquiz.domain.facts import AnyFamily, Row
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.errors import Where
from ctoquiz.storage.packfile import ASSESSMENT, PackFile
from ctoquiz.storage.packmessages import Path, where_of
from ctoquiz.storage.yamlreader import Marks, located

ON_ASSESSMENT = "assessment"
"""What findings on the self-assessment are about; after a colon, the name of a statement may follow."""


class Places:
    """The places of families, facts and questions in the files of one pack, the manifest first."""

    def __init__(self, pack: Pack, files: Sequence[PackFile]) -> None:
        self._pack = pack
        self._manifest, *self._files = [_Marked(file) for file in files]

    def of(self, about: str, at: Path = (), language: str | None = None) -> Where:
        """The place of what has that name (empty: the pack), or of the field that `at` leads to from there.

        A question made of a fact has the place of its wording where the fact has one of its own, else of the fact; a
        question about a family that of its wording.
        """
        if about in self._pack.written:
            return self._of_written(about, at)
        name, _, template = about.partition("/")
        family = self._pack.families.get(name) or self._pack.facts.get(name)
        if family is not None:
            return self._of_fact(family, name, at or _wording(self._pack.rows.get(name) or family, template, language))
        assessment = about.partition(":")[0] == ON_ASSESSMENT and self._file_named(ASSESSMENT)
        return (assessment or self._manifest).where(at)

    def _of_written(self, name: str, at: Path) -> Where:
        wanted = self._pack.written[name].id
        for file in self._files:
            for place, question in enumerate(file.items("questions", wanted)):
                facts = question.get("facts")
                if question.get("id") == wanted and isinstance(facts, list) and f"{facts[0]}/{wanted}" == name:
                    return file.where(("questions", place, *at))
        return self._manifest.where(())

    def _of_fact(self, family: AnyFamily, name: str, at: Path) -> Where:
        path = () if name == family.id else self._paths[name]
        for file in self._files:
            for place, each in enumerate(file.items("facts", family.id)):
                if each.get("id") == family.id:
                    return file.where(("facts", place, *path, *at))
        return self._manifest.where(())

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        """The path that leads to each fact from its family."""
        families = self._pack.families.values()
        return {family.name_of(row): path for family in families for path, row in family.placed()}

    def _file_named(self, name: str) -> _Marked | None:
        return next((file for file in self._files if file.ends_with(name)), None)


def _wording(asked: Row | AnyFamily, template: str, language: str | None) -> Path:
    """The path to the wording of a question, from the fact or the family that it is about."""
    if template not in asked.ask:
        return ()
    return ("ask", template) if language is None else ("ask", template, language)


class _Marked:
    """A file whose places are worked out when first asked for."""

    def __init__(self, file: PackFile) -> None:
        self._file = file

    @cached_property
    def _located(self) -> tuple[Json, Marks]:
        return located(self._file.data)

    def where(self, path: Path) -> Where:
        return where_of(self._file, path, marks=self._located[1])

    def ends_with(self, name: str) -> bool:
        return self._file.name.endswith(name)

    def items(self, field: str, name: str) -> list[JsonObject]:
        """The items of a list of the file, as they are written; none where the name comes nowhere in it."""
        if name.encode() not in self._file.data:
            return []
        top, _ = self._located
        return list(_mappings(top.get(field))) if isinstance(top, dict) else []


def _mappings(value: Json) -> Iterator[JsonObject]:
    for item in value if isinstance(value, list) else ():
        yield item if isinstance(item, dict) else {}
