from __future__ import annotations

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.chance import Chance, digest


def test_the_stream_of_a_key_is_the_same_for_ever() -> None:
    chance = Chance.of("draw", 7, "ü")

    assert [chance.below(1000) for _ in range(6)] == [660, 262, 455, 839, 157, 165]
    assert Chance.of("x").shuffled("abcdefgh") == ["a", "b", "f", "d", "c", "e", "h", "g"]


def test_the_digest_of_parts_is_that_of_their_texts_each_with_its_length() -> None:
    assert digest("ab", "c").hex()[:16] == "601d5476e2ccfe2c"
    assert digest("ab", "c") != digest("a", "bc")
    assert digest(7) == digest("7")


@given(st.binary(max_size=8), st.integers(1, 1 << 64))
def test_a_number_is_below_its_limit(key: bytes, limit: int) -> None:
    assert 0 <= Chance(key).below(limit) < limit


def test_every_number_below_a_limit_is_as_likely() -> None:
    chance = Chance(b"even")
    counts = Counter(chance.below(5) for _ in range(5000))

    assert sorted(counts) == [0, 1, 2, 3, 4]
    assert all(900 < count < 1100 for count in counts.values())


def test_every_order_is_as_likely() -> None:
    chance = Chance(b"orders")
    counts = Counter(tuple(chance.shuffled("abc")) for _ in range(6000))

    assert set(counts) == set(permutations("abc"))
    assert all(880 < count < 1120 for count in counts.values())


@given(st.binary(max_size=4), st.lists(st.integers(), unique=True), st.integers(0, 20))
def test_a_sample_has_different_items_and_all_where_there_are_fewer(key: bytes, items: list[int], count: int) -> None:
    before = list(items)
    sample = Chance(key).sample(items, count)

    assert len(sample) == min(count, len(items)) == len(set(sample))
    assert set(sample) <= set(items)
    assert items == before


def test_no_number_below_a_huge_limit_is_more_likely_than_another() -> None:
    chance = Chance(b"huge")
    third = 1 << 62
    counts = Counter(chance.below(3 * third) // third for _ in range(3000))

    assert all(900 < counts[part] < 1100 for part in range(3)), counts
