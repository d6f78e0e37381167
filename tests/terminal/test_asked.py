"""A question before it is answered, whole."""

from __future__ import annotations

from tests.terminal.builders import MATCH, NUMBER, SINGLE, quiz, turn
from tests.terminal.looks import look

from ctoquiz.terminal.asked import clock, option_lines, question_page
from ctoquiz.terminal.lines import painted, plain


def test_the_header_counts_and_names_topic_and_level_and_leaves_the_time_to_the_hint() -> None:
    assert (
        plain(question_page(turn(SINGLE, seconds_left=251.2), quiz(), look()))
        == """\

  Question 3 of 10  ━━━━━━━━━─────────────────────
  Recruitment and hiring · estimated level: medium

  What does technology watch serve for?

"""
    )


def test_the_header_in_french_at_40_columns() -> None:
    assert (
        plain(question_page(turn(SINGLE, seconds_left=251.2), quiz(), look("fr", 40)))
        == """\

  Question 3 sur 10  ━━━━━───────────
  Recrutement et embauche · niveau
  estimé : moyen

  À quoi sert la veille
  technologique ?

"""
    )


def test_where_there_is_no_room_for_a_bar_there_is_none() -> None:
    assert (
        plain(question_page(turn(SINGLE, number=10, seconds_left=9.0), quiz(), look("en", 20)))
        == """\

Question 10 of 10
Recruitment and
hiring · estimated
level: medium

What does
technology watch
serve for?

"""
    )


def test_a_plain_header_has_a_line_for_each_thing_and_no_bar() -> None:
    assert (
        plain(question_page(turn(SINGLE, seconds_left=251.2), quiz(), look("fr", plain=True)))
        == """\

Question 3 sur 10
Temps restant : 4 min 12 s
Recrutement et embauche, niveau estimé : moyen

À quoi sert la veille technologique ?

"""
    )


def test_an_ascii_header_is_drawn_with_ascii() -> None:
    assert (
        plain(question_page(turn(NUMBER), quiz(), look(ascii_only=True)))
        == """\

  Question 3 of 10  =========---------------------
  Salary - estimated level: medium

  What is the lowest salary?

"""
    )


def test_the_header_is_coloured_sparingly() -> None:
    assert painted(question_page(turn(NUMBER, seconds_left=5), quiz(), look(columns=40))) == (
        "\n"
        "  \x1b[1;36mQuestion 3 of 10\x1b[0m  \x1b[36m━━━━━\x1b[0m\x1b[2m────────────\x1b[0m\n"
        "  \x1b[2mSalary · estimated level: medium\x1b[0m\n"
        "\n"
        "  \x1b[1mWhat is the lowest salary?\x1b[0m\n"
        "\n"
    )


def test_plain_options_have_letters_and_hang_under_their_text() -> None:
    assert (
        plain(option_lines(SINGLE, look("fr", 30, plain=True)))
        == """\
a. à négocier le budget
b. à repérer tôt les
   techniques qui compteront
c. à rédiger les contrats des
   fournisseurs

"""
    )


def test_things_to_match_are_numbered_before_the_options() -> None:
    assert (
        plain(option_lines(MATCH, look("en", 40, plain=True)))
        == """\
1. CTO
2. CFO

a. money
b. techniques
c. people

"""
    )


def test_a_typed_question_has_no_options() -> None:
    assert (
        plain(option_lines(NUMBER, look()))
        == """\
"""
    )


def test_a_clock_rounds_up_and_ends_at_nought() -> None:
    assert [clock(seconds) for seconds in (3600, 61, 59.01, 0.2, 0, -3)] == [
        "60:00",
        "1:01",
        "1:00",
        "0:01",
        "0:00",
        "0:00",
    ]
