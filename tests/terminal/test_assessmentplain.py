"""Rating in plain lines."""

from __future__ import annotations

import io

import pytest
from tests.assessmentkit import example, questions

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.i18n.words import Words
from ctoquiz.session.asking import Quit
from ctoquiz.session.assessing import Back, Beginning, Frame, Passed, ProfileTurn, RatingTurn, Told
from ctoquiz.terminal.assessmentplain import PlainRater

STATEMENT = example().statements[0]
YEARS, PLACE, _ = questions()


def at(typed: str, *, lang: str = "en", quick: bool = False) -> tuple[PlainRater, io.StringIO]:
    shown = io.StringIO()
    rater = PlainRater(Words(lang), io.StringIO(typed), shown)
    rater.begin(Beginning(example(), Frame("sme", lang, quick), 0, "x"))
    shown.seek(0)
    shown.truncate()
    return rater, shown


def rated(typed: str, before: Rated | None = None) -> object:
    return at(typed)[0].rate(RatingTurn(3, 19, STATEMENT, before))


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("2\n", Rated(2)),
        (" N \n", Rated(None)),
        ("7\n\nn\n", Rated(None)),
        ("3\nMay, it held\n", Rated(3, "May, it held")),
        ("3\n\n", Rated(3)),
        ("3\n<\n0\n", Rated(0)),
        ("b\n", Back()),
        ("r\n", Back()),
        ("", Quit()),
        ("3\n", Quit()),
    ],
    ids=repr,
)
def test_a_rating_is_typed_and_a_high_one_asks_for_evidence(typed: str, reply: object) -> None:
    assert rated(typed) == reply


def test_enter_alone_keeps_what_was_answered_before() -> None:
    assert rated("\n\n", Rated(4, "May")) == Rated(4, "May")
    assert rated("\n-\n", Rated(4, "May")) == Rated(4)


def test_the_whole_screen_of_a_statement() -> None:
    rater, shown = at("3\n\n")
    rater.rate(RatingTurn(3, 19, STATEMENT, None))
    assert shown.getvalue() == (
        """
Statement 3 of 19
Answering alerts

I have acknowledged a red alert in time.

0. Never
1. I have seen it done
2. I did it with help
3. I did it alone, with a result
4. I did it repeatedly and taught others
n. No opportunity so far
Your rating (0 to 4 or n; b goes back): """
        """In one line: when was it, in what situation, and what came of it?
It may be left empty: the stricter of the two readings then counts this rating
as 2.
Enter alone leaves it out, < goes back.
Evidence: """
    )


def test_the_profile_takes_letters_ids_and_numbers() -> None:
    told = {"b\n": Told("weekend"), "night\n": Told("night"), "\n": Passed(), "<\n": Back(), "": Quit()}
    for typed, reply in told.items():
        assert at(typed)[0].tell(ProfileTurn(2, 3, PLACE)) == reply
    assert at("x\n4,5\n")[0].tell(ProfileTurn(1, 3, YEARS)) == Told(4.5)


def test_what_is_no_answer_to_the_profile_is_said_in_words_that_the_question_shows() -> None:
    for typed, question, said in (("z\nb\n", PLACE, "a letter from a to c"), ("x\n7\n", YEARS, "from 0 to 100")):
        rater, shown = at(typed)
        assert isinstance(rater.tell(ProfileTurn(1, 3, question)), Told)
        assert said in shown.getvalue()
        assert f"“{question.id}”" not in shown.getvalue()


def test_only_yes_wants_the_profile() -> None:
    assert at("oui\n", lang="fr")[0].wants_profile(3)
    assert at("Y\n")[0].wants_profile(3)
    assert not at("\n")[0].wants_profile(3)
    assert not at("")[0].wants_profile(3)
