"""Rating with single keys, typed through prompt_toolkit's pipe."""

from __future__ import annotations

import io

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from tests.assessmentkit import example, questions

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.findings import ProfileAnswer
from ctoquiz.i18n.words import Words
from ctoquiz.session.asking import Quit
from ctoquiz.session.assessing import Back, Beginning, Frame, Passed, ProfileTurn, RatingTurn, Told
from ctoquiz.terminal.assessmentkeys import KeysRater
from ctoquiz.terminal.screen import Screen

DOWN, ENTER, BACKSPACE, LEFT, CTRL_C, CTRL_D = "\x1b[B", "\r", "\x7f", "\x1b[D", "\x03", "\x04"
STATEMENT, CHECK = example().statements[0], example().checks[0]
YEARS, PLACE, _ = questions()


class At:
    """A rater at whose keyboard these keys are pressed, one after the other."""

    def __init__(self, keys: str, *, quick: bool = False, lang: str = "en") -> None:
        self.shown = io.StringIO()
        self._typed = create_pipe_input()
        pipe = self._typed.__enter__()
        pipe.send_text(keys)
        self.rater = KeysRater(Words(lang), Screen(self.shown, colour=False), input_=pipe, output=DummyOutput())
        self.rater.begin(Beginning(example(), Frame("sme", lang, quick), 0, "x"))

    def rate(self, item: object = STATEMENT, before: Rated | None = None) -> object:
        try:
            return self.rater.rate(RatingTurn(3, 19, item, before))  # type: ignore[arg-type]
        finally:
            self._typed.__exit__(None, None, None)

    def tell(self, question: object, number: int = 2, before: ProfileAnswer | None = None) -> object:
        try:
            return self.rater.tell(ProfileTurn(number, 3, question, before))  # type: ignore[arg-type]
        finally:
            self._typed.__exit__(None, None, None)


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ("0", Rated(0)),
        ("2", Rated(2)),
        ("n", Rated(None)),
        ("N", Rated(None)),
        (DOWN + ENTER, Rated(1)),
        ("3May, the move, it held" + ENTER, Rated(3, "May, the move, it held")),
        ("4" + ENTER, Rated(4)),
        ("4  " + ENTER, Rated(4)),
        (BACKSPACE, Back()),
        (LEFT, Back()),
        (CTRL_D, Quit()),
        ("4" + CTRL_D, Quit()),
        ("4" + BACKSPACE + "1", Rated(1)),
        ("4a" + BACKSPACE + "b" + ENTER, Rated(4, "b")),
    ],
    ids=repr,
)
def test_one_key_rates_and_a_high_rating_asks_for_evidence(keys: str, reply: object) -> None:
    assert At(keys).rate() == reply


def test_a_stray_enter_rates_nothing() -> None:
    assert At(ENTER + ENTER + "2").rate() == Rated(2)


def test_ctrl_c_interrupts() -> None:
    with pytest.raises(KeyboardInterrupt):
        At(CTRL_C).rate()


def test_who_comes_back_keeps_rating_and_evidence_with_enter() -> None:
    assert At(ENTER, quick=True).rate(before=Rated(2)) == Rated(2)
    assert At(ENTER + ENTER).rate(before=Rated(3, "May")) == Rated(3, "May")
    assert At("1").rate(before=Rated(3, "May")) == Rated(1)


def test_a_quick_assessment_and_a_check_ask_for_no_evidence() -> None:
    assert At("4", quick=True).rate() == Rated(4)
    assert At("4").rate(CHECK) == Rated(4)


def test_a_check_has_its_own_scale_and_no_n() -> None:
    at = At("n2")
    assert at.rate(CHECK) == Rated(2)
    assert "❯ 2. In part" in at.shown.getvalue()


def test_the_price_of_leaving_evidence_out_is_said_once() -> None:
    at = At("4" + BACKSPACE + "3" + ENTER)
    assert at.rate() == Rated(3)
    assert at.shown.getvalue().count("counts this") == 1


def test_nothing_on_the_screen_tells_a_check_from_a_statement() -> None:
    at = At("2")
    at.rate(CHECK)
    page = at.shown.getvalue()[at.shown.getvalue().index("Statement 3") :]
    assert page.replace("❯", "").split("\n")[1:4] == [
        "  Answering alerts",
        "",
        "  When a red alert rings, I answer in time.",
    ]


def test_the_profile_takes_years_and_options_or_nothing() -> None:
    assert At("7" + ENTER).tell(YEARS) == Told(7.0)
    assert At(ENTER).tell(YEARS) == Passed()
    assert At("b" + ENTER).tell(PLACE) == Told("weekend")
    assert At("?" + ENTER).tell(PLACE) == Passed()
    assert At(BACKSPACE).tell(PLACE) == Back()
    assert At(BACKSPACE).tell(YEARS) == Back()
    assert At(CTRL_D).tell(PLACE) == Quit()


def test_who_presses_enter_at_a_question_of_the_profile_tells_nothing() -> None:
    assert At(ENTER).tell(PLACE) == Passed()
    assert At("?" + ENTER).tell(YEARS) == Passed()
    assert At(DOWN + ENTER).tell(PLACE) == Told("week")


def test_what_was_told_before_is_pointed_at_and_stays_where_the_question_comes_again() -> None:
    assert At(ENTER).tell(PLACE, before="weekend") == Told("weekend")
    assert At(ENTER).tell(YEARS, before=7.0) == Told(7.0)


def test_a_number_of_years_that_is_none_is_asked_again() -> None:
    at = At("4m" + ENTER + BACKSPACE + ",5" + ENTER)
    assert at.tell(YEARS) == Told(4.5)
