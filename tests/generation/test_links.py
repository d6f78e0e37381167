from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.packkit import t

from ctoquiz.domain.facts import Rule
from ctoquiz.generation.links import Links, linked, nearby, unambiguous

ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sets(st.integers(0, 5))).map(lambda row: (row[0], frozenset(row[1]))),
    max_size=6,
)


def _rules(rows: list[tuple[str, frozenset[int]]]) -> list[Rule]:
    return [
        Rule(
            id=f"r{place}",
            when=t(f"{place}", f"{place}"),
            then=t(then, then),
            also_true=tuple(f"r{other}" for other in sorted(also) if other < len(rows)),
        )
        for place, (then, also) in enumerate(rows)
    ]


def _apart(one: Rule, other: Rule) -> bool:
    return other.id not in one.also_true and one.id not in other.also_true


@given(ROWS)
def test_a_row_is_wrong_for_another_unless_it_reads_the_same_or_the_author_excused_either(
    rows: list[tuple[str, frozenset[int]]],
) -> None:
    rules = _rules(rows)
    links = Links(linked(rule, rule.when, rule.then, None, {}) for rule in rules)

    for rule, entry in zip(rules, links.rows, strict=True):
        wrong = [other for other in rules if other is not rule and _apart(rule, other) and other.then != rule.then]
        assert [other.row for other in links.others(entry)] == wrong


@given(ROWS)
def test_no_two_rows_are_matched_of_which_the_author_excused_either(rows: list[tuple[str, frozenset[int]]]) -> None:
    kept = list(unambiguous(_rules(rows)))

    assert all(_apart(one, other) for one in kept for other in kept if one is not other)


def test_in_a_long_list_the_sixty_rows_nearest_in_the_file_are_looked_at() -> None:
    rows = range(1000)

    assert list(nearby(rows, 500)) == list(range(470, 531))
    assert list(nearby(rows, 3)) == list(range(61))
    assert list(nearby(rows, 999)) == list(range(939, 1000))


def test_in_any_other_list_all_rows_are_looked_at() -> None:
    assert list(nearby(range(61), 50)) == list(range(61))
