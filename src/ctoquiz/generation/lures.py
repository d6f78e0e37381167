"""The wrong answers that the author wrote."""

from __future__ import annotations

from ctoquiz.domain.facts import Family, Row
from ctoquiz.domain.questions import Option


def authored(family: Family[Row], row: Row | None) -> list[Option]:
    """The lures of the fact, then those of its family (of the family alone where `row` is None)."""
    own = row.lures if row is not None else ()
    return [Option(lure.label, lure.about) for lure in (*own, *family.lures)]
