"""The lines of a journal, as pure functions: an entry to its line, and whatever bytes are left back to the entries.

A line is `crc32 json` and a line feed: CRC-32 of the JSON, in eight hexadecimal digits. The JSON is a mapping with one
key: `header` (what the session is, written twice, since all hangs on it) or `entry` (one answer).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from zlib import crc32

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.errors import BadInput
from ctoquiz.frozen import frozen
from ctoquiz.storage.jsonreader import read_json_text

_BEGINNING = re.compile(rb"[0-9a-f]{8} \{")
_LONGEST_TO_SEARCH = 64 * 1024
_MOST_TO_TRY = 16


@frozen
class Replay:
    """What the bytes of a journal still say.

    `header` is None where both copies of it are lost; `entries` are in the order written; `torn` tells whether the
    last line was cut off; `damaged` counts the entries that fail their checksum; `whole` is the length in bytes up to
    the end of the last whole line.
    """

    header: JsonObject | None
    entries: list[JsonObject]
    torn: bool
    damaged: int
    whole: int


def json_bytes(value: Mapping[str, Json], *, indent: int | None = None) -> bytes:
    """`value` as JSON in UTF-8. Half a surrogate pair, which UTF-8 can't hold, becomes a question mark."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return text.encode("utf-8", "replace")


def opening_lines(header: Mapping[str, Json], entries: Sequence[Mapping[str, Json]] = ()) -> bytes:
    """How a journal begins: its header, twice, and the entries that it continues from."""
    return _line("header", header) * 2 + b"".join(map(entry_line, entries))


def entry_line(entry: Mapping[str, Json]) -> bytes:
    """The line of one entry."""
    return _line("entry", entry)


def replay(data: bytes) -> Replay:
    """Read a journal back. Damage costs the records that it hit, never one beside them."""
    whole = data.rfind(b"\n") + 1
    headers: list[JsonObject] = []
    entries: list[JsonObject] = []
    damaged: list[bytes] = []
    within_damage = False
    for line in data[:whole].split(b"\n")[:-1]:
        pieces = list(_pieces(line))
        for piece in pieces:
            if not isinstance(piece, bytes):
                kind, value = piece
                (headers if kind == "header" else entries).append(value)
            # A bit that became a line feed cuts one record into two bad lines: the second doesn't begin like a record.
            elif _BEGINNING.match(piece) or not within_damage:
                damaged.append(piece)
        within_damage = isinstance(pieces[-1], bytes)
    header = headers[-1] if headers else None
    return Replay(header, entries, len(data) > whole, len(damaged) - _was_header(damaged, headers), whole)


def _was_header(damaged: Sequence[bytes], headers: Sequence[JsonObject]) -> bool:
    """Whether the first damaged line was nothing but the other copy of the header: no answer is lost with it."""
    return len(headers) == 1 and bool(damaged) and len(damaged[0]) < len(_line("header", headers[0]))


def _line(kind: str, value: Mapping[str, Json]) -> bytes:
    payload = json_bytes({kind: dict(value)})
    return b"%08x %s\n" % (crc32(payload), payload)


def _pieces(line: bytes) -> Iterator[tuple[str, JsonObject] | bytes]:
    """The records of a line: one, or those that a lost line feed or a half-written record ran together; and, as bytes,
    what is none.
    """
    record = _record(line)
    if record is not None:
        yield record
        return
    if len(line) <= _LONGEST_TO_SEARCH:
        for begin in islice(_BEGINNING.finditer(line, 1), _MOST_TO_TRY):
            last = _record(line[begin.start() :])
            if last is not None:
                # What stands where the line feed was is one byte.
                before = line[: begin.start() - 1]
                yield from _pieces(before) if before else ()
                yield last
                return
    yield line


def _record(line: bytes) -> tuple[str, JsonObject] | None:
    payload = line[9:]
    if line[:9] != b"%08x " % crc32(payload):
        return None
    try:
        value = read_json_text(payload.decode(), "")
    except (BadInput, UnicodeDecodeError):
        return None
    if not isinstance(value, dict) or len(value) != 1:
        return None
    kind, content = next(iter(value.items()))
    return (kind, content) if kind in ("header", "entry") and isinstance(content, dict) else None
