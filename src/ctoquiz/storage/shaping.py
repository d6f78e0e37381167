"""From plain data to the domain's classes: pydantic builds them, and all that is wrong is told with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING, TypeVar, cast

from ctoquiz.domain.facts.base import ContentError
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.errors import N_, BadInput, Problem, Where
from ctoquiz.storage.packfile import PackFile
from ctoquiz.storage.packmessages import Path, content_problem, problems_of, remember
from ctoquiz.storage.yamlproblems import MAX_IN_ALL
from ctoquiz.storage.yamlreader import read_marked

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

Shape = TypeVar("Shape")

MAX_VALUES = 200_000
"""Values in a family of facts, a question, or whatever else is checked as one: enough for ten thousand facts."""

_BEGINNING = 10_000
"""Values looked at again where more is wrong than is told: pydantic takes half a kilobyte to list a mistake."""

_LEAST = 2
"""Characters that a value takes in JSON at least."""

_ADAPTERS: dict[type[object], TypeAdapter[object]] = {}
"""Those made so far: making one takes longer than using it."""


def mapping(file: PackFile, found: list[Problem]) -> JsonObject | None:
    """The fields of a file; None, and what is wrong added to `found`, where it holds none."""
    try:
        data, marks = read_marked(file.data, file.name)
    except BadInput as error:
        found += error.problems
        return None
    remember(file, marks)
    if isinstance(data, dict):
        return data
    found.append(Problem(N_("This file must hold fields such as `topic: …`, one a line."), {}, Where(file.name, 1, 1)))
    return None


def items(data: JsonObject, field: str, file: PackFile, found: list[Problem], path: Path = ()) -> list[JsonObject]:
    """The mappings that the list `field` holds; adds to `found` what else it holds. `path` leads to `data`."""
    given = data.get(field)
    if given is None:
        return []
    if not isinstance(given, list):
        error = ContentError(N_("`{field}` is a list: start each with `- `."), (*path, field), field=field)
        found.append(content_problem(file, error))
        return []
    kept: list[JsonObject] = []
    for place, item in enumerate(given):
        if isinstance(item, dict):
            kept.append(item)
        else:
            error = ContentError(
                N_("Each of `{field}` has fields such as `id: …`."), (*path, field, place), field=field
            )
            found.append(content_problem(file, error))
    return kept


def shaped_by_kind(
    shapes: Mapping[str, type[Shape]], data: JsonObject, file: PackFile, path: Path, found: list[Problem]
) -> Shape | None:
    """An object of the class that goes with the field `kind` of `data`; else None, and why added to `found`."""
    kind = data.get("kind")
    if isinstance(kind, str) and kind in shapes:
        return shaped(shapes[kind], data, file, path, found)
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


def shaped(shape: type[Shape], data: JsonObject, file: PackFile, path: Path, found: list[Problem]) -> Shape | None:
    """An object of that class; else None, and every mistake added to `found`. `path` leads to `data` in the file."""
    from pydantic import ValidationError

    text = json.dumps(data)
    if len(text) > _LEAST * MAX_VALUES and _holds_more(data, MAX_VALUES):
        error = ContentError(N_("This holds more than {most} values; split it into several."), path, most=MAX_VALUES)
        found.append(content_problem(file, error))
        return None
    try:
        return cast("TypeAdapter[Shape]", _adapter(shape)).validate_json(text)
    except ValidationError as error:
        few = error if error.error_count() <= MAX_IN_ALL else _first_of(error, shape, data)
        found += problems_of(few, file, path)
        return None


def _first_of(error: ValidationError, shape: type[object], data: JsonObject) -> ValidationError:
    """What is wrong at the beginning of the data, where so much is wrong that nobody reads it to its end."""
    from pydantic import ValidationError

    try:
        _adapter(shape).validate_json(json.dumps(_beginning(data, count(), _BEGINNING)))
    except ValidationError as first:
        return first
    return error


def _beginning(value: Json, counted: Iterator[int], most: int) -> Json:
    """The first values of all; what comes after so many is left out of its list or mapping."""
    if isinstance(value, list):
        return [_beginning(item, counted, most) for item in value if next(counted) < most]
    if isinstance(value, dict):
        return {name: _beginning(item, counted, most) for name, item in value.items() if next(counted) < most}
    return value


def _holds_more(value: Json, most: int) -> bool:
    """Whether there are more values than that within a value."""
    held, waiting = 0, [value]
    while waiting and held <= most:
        each = waiting.pop()
        if isinstance(each, dict):
            held += len(each)
            waiting.extend(each.values())
        elif isinstance(each, list):
            held += len(each)
            waiting.extend(each)
    return held > most


def _adapter(shape: type[object]) -> TypeAdapter[object]:
    from pydantic import TypeAdapter

    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]
