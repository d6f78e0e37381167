"""What pydantic finds wrong with a pack, in sentences for its author, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from ctoquiz.domain import facts as shapes
from ctoquiz.domain import pack
from ctoquiz.domain.assessment import profile, whole
from ctoquiz.domain.facts import written
from ctoquiz.domain.facts.base import ContentError
from ctoquiz.errors import N_, Problem, Where
from ctoquiz.storage.packfile import PackFile

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from ctoquiz.storage.yamlreader import Marks

Path = tuple[str | int, ...]

LONGEST_VALUE = 300
"""So many characters of a pack are quoted in a message at most."""

_EXPECTED = {
    "string_type": N_("`{field}` must be a text; put it between quotes."),
    "int_type": N_("`{field}` must be a whole number."),
    "int_from_float": N_("`{field}` must be a whole number."),
    "float_type": N_("`{field}` must be a number, without quotes, spaces or unit."),
    "bool_type": N_("`{field}` must be true or false."),
    "tuple_type": N_("`{field}` must be a list: […]."),
    "dict_type": N_("`{field}` must hold a text in each language: {{fr: …, en: …}}."),
    "mapping_type": N_("`{field}` must hold a text in each language: {{fr: …, en: …}}."),
    "dataclass_type": N_("`{field}` must have fields such as `id: …`."),
}
"""A sentence for each type of pydantic's errors that says what was expected."""


def problems_of(error: ValidationError, file: PackFile, path: Path) -> Iterator[Problem]:
    """Each of pydantic's errors as a problem; `path` leads from the top of the file to what was checked."""
    for each in error.errors(include_url=False, include_input=False):
        of_key = each["type"] == "unexpected_keyword_argument"
        for message, values, own in _sentences(each):
            where = where_of(file, (*path, *each["loc"], *own), of_key=of_key)
            yield Problem(message, _shortened(values), where)


def content_problem(file: PackFile, error: ContentError) -> Problem:
    """The problem that the domain found, with its place."""
    return Problem(error.message, _shortened(error.values), where_of(file, error.path))


def _shortened(values: Mapping[str, object]) -> Mapping[str, object]:
    """What fills the gaps of a message, no longer than one reads: a text of a pack may be of any length."""
    from ctoquiz.storage.yamltext import shown

    return {name: shown(value, LONGEST_VALUE) if isinstance(value, str) else value for name, value in values.items()}


def _sentences(error: ErrorDetails) -> Iterator[tuple[str, Mapping[str, object], Path]]:
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, ContentError):
        yield from ((each.message, each.values, each.path) for each in cause.all)
    else:
        yield _sentence(error)


def _sentence(error: ErrorDetails) -> tuple[str, Mapping[str, object], Path]:
    field = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")
    if error["type"] in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        return N_("The field `{field}` is missing; add it."), {"field": field}, ()
    if error["type"] == "unexpected_keyword_argument":
        return _unknown_field(field)
    if error["type"] == "literal_error":
        known = str(error.get("ctx", {}).get("expected", "")).replace("'", "")
        return N_("`{field}` must be one of: {known}."), {"field": field, "known": known}, ()
    expected = _EXPECTED.get(error["type"])
    if expected is not None:
        return expected, {"field": field}, ()
    return N_("`{field}` is not as it should be ({detail})."), {"field": field, "detail": error["msg"]}, ()


def _unknown_field(field: str) -> tuple[str, Mapping[str, object], Path]:
    from ctoquiz.domain.nearest import nearest

    near = nearest(field, sorted(_known_fields() - {field}))
    if near is None:
        return N_("“{field}” is not a field here; remove it or mend its name."), {"field": field}, ()
    return N_("“{field}” is not a field here; did you mean “{near}”?"), {"field": field, "near": near}, ()


def _known_fields() -> set[str]:
    modules = (shapes, written, pack, whole, profile)
    classes = [thing for module in modules for thing in vars(module).values() if hasattr(thing, "__dataclass_fields__")]
    return {field.name for shape in classes for field in fields(shape)}


_MARKS: dict[bytes, Marks] = {}
MOST_MARKED = 64
"""Files of which it is known where their values are written; a pack of more is read again for its problems."""


def remember(file: PackFile, marks: Marks) -> None:
    """Keep where the values of a file are written, for the problems that may be found later."""
    while len(_MARKS) >= MOST_MARKED:
        del _MARKS[next(iter(_MARKS))]
    _MARKS[file.data] = marks


def _marks(file: PackFile) -> Marks:
    if file.data not in _MARKS:
        from ctoquiz.storage.yamlreader import locate

        remember(file, locate(file.data))
    return _MARKS[file.data]


def where_of(file: PackFile, path: Path, *, of_key: bool = False, marks: Marks | None = None) -> Where:
    """The place of a path; a family of a single fact has no `rows` in its file, so that the path is tried without."""
    marks = marks or _marks(file)
    for candidate in (path, _without_rows(path)):
        line, column = (marks.key_at if of_key else marks.at)(candidate)
        if candidate == path and "rows" in path and (line, column) == marks.at(path[: path.index("rows")]):
            continue
        return Where(file.name, line, column)
    raise AssertionError(path)


def _without_rows(path: Path) -> Path:
    if "rows" not in path:
        return path
    place = path.index("rows")
    return (*path[:place], *path[place + 2 :])
