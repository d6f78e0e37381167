from __future__ import annotations

from collections import Counter

from tests.packkit import t

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import Option
from ctoquiz.generation.options import distractors, fair_length, mixed, ranked, ticks


def test_the_length_of_the_key_is_fair_where_the_pool_allows() -> None:
    key = t("x" * 20, "x" * 20)
    short = [Option(t("a" * n, "a" * n)) for n in (3, 4, 5, 6, 7, 8)]
    long = [Option(t("b" * 18, "b" * 18))]

    for seed in range(50):
        shown = distractors(key, short + long, Chance(bytes([seed])))
        assert fair_length(key, [option.text for option in shown])


def test_a_key_may_be_a_quarter_longer_than_the_longest_or_shorter_than_the_shortest() -> None:
    assert fair_length(t("x" * 25, "x"), [t("x" * 20, "x")])
    assert not fair_length(t("x" * 26, "x"), [t("x" * 20, "x")])
    assert fair_length(t("x", "x" * 15), [t("x", "x" * 20)])
    assert not fair_length(t("x", "x" * 14), [t("x", "x" * 20)])


def test_every_position_of_the_key_is_as_likely() -> None:
    chance = Chance(b"positions")
    wrong = [Option(t(sign, sign)) for sign in "abc"]
    places = Counter(mixed(Option(t("k", "k")), wrong, chance)[1] for _ in range(4000))

    assert sorted(places) == [0, 1, 2, 3]
    assert all(900 < count < 1100 for count in places.values())


def test_every_rank_of_a_figure_that_can_be_is_as_likely() -> None:
    chance = Chance(b"ranks")
    ranks = Counter(sum(value < 5 for value in ranked([1, 2], [6, 7, 8, 9], chance)) for _ in range(3000))

    assert sorted(ranks) == [0, 1, 2]
    assert all(900 < count < 1100 for count in ranks.values())


def test_the_length_of_no_right_option_of_several_gives_it_away() -> None:
    words = [t("x" * length, "x" * length) for length in (4, 6, 9, 15, 26)]
    there, lures = [Option(text) for text in words[1:4]], [Option(text) for text in words]

    for seed in range(200):
        keys, others = ticks(there, lures, Chance.of(seed))
        assert all(fair_length(key.text, [other.text for other in others]) for key in keys)
        assert 2 <= len(keys) <= 3
        assert 4 <= len(keys) + len(others) <= 6
