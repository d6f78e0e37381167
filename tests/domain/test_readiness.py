"""Readiness, its interval, gates and verdicts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.assessment.contexts import CONTEXTS, Context, Cuts
from ctoquiz.domain.assessment.statements import RATINGS, Statement
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.readiness import (
    Gate,
    Met,
    mover,
    read,
    readiness,
    score_assessment,
    verdict_of,
    verdicts_within,
)

CUTS = Cuts(close=0.5, ready=0.8)


def competency(
    name: str, statements: int, *, weight: float = 1.0, threshold: int = 3, minimum: float | None = None
) -> Competency:
    return Competency(
        id=name,
        title={"en": name},
        weights=dict.fromkeys(CONTEXTS, weight),
        thresholds=dict.fromkeys(CONTEXTS, threshold),
        statements=tuple(Statement(id=f"{name}-{n}", text={"en": "I have"}, facts=("a",)) for n in range(statements)),
        critical=minimum is not None,
        minimum=minimum,
    )


def assessment_of(*competencies: Competency) -> Assessment:
    return Assessment(
        schema="ctoquiz/assessment-pack/1",
        title={"en": "t"},
        editorial={"en": "e"},
        cuts=CUTS,
        scale={},
        anchors={},
        contexts=tuple(Context(id=each, title={"en": each}, explanation={"en": each}) for each in CONTEXTS),
        competencies=competencies,
        checks=(),
    )


def ratings_of(assessment: Assessment, *rows: str) -> dict[str, int | None]:
    """Ratings written as `34n0`, a text for each competency; a blank is no answer."""
    return {
        statement.id: None if typed == "n" else int(typed)
        for each, row in zip(assessment.competencies, rows, strict=True)
        for statement, typed in zip(each.statements, row, strict=True)
        if typed != " "
    }


answer = st.builds(Rated, st.sampled_from((None, *RATINGS)), st.sampled_from((None, "", " ", "In May, 3 days saved.")))


@st.composite
def assessed(draw: st.DrawFn) -> tuple[Assessment, dict[str, Rated]]:
    """An assessment and answers to all of its statements."""
    weights = st.integers(1, 40).map(lambda n: n / 8)
    minimums = st.none() | st.sampled_from((0.2, 0.4, 0.5, 0.75, 1.0))
    competencies = [
        competency(
            name,
            draw(st.integers(4, 6)),
            weight=draw(weights),
            threshold=draw(st.sampled_from(RATINGS)),
            minimum=draw(minimums),
        )
        for name in "abcd"[: draw(st.integers(1, 4))]
    ]
    whole = assessment_of(*competencies)
    return whole, {statement.id: draw(answer) for statement in whole.statements}


@given(assessed(), st.data())
def test_raising_a_rating_never_lowers_readiness(
    pair: tuple[Assessment, dict[str, Rated]], data: st.DataObject
) -> None:
    assessment, answers = pair
    id_ = data.draw(st.sampled_from(sorted(answers)))
    rating = answers[id_].rating
    if rating is None or rating == RATINGS[-1]:
        return
    higher = {**answers, id_: replace(answers[id_], rating=rating + 1)}
    before, after = (score_assessment(assessment, each, "sme") for each in (answers, higher))
    for low, high in ((before.claimed, after.claimed), (before.evidenced, after.evidenced)):
        assert low.readiness is not None
        assert high.readiness is not None
        assert low.readiness <= high.readiness
        assert set(high.gates_failed) <= set(low.gates_failed)


@given(assessed())
def test_readiness_lies_within_its_interval(pair: tuple[Assessment, dict[str, Rated]]) -> None:
    score = score_assessment(*pair, "sme")
    for reading in (score.claimed, score.evidenced):
        if reading.readiness is None or reading.low is None or reading.high is None:
            assert (reading.readiness, reading.low, reading.high) == (None, None, None)
        else:
            assert 0 <= reading.low <= reading.readiness <= reading.high <= 1


@given(assessed())
def test_what_is_evidenced_is_never_more_than_what_is_claimed(pair: tuple[Assessment, dict[str, Rated]]) -> None:
    score = score_assessment(*pair, "group")
    if score.claimed.readiness is None:
        assert score.evidenced.readiness is None
    else:
        assert score.evidenced.readiness is not None
        assert score.evidenced.readiness <= score.claimed.readiness
    for name, claimed in score.claimed.competencies.items():
        evidenced = score.evidenced.competencies[name]
        assert evidenced.met <= claimed.met
        assert (evidenced.rated, evidenced.no_opportunity) == (claimed.rated, claimed.no_opportunity)


@given(assessed(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_is_irrelevant(pair: tuple[Assessment, dict[str, Rated]], random: object) -> None:
    assessment, answers = pair
    names = list(answers)
    random.shuffle(names)  # type: ignore[attr-defined]
    shuffled = {name: answers[name] for name in names}
    assert score_assessment(assessment, shuffled, "sme") == score_assessment(assessment, answers, "sme")


@given(assessed(), st.sampled_from((0.5, 3.0, 8.0)))
def test_only_the_ratios_of_weights_matter(pair: tuple[Assessment, dict[str, Rated]], factor: float) -> None:
    assessment, answers = pair
    scaled = tuple(
        replace(each, weights={context: weight * factor for context, weight in each.weights.items()})
        for each in assessment.competencies
    )
    before = score_assessment(assessment, answers, "sme").claimed
    after = score_assessment(replace(assessment, competencies=scaled), answers, "sme").claimed
    assert (after.readiness, after.verdict, after.gates) == (before.readiness, before.verdict, before.gates)
    assert after.low == pytest.approx(before.low, abs=1e-12)
    assert after.high == pytest.approx(before.high, abs=1e-12)


@given(assessed())
def test_a_close_call_is_a_cut_above_the_low_end_and_not_above_the_high_end(
    pair: tuple[Assessment, dict[str, Rated]],
) -> None:
    for reading in (score_assessment(*pair, "sme").claimed, score_assessment(*pair, "sme").evidenced):
        if reading.gates or reading.low is None or reading.high is None:
            assert not reading.close_call
            assert reading.verdict in ("not-yet", None)
        else:
            between = [cut for cut in (CUTS.close, CUTS.ready) if reading.low < cut <= reading.high]
            assert reading.close_call is bool(between)
            assert reading.verdict in reading.possible
            assert len(reading.possible) == len(between) + 1


@given(assessed(), st.data())
def test_no_opportunity_leaves_the_sum_and_is_counted(
    pair: tuple[Assessment, dict[str, Rated]], data: st.DataObject
) -> None:
    assessment, answers = pair
    first = assessment.competencies[0]
    left_out = data.draw(st.sampled_from([statement.id for statement in first.statements]))
    without = {id_: given for id_, given in answers.items() if id_ != left_out}
    marked = {**without, left_out: Rated(None)}
    silent, counted = (score_assessment(assessment, each, "sme").claimed for each in (without, marked))
    assert counted.readiness == silent.readiness
    assert counted.competencies[first.id].no_opportunity == silent.competencies[first.id].no_opportunity + 1


def test_a_competency_of_which_nothing_was_rated_leaves_the_sum() -> None:
    assessment = assessment_of(competency("a", 4, weight=9), competency("b", 4), competency("c", 4))
    reading = read(assessment, ratings_of(assessment, "nnnn", "3333", "0033"), "sme")
    assert reading.readiness == 0.75
    assert reading.competencies["a"] == Met(0, 0, 4)
    assert (reading.competencies["a"].p, reading.competencies["a"].interval) == (None, None)


def test_with_nothing_rated_readiness_and_verdict_are_none() -> None:
    assessment = assessment_of(competency("a", 4))
    reading = read(assessment, ratings_of(assessment, "nnnn"), "sme")
    assert (reading.readiness, reading.low, reading.high, reading.verdict, reading.possible) == (
        *(None, None, None, None),
        (),
    )
    assert not reading.close_call


def test_a_critical_competency_of_which_nothing_was_rated_fails_its_gate() -> None:
    assessment = assessment_of(competency("a", 4, minimum=0.25), competency("b", 4))
    reading = read(assessment, ratings_of(assessment, "nnnn", "4444"), "sme")
    assert (reading.readiness, reading.verdict, reading.gates_failed) == (1.0, "not-yet", ("a",))
    assert not reading.gates[0].close_call
    empty = read(assessment, {}, "sme")
    assert (empty.readiness, empty.verdict, empty.gates_failed) == (None, "not-yet", ("a",))


def test_under_its_minimum_a_critical_competency_decides_whatever_readiness_is() -> None:
    assessment = assessment_of(competency("a", 5, weight=0.1, minimum=0.4), competency("b", 4, weight=99))
    failed = read(assessment, ratings_of(assessment, "30000", "4444"), "sme")
    assert (failed.verdict, failed.close_call, failed.possible) == ("not-yet", False, ("not-yet",))
    assert failed.gates == (Gate("a", 0.4, Met(1, 5, 0)),)
    passed = read(assessment, ratings_of(assessment, "33000", "4444"), "sme")
    assert (passed.verdict, passed.gates) == ("ready", ())


@pytest.mark.parametrize(("met", "rated", "could_pass"), [(1, 4, True), (0, 4, False), (0, 3, True), (0, 0, False)])
def test_a_failed_gate_says_whether_so_few_statements_can_tell(met: int, rated: int, *, could_pass: bool) -> None:
    assert Gate("a", 0.5, Met(met, rated, 0)).close_call is could_pass


@pytest.mark.parametrize(("n", "d", "weight"), [(4, 5, 1.0), (4, 5, 0.1), (4, 5, 0.3), (4, 5, 0.7)])
def test_four_fifths_of_everything_is_ready(n: int, d: int, weight: float) -> None:
    assessment = assessment_of(*(competency(name, d, weight=weight) for name in "abcdefg"))
    reading = read(assessment, ratings_of(assessment, *["33330"] * 7), "sme")
    assert (reading.readiness, reading.verdict) == (n / d, "ready")


@pytest.mark.parametrize(
    ("exact", "verdict"),
    [
        (Fraction(0), "building"),
        (Fraction(499, 1000), "building"),
        (Fraction(1, 2), "close"),
        (Fraction(799, 1000), "close"),
        (Fraction(4, 5), "ready"),
        (Fraction(1), "ready"),
    ],
)
def test_a_cut_belongs_to_the_verdict_above_it(exact: Fraction, verdict: str) -> None:
    assert verdict_of(exact, CUTS) == verdict


def test_the_verdicts_in_an_interval_are_named_from_the_lowest() -> None:
    assert verdicts_within(0.5, 0.79, CUTS) == ("close",)
    assert verdicts_within(0.49, 0.5, CUTS) == ("building", "close")
    assert verdicts_within(0.4, 0.9, CUTS) == ("building", "close", "ready")
    assert verdicts_within(0.8, 1.0, CUTS) == ("ready",)


def test_one_competency_has_its_own_wilson_interval() -> None:
    share = Met(18, 20, 0)
    low, high = mover([(2.5, share)])
    assert readiness([(2.5, share)]) == 0.9
    assert (round(low, 5), round(high, 5)) == (0.69897, 0.97213)


def test_more_competencies_narrow_the_interval() -> None:
    widths = [high - low for count in (1, 2, 4, 8) for low, high in [mover([(1.0, Met(3, 5, 0))] * count)]]
    assert widths == sorted(widths, reverse=True)


def test_each_context_has_its_own_thresholds_and_weights() -> None:
    one = replace(competency("a", 4), weights={"startup": 3, "sme": 1, "group": 1})
    other = replace(competency("b", 4), thresholds={"startup": 1, "sme": 2, "group": 4})
    assessment = assessment_of(one, other)
    answers = {id_: Rated(rating) for id_, rating in ratings_of(assessment, "3333", "1234").items()}
    assert score_assessment(assessment, answers, "startup").contexts == {"startup": 1.0, "sme": 0.875, "group": 0.625}
