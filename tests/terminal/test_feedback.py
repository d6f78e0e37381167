"""What is told of an answer, whole."""

from __future__ import annotations

import dataclasses

import pytest
from tests.terminal.builders import ALL, INTERVAL, MATCH, MULTIPLE, ORDER, SINGLE, TRUE_FALSE, quiz
from tests.terminal.looks import look

from ctoquiz.domain.questions import AnyQuestion, Source
from ctoquiz.domain.scoring import grade
from ctoquiz.terminal.feedback import feedback_page
from ctoquiz.terminal.lines import Line, painted, plain
from ctoquiz.terminal.look import Look


def told(question: AnyQuestion, answer: str, look: Look, certainty: int | None = None) -> list[Line]:
    return feedback_page(question, answer, grade(question, answer, certainty), quiz(), look, None)


def with_document(source: Source) -> list[str]:
    return [f"Sentence {number} of the document.\x1b[2J" for number in source.sentences]


def test_a_right_answer_is_told_with_why_and_where() -> None:
    assert (
        plain(told(SINGLE, "b", look()))
        == """\

  ✓ Right
    Right answer      b. to see early which techniques will matter
    Why               Technology watch serves to see early which techniques
                      will matter to the company.
    Source            Recruitment and hiring, sentences 12, 14
"""
    )


def test_a_wrong_choice_is_told_what_it_is_really_about() -> None:
    assert (
        plain(told(SINGLE, "a", look("fr")))
        == """\

  ✗ Faux
    Bonne réponse     b. à repérer tôt les techniques qui compteront
    Pourquoi          La veille technologique sert à repérer tôt les
                      techniques qui compteront pour l’entreprise.
    Confusion         à négocier le budget → le budget annuel
    Source            Recrutement et embauche, phrases 12, 14
"""
    )


def test_at_40_columns_labels_stand_before_their_texts() -> None:
    assert (
        plain(told(SINGLE, "a", look("fr", 40)))
        == """\

  ✗ Faux
    Bonne réponse : b. à repérer tôt
      les techniques qui compteront
    Pourquoi : La veille
      technologique sert à repérer
      tôt les techniques qui
      compteront pour l’entreprise.
    Confusion : à négocier le budget
      → le budget annuel
    Source : Recrutement et embauche,
      phrases 12, 14
"""
    )


def test_a_partly_right_answer_says_its_share() -> None:
    assert (
        plain(told(MULTIPLE, "a", look()))
        == """\

  ◐ Partly right, 50%
    How it counts     Right ones ticked: 1 of 2.
    Right answer      empathy; listening
    Why               Empathy and listening are soft skills.
    Source            Recruitment and hiring, sentences 12, 14
"""
    )


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        (MULTIPLE, "a,b", "Right ones ticked: 1 of 2; wrong ones: 1 of 2. The second share is taken off the first."),
        (ORDER, "b,a,c", "Two by two, 2 of 3 are in the right order; half of them, as chance gives, earn nothing."),
        (MATCH, "1=b,2=b", "Right pairs: 1 of 2."),
        (INTERVAL, "70000-80000", "What your range and the right one share, out of all that the two cover."),
        (INTERVAL, "70000-90000", ""),
        (INTERVAL, "10000-20000", ""),
        (MULTIPLE, "b", ""),
        (MULTIPLE, "?", ""),
        (SINGLE, "a", ""),
    ],
)
def test_an_answer_that_is_right_in_part_says_how_its_share_is_counted(
    question: AnyQuestion, answer: str, said: str
) -> None:
    page = " ".join(plain(told(question, answer, look())).split())
    assert ("How it counts" in page) == bool(said)
    assert said in page


def test_not_knowing_is_told_apart_from_being_wrong() -> None:
    assert (
        plain(told(MATCH, "?", look("fr")))
        == """\

  ? Vous ne saviez pas
    Bonne réponse     le CTO → les techniques ; le DAF → les finances
    Pourquoi          Le CTO choisit les techniques.
    Source            Recrutement et embauche, phrases 12, 14
"""
    )


def test_a_certainty_is_told_with_its_marks() -> None:
    assert (
        plain(told(INTERVAL, "10000-20000", look(), 3))
        == """\

  ✗ Wrong, certainty 3, marks: -6
    Right answer      €70,000 to €90,000
    Why               A junior is paid €70,000 to €90,000.
    Source            Salary, sentence 37
"""
    )


def test_a_wrong_statement_says_what_it_mixes_up() -> None:
    assert (
        plain(told(TRUE_FALSE, "true", look(plain=True)))
        == """\

✗ Wrong.
Right answer: False
Why: Salaries are higher in Paris.
Mixed up: this holds for the cost of offices
Source: Salary, sentence 37
"""
    )


def test_a_right_answer_is_green_with_its_word_and_sign() -> None:
    assert painted(told(MULTIPLE, "a,c", look())) == (
        "\n"
        "  \x1b[1;32m✓ \x1b[0m\x1b[1;32mRight\x1b[0m\n"
        "    \x1b[2mRight answer\x1b[0m      \x1b[32mempathy; listening\x1b[0m\n"
        "    \x1b[2mWhy\x1b[0m               Empathy and listening are soft skills.\n"
        "    \x1b[2mSource\x1b[0m            \x1b[2mRecruitment and hiring, sentences 12, 14\x1b[0m\n"
    )


def test_a_wrong_answer_is_red_with_its_word_and_sign() -> None:
    assert painted(told(TRUE_FALSE, "true", look(ascii_only=True))) == (
        "\n"
        "  \x1b[1;31mx \x1b[0m\x1b[1;31mWrong\x1b[0m\n"
        "    \x1b[2mRight answer\x1b[0m      \x1b[32mFalse\x1b[0m\n"
        "    \x1b[2mWhy\x1b[0m               Salaries are higher in Paris.\n"
        "    \x1b[2mMixed up\x1b[0m          this holds for the cost of offices\n"
        "    \x1b[2mSource\x1b[0m            \x1b[2mSalary, sentence 37\x1b[0m\n"
    )


def test_the_passages_of_the_readers_own_document_are_shown_harmlessly() -> None:
    page = feedback_page(SINGLE, "b", grade(SINGLE, "b"), quiz(), look(), with_document)
    assert plain(page).endswith("""\
    Source            Recruitment and hiring, sentences 12, 14
    The document      “Sentence 12 of the document.\\u{1b}[2J”
    The document      “Sentence 14 of the document.\\u{1b}[2J”
""")


def test_every_kind_of_question_has_its_feedback_in_both_languages() -> None:
    for question in ALL:
        for lang in ("en", "fr"):
            assert len(told(question, question.answer_in(lang), look(lang))) > 4


def test_text_of_a_pack_is_never_obeyed() -> None:
    hostile = dataclasses.replace(SINGLE, explanation={"en": "\x1b]0;x\x07[bold]\u202e", "fr": ""})
    assert r"\u{1b}]0;x\u{7}[bold]\u{202e}" in plain(told(hostile, "a", look()))
