"""One result in its file, read with suspicion: its envelope is checked, whoever wrote it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.errors import N_, BadInput, Where
from ctoquiz.frozen import frozen
from ctoquiz.storage.jsonreader import read_json

SCHEMA = "ctoquiz/result/1"
_NEWER = re.compile(r"ctoquiz/result/([2-9]|[1-9][0-9]{1,5})")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")


@frozen
class StoredResult:
    """A result that was saved. `document` is the whole of it; its envelope is checked, its answers are not."""

    id: str
    path: Path
    started_at: datetime
    document: JsonObject

    @property
    def ended(self) -> tuple[datetime, str]:
        """What sorts results by when they ended; one that was left and resumed may have begun long before."""
        return datetime.fromisoformat(str(self.document["finished_at"])), self.id

    @property
    def is_stopped(self) -> bool:
        """Whether its session was stopped, and can be resumed."""
        return self.document["status"] == "stopped"


def read_result(path: Path) -> StoredResult:
    """The result in a file.

    Raises BadInput (65) for what is no result, and for one of a newer schema; else as `read_json` does.
    """
    document = read_json(path)
    where = Where(str(path))
    if not isinstance(document, dict):
        raise BadInput(N_("This is not a result of ctoquiz; take it out of this folder."), where)
    _check_schema(document.get("schema"), where)
    wrong = _wrong_field(document)
    if wrong is not None:
        raise BadInput(
            N_("“{field}” of this result is missing, or not what it should be; take the file out of this folder."),
            where,
            field=wrong,
        )
    return StoredResult(str(document["id"]), path, datetime.fromisoformat(str(document["started_at"])), document)


def _check_schema(schema: Json, where: Where) -> None:
    if schema == SCHEMA:
        return
    if isinstance(schema, str) and _NEWER.fullmatch(schema):
        raise BadInput(
            N_("This result was written by a newer ctoquiz ({schema}); update ctoquiz to read it."),
            where,
            schema=schema,
        )
    raise BadInput(N_("This is not a result of ctoquiz; take it out of this folder."), where)


def _wrong_field(document: JsonObject) -> str | None:
    """The first field of the envelope that is missing or mistyped; None when all are right."""
    for field, is_right in _ENVELOPE.items():
        if not is_right(document.get(field)):
            return field
    return "quiz" if document["type"] == "quiz" and not isinstance(document.get("quiz"), dict) else None


def _is_id(value: Json) -> bool:
    return isinstance(value, str) and ID.fullmatch(value) is not None


def _is_time(value: Json) -> bool:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return False
    # Outside these years, some time zone or some system can't say what time it was there.
    return at is not None and at.tzinfo is not None and 1970 <= at.year < 9999


def _is_duration(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < math.inf


def _is_name(value: Json) -> bool:
    return value is None or isinstance(value, str)


def _is_mapping(value: Json) -> bool:
    return isinstance(value, dict)


def _is_rows(value: Json) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


_ENVELOPE: Mapping[str, Callable[[Json], bool]] = {
    "type": ("quiz", "assessment").__contains__,
    "id": _is_id,
    "status": ("complete", "stopped").__contains__,
    "started_at": _is_time,
    "finished_at": _is_time,
    "seconds": _is_duration,
    "participant": _is_name,
    "tool": _is_mapping,
    "pack": _is_mapping,
    "answers": _is_rows,
    "score": _is_mapping,
}
