from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.chance import Chance
from ctoquiz.generation.shares import even_shares

AVAILABLE = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 30), min_size=1)


@given(st.integers(0, 60), AVAILABLE, st.binary(max_size=4))
def test_shares_add_up_and_are_within_one_of_each_other_but_for_what_is_scarce(
    count: int, available: dict[str, int], key: bytes
) -> None:
    shares = even_shares(count, available, Chance(key))

    assert sum(shares.values()) == min(count, sum(available.values()))
    assert all(share <= available[value] for value, share in shares.items())
    top = max(shares.values())
    assert all(share >= top - 1 for value, share in shares.items() if share < available[value])


def test_what_a_scarce_value_cannot_take_goes_to_the_others() -> None:
    assert even_shares(9, {"a": 1, "b": 9, "c": 9}, Chance(b"")) == {"a": 1, "b": 4, "c": 4}


def test_chance_says_which_values_get_the_odd_ones() -> None:
    firsts = {
        max(shares, key=shares.__getitem__)
        for shares in (even_shares(4, dict.fromkeys("abc", 5), Chance(bytes([n]))) for n in range(40))
    }

    assert firsts == {"a", "b", "c"}
