from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.i18n import words
from ctoquiz.i18n.words import Words, half_up


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Words:
    """French with a catalogue of two messages."""
    catalogue = Catalog(locale="fr")
    catalogue.mime_headers = [("Plural-Forms", "nplurals=2; plural=(n > 1);")]  # Babel 2.19 gives French a third form
    catalogue.add("Question {number}", "Question n° {number}")
    catalogue.add(("{n} answer", "{n} answers"), ("{n} réponse", "{n} réponses"))
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "ctoquiz.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(words, "LOCALES", tmp_path)
    return Words("fr")


def test_a_message_is_said_in_the_language_with_its_gaps_filled(french: Words) -> None:
    assert Words("en")("Question {number}", number=3) == "Question 3"
    assert french("Question {number}", number=3) == "Question n° 3"


def test_a_message_that_has_no_translation_is_said_in_english(french: Words) -> None:
    assert french("Nobody translated this.") == "Nobody translated this."


def test_the_empty_message_is_empty_and_not_the_header_of_the_catalogue(french: Words) -> None:
    assert french("") == ""


def test_a_value_with_braces_is_no_gap(french: Words) -> None:
    assert french("Question {number}", number="{x}") == "Question n° {x}"


@pytest.mark.parametrize(("n", "english", "said"), [(0, "0 answers", "0 réponse"), (1, "1 answer", "1 réponse"),
                                                    (2, "2 answers", "2 réponses")])  # fmt: skip
def test_nothing_is_plural_in_english_and_singular_in_french(n: int, english: str, said: str, french: Words) -> None:
    assert Words("en").plural("{n} answer", "{n} answers", n) == english
    assert french.plural("{n} answer", "{n} answers", n) == said


def test_the_number_of_a_plural_is_written_as_the_language_does(french: Words) -> None:
    assert french.plural("{n} answer", "{n} answers", 12345) == "12\u00a0345 réponses"


@pytest.mark.parametrize(
    ("x", "digits", "english", "french"),
    [
        (7.5, 2, "7.5", "7,5"),
        (7.0, 2, "7", "7"),
        (-0.001, 2, "0", "0"),
        (1234567.891, 1, "1,234,567.9", "1\u00a0234\u00a0567,9"),
        (1234, 2, "1,234", "1\u00a0234"),
        (-12.25, 2, "-12.25", "-12,25"),
        (2.6, 0, "3", "3"),
    ],
)
def test_numbers_are_written_as_the_language_does(x: float, digits: int, english: str, french: str) -> None:
    assert Words("en").number(x, digits) == english
    assert Words("fr").number(x, digits) == french


@given(st.integers(-(10**12), 10**12), st.sampled_from(["en", "fr"]))
def test_a_whole_number_keeps_all_its_digits(n: int, language: str) -> None:
    assert int(Words(language).number(n).replace(",", "").replace("\u00a0", "")) == n


def test_percentages_have_a_space_that_does_not_break_in_french() -> None:
    assert Words("en").percent(75.4) == "75%"
    assert Words("fr").percent(75.4) == "75\u00a0%"
    assert Words("fr").percent(75.46, 1) == "75,5\u00a0%"


def test_half_a_percent_is_rounded_up() -> None:
    assert [half_up(each) for each in (44.5, 45.5, 44.49, 0.5, 99.5)] == [45, 46, 44, 1, 100]
    assert half_up(4.45 / 10 * 100) == 45
    assert Words("en").percent(44.5) == "45%"


def test_a_moment_is_told_in_its_own_time_zone() -> None:
    at = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert Words("en").moment(at) == "Nov 23, 2026, 11:30\u00a0PM"
    assert Words("fr").moment(at) == "23 nov. 2026, 23:30"
    assert Words("fr").moment(at.astimezone(timezone(timedelta(hours=1)))) == "24 nov. 2026, 00:30"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0_s"), (0.4, "0_s"), (59.6, "1_min"), (93.4, "1_min 33_s"), (3600, "1_h"), (3723, "1_h 2_min 3_s")],
)
def test_a_duration_has_hours_minutes_and_seconds(seconds: float, said: str) -> None:
    for language in ("en", "fr"):
        assert Words(language).duration(seconds) == said.replace("_", "\u00a0")
