"""Plain lines: what a person reads and types, whole."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.terminal.builders import INTERVAL, MATCH, MULTIPLE, SINGLE, TRUE_FALSE, quiz, turn

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.quiz import Manner
from ctoquiz.domain.scoring import grade
from ctoquiz.i18n.words import Words
from ctoquiz.session.asking import Answered, Feedback, Opening, Quit, Reply, TimeUp
from ctoquiz.terminal.plain import PlainAsker


def talk(typed: str, question: AnyQuestion, manner: Manner) -> tuple[Reply, str]:
    """What an asker replies and shows for a question when this is typed."""
    shown = io.StringIO()
    asker = PlainAsker(Words(manner.lang), io.StringIO(typed), shown)
    asker.open(Opening(quiz(), manner, 0, "x"))
    start = shown.tell()
    reply = asker.ask(turn(question))
    return reply, shown.getvalue()[start:]


def test_a_question_is_asked_in_lines_until_the_answer_is_well_formed() -> None:
    reply, shown = talk("e\na b\nB\n", SINGLE, Manner(lang="en"))
    assert reply == Answered("b")
    assert (
        shown
        == """\

Question 3 of 10
Recruitment and hiring, estimated level: medium

What does technology watch serve for?

a. to negotiate the budget
b. to see early which techniques will matter
c. to write the contracts of suppliers

Type one letter. A question mark means: I don’t know.
Your answer: “e” is not among the options; give letters from a to c.
Your answer: “a b” is not one letter; give one letter from a to c.
Your answer: """
    )


def test_a_certainty_is_asked_until_it_is_one() -> None:
    reply, shown = talk("faux\n4\n3\n", TRUE_FALSE, Manner(lang="fr", certainty=True))
    assert reply == Answered("false", 3)
    assert shown.endswith("""\
Tapez vrai ou faux, ou seulement v ou f. Un point d’interrogation veut dire :
je ne sais pas.
Votre réponse : Quelle est votre certitude ?
1. peut-être : juste rapporte 1, faux ne coûte rien
2. plutôt oui, au moins 2 chances sur 3 : juste rapporte 2, faux coûte 2
3. oui, au moins 4 chances sur 5 : juste rapporte 3, faux coûte 6
Certitude, 1, 2 ou 3 : Une certitude est 1, 2 ou 3 ; tapez l’un des trois.
Certitude, 1, 2 ou 3 : """)


@pytest.mark.parametrize("typed", ["\n", "?\n", " ? \n"])
def test_not_knowing_is_always_possible_and_has_no_certainty(typed: str) -> None:
    assert talk(typed, INTERVAL, Manner(lang="en", certainty=True))[0] == Answered("?")


@pytest.mark.parametrize("typed", ["", "zz\n"])
def test_the_end_of_the_input_quits(typed: str) -> None:
    reply, shown = talk(typed, MULTIPLE, Manner(lang="en"))
    assert reply == Quit()
    assert shown.endswith("\n")


def test_the_end_of_the_input_at_the_certainty_quits() -> None:
    assert talk("b\n", SINGLE, Manner(lang="en", certainty=True))[0] == Quit()


def test_what_is_shown_holds_no_control_sequence() -> None:
    for question in (SINGLE, MATCH, INTERVAL):
        assert "\x1b" not in talk("?\n", question, Manner(lang="fr"))[1]


def test_feedback_is_told_in_lines() -> None:
    shown = io.StringIO()
    asker = PlainAsker(Words("en"), io.StringIO(), shown)
    asker.open(Opening(quiz(), Manner(lang="en"), 0, "x"))
    start = shown.tell()
    asker.tell(Feedback(1, SINGLE, Answered("a"), grade(SINGLE, "a")))
    assert (
        shown.getvalue()[start:]
        == """\

✗ Wrong.
Right answer: b. to see early which techniques will matter
Why: Technology watch serves to see early which techniques will matter to the
  company.
Mixed up: to negotiate the budget → the yearly budget
Source: Recruitment and hiring, sentences 12, 14
"""
    )


def test_an_ascii_stream_gets_substitutes() -> None:
    raw = io.BytesIO()
    asker = PlainAsker(Words("fr"), io.StringIO("b\n"), io.TextIOWrapper(raw, encoding="ascii"))
    asker.open(Opening(quiz(), Manner(lang="fr"), 0, "x"))
    asker.ask(turn(SINGLE))
    assert b"A quoi sert la veille technologique ?\n" in raw.getvalue()
    assert b"b. a reperer tot les techniques qui compteront\n" in raw.getvalue()


@contextmanager
def pipe() -> Iterator[tuple[io.TextIOWrapper, int]]:
    """A stream to read from, and the descriptor that feeds it."""
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as stream:
        yield stream, writing
        os.close(writing)


@pytest.mark.skipif(os.name == "nt", reason="Windows can't wait for a line with a deadline")
def test_the_time_limit_ends_the_wait_for_a_line_in_time() -> None:
    with pipe() as (stream, writing):
        os.write(writing, b"half a li")
        asker = PlainAsker(Words("en"), stream, io.StringIO())
        asker.open(Opening(quiz(), Manner(lang="en", time_limit=0.1), 0, "x"))
        before = time.monotonic()
        assert asker.ask(turn(SINGLE, seconds_left=0.1)) == TimeUp()
        assert time.monotonic() - before < 5


@pytest.mark.skipif(os.name == "nt", reason="Windows can't wait for a line with a deadline")
def test_lines_typed_ahead_are_kept_also_under_a_time_limit() -> None:
    with pipe() as (stream, writing):
        os.write(writing, b"b\r\na,c\n")
        asker = PlainAsker(Words("en"), stream, io.StringIO())
        asker.open(Opening(quiz(), Manner(lang="en", time_limit=9), 0, "x"))
        assert asker.ask(turn(SINGLE, seconds_left=9)) == Answered("b")
        assert asker.ask(turn(MULTIPLE, seconds_left=9)) == Answered("a,c")
