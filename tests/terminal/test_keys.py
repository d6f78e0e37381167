"""Arrow keys and letters, typed through prompt_toolkit's pipe."""

from __future__ import annotations

import io
import time

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from tests.terminal.builders import ALL, INTERVAL, MATCH, MULTIPLE, NUMBER, ORDER, SINGLE, TRUE_FALSE, TYPED, quiz, turn

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.quiz import Manner
from ctoquiz.i18n.words import Words
from ctoquiz.session.asking import Answered, Opening, Quit, Reply, TimeUp
from ctoquiz.terminal.keys import KeysAsker
from ctoquiz.terminal.screen import Screen

UP, DOWN, ENTER, BACKSPACE = "\x1b[A", "\x1b[B", "\r", "\x7f"
CTRL_C, CTRL_D, CTRL_U = "\x03", "\x04", "\x15"


def talk(
    keys: str, *questions: AnyQuestion, manner: Manner | None = None, seconds_left: float | None = None
) -> tuple[list[Reply], str]:
    """What an asker replies to the questions, and shows besides its menus, when these keys are pressed."""
    manner = manner or Manner(lang="en")
    shown = io.StringIO()
    with create_pipe_input() as typed:
        typed.send_text(keys)
        screen = Screen(shown, colour=False)
        asker = KeysAsker(Words(manner.lang), screen, input_=typed, output=DummyOutput())
        asker.open(Opening(quiz(), manner, 0, "x"))
        start = shown.tell()
        replies = [asker.ask(turn(question, seconds_left=seconds_left)) for question in questions]
    return replies, shown.getvalue()[start:]


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        (SINGLE, ENTER, "a"),
        (SINGLE, DOWN + DOWN + ENTER, "c"),
        (SINGLE, UP + UP + ENTER, "c"),
        (SINGLE, "b" + ENTER, "b"),
        (SINGLE, "B" + ENTER, "b"),
        (SINGLE, "cb" + ENTER, "b"),
        (SINGLE, "xz9jk" + ENTER, "a"),
        (SINGLE, "?" + ENTER, "?"),
        (MULTIPLE, "ca" + ENTER, "a,c"),
        (MULTIPLE, "aab" + ENTER, "b"),
        (MULTIPLE, DOWN + " " + DOWN + " " + ENTER, "b,c"),
        (MULTIPLE, "iabcd" + ENTER, "a,b,c,d"),
        (MULTIPLE, "ab?" + ENTER, "?"),
        (MULTIPLE, "?d" + ENTER, "d"),
        (TRUE_FALSE, "t" + ENTER, "true"),
        (TRUE_FALSE, "v" + ENTER, "true"),
        (TRUE_FALSE, "f" + ENTER, "false"),
        (TRUE_FALSE, "?" + ENTER, "?"),
        (NUMBER, "60 k€" + ENTER, "60000"),
        (NUMBER, ENTER, "?"),
        (INTERVAL, "70-90k" + ENTER, "70000-90000"),
        (TYPED, "Chief Tecnical Officer" + ENTER, "Chief Tecnical Officer"),
        (TYPED, "?" + ENTER, "?"),
        (ORDER, "b" + ENTER + "c" + ENTER, "b,c,a"),
        (ORDER, "c" + ENTER + BACKSPACE + "b" + ENTER + "c" + ENTER, "b,c,a"),
        (ORDER, "b" + ENTER + "?" + ENTER, "?"),
        (MATCH, "b" + ENTER + "b" + ENTER, "1=b,2=b"),
        (MATCH, "a" + ENTER + BACKSPACE + "b" + ENTER + "a" + ENTER, "1=b,2=a"),
    ],
)
def test_every_kind_is_answered_with_keys(question: AnyQuestion, keys: str, answer: str) -> None:
    assert talk(keys, question)[0] == [Answered(answer)]


def test_ticking_nothing_asks_again() -> None:
    assert talk(ENTER + ENTER + "b" + ENTER, MULTIPLE)[0] == [Answered("b")]


def test_a_malformed_answer_can_be_mended_where_it_stands_and_leaves_no_trace() -> None:
    replies, shown = talk("60x" + ENTER + BACKSPACE + "k" + ENTER, NUMBER)
    assert replies == [Answered("60000")]
    assert (
        shown
        == """\

  Question 3 of 10  ━━━━━━━━━─────────────────────
  Salary · estimated level: medium

  What is the lowest salary?

  ❯ €60,000
"""
    )


def test_what_was_matched_stays_on_the_screen() -> None:
    shown = talk("b" + ENTER + "a" + ENTER, MATCH, manner=Manner(lang="fr"))[1]
    assert shown.endswith(
        """\
  Associez chaque personne à sa tâche.

  1. le CTO
    → b. les techniques
  2. le DAF
    → a. les finances
  ❯ le CTO → les techniques ; le DAF → les finances
"""
    )


def test_a_certainty_follows_an_answer_but_not_i_dont_know() -> None:
    manner = Manner(lang="en", certainty=True)
    replies, shown = talk("b" + ENTER + "3" + ENTER + "?" + ENTER, SINGLE, SINGLE, manner=manner)
    assert replies == [Answered("b", 3), Answered("?")]
    assert "  How sure are you?\n\n  ❯ Certainty 3\n" in shown


@pytest.mark.parametrize("question", ALL)
def test_ctrl_d_quits_every_kind_of_question(question: AnyQuestion) -> None:
    assert talk(CTRL_D, question)[0] == [Quit()]


@pytest.mark.parametrize("question", ALL)
def test_ctrl_c_interrupts_every_kind_of_question(question: AnyQuestion) -> None:
    with pytest.raises(KeyboardInterrupt):
        talk(CTRL_C, question)


def test_ctrl_d_and_ctrl_c_work_at_the_certainty_too() -> None:
    manner = Manner(lang="en", certainty=True)
    assert talk("b" + ENTER + CTRL_D, SINGLE, manner=manner)[0] == [Quit()]
    with pytest.raises(KeyboardInterrupt):
        talk("b" + ENTER + CTRL_C, SINGLE, manner=manner)


def test_keys_typed_ahead_are_kept_for_the_next_question() -> None:
    assert talk("b" + ENTER + "ac" + ENTER + "60k" + ENTER, SINGLE, MULTIPLE, NUMBER)[0] == [
        Answered("b"),
        Answered("a,c"),
        Answered("60000"),
    ]


@pytest.mark.parametrize("question", [SINGLE, MULTIPLE, NUMBER, ORDER])
def test_the_time_limit_ends_a_question_while_it_waits_for_a_key(question: AnyQuestion) -> None:
    before = time.monotonic()
    replies, shown = talk("6", question, seconds_left=0.05)
    assert replies == [TimeUp()]
    assert time.monotonic() - before < 5
    assert shown.endswith("  The time is up.\n")


def test_what_is_taken_back_is_said_and_pointed_at_again() -> None:
    replies, shown = talk("b" + ENTER + BACKSPACE + ENTER + "a" + ENTER, MATCH)
    assert replies == [Answered("1=b,2=a")]
    assert shown.endswith(
        """\
  1. CTO
    → b. techniques
  2. CFO
  Taken back: b
  1. CTO
    → b. techniques
  2. CFO
    → a. money
  ❯ CTO → techniques; CFO → money
"""
    )
