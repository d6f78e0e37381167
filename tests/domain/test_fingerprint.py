"""Two copies of one sentence have one mark."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from ctoquiz.domain.fingerprint import fingerprint

SENTENCE = "L’été, un « café » coûte 2 500 € !"


def test_a_fingerprint_is_twelve_hexadecimal_digits_of_sha_256() -> None:
    assert fingerprint("abc") == "ba7816bf8f01"


@pytest.mark.parametrize(
    "copy",
    [
        SENTENCE.replace("’", "'"),
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace(" ", "\u202f"),
        SENTENCE.replace(" ", " \n\t "),
        f"\ufeff{SENTENCE}  ".removeprefix("\ufeff"),
        SENTENCE.upper(),
        normalize("NFD", SENTENCE),
    ],
)
def test_apostrophes_spaces_capitals_and_composition_make_no_difference(copy: str) -> None:
    assert fingerprint(copy) == fingerprint(SENTENCE)


@pytest.mark.parametrize("other", ["L’été, un « café » coûte 2 600 € !", "L’ete, un « cafe » coute 2 500 € !", ""])
def test_other_words_figures_and_accents_make_a_difference(other: str) -> None:
    assert fingerprint(other) != fingerprint(SENTENCE)
