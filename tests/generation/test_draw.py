from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import AnyQuestion, Option, Single, Source, TrueFalse
from ctoquiz.domain.text import Text
from ctoquiz.generation import Blueprint
from ctoquiz.generation.draw import Drawn, Shortfall, draw, most, prefer, retrace
from ctoquiz.generation.leaks import Leaks

WORDS = ("sun", "moon", "rain", "snow", "wind", "fog")


def blueprint(
    name: str,
    topic: str = "a",
    kind: str = "single",
    level: str = "easy",
    facts: tuple[str, ...] = (),
    says: str = "",
    sentence: int = 1,
) -> Blueprint:
    """A fake: a `single` whose key is its last word, or a statement of its words."""

    def text(words: str) -> Text:
        return {"en": words}

    def build(chance: Chance) -> AnyQuestion:
        prompt, _, key = says.rpartition(" ")
        head = {"id": name, "topic": topic, "level": level, "explanation": text("Because."), "facts": facts or (name,)}
        source = Source(topic, (sentence,))
        if kind == "true-false":
            return TrueFalse(**head, source=source, prompt=text(f"{name} {says}"), right=True)  # type: ignore[arg-type]
        options = (Option(text(key or f"key of {name}")), Option(text(f"not {name} {chance.below(9)}")))
        return Single(**head, source=source, prompt=text(f"{name} {prompt}?"), options=options, right=0)  # type: ignore[arg-type]

    return Blueprint(name, kind, topic, level, facts or (name,), build)


@st.composite
def pools(draw_: st.DrawFn) -> list[Blueprint]:
    facts = st.sets(st.sampled_from([f"f{n}" for n in range(14)]), min_size=1, max_size=2)
    return [
        blueprint(
            f"q{place}",
            draw_(st.sampled_from("abc")),
            draw_(st.sampled_from(["single", "true-false"])),
            draw_(st.sampled_from(["easy", "hard"])),
            tuple(sorted(draw_(facts))),
            " ".join(draw_(st.lists(st.sampled_from(WORDS), max_size=2))),
        )
        for place in range(draw_(st.integers(1, 24)))
    ]


def ids(drawn: Drawn) -> list[str]:
    return [question.id for question in drawn.questions]


def assert_sound(questions: Sequence[AnyQuestion]) -> None:
    facts = [fact for question in questions for fact in question.facts]
    assert len(facts) == len(set(facts))
    leaks = Leaks()
    assert all(leaks.admit(question) for question in questions)


@given(pools(), st.integers(1, 20), st.text(max_size=3))
def test_one_seed_draws_one_quiz_without_a_fact_twice_or_a_key_given_away(
    pool: list[Blueprint], count: int, seed: str
) -> None:
    drawn = draw(pool, count, seed)

    assert ids(draw(pool, count, seed)) == ids(drawn)
    assert len(drawn.questions) <= count
    assert_sound(drawn.questions)


@given(pools(), st.text(max_size=3))
def test_the_most_there_are_can_really_be_drawn_and_no_quiz_is_larger(pool: list[Blueprint], seed: str) -> None:
    there = most(pool)

    assert len(draw(pool, there, seed).questions) == there
    for count in range(1, there):
        assert len(draw(pool, count, seed).questions) == count


@given(pools(), st.integers(1, 8), st.integers(0, 99), st.integers(2, 16), st.integers(0, 1 << 48))
def test_a_draw_steered_by_wishes_is_retraced_without_them(
    pool: list[Blueprint], count: int, seed: int, choices: int, wishes: int
) -> None:
    ranks = {each.id: wishes >> 2 * place & 3 for place, each in enumerate(pool)}
    drawn = prefer(pool, count, str(seed), lambda each: ranks[each.id], choices)

    assert_sound(drawn.questions)
    assert all(0 <= detour < choices for detour in drawn.detours)
    if len(drawn.questions) < count:  # such a draw gets no code
        return
    again = retrace(pool, drawn.detours, str(seed), choices)
    assert again is not None
    assert again.questions == drawn.questions


def test_detours_that_lead_nowhere_give_no_quiz() -> None:
    assert retrace([blueprint("x")], (5,), "1", 16) is None


def test_the_margins_are_even_within_one_and_independent() -> None:
    pool = [
        blueprint(f"{topic}{kind}{level}{n}", topic, kind, level)
        for topic in "abcde"
        for kind in ("single", "true-false")
        for level in ("easy", "medium", "hard")
        for n in range(4)
    ]
    for seed in range(25):
        for count in (1, 4, 10, 17):
            drawn = draw(pool, count, str(seed))
            assert drawn.shortfalls == ()
            assert drawn.unevenness == 0
            for margin, size in (("topic", 5), ("kind", 2), ("level", 3)):
                shares = Counter(getattr(question, margin) for question in drawn.questions)
                fair = count // size
                assert all(fair <= shares[value] <= fair + 1 for value in shares)
                assert sum(shares.values()) == count


@given(pools(), st.integers(1, 12), st.text(max_size=2))
def test_a_shortfall_is_said_exactly_where_a_share_is_below_an_even_one(
    pool: list[Blueprint], count: int, seed: str
) -> None:
    drawn = draw(pool, count, seed)
    expected = set()
    for margin in ("topic", "kind", "level"):
        values = {getattr(each, margin) for each in pool}
        fair = len(drawn.questions) // len(values)
        for value in values:
            got = sum(getattr(question, margin) == value for question in drawn.questions)
            if got < fair:
                expected.add(Shortfall(margin, value, got, fair))

    assert set(drawn.shortfalls) == expected


def test_what_is_wanted_most_comes_first_where_it_would_do_as_well() -> None:
    pool = [blueprint(f"q{n}") for n in range(12)]
    wanted = {"q3", "q7", "q11"}
    drawn = prefer(pool, 3, "1", lambda each: int(each.id not in wanted), 16)

    assert set(ids(drawn)) == wanted


def test_a_sentence_is_asked_about_once_where_others_would_do_as_well() -> None:
    pool = [blueprint(f"q{n}", sentence=n // 2) for n in range(12)]
    for seed in range(20):
        for drawn in (draw(pool, 6, str(seed)), prefer(pool, 6, str(seed), lambda each: int(each.id[1:]), 16)):
            assert len({question.source.sentences for question in drawn.questions}) == 6


def test_an_option_is_shown_once_where_others_would_do_as_well() -> None:
    pool = [blueprint(f"q{n}", sentence=n, says=f"what key{n // 2}") for n in range(12)]
    for seed in range(20):
        for drawn in (draw(pool, 6, str(seed)), prefer(pool, 6, str(seed), lambda each: int(each.id[1:]), 16)):
            assert len({question.answer_text["en"] for question in drawn.questions}) == 6


def test_a_sentence_is_asked_about_again_rather_than_an_uneven_quiz_or_a_short_one() -> None:
    same = [blueprint(f"q{n}") for n in range(8)]
    uneven = [*(blueprint(f"a{n}", "a") for n in range(4)), *(blueprint(f"b{n}", "b", sentence=n) for n in range(9))]

    assert len(draw(same, 8, "1").questions) == 8
    assert Counter(question.topic for question in draw(uneven, 6, "1").questions) == {"a": 3, "b": 3}


def test_every_question_is_as_likely_to_be_drawn() -> None:
    pool = [blueprint(f"q{n}") for n in range(10)]
    counts = Counter(name for seed in range(400) for name in ids(draw(pool, 3, str(seed))))

    assert len(counts) == 10
    assert all(80 <= count <= 160 for count in counts.values()), counts


def test_every_place_of_a_quiz_is_as_likely_for_a_rare_kind() -> None:
    pool = [*(blueprint(f"q{n}") for n in range(20)), blueprint("rare", kind="true-false")]
    places = Counter(ids(draw(pool, 4, str(seed))).index("rare") for seed in range(200))

    assert sorted(places) == [0, 1, 2, 3]
    assert all(30 <= count <= 70 for count in places.values()), places
