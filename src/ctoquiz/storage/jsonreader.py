"""JSON from strangers, strictly: plain files in UTF-8 that say each thing once, with numbers that are numbers."""

from __future__ import annotations

import errno
import json
import os
import re
from collections import Counter
from pathlib import Path

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.errors import N_, BadInput, CtoquizError, InputNotFound, InputOutputError, NotPermitted, Where
from ctoquiz.storage.disk import READ, is_regular, read_all

MEBIBYTE = 1024 * 1024
MAX_BYTES = 16 * MEBIBYTE
MAX_DEPTH = 64
"""Lists and mappings inside one another."""

MAX_DIGITS = 300
"""A whole number that is longer is none to many programs: a float ends at 309 digits."""

LONGEST_VALUE = 100
"""So many characters of a key or a number are quoted in a message at most."""

_TOO_LARGE = N_("The number {value} in this JSON is too large; mend it.")
_HALF_OF_A_PAIR = re.compile(r"\\u[dD][89a-fA-F]")
_NOT_A_FILE = N_("This is a link, a folder, a pipe or a device; put a file of JSON there.")


class _Refused(ValueError):
    """Well-formed JSON that two programs could understand in two ways."""

    def __init__(self, message: str, value: str) -> None:
        self.message = message
        self.value = value


def read_json(path: Path, limit_bytes: int = MAX_BYTES) -> Json:
    """The value in a file of JSON of `limit_bytes` bytes at most.

    Raises InputNotFound (66) when nothing is there, NotPermitted (77) when it may not be read, InputOutputError (74)
    when the system fails, and BadInput (65), with line and column where they are known, for all else that is wrong.
    """
    try:
        data = _content(path, limit_bytes)
    except OSError as error:
        raise _explained(error, path) from error
    where = Where(str(path))
    if data is None:
        raise BadInput(_NOT_A_FILE, where)
    if len(data) > limit_bytes:
        raise BadInput(
            N_("This file is larger than {limit} MB; take it away, or name another one."),
            where,
            limit=f"{limit_bytes / MEBIBYTE:.3g}",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(N_("This file is not text in UTF-8; save it as UTF-8."), where) from error
    return read_json_text(text, str(path))


def read_json_text(text: str, name: str) -> Json:
    """The value that `text` holds; `name` is what a message calls its place. Raises BadInput (65)."""
    where = Where(name)
    try:
        value: Json = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        place = Where(name, error.lineno, error.colno)
        raise BadInput(N_("This is not JSON from here on; mend it, or take the file away."), place) from error
    except _Refused as error:
        raise BadInput(error.message, where, value=error.value[:LONGEST_VALUE]) from error
    except RecursionError as error:
        raise _too_deep(where) from error
    if text.count("[") + text.count("{") > MAX_DEPTH and _is_too_deep(value):
        raise _too_deep(where)
    if _HALF_OF_A_PAIR.search(text) and not _is_text(value):
        raise BadInput(N_("A text in this JSON holds half a character (\\ud800 to \\udfff); mend it."), where)
    return value


def _content(path: Path, limit: int) -> bytes | None:
    # None stands for what is no plain file; one byte more than the limit tells too large a file.
    descriptor = os.open(path, READ)
    try:
        return read_all(descriptor, limit) if is_regular(descriptor) else None
    finally:
        os.close(descriptor)


def _explained(error: OSError, path: Path) -> CtoquizError:
    where = Where(str(path))
    if error.errno in (errno.ELOOP, errno.ENXIO, errno.EOPNOTSUPP, errno.EISDIR) or path.is_dir():
        return BadInput(_NOT_A_FILE, where)
    if isinstance(error, PermissionError):
        return NotPermitted(N_("You may not read this file; ask for the permission, or name another one."), where)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return InputNotFound(N_("There is no such file; check its path."), where)
    return InputOutputError(N_("The system can’t read this file ({reason}); try again."), where, reason=error.strerror)


def _unique(pairs: list[tuple[str, Json]]) -> JsonObject:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise _Refused(N_("The key “{value}” stands twice in one mapping of this JSON; keep one."), twice)
    return found


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise _Refused(_TOO_LARGE, text)
    return number


def _no_constant(text: str) -> Json:
    raise _Refused(N_("{value} in this JSON is not a number; mend it."), text)


def _whole(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise _Refused(_TOO_LARGE, text)
    return int(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=_finite, parse_int=_whole, parse_constant=_no_constant
)


def _too_deep(where: Where) -> BadInput:
    return BadInput(N_("This JSON is nested more than {depth} levels deep; flatten it."), where, depth=MAX_DEPTH)


def _is_too_deep(value: Json) -> bool:
    level = _inside([value])
    for _ in range(MAX_DEPTH):
        if not level:
            return False
        level = [child for each in level for child in _inside(each)]
    return bool(level)


def _inside(value: Json) -> list[Json]:
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [child for child in children if isinstance(child, (dict, list))]


def _is_text(value: Json) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
