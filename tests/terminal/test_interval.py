"""Intervals drawn on a line from 0 to 100 %."""

from __future__ import annotations

from hypothesis import given
from hypothesis.strategies import floats, integers
from tests.terminal.looks import look

from ctoquiz.terminal.interval import axis_line, interval_line
from ctoquiz.terminal.lines import columns, plain


def drawn(share: float, low: float, high: float, *cuts: float, length: int = 21, ascii_only: bool = False) -> str:
    return plain([interval_line(share, low, high, cuts, length, look(ascii_only=ascii_only))])


def test_the_estimate_lies_in_its_interval_and_cuts_show_through() -> None:
    assert drawn(0.6, 0.4, 0.85, 0.5, 0.8) == "········━━┊━●━━━┊━···\n"
    assert drawn(0.6, 0.4, 0.85, 0.5, 0.8, ascii_only=True) == "........==|=O===|=...\n"


def test_the_estimate_hides_a_cut_on_its_column() -> None:
    assert drawn(0.5, 0.4, 0.6, 0.5) == "········━━●━━········\n"


def test_the_ends_are_the_ends_of_the_line() -> None:
    assert drawn(0.0, 0.0, 1.0) == "●" + "━" * 20 + "\n"
    assert drawn(1.0, 1.0, 1.0) == "·" * 20 + "●\n"


@given(floats(0, 1), floats(0, 1), floats(0, 1), integers(4, 60))
def test_a_line_is_as_long_as_it_is_to_be_and_has_one_estimate(a: float, b: float, c: float, length: int) -> None:
    low, share, high = sorted((a, b, c))
    line = drawn(share, low, high, 0.5, length=length).rstrip("\n")
    assert columns(line) == length
    assert line.count("●") == 1


def test_the_axis_leaves_out_what_has_no_room() -> None:
    assert plain([axis_line((0.5, 0.8), 41, look())]) == "0%                 50%         80%   100%\n"
    assert len(plain([axis_line((0.5, 0.8), 11, look())])) <= 12
