from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.quality.blind.chances import STEPS, shares
from ctoquiz.quality.blind.resampling import holm, p_value
from ctoquiz.quality.blind.tally import Earned, Tally


def binomial_tail(hits: int, facts: int, chance: float) -> float:
    """P(X ≥ hits), exactly."""
    return sum(comb(facts, k) * chance**k * (1 - chance) ** (facts - k) for k in range(hits, facts + 1))


def one_of_four(facts: int) -> list[list[float]]:
    return [[-0.25] * 45 + [0.75] * 15] * facts


@pytest.mark.parametrize(("hits", "facts"), [(15, 60), (19, 60), (22, 60), (25, 60), (12, 30), (70, 223)])
def test_p_is_that_of_the_binomial_distribution_where_each_fact_is_one_choice_of_four(hits: int, facts: int) -> None:
    exact = binomial_tail(hits, facts, 0.25)
    p = p_value(hits / facts - 0.25, one_of_four(facts))

    # Stopped at 30 as good, the relative standard error is 1 / √30 = 18 %.
    assert p == pytest.approx(exact, rel=0.5, abs=0.0003)


def test_the_smallest_p_is_one_in_all_resamples_and_one() -> None:
    assert p_value(0.75, one_of_four(60)) == 0.0001


@given(st.floats(-1, 1), st.integers(1, 40))
def test_p_is_never_zero_and_never_above_one(seen: float, facts: int) -> None:
    assert 0 < p_value(seen, one_of_four(facts)) <= 1


def test_holm_gives_the_values_of_r() -> None:
    # R: p.adjust(c(0.01, 0.02, 0.03, 0.04), "holm") and p.adjust(c(0.04, 0.001, 0.5, 0.012), "holm")
    assert holm([0.01, 0.02, 0.03, 0.04]) == pytest.approx([0.04, 0.06, 0.06, 0.06])
    assert holm([0.04, 0.001, 0.5, 0.012]) == pytest.approx([0.08, 0.004, 0.5, 0.036])


@given(st.lists(st.floats(0, 1), max_size=12))
def test_holm_never_lowers_a_p_nor_changes_their_order(ps: list[float]) -> None:
    adjusted = holm(ps)

    assert all(p <= after <= 1 for p, after in zip(ps, adjusted, strict=True))
    assert [a for _, a in sorted(zip(ps, adjusted, strict=True))] == sorted(adjusted)


@given(st.integers(2, 6), st.data())
def test_chance_is_right_over_options_and_never_varies_less_than_it_can(options: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(1, options - 1))
    picked = data.draw(st.integers(1, options - 1))
    cases = shares(options, right, picked)

    assert len(cases) == STEPS
    assert sum(cases) / STEPS == pytest.approx(right / options)
    assert list(cases) == sorted(cases)


def test_chance_of_two_of_five_picked_where_two_are_right() -> None:
    # C(5, 2) = 10 sets: one holds both, six hold one, three hold none.
    assert shares(5, 2, 2) == (0.0,) * 18 + (0.5,) * 36 + (1.0,) * 6


def test_decisions_on_one_fact_succeed_and_fail_together_by_chance() -> None:
    earned = Earned(gained=1.5)
    earned.shapes[4, 1, 1] = 2

    assert set(earned.by_chance()) == {-0.25, 0.75}
    assert earned.gain == 0.75


def test_the_error_of_the_draws_is_that_of_textbooks() -> None:
    # Two facts: gains 0.75 and −0.25, and −0.25 twice. Pooled variance 0.5 / 2; 1/2 of each, over 2².
    one, other = Earned(gained=0.5, squared=0.625), Earned(gained=-0.5, squared=0.125)
    one.shapes[4, 1, 1] = other.shapes[4, 1, 1] = 2
    tally = Tally({("one",): one, ("other",): other})

    assert tally.gain == pytest.approx(0)
    assert tally.error == pytest.approx((0.25 * (1 / 2 + 1 / 2)) ** 0.5 / 2)


def test_where_nothing_was_decided_twice_the_error_is_that_of_chance() -> None:
    tally = Tally()
    for name in ("one", "other"):
        earned = tally.facts[(name,)] = Earned(gained=0.75, squared=0.75**2)
        earned.shapes[4, 1, 1] = 1

    assert tally.error == pytest.approx((0.25 * 0.75 / 2) ** 0.5)
