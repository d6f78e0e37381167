"""An interval drawn on a line from 0 to 100 %."""

from __future__ import annotations

from collections.abc import Sequence

from ctoquiz.terminal.lines import Line, Span
from ctoquiz.terminal.look import Look


def interval_line(share: float, low: float, high: float, cuts: Sequence[float], length: int, look: Look) -> Line:
    """The interval from `low` to `high` with its estimate, and the cuts, all from 0.0 to 1.0, in `length` columns.

    The estimate hides a cut that falls on the same column; a cut shows through the interval.
    """
    spans: list[Span] = []
    point, marks = _column(share, length), {_column(cut, length) for cut in cuts}
    first, last = _column(low, length), _column(high, length)
    for column in range(length):
        if column == point:
            spans.append(Span(look.signs.point, "strong accent"))
        elif column in marks:
            spans.append(Span(look.signs.cut, "partly"))
        elif first <= column <= last:
            spans.append(Span(look.signs.within, "accent"))
        else:
            spans.append(Span(look.signs.beyond, "dim"))
    return tuple(_joined(spans))


def axis_line(cuts: Sequence[float], length: int, look: Look) -> Line:
    """The figures under such lines: 0, the cuts, and 100 %, those left out that have no room."""
    text = ""
    for share in (0.0, *cuts, 1.0):
        label = look.percent(100 * share)
        start = min(max(0, _column(share, length) - len(label) // 2), length - len(label))
        if start >= len(text) + (1 if text else 0):
            text = text.ljust(start) + label
    return (Span(text, "dim"),)


def _column(share: float, length: int) -> int:
    return min(length - 1, max(0, round(share * (length - 1))))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Neighbours of one style as one span."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].style == span.style:
            joined[-1] = Span(joined[-1].text + span.text, span.style)
        else:
            joined.append(span)
    return joined
