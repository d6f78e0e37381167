"""Lines are wrapped at words and lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.terminal.lines import Span, columns, folded, painted, paragraph, plain, wrap

TEXTS = st.text(st.sampled_from("ab é’\u00a0漢e\u0301-"), max_size=60)


@given(TEXTS, st.integers(2, 40), st.none() | st.integers(2, 40))
def test_no_line_is_wider_than_allowed(text: str, width: int, first: int | None) -> None:
    lines = wrap(text, width, first)
    assert columns(lines[0]) <= max(width if first is None else first, 2)
    assert all(columns(line) <= width for line in lines[1:])


@given(TEXTS, st.integers(2, 40), st.none() | st.integers(2, 40))
def test_nothing_but_spaces_is_lost_in_wrapping(text: str, width: int, first: int | None) -> None:
    assert "".join(wrap(text, width, first)).replace(" ", "") == text.replace(" ", "")


def test_lines_break_at_spaces_and_not_at_no_break_spaces() -> None:
    assert wrap("un salaire de 70\u00a0000\u00a0€ par an", 18) == ["un salaire de", "70\u00a0000\u00a0€ par an"]


def test_a_word_longer_than_a_line_is_cut_anywhere() -> None:
    assert wrap("ab abcdefghij", 4) == ["ab", "abcd", "efgh", "ij"]


def test_wide_letters_take_two_columns_and_accents_none() -> None:
    assert (columns("漢字"), columns("e\u0301te\u0301"), columns("été")) == (4, 3, 3)


def test_a_paragraph_hangs_under_its_first_words() -> None:
    lines = paragraph("to see early which techniques will matter", 24, first=(Span("a. "),), indent=3)
    assert plain(lines) == "a. to see early which\n   techniques will\n   matter\n"


def test_a_long_lead_leaves_the_lines_below_their_full_width() -> None:
    lines = paragraph("one two three four", 24, first=(Span("Right answer: "),), indent=2)
    assert plain(lines) == "Right answer: one two\n  three four\n"


def test_a_lead_that_leaves_no_room_stands_on_a_line_of_its_own() -> None:
    lines = paragraph("one two three four", 16, first=(Span("Right answer: "),), indent=2)
    assert plain(lines) == "Right answer:\n  one two three\n  four\n"


def test_colours_are_set_and_reset_around_each_span() -> None:
    assert (
        painted([(Span("✓ ", "strong right"), Span("Right", "right"))]) == "\x1b[1;32m✓ \x1b[0m\x1b[32mRight\x1b[0m\n"
    )


def test_no_line_ends_in_spaces() -> None:
    line = (Span("a "), Span("  ", "dim"))
    assert (plain([line]), painted([(Span("a"), Span("  ", "dim"))])) == ("a\n", "a\n")


def test_a_printed_page_is_folded_at_words_and_under_its_texts() -> None:
    page = """\
1. What does one do with an option that is long?
   Right answer: fold it at its words
   a) the first of two options
  row-of-a-table    12  in two columns
short
"""
    assert (
        folded(page, 24)
        == """\
1. What does one do with
   an option that is
   long?
   Right answer: fold it
   at its words
   a) the first of two
      options
  row-of-a-table    12
    in two columns
short
"""
    )
    assert folded(page, 80) == page


def test_a_path_that_is_longer_than_a_line_is_never_broken() -> None:
    path = "/home/ada/results/20261123-090000-abcd.json"
    assert folded(f"The result is in {path} and stays there.", 24) == f"The result is in\n{path}\nand stays there."
    assert folded(f"   {path}:37:3: wrong", 24) == f"   {path}:37:3:\n   wrong"


@given(st.text(st.sampled_from("ab é’ \n.1)"), max_size=80), st.integers(12, 40))
def test_folding_loses_nothing_fits_and_keeps_every_word_whole(page: str, width: int) -> None:
    lines = folded(page, width).split("\n")
    # Too long is only what ends in a word that is too long for its place, whatever leads the line.
    assert all(columns(line) <= width or columns(line.rpartition(" ")[2]) > width - 8 for line in lines)
    assert [word for line in lines for word in line.split()] == page.split()
    assert "".join("".join(lines).split()) == "".join(page.split())
