"""What typed words are forgiven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions.spelling import has_words, matches, slips, squeezed

words = st.text(alphabet="abcdeé -’", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("strategie", "stratégie"),
        ("STRATÉGIE", "stratégie"),
        ("strate\u0301gie", "stratégie"),
        ("coeur", "cœur"),
        ("e mail", "e-mail"),
        ("email", "e-mail"),
        ("aujourd hui", "aujourd’hui"),
        ("aujourd'hui", "aujourd’hui"),
        ("  veille   technologique ", "veille technologique"),
        ("veille technologique.", "veille technologique"),
        ("« agile »", "agile"),
        ("a/b testing", "A/B testing"),
    ],
)
def test_case_accents_punctuation_and_spaces_are_forgiven(typed: str, form: str) -> None:
    assert matches(typed, [form], [])


@pytest.mark.parametrize(
    "typed",
    [
        "empathie",
        "l’empathie",
        "l'empathie",
        "L' empathie",
        "une empathie",
        "de l’empathie",
        "the empathie",
        "LES empathie",
        "d’empathie",
        "de la empathie",
    ],
)
def test_a_determiner_in_front_is_forgiven(typed: str) -> None:
    assert squeezed(typed) == "empathie"


@pytest.mark.parametrize("text", ["La", "un", "l’", "the"])
def test_a_determiner_that_is_all_there_is_stays(text: str) -> None:
    assert squeezed(text) == text.lower().strip("’")


@pytest.mark.parametrize(
    ("typed", "form", "right"),
    [
        ("agil", "agile", True),
        ("agille", "agile", True),
        ("ajile", "agile", True),
        ("aigle", "agile", True),
        ("aigel", "agile", False),
        ("lead", "leads", True),
        ("lean", "lead", False),
        ("stratgeie", "stratégie", True),
        ("startegei", "stratégie", True),
        ("sratgie", "stratégie", True),
        ("sartgie", "stratégie", False),
        ("empahtei", "empathie", False),
        ("empahtie", "empathie", True),
    ],
)
def test_one_slip_is_forgiven_from_5_letters_and_two_from_9(typed: str, form: str, right: bool) -> None:
    assert matches(typed, [form], []) is right


def test_only_letters_count_and_not_those_of_a_determiner() -> None:
    assert not matches("le xode", ["le code"], [])
    assert not matches("wbe 2.0", ["Web 2.0"], [])


def test_a_determiner_in_capitals_is_no_abbreviation() -> None:
    assert matches("managre", ["UN manager"], [])


@pytest.mark.parametrize(
    ("typed", "form", "right"),
    [
        ("rssi", "RSSI", True),
        ("R.S.S.I.", "RSSI", True),
        ("ceo", "C.E.O.", True),
        ("CODIT", "CODIR", False),
        ("CODI", "CODIR", False),
        ("codire", "CODIR", False),
        ("RSSI-", "RSSI", True),
        ("CTOs adjoint", "CTO adjoint", False),
        ("c.t.o. adjiont", "CTO adjoint", True),
        ("le CODIT", "le CODIR", False),
        ("CDO adjoint", "CTO adjoint", False),
        ("CTO adjiont", "CTO adjoint", True),
    ],
)
def test_an_abbreviation_is_right_only_exactly(typed: str, form: str, right: bool) -> None:
    assert matches(typed, [form], []) is right


@pytest.mark.parametrize("typed", ["norme 27002", "norme 2701", "norme 72001"])
def test_no_slip_is_forgiven_in_a_digit(typed: str) -> None:
    assert not matches(typed, ["norme 27001"], [])
    assert matches("nrome 27001", ["norme 27001"], [])


def test_a_slip_never_reaches_a_form_where_another_known_label_is_as_near() -> None:
    assert matches("direction", ["direction"], ["dirention"])
    assert matches("dirction", ["direction"], ["sélection"])
    assert not matches("diection", ["direction"], ["dimection"])
    assert not matches("direxion", ["direction"], ["direxions"])
    assert not matches("CDO", ["CEO"], ["CDO"])
    assert not matches("selction", ["élection"], ["sélection"])
    assert not matches("électiom", ["élection"], ["électiom"])


def test_another_label_that_is_also_a_right_form_does_not_stand_in_the_way() -> None:
    assert matches("directiom", ["direction", "la Direction"], ["Direction"])


def test_names_that_differ_by_a_sign_are_told_apart() -> None:
    assert not matches("C", ["C++"], ["C", "C#"])
    assert not matches("C#", ["C++"], ["C", "C#"])
    assert matches("c ++", ["C++"], ["C", "C#"])


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("", "ab", 2),
        ("ab", "ba", 1),
        ("abc", "acb", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
    ],
)
def test_slips_are_counted_as_optimal_string_alignment(one: str, other: str, count: int) -> None:
    assert slips(one, other) == count


@given(words, words)
def test_slips_are_the_same_both_ways_and_none_only_between_equals(one: str, other: str) -> None:
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= slips(one, other) <= max(len(one), len(other))


@given(words.filter(squeezed), words, st.text(max_size=3))
def test_a_form_is_always_right_whatever_else_is_known(form: str, other: str, around: str) -> None:
    assert matches(form, [form], [other])
    assert matches(f" {form.upper()} ", [form], [other])


@given(st.text(alphabet="bcdeghij", min_size=9, max_size=15), st.data())
def test_any_one_slip_in_a_long_word_is_forgiven(form: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(form) - 2))
    left_out = form[:place] + form[place + 1 :]
    put_in = form[:place] + "z" + form[place:]
    replaced = form[:place] + "z" + form[place + 1 :]
    exchanged = form[:place] + form[place + 1] + form[place] + form[place + 2 :]
    for typed in (left_out, put_in, replaced, exchanged):
        assert matches(typed, [form], [])


@given(st.text(alphabet="leLE'’ .!-+#1éœ①㏂ͺ", max_size=6))
def test_a_text_has_words_just_when_something_of_it_is_compared(text: str) -> None:
    assert has_words(text) == bool(squeezed(text))
