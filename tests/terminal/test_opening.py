"""The page before the first question, whole."""

from __future__ import annotations

from tests.terminal.builders import quiz
from tests.terminal.looks import look

from ctoquiz.domain.quiz import Manner
from ctoquiz.session.asking import Opening
from ctoquiz.terminal.lines import painted, plain
from ctoquiz.terminal.opening import opening_page

EXAM = Manner(lang="fr", exam=True, certainty=True, time_limit=330.0, pass_mark=62.5)


def test_the_opening_says_what_is_played_and_how_to_leave() -> None:
    assert (
        plain(opening_page(Opening(quiz(), Manner(lang="en"), 0, "x"), look()))
        == """\

  The CTO’s job

  Drawn from        A careers page
  Questions         8
  Language          English
  Code              ABCD EFGH JKMN PQRS
  Feedback          after each answer

  Ctrl-C or Ctrl-D stops the quiz. Your answers are saved, and you can go on
  later.
"""
    )


def test_the_opening_of_an_exam_in_french_at_40_columns() -> None:
    assert (
        plain(opening_page(Opening(quiz(), EXAM, 0, "x"), look("fr", 40)))
        == """\

  Le métier de CTO

  D’après : Une fiche métier
  Questions : 8
  Langue : français
  Code : ABCD EFGH JKMN PQRS
  Corrigé : à la fin
  Certitude : avec chaque réponse, 1,
    2 ou 3
  Durée : 5 min 30 s
  Seuil : 62,5 %

  Ctrl-C ou Ctrl-D arrête le quiz.
  Vos réponses sont enregistrées, et
  vous pourrez continuer plus tard.
"""
    )


def test_a_resumed_quiz_says_how_many_are_answered_and_one_without_a_code_shows_none() -> None:
    assert (
        plain(opening_page(Opening(quiz(code=None), Manner(lang="en"), 1, "x"), look()))
        == """\

  The CTO’s job

  Drawn from        A careers page
  Questions         8
  Language          English
  Feedback          after each answer

  1 question was answered before; you go on with the rest.

  Ctrl-C or Ctrl-D stops the quiz. Your answers are saved, and you can go on
  later.
"""
    )


def test_a_quiz_that_is_not_saved_says_so_before_it_begins() -> None:
    assert (
        plain(opening_page(Opening(quiz(), Manner(lang="en"), 0, None), look(plain=True)))
        == """\

The CTO’s job

Drawn from: A careers page
Questions: 8
Language: English
Code: ABCD EFGH JKMN PQRS
Feedback: after each answer

Ctrl-C or Ctrl-D stops the quiz. Nothing of it is saved.
"""
    )


def test_the_opening_is_coloured_sparingly() -> None:
    assert painted(opening_page(Opening(quiz(code=None), Manner(lang="en"), 0, "x"), look())) == (
        "\n"
        "  \x1b[1;36mThe CTO’s job\x1b[0m\n"
        "\n"
        "  \x1b[2mDrawn from\x1b[0m        A careers page\n"
        "  \x1b[2mQuestions\x1b[0m         8\n"
        "  \x1b[2mLanguage\x1b[0m          English\n"
        "  \x1b[2mFeedback\x1b[0m          after each answer\n"
        "\n"
        "  \x1b[2mCtrl-C or Ctrl-D stops the quiz. Your answers are saved, and you can go on\x1b[0m\n"
        "  \x1b[2mlater.\x1b[0m\n"
    )
