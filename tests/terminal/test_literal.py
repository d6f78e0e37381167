"""Texts from strangers are shown, never obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.terminal.literal import encodable, literal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;YQ==\x07", r"\u{1b}]52;c;YQ==\u{7}"),
        ("a\u202eb\u2066c", r"a\u{202e}b\u{2066}c"),
        ("a\x9bb\rc", r"a\u{9b}b\u{d}c"),
        ("line\u2028end", r"line\u{2028}end"),
        ("a\tb\nc", "a b\nc"),
        ("70\u00a0000\u00a0€ [bold] ’…", "70\u00a0000\u00a0€ [bold] ’…"),
    ],
)
def test_control_and_bidirectional_characters_are_shown_by_their_code_points(text: str, shown: str) -> None:
    assert literal(text) == shown


@given(st.text())
def test_what_is_shown_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    assert all(each.isprintable() or each in "\n\u00a0\u202f\u2009\u3000" or each.isspace() for each in literal(text))
    assert "\x1b" not in literal(text)


def test_an_ascii_terminal_is_given_likenesses() -> None:
    assert encodable("« L’été — cœur ✓ 5\u00a0% → 7 € 漢", "ascii") == "\" L'ete - coeur + 5 % -> 7 EUR ?"


def test_an_encoding_keeps_what_it_holds() -> None:
    assert encodable("L’été ✗ 70 €", "cp1252") == "L’été x 70 €"


def test_an_unknown_encoding_is_taken_for_ascii() -> None:
    assert encodable("été", "no-such-encoding") == "ete"


@given(st.text(), st.sampled_from(["ascii", "cp1252", "latin-1", "utf-8"]))
def test_every_text_can_be_encoded_at_last(text: str, encoding: str) -> None:
    encodable(text, encoding).encode(encoding)
