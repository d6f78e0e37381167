"""The score of a quiz, as anyone can recompute it by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.questions import Interval, Option, Single, Source
from ctoquiz.domain.scoring import (
    CertaintyScore,
    Graded,
    Outcome,
    Score,
    Share,
    certainty_mark,
    changed,
    grade,
    met,
    score_quiz,
    unanswered,
)
from ctoquiz.errors import BadInput

# Moodle, question/behaviour/deferredcbm/tests/question_cbm_test.php: fraction, certainty, mark.
MOODLE_CBM = [
    (1, 1, 1),
    (1, 2, 2),
    (1, 3, 3),
    (0, 1, 0),
    (0, 2, -2),
    (0, 3, -6),
    (0.5, 1, 0.5),
    (0.5, 2, 1),
    (0.5, 3, 1.5),
    (-0.25, 1, 0),
    (-0.25, 2, -2),
    (-0.25, 3, -6),
]

SINGLE = Single(
    id="background/pick",
    topic="skills",
    level="easy",
    prompt={"fr": "Lequel ?", "en": "Which?"},
    explanation={"fr": "Le droit.", "en": "Law."},
    facts=("background",),
    source=Source("skills", (1,)),
    options=(Option({"fr": "le droit", "en": "law"}), Option({"fr": "l’art", "en": "art"})),
    right=0,
)
INTERVAL = Interval(
    id="pay/interval",
    topic="salary",
    level="hard",
    prompt={"fr": "Combien ?", "en": "How much?"},
    explanation={"fr": "Tant.", "en": "So much."},
    facts=("pay",),
    source=Source("salary", (2,)),
    low=70000,
    high=90000,
    unit="eur",
)


def answer(points: float, certainty: int | None = None, outcome: Outcome = "right", topic: str = "salary") -> Graded:
    return Graded("a question", topic, points, 1.0, outcome, certainty)


def score(
    graded: list[Graded],
    max_points: float = 10,
    pass_mark: float | None = None,
    *,
    certainty: bool = False,
    stopped: bool = False,
) -> Score:
    return score_quiz(
        graded,
        max_points=max_points,
        topics_of_whole_quiz={"salary": max_points},
        pass_mark=pass_mark,
        certainty=certainty,
        stopped=stopped,
    )


def calibration(graded: list[Graded], max_points: float = 10) -> CertaintyScore:
    scored = score(graded, max_points, certainty=True).certainty
    assert scored is not None
    return scored


def test_a_score_holds_points_percent_interval_and_topics() -> None:
    scored = score_quiz(
        [answer(1), answer(0.5, topic="skills"), answer(0, outcome="wrong")],
        max_points=3,
        topics_of_whole_quiz={"salary": 2, "skills": 1},
        pass_mark=50,
        certainty=False,
        stopped=False,
    )
    assert (scored.points, scored.max, scored.percent, scored.passed) == (1.5, 3, 50.0, True)
    assert (scored.low, scored.high) == pytest.approx((12.5335, 87.4665), abs=1e-4)
    assert scored.topics == {"salary": Share(1.0, 2), "skills": Share(0.5, 1)}
    assert scored.certainty is None


def test_eighteen_of_twenty_is_90_percent_within_70_to_97() -> None:
    scored = score([answer(1)] * 18 + [answer(0, outcome="wrong")] * 2, max_points=20)
    assert (scored.percent, round(scored.low, 2), round(scored.high, 2)) == (90.0, 69.90, 97.21)


def test_a_stopped_quiz_counts_every_question_and_is_neither_passed_nor_failed() -> None:
    scored = score([answer(1), answer(1)], max_points=10, pass_mark=10, stopped=True)
    assert (scored.max, scored.percent, scored.passed) == (10, 20.0, None)
    assert scored.topics == {"salary": Share(2.0, 10)}


def test_a_quiz_without_a_pass_mark_is_neither_passed_nor_failed() -> None:
    assert score([answer(1)]).passed is None


def test_a_quiz_of_no_questions_has_0_percent() -> None:
    scored = score([], max_points=0)
    assert (scored.percent, scored.low, scored.high) == (0.0, 0.0, 100.0)


@pytest.mark.parametrize(
    ("points", "of", "mark", "passed"),
    [
        (7.5, 10, 75, True),
        (7.499, 10, 75, False),
        (2, 3, 66.67, False),
        (2, 3, 66.66, True),
        (0, 3, 0, True),
        (3, 3, 100, True),
    ],
)
def test_a_pass_mark_is_met_by_the_percentage_itself_not_by_a_rounded_one(
    points: float, of: int, mark: float, passed: bool
) -> None:
    whole, rest = divmod(points, 1)
    graded = [answer(1)] * int(whole) + [answer(rest, outcome="partly")]
    assert score(graded, max_points=of, pass_mark=mark).passed is passed


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_mark_set_at_the_very_percentage_is_met_however_it_was_computed(count: tuple[int, int]) -> None:
    k, n = count
    assert met(100 * k / n, k / n * 100)
    assert met(k / n * 100, 100 * (k / n))


def test_thirds_that_make_up_whole_points_lose_nothing() -> None:
    assert score([answer(1 / 3, outcome="partly")] * 9, max_points=9, pass_mark=100 / 3).passed is True


@pytest.mark.parametrize(("fraction", "certainty", "mark"), MOODLE_CBM)
def test_certainty_marks_are_those_of_moodle(fraction: float, certainty: int, mark: float) -> None:
    assert certainty_mark(fraction, certainty) == mark


def test_certainty_marks_sum_over_the_answers_with_a_certainty() -> None:
    graded = [
        answer(1, 3),
        answer(1, 1),
        answer(0.5, 3, "partly"),
        answer(0, 2, "wrong"),
        answer(0, 3, "wrong"),
        answer(0, None, "unknown"),
        answer(0, None, "unanswered"),
    ]
    scored = calibration(graded, max_points=7)
    assert (scored.marks, scored.max, scored.share_right, scored.tendency) == (-2.5, 21.0, 0.5, "fits")
    assert scored.mean_probability == pytest.approx((3 * 0.95 + 0.75 + 0.5) / 5)
    assert scored.brier == pytest.approx((0.05**2 + 0.5**2 + 0.45**2 + 0.75**2 + 0.95**2) / 5)
    assert (scored.low, scored.high) == pytest.approx((0.170423, 0.829577), abs=1e-6)


def test_without_a_certain_answer_nothing_is_claimed() -> None:
    scored = calibration([answer(0, None, "unknown")] * 10)
    assert scored == CertaintyScore(0.0, 30.0, None, None, None, 0.0, 1.0, "fits")


def test_over_confidence_is_claimed_only_outside_the_interval_of_the_share_right() -> None:
    assert calibration([answer(1, 3)] * 8 + [answer(0, 3, "wrong")] * 2).tendency == "over"
    assert calibration([answer(1, 3)] * 9 + [answer(0, 3, "wrong")]).tendency == "fits"


def test_under_confidence_is_claimed_only_outside_the_interval_of_the_share_right() -> None:
    assert calibration([answer(1, 1)] * 9 + [answer(0, 1, "wrong")]).tendency == "under"
    assert calibration([answer(1, 1)] * 7 + [answer(0, 1, "wrong")] * 3).tendency == "fits"


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from([1, 2, 3])), min_size=1, max_size=20))
def test_marks_are_never_more_than_3_a_question_nor_less_than_minus_6(
    answers: list[tuple[float, int]],
) -> None:
    graded = [answer(share, certainty, "partly") for share, certainty in answers]
    scored = calibration(graded, max_points=len(graded))
    assert -6 * len(graded) <= scored.marks <= scored.max == 3 * len(graded)


def test_grading_tells_right_wrong_and_unknown_apart() -> None:
    assert grade(SINGLE, " A ", 3) == Graded("background/pick", "skills", 1.0, 1.0, "right", 3, 1.0)
    assert grade(SINGLE, "b", 2) == Graded("background/pick", "skills", 0.0, 1.0, "wrong", 2, 0.0)
    assert unanswered(SINGLE) == Graded("background/pick", "skills", 0.0, 1.0, "unanswered", None)


@pytest.mark.parametrize("notation", ["?", "", "  ", " ? "])
def test_i_dont_know_earns_nothing_and_has_no_certainty(notation: str) -> None:
    assert grade(SINGLE, notation, 3) == Graded("background/pick", "skills", 0.0, 1.0, "unknown", None)


def test_a_malformed_answer_is_refused_not_graded() -> None:
    with pytest.raises(BadInput):
        grade(SINGLE, "z")


def test_an_interval_that_overlaps_by_less_than_half_is_wrong_for_certainty_marks_alone() -> None:
    graded = grade(INTERVAL, "62000-78000", 3)
    assert graded.outcome == "partly"
    assert graded.points == pytest.approx(8 / 28)
    assert calibration([graded], max_points=1).marks == -6
    assert calibration([graded], max_points=1).share_right == pytest.approx(8 / 28)


def test_an_interval_that_overlaps_by_half_or_more_is_marked_as_a_share() -> None:
    graded = grade(INTERVAL, "70000-80000", 3)
    assert (graded.points, graded.outcome) == (0.5, "partly")
    assert calibration([graded], max_points=1).marks == 1.5


@pytest.mark.parametrize(("points", "of"), [(-1.0, 1.0), (1.5, 1.0), (0.0, 0.0)])
def test_points_outside_their_maximum_are_refused(points: float, of: float) -> None:
    with pytest.raises(ValueError, match="points are from 0 to max"):
        Graded("q", "t", points, of, "right", None)


def test_only_the_certainties_1_2_and_3_exist() -> None:
    with pytest.raises(ValueError, match="1, 2 or 3"):
        answer(1, 4)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Share(2, 20), Share(18, 20), True),
        (Share(18, 20), Share(2, 20), True),
        (Share(10, 20), Share(12, 20), False),
        # The 5 of 5 lies outside the first interval, but the second one is so wide that it holds 60 of 100.
        (Share(60, 100), Share(5, 5), False),
        (Share(0, 0), Share(20, 20), False),
        (Share(20, 20), Share(0, 0), False),
    ],
)
def test_a_share_has_changed_only_where_each_interval_excludes_the_other_share(
    before: Share, after: Share, expected: bool
) -> None:
    assert changed(before, after) is expected


@given(st.tuples(st.integers(0, 9), st.integers(0, 9)))
def test_change_is_the_same_in_both_directions(points: tuple[int, int]) -> None:
    before, after = Share(points[0], 9), Share(points[1], 9)
    assert changed(before, after) == changed(after, before)
