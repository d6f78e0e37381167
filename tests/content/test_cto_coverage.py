"""The pack that ships against its document, which is not ours to pass on: with a copy of it at CTOQUIZ_DOCUMENT."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from ctoquiz.document.coverage import Coverage, coverage
from ctoquiz.domain.facts import AnyFamily, FigureFamily, RangeFamily, SetFamily
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.sentences import sentences
from ctoquiz.storage.packs import load_pack

DOCUMENT = os.environ.get("CTOQUIZ_DOCUMENT")

pytestmark = pytest.mark.skipif(not DOCUMENT, reason="CTOQUIZ_DOCUMENT names no copy of the document")


@cache
def cto() -> Pack:
    return load_pack("cto")


@cache
def document() -> tuple[str, ...]:
    return tuple(sentences(Path(DOCUMENT or "").read_text("utf-8")))


def without(name: str, row: str) -> Coverage:
    """The coverage by the pack without one of its facts."""
    sections = tuple(
        replace(
            section, facts=tuple(_lessened(family, row) if family.id == name else family for family in section.facts)
        )
        for section in cto().sections
    )
    return coverage(replace(cto(), sections=sections), document())


def _lessened(family: AnyFamily, row: str) -> AnyFamily:
    if isinstance(family, SetFamily):
        return replace(family, members=tuple(each for each in family.members if each.id != row))
    assert isinstance(family, RangeFamily | FigureFamily)
    return replace(family, rows=tuple(each for each in family.rows if each.id != row))  # type: ignore[arg-type]


def untold(found: Coverage) -> set[tuple[int, str]]:
    return {(each.sentence, each.text) for each in found.untold}


def test_the_pack_tells_all_of_its_document() -> None:
    found = coverage(cto(), document())
    assert (found.missing, found.idle, found.uncited, found.untold) == ((), (), (), ())


@pytest.mark.parametrize("row", ["confirmed-paris", "confirmed-city"])
def test_a_range_that_is_taken_out_is_named(row: str) -> None:
    family = cto().families["pay"]
    assert isinstance(family, RangeFamily)
    (gone,) = (each for each in family.rows if each.id == row)
    ((sentence, text),) = untold(without("pay", row))
    assert sentence == gone.sentences[0]
    assert str(int(gone.high))[:2] in text


def test_every_job_of_the_list_in_one_line_is_named_when_it_is_taken_out() -> None:
    family = cto().families["related-jobs"]
    assert isinstance(family, SetFamily)
    for member in family.members:
        assert len(untold(without("related-jobs", member.id))) == 1, member.id
