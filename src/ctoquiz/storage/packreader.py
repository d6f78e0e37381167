"""From the files of a pack to its facts: every mistake of an author found in one run, each with its place.

The shape of each part is that of the domain's classes; pydantic builds them. Its messages are put into sentences for
authors in `packmessages`, by the stable types of its errors.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast

from ctoquiz.domain import facts as shapes
from ctoquiz.domain.facts import written
from ctoquiz.domain.facts.base import TEXT_FIELDS, ContentError
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.pack import About, Pack, Section, problems
from ctoquiz.errors import N_, BadInput, Problem, Where
from ctoquiz.storage.packfile import PackFile
from ctoquiz.storage.packmessages import Path, content_problem, problems_of
from ctoquiz.storage.yamlreader import read_yaml

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Shape = TypeVar("Shape")
JsonObject = dict[str, Json]

SCHEMA = "ctoquiz/pack/1"

FAMILIES: Mapping[str, type[shapes.AnyFamily]] = {
    "set": shapes.SetFamily,
    "relation": shapes.RelationFamily,
    "range": shapes.RangeFamily,
    "figure": shapes.FigureFamily,
    "term": shapes.TermFamily,
    "contrast": shapes.ContrastFamily,
    "condition": shapes.ConditionFamily,
    "progression": shapes.ProgressionFamily,
}

WRITTEN: Mapping[str, type[written.AnyWritten]] = {
    "single": written.WrittenOptions,
    "multiple": written.WrittenOptions,
    "order": written.WrittenOptions,
    "true-false": written.WrittenStatement,
    "number": written.WrittenNumber,
    "interval": written.WrittenInterval,
    "text": written.WrittenText,
    "match": written.WrittenMatch,
}

ROWS = {"set": "members", "contrast": "sides", "progression": "steps"}
"""What the rows of a family are called in its file, where they aren't called `rows`."""

FAMILY_FIELDS = frozenset(
    {
        "id",
        "kind",
        "sentences",
        "siblings",
        "ask",
        "says",
        "explanation",
        "lures",
        "renamed_from",
        "statements",
    }
    | {"title", "closed", "functional", "unit"}
)
"""What stays on the family where a family of a single fact leaves `rows` out; all else belongs to the row."""


def read_pack(files: list[PackFile], digest: str) -> Pack:
    """The pack that the files hold. Raises BadInput with all that its author must mend, in the order of the files."""
    found: list[Problem] = []
    about = read_about(files[0], found)
    sections: dict[str, Section] = {}
    for file in files[1:]:
        section = read_section(file, found)
        if section is not None:
            sections[file.name] = section
    if about is not None and not found:
        data = {file.name: file for file in files}
        found += [content_problem(data[name], error) for name, error in problems(about, sections)]
        found += [each for file in files for each in missing_languages(file, about.languages)]
    if found or about is None:
        raise BadInput.of(sorted(found, key=_place))
    return Pack(about, digest, tuple(_in_topic_order(about, sections)))


def _in_topic_order(about: About, sections: Mapping[str, Section]) -> Iterator[Section]:
    order = [topic.id for topic in about.topics]
    return iter(sorted(sections.values(), key=lambda section: order.index(section.topic)))


def _place(problem: Problem) -> tuple[str, int, int]:
    where = problem.where or Where("")
    return where.file, where.line or 0, where.column or 0


def read_about(file: PackFile, found: list[Problem]) -> About | None:
    """What `pack.yaml` says; adds to `found` what is wrong with it."""
    data = _mapping(file, found)
    if data is None:
        return None
    about = _shaped(About, data, file, (), found)
    if about is not None and about.schema != SCHEMA:
        error = ContentError(
            N_("The schema “{schema}” is not one that this version reads; write “{known}”."),
            ("schema",),
            schema=about.schema,
            known=SCHEMA,
        )
        found.append(content_problem(file, error))
    return about


def read_section(file: PackFile, found: list[Problem]) -> Section | None:
    """What a file of facts holds; adds to `found` what is wrong with it."""
    data = _mapping(file, found)
    if data is None:
        return None
    before = len(found)
    families = [
        _shaped_by_kind(FAMILIES, _with_rows(each), file, ("facts", place), found)
        for place, each in enumerate(_items(data, "facts", file, found))
    ]
    questions = [
        _shaped_by_kind(WRITTEN, each, file, ("questions", place), found)
        for place, each in enumerate(_items(data, "questions", file, found))
    ]
    bare = _shaped(Section, {**data, "facts": [], "questions": []}, file, (), found)
    if bare is None or len(found) > before:
        return None
    return Section(
        topic=bare.topic,
        sentences=bare.sentences,
        facts=tuple(family for family in families if family is not None),
        questions=tuple(question for question in questions if question is not None),
    )


def _mapping(file: PackFile, found: list[Problem]) -> JsonObject | None:
    try:
        data = read_yaml(file.data, file.name)
    except BadInput as error:
        found += error.problems
        return None
    if isinstance(data, dict):
        return data
    found.append(Problem(N_("This file must hold fields such as `topic: …`, one a line."), {}, Where(file.name, 1, 1)))
    return None


def _items(data: JsonObject, field: str, file: PackFile, found: list[Problem]) -> list[JsonObject]:
    items = data.get(field)
    if items is None:
        return []
    if not isinstance(items, list):
        found.append(
            content_problem(file, ContentError(N_("`{field}` is a list: start each with `- `."), (field,), field=field))
        )
        return []
    kept: list[JsonObject] = []
    for place, item in enumerate(items):
        if isinstance(item, dict):
            kept.append(item)
        else:
            error = ContentError(N_("Each of `{field}` has fields such as `id: …`."), (field, place), field=field)
            found.append(content_problem(file, error))
    return kept


def _with_rows(family: JsonObject) -> JsonObject:
    """A family of a single fact, written without `rows`, with its one row."""
    kind = family.get("kind")
    rows = ROWS.get(str(kind), "rows")
    if rows in family or kind in ROWS or kind not in FAMILIES:
        return family
    own: JsonObject = {name: value for name, value in family.items() if name not in FAMILY_FIELDS}
    return {name: value for name, value in family.items() if name in FAMILY_FIELDS} | {rows: [own]}


def _shaped_by_kind(
    shapes: Mapping[str, type[Shape]], data: JsonObject, file: PackFile, path: Path, found: list[Problem]
) -> Shape | None:
    kind = data.get("kind")
    if isinstance(kind, str) and kind in shapes:
        return _shaped(shapes[kind], data, file, path, found)
    from ctoquiz.domain.nearest import nearest

    known = ", ".join(shapes)
    near = nearest(kind, shapes) if isinstance(kind, str) else None
    if near is not None:
        error = ContentError(
            N_("“{kind}” is not a kind; did you mean “{near}”?"), (*path, "kind"), kind=kind, near=near
        )
    else:
        error = ContentError(N_("`kind` must be one of: {known}."), (*path, "kind"), known=known)
    found.append(content_problem(file, error))
    return None


def _shaped(shape: type[Shape], data: JsonObject, file: PackFile, path: Path, found: list[Problem]) -> Shape | None:
    from pydantic import ValidationError

    try:
        return cast("TypeAdapter[Shape]", _adapter(shape)).validate_json(json.dumps(data))
    except ValidationError as error:
        found += problems_of(error, file, path)
        return None


@cache
def _adapter(shape: type[object]) -> TypeAdapter[object]:
    from pydantic import TypeAdapter

    return TypeAdapter(shape)


def missing_languages(file: PackFile, languages: tuple[str, ...]) -> Iterator[Problem]:
    """A problem for each text that lacks a language of the pack, or has one that the pack has not."""
    for path, text in _texts(read_yaml(file.data, file.name), (), within_ask=False):
        for language in languages:
            if not text.get(language):
                error = ContentError(
                    N_("This text is missing in “{language}”; add `{language}: …`."), path, language=language
                )
                yield content_problem(file, error)
        for language in text:
            if language not in languages:
                error = ContentError(
                    N_("“{language}” is not among the pack’s languages ({known}); remove it or add it to pack.yaml."),
                    (*path, language),
                    language=language,
                    known=", ".join(languages),
                )
                yield content_problem(file, error)


def _texts(value: Json, path: Path, *, within_ask: bool) -> Iterator[tuple[Path, JsonObject]]:
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from _texts(item, (*path, place), within_ask=False)
    elif isinstance(value, dict):
        for name, item in value.items():
            if isinstance(item, dict) and (within_ask or name in TEXT_FIELDS):
                yield (*path, name), item
            else:
                yield from _texts(item, (*path, name), within_ask=name == "ask")
