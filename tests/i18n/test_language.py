from __future__ import annotations

from itertools import pairwise

import pytest

from ctoquiz.errors import WrongUsage
from ctoquiz.i18n.language import resolve

ORDER = ["CTOQUIZ_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]


def test_english_is_the_fallback() -> None:
    assert resolve(None, {}) == "en"
    assert resolve(None, {"LANG": "de_DE.UTF-8"}) == "en"


def test_the_option_comes_before_the_environment() -> None:
    assert resolve("en", {"CTOQUIZ_LANG": "fr"}) == "en"


@pytest.mark.parametrize(("first", "second"), list(pairwise(ORDER)))
def test_the_first_variable_that_is_set_decides(first: str, second: str) -> None:
    assert resolve(None, {first: "fr", second: "en"}) == "fr"
    assert resolve(None, {first: "en", second: "fr"}) == "en"
    assert resolve(None, {first: "", second: "fr"}) == "fr"


@pytest.mark.parametrize("locale", ["fr", "fr_FR", "fr_CA.UTF-8", "fr-CH", "fr.utf8", "fr_BE@euro", "FR"])
def test_every_french_locale_speaks_french(locale: str) -> None:
    assert resolve(None, {"LANG": locale}) == "fr"


def test_a_language_that_begins_alike_is_another_one() -> None:
    assert resolve(None, {"LANG": "frr_DE"}) == "en"


def test_of_several_languages_the_first_that_is_spoken_counts() -> None:
    assert resolve(None, {"LANGUAGE": "de:fr_FR:en"}) == "fr"


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_the_list_of_languages_counts_under_the_c_locale_too(locale: str) -> None:
    assert resolve(None, {"LANGUAGE": "fr", "LC_ALL": locale}) == "fr"
    assert resolve(None, {"LC_ALL": locale, "LANG": "fr_FR.UTF-8"}) == "en"


def test_the_list_counts_in_a_container_and_where_no_locale_is_set() -> None:
    assert resolve(None, {"LANGUAGE": "fr", "LANG": "C.UTF-8"}) == "fr"
    assert resolve(None, {"LANGUAGE": "fr"}) == "fr"


def test_our_own_variable_counts_even_in_the_c_locale() -> None:
    assert resolve(None, {"CTOQUIZ_LANG": "fr", "LC_ALL": "C"}) == "fr"


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("fr_FR", "ctoquiz doesn’t speak “fr_FR”; did you mean --lang fr?"),
        ("English", "ctoquiz doesn’t speak “English”; did you mean --lang en?"),
        ("de", "ctoquiz doesn’t speak “de”; choose --lang fr or --lang en."),
        ("", "ctoquiz doesn’t speak “”; choose --lang fr or --lang en."),
    ],
)
def test_an_unknown_language_is_refused_with_the_nearest(option: str, sentence: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        resolve(option, {})
    assert str(refused.value) == sentence
