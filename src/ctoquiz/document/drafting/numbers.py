"""Figures and ranges: in sentences, and in lines under each other (`Apprenti : 700 à 1 200 €`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, cast

from ctoquiz.document.drafting.base import Proposal, Source, named
from ctoquiz.document.figures import Figure, figures
from ctoquiz.document.outline import Role, Sentence
from ctoquiz.domain.facts import Figure as FigureRow
from ctoquiz.domain.facts import FigureFamily, RangeFamily, Span
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen

Unit = Literal["eur", "year", "percent", "none"]

_JOINS = re.compile(r"(?:et|ou|and|or|mais|but|puis|then)\b", re.IGNORECASE)
"""What follows such a word is about something else."""
IN_A_SENTENCE = N_("figures in one sentence; word what each is for under `condition`")
IN_LINES = N_("figures in lines under each other; check what each is for")


@frozen
class Found:
    """A figure in a sentence, and the words that may say what it is for."""

    sentence: Sentence
    figure: Figure
    condition: str


def found(source: Source) -> Iterator[Proposal]:
    """Every figure and range of a section, by what it counts."""
    for role, group in groupby(source.sentences, key=lambda each: each.role):
        lines = list(group)
        if role is Role.ROW:
            yield from _of_lines(source, lines)
        else:
            for sentence in lines:
                yield from _families(source, list(_in_sentence(sentence)), IN_A_SENTENCE, f"s{sentence.number}")


def _of_lines(source: Source, lines: Sequence[Sentence]) -> Iterator[Proposal]:
    rows = [each for line in lines for each in _in_line(line)]
    yield from _families(source, rows, IN_LINES, f"s{lines[0].number}")


def _in_sentence(sentence: Sentence) -> Iterator[Found]:
    every = figures(sentence.plain)
    for place, figure in enumerate(every):
        end = every[place + 1].start if place + 1 < len(every) else len(sentence.plain)
        start = every[place - 1].end if place else 0
        after = re.split(r"[,;:.()]", sentence.plain[figure.end : end])[0].strip()
        before = re.split(r"[,;:()]", sentence.plain[start : figure.start])[-1].strip()
        told = len(after.split()) > 1 and not _JOINS.match(after)
        yield Found(sentence, figure, after if told else " ".join(before.split()[-5:]) or after)


def _in_line(line: Sentence) -> Iterator[Found]:
    """The figures of a line, each with the label that the line begins with."""
    cells = [cell.strip() for cell in line.plain.strip("| ").split("|")]
    label = cells[0] if len(cells) > 1 else re.split(r"\s*:\s|\t", line.plain)[0]
    yield from (Found(line, figure, label) for figure in figures(line.plain))


def _families(source: Source, every: Sequence[Found], reason: str, name: str) -> Iterator[Proposal]:
    """A family for the ranges and one for the single numbers of each measure."""
    measures = dict.fromkeys((each.figure.unit, _measure(each.figure)) for each in every)
    for place, measure in enumerate(measures):
        same = [each for each in every if (each.figure.unit, _measure(each.figure)) == measure]
        spans = [each for each in same if each.figure.is_range]
        single = [each for each in same if not each.figure.is_range]
        tag = f"-{place + 1}" if place else ""
        if spans:
            yield _ranges(source, spans, reason, f"{name}-ranges{tag}")
        if single:
            yield _figures(source, single, reason, f"{name}-figures{tag}")


def _measure(figure: Figure) -> str:
    """What counts as one measure: the unit, or the word for it without its plural."""
    return figure.measure.casefold().rstrip("s") if figure.unit == "none" else ""


def _ranges(source: Source, every: Sequence[Found], reason: str, name: str) -> Proposal:
    rows = tuple(
        Span(
            id=id_,
            sentences=(each.sentence.number,),
            condition=source.text(each.condition or each.figure.text),
            low=each.figure.low,
            high=each.figure.high,
        )
        for id_, each in zip(_names(source, every), every, strict=True)
    )
    family = RangeFamily(id=name, kind="range", draft=True, unit=_unit(every), rows=rows)
    return Proposal(family, reason, _hedges(source, every), _counted(every))


def _figures(source: Source, every: Sequence[Found], reason: str, name: str) -> Proposal:
    rows = tuple(
        FigureRow(
            id=id_,
            sentences=(each.sentence.number,),
            condition=source.text(each.condition or each.figure.text),
            value=each.figure.low,
        )
        for id_, each in zip(_names(source, every), every, strict=True)
    )
    family = FigureFamily(id=name, kind="figure", draft=True, unit=_unit(every), rows=rows)
    return Proposal(family, reason, _hedges(source, every), _counted(every))


def _names(source: Source, every: Sequence[Found]) -> list[str]:
    return named([each.condition or each.figure.text for each in every], source.language)


def _unit(every: Sequence[Found]) -> Unit:
    return cast("Unit", every[0].figure.unit)


def _counted(every: Sequence[Found]) -> str:
    """The measure of figures for which a pack has no unit."""
    return every[0].figure.measure if every[0].figure.unit == "none" else ""


def _hedges(source: Source, every: Sequence[Found]) -> tuple[str, ...]:
    bounds = (each.figure.bound for each in every if each.figure.bound)
    return tuple(dict.fromkeys([*bounds, *source.hedges(each.sentence for each in every)]))
