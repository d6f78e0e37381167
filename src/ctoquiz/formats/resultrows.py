"""Results as rows: for programs (JSON), for spreadsheets (CSV) and for a reader (a table)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.formats.columns import columns, width
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import Words
from ctoquiz.session.rescoring import mapping, text

WIDEST = 80
"""Columns of the terminals that a table is to fit."""

FIELDS = ("id", "type", "status", "participant", "finished_at", "code", "percent", "readiness")

_NAME, _RESULT, _CODE = 2, 4, 5
"""Places of columns of the table."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP, “CSV injection”)."""


@frozen
class Row:
    """One result in a list. `percent` is from 0 to 100 and a quiz's; `readiness` from 0 to 1 and an assessment's."""

    id: str
    type: str
    status: str
    participant: str | None
    finished_at: str
    code: str | None
    percent: float | None
    readiness: float | None


def row(document: JsonObject, percent: float | None, readiness: float | None) -> Row:
    """The row of a saved result, with its score worked out again: `percent` of a quiz, `readiness` of an assessment."""
    participant = document.get("participant")
    return Row(
        id=text(document.get("id")),
        type=text(document.get("type")),
        status=text(document.get("status")),
        participant=participant if isinstance(participant, str) else None,
        finished_at=text(document.get("finished_at")),
        code=text(mapping(document.get("quiz")).get("code")) or None,
        percent=percent,
        readiness=readiness,
    )


def rows_json(rows: Sequence[Row]) -> list[Json]:
    """An object a result, with exactly the fields of a list."""
    return [{field: getattr(each, field) for field in FIELDS} for each in rows]


def rows_csv(rows: Sequence[Row], language: str, harmless: Callable[[str], str]) -> str:
    """A table that a spreadsheet of that language opens: in French a byte order mark, semicolons, decimal commas.

    Texts that a spreadsheet would take for a formula are preceded by an apostrophe. `harmless` takes from a text what
    could move the terminal on which the table is looked at.
    """
    french = language == "fr"
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow(FIELDS)
    for each in rows:
        writer.writerow([harmless(_cell(getattr(each, field), french=french)) for field in FIELDS])
    return ("\ufeff" if french else "") + out.getvalue()


def _cell(value: str | float | None, *, french: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value).replace(".", ",") if french else repr(value)
    return f"'{value}" if value.startswith(_FORMULA) else value


def rows_table(rows: Sequence[Row], say: Words, harmless: Callable[[str], str]) -> str:
    """A line a result, the oldest first, its date that of this machine's clock.

    Where the table would be wider than a terminal, the codes, and if need be the names, stand on lines below.
    `harmless` as in `rows_csv`.
    """
    if not rows:
        return say("Nothing is saved here yet; take a quiz with: ctoquiz play") + "\n"
    head = (say("id"), say("finished"), say("name"), say("state"), say("result"), say("code"))
    table = [head, *(tuple(map(harmless, _line(each, say))) for each in rows)]
    layouts = [_folded(table, below) for below in ((), (_CODE,), (_NAME, _CODE))]
    fitting = (each for each in layouts if max(map(width, each)) <= WIDEST)
    return "\n".join(next(fitting, layouts[-1])) + "\n"


def _folded(table: Sequence[Sequence[str]], below: Sequence[int]) -> list[str]:
    """The lines of a table, those of its columns that are named `below` on lines of their own, moved right."""
    above = [place for place in range(len(table[0])) if place not in below]
    firsts = columns([[each[place] for place in above] for each in table], right=(above.index(_RESULT),))
    lines: list[str] = []
    for first, cells in zip(firsts, table, strict=True):
        lines += [first, *(f"  {cells[place]}" for place in below if cells[place])]
    return lines


def _line(each: Row, say: Words) -> tuple[str, ...]:
    state = say("complete") if each.status == "complete" else say("stopped")
    return each.id, _date(each.finished_at), each.participant or "—", state, _result(each, say), each.code or ""


def _result(each: Row, say: Words) -> str:
    if each.percent is not None:
        return say.percent(each.percent)
    if each.readiness is not None and each.status == "complete":  # of a few statements, it would say nothing
        return say("readiness {share}", share=say.percent(100 * each.readiness))
    return "—"


def _date(at: str) -> str:
    """The day of a result, in the order of years, months, days; as it stands where it is none."""
    try:
        return datetime.fromisoformat(at).astimezone().date().isoformat()
    except (ValueError, OverflowError, OSError):
        return at


def moment(at: str, say: Words) -> str:
    """A time of a result, as it is read on the clock of this machine; as it stands where it is none."""
    try:
        return say.moment(datetime.fromisoformat(at).astimezone())
    except (ValueError, OverflowError, OSError):
        return at
