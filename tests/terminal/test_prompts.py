"""Menus as they are drawn: wrapped at words, nothing cut, on any width."""

from __future__ import annotations

import io
import signal
import sys

import pyte
import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output
from tests.terminal.builders import MATCH, MULTIPLE, NUMBER, SINGLE, quiz, turn

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.quiz import Manner
from ctoquiz.i18n.words import Words
from ctoquiz.session.asking import Opening
from ctoquiz.signals import Ended, raised
from ctoquiz.terminal import ways
from ctoquiz.terminal.keys import KeysAsker
from ctoquiz.terminal.screen import Screen

CTRL_C, ERASE = "\x03", "\x1b[J"


@pytest.fixture(autouse=True)
def clock_that_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "clock", lambda _: "4:12")


class Terminal(Vt100_Output):
    """An output that presses keys once something is drawn, and Ctrl-C once they show."""

    def __init__(self, columns: int, rows: int, encoding: str, typed: PipeInput, keys: str) -> None:
        self.raw = io.BytesIO()
        stream = io.TextIOWrapper(self.raw, encoding=encoding, write_through=True)
        super().__init__(stream, lambda: Size(rows=rows, columns=columns), term="xterm", enable_cpr=False)
        self._typed = typed
        self._to_press = [*([keys] if keys else []), CTRL_C]

    def flush(self) -> None:
        before = self.raw.tell()
        super().flush()
        # Modes are set on lines of their own, before anything is drawn.
        if b" " in self.raw.getvalue()[before:] and self._to_press:
            self._typed.send_text(self._to_press.pop(0))


def sent(
    question: AnyQuestion, columns: int, lang: str, encoding: str, keys: str, *, colour: bool = False, rows: int = 40
) -> tuple[str, str]:
    """What is sent to a terminal of this size for the menu of a question, until it is left, and the pages above it."""
    pages = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    with create_pipe_input() as typed:
        output = Terminal(columns, rows, encoding, typed, keys)
        asker = KeysAsker(Words(lang), Screen(pages, colour=colour), input_=typed, output=output)
        asker.open(Opening(quiz(), Manner(lang=lang), 0, "x"))
        with pytest.raises(KeyboardInterrupt):
            asker.ask(turn(question, seconds_left=20))
    pages.seek(0)
    return output.raw.getvalue().decode(encoding), pages.read()


def drawn(
    question: AnyQuestion, columns: int, lang: str = "en", encoding: str = "utf-8", keys: str = "", rows: int = 40
) -> str:
    """The menu of a question as it stands on the screen."""
    terminal = pyte.Screen(columns, rows)
    text, _ = sent(question, columns, lang, encoding, keys, rows=rows)
    pyte.Stream(terminal).feed(text[: text.rindex(ERASE)])  # at its end the menu is erased
    return "\n".join(line.rstrip() for line in terminal.display).rstrip() + "\n"


def test_a_menu_has_letters_and_a_way_not_to_know() -> None:
    assert (
        drawn(SINGLE, 60)
        == """\
 ❯ a  to negotiate the budget
   b  to see early which techniques will matter
   c  to write the contracts of suppliers
   ?  I don’t know

   ↑ ↓ or a letter, then Enter; Ctrl-D stops · 4:12 left
"""
    )


def test_options_are_wrapped_at_words_at_30_columns() -> None:
    assert (
        drawn(SINGLE, 30, keys="b")
        == """\
   a  to negotiate the budget
 ❯ b  to see early which
      techniques will matter
   c  to write the contracts
      of suppliers
   ?  I don’t know

   ↑ ↓ or a letter, then
   Enter; Ctrl-D stops · 4:12
   left
"""
    )


def test_options_are_wrapped_at_words_at_20_columns() -> None:
    assert (
        drawn(SINGLE, 20, "fr")
        == """\
 ❯ a  à négocier le
      budget
   b  à repérer tôt
      les techniques
      qui compteront
   c  à rédiger les
      contrats des
      fournisseurs
   ?  Je ne sais pas

   ↑ ↓ ou une
   lettre, puis
   Entrée ; Ctrl-D
   arrête · reste
   4:12
"""
    )


def test_what_is_ticked_is_seen_and_nothing_ticked_is_said() -> None:
    assert (
        drawn(MULTIPLE, 50, keys="\rac")
        == """\
   ☑ a  empathy
   ☐ b  database design
 ❯ ☑ c  listening
   ☐ d  networking protocols
   ☐ ?  I don’t know

   Tick all that are right: letters or the space
   bar; Enter confirms, Ctrl-D stops · 4:12 left
"""
    )


def test_ticking_nothing_is_answered_with_a_hint() -> None:
    assert (
        drawn(MULTIPLE, 50, keys="\r")
        == """\
 ❯ ☐ a  empathy
   ☐ b  database design
   ☐ c  listening
   ☐ d  networking protocols
   ☐ ?  I don’t know

   Nothing is ticked yet; tick what is right, or
   ? if you don’t know.
   Tick all that are right: letters or the space
   bar; Enter confirms, Ctrl-D stops · 4:12 left
"""
    )


def test_an_ascii_terminal_has_boxes_of_ascii() -> None:
    assert (
        drawn(MULTIPLE, 30, "fr", "ascii", keys="c")
        == """\
   [ ] a  l'empathie
   [ ] b  la conception de
          bases de donnees
 > [x] c  l'ecoute
   [ ] d  les protocoles de
          reseau
   [ ] ?  Je ne sais pas

   Cochez tout ce qui est
   juste : lettre ou Espace ;
   Entree valide, Ctrl-D
   arrete - reste 4:12
"""
    )


def test_a_typed_answer_has_its_expected_form_below() -> None:
    assert (
        drawn(NUMBER, 40, "fr", keys="60 k")
        == """\
 ❯  60 k

   Tapez un montant en euros, par
   exemple 12000 ou 12 k€. Entrée seule
   veut dire : je ne sais pas. · reste
   4:12
"""
    )


def test_what_is_wrong_with_a_typed_answer_is_said_once_below_it() -> None:
    for keys in ("6x\r", "5x\r\x7f\x7f6x\r"):
        assert (
            drawn(NUMBER, 40, keys=keys)
            == """\
 ❯  6x

   “6x” is not a number in the right
   unit; give one such as 70000.
   Type an amount in euros, such as
   12000 or 12 k€. Enter alone means: I
   don’t know. · 4:12 left
"""
        )


def test_what_is_wrong_stands_above_where_it_has_no_room_below() -> None:
    raw, above = sent(NUMBER, 16, "en", "utf-8", "6x\r", rows=5)
    assert "“6x” is not" in above
    assert "“6x” is not" not in raw


@pytest.mark.parametrize("columns", range(16, 60, 7))
def test_no_word_of_an_option_is_lost_at_any_width(columns: int) -> None:
    for lang in ("en", "fr"):
        shown = "".join(drawn(SINGLE, columns, lang).split())
        for option in SINGLE.options:
            assert "".join(option.text[lang].split()) in shown


def test_without_colour_no_colour_is_sent() -> None:
    assert "\x1b[0;36;1m" in sent(SINGLE, 60, "en", "utf-8", "", colour=True)[0]
    assert ";36" not in sent(SINGLE, 60, "en", "utf-8", "")[0]


DOWN, UP = "\x1b[B", "\x1b[A"


def test_a_menu_that_is_higher_than_the_screen_scrolls_with_the_whole_of_the_choice_in_sight() -> None:
    assert (
        drawn(SINGLE, 20, "fr", rows=7, keys=DOWN)
        == """\
   a  à négocier le
      budget
 ❯ b  à repérer tôt
      les techniques
      qui compteront
   c  à rédiger les
   reste 4:12
"""
    )


def test_a_choice_that_is_higher_than_the_screen_is_read_page_by_page() -> None:
    pages = [drawn(SINGLE, 20, "fr", rows=3, keys=DOWN * steps) for steps in range(5)]
    assert pages == [
        """\
 ❯ a  à négocier le
      budget
   reste 4:12
""",
        """\
 ❯ b  à repérer tôt
      les techniques
   reste 4:12
""",
        """\
 ❯    les techniques
      qui compteront
   reste 4:12
""",
        """\
 ❯ c  à rédiger les
      contrats des
   reste 4:12
""",
        """\
 ❯    contrats des
      fournisseurs
   reste 4:12
""",
    ]


def test_going_up_shows_the_end_of_a_long_choice_first() -> None:
    assert drawn(SINGLE, 20, "fr", rows=3, keys=DOWN * 3 + UP) == drawn(SINGLE, 20, "fr", rows=3, keys=DOWN * 2)
    assert drawn(SINGLE, 20, "fr", rows=3, keys=DOWN * 3 + UP * 2) == drawn(SINGLE, 20, "fr", rows=3, keys=DOWN)


@pytest.mark.parametrize("question", [SINGLE, MULTIPLE, NUMBER], ids=lambda question: question.kind)
def test_a_hint_that_has_no_room_below_stands_above_as_a_whole(question: AnyQuestion) -> None:
    below, above = sent(question, 20, "en", "utf-8", "", rows=6)
    hint = {"single": "↑ ↓ or a letter, then Enter", "multiple": "Tick all that are right", "number": "Type an amount"}
    assert "".join(hint[question.kind].split()) in "".join(above.split())
    assert hint[question.kind][:8] not in below
    assert hint[question.kind][:8] not in sent(question, 80, "en", "utf-8", "", rows=9)[1]


def test_a_step_says_that_not_to_know_leaves_the_whole_question() -> None:
    assert " ?  I don’t know: leave the whole question\n" in drawn(MATCH, 60)


class Interrupted(Terminal):
    """An output at which TERM comes in the middle of the first drawing, and no key ever."""

    def __init__(self, typed: PipeInput) -> None:
        super().__init__(80, 40, "utf-8", typed, "")
        self._to_press.clear()
        self._comes = True

    def hide_cursor(self) -> None:
        super().hide_cursor()
        if self._comes:
            self._comes = False
            signal.raise_signal(signal.SIGTERM)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals to one process")
def test_a_signal_in_the_middle_of_a_drawing_ends_the_prompt_after_it_with_its_cursor_seen() -> None:
    pages = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with create_pipe_input() as typed:
        output = Interrupted(typed)
        asker = KeysAsker(Words("en"), Screen(pages, colour=False), input_=typed, output=output)
        asker.open(Opening(quiz(), Manner(lang="en"), 0, "x"))
        with raised(), pytest.raises(Ended):
            asker.ask(turn(SINGLE))
    shown = output.raw.getvalue().decode()
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l")
    assert shown.rindex(ERASE) > shown.rindex("I don’t know")
