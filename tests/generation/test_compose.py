from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import KINDS, LEVELS
from ctoquiz.domain.quiz import Quiz
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import BadInput, WrongUsage
from ctoquiz.generation import Blueprint, Catalogue, catalogue
from ctoquiz.generation.compose import for_person, from_code, from_seed, of_questions
from ctoquiz.generation.leaks import Leaks
from ctoquiz.session.history import Attempt, history
from ctoquiz.storage.packs import load_pack


@cache
def cto() -> Catalogue:
    return catalogue(load_pack("cto"))


def topics() -> list[str]:
    return [topic.id for topic in cto().pack.topics]


def assert_sound(quiz: Quiz) -> None:
    facts = [fact for question in quiz.questions for fact in question.facts]
    assert len(facts) == len(set(facts))
    leaks = Leaks()
    assert all(leaks.admit(question) for question in quiz.questions)


@settings(max_examples=15)
@given(
    st.sets(st.sampled_from(["missions", "skills", "training", "salary", "jobs", "next", "related"]), max_size=2),
    st.sets(st.sampled_from(KINDS), max_size=2),
    st.sets(st.sampled_from(LEVELS), max_size=1),
    st.text(max_size=4),
)
def test_a_code_gives_the_quiz_of_its_seed_and_options(
    topics: set[str], kinds: set[str], levels: set[str], seed: str
) -> None:
    selection = Selection(topics=tuple(sorted(topics)), kinds=tuple(sorted(kinds)), levels=tuple(sorted(levels)))
    assume(any(selection.allows(blueprint) for blueprint in cto().blueprints))
    drawn = from_seed(cto(), selection, None, seed)

    assert drawn.quiz.code is not None
    again = from_code(cto(), drawn.quiz.code)
    assert again.quiz.questions == drawn.quiz.questions
    assert (again.quiz.code, again.shortfalls) == (drawn.quiz.code, drawn.shortfalls)
    assert (drawn.quiz.seed, again.quiz.seed) == (seed, None)
    assert_sound(drawn.quiz)


def test_the_order_of_the_options_changes_nothing() -> None:
    quizzes = [
        from_seed(cto(), Selection(topics=order, kinds=order[::-1] and ("text", "single")), 5, "x").quiz
        for order in permutations(("salary", "skills", "next"))
    ]
    other = from_seed(cto(), Selection(topics=("next", "salary", "skills"), kinds=("single", "text")), 5, "x").quiz

    assert all(quiz == other for quiz in quizzes)


@pytest.mark.parametrize(
    "selection", [Selection(kinds=("order",)), Selection(topics=("related",)), Selection(fact="floor")]
)
def test_more_questions_than_there_are_names_the_most_and_that_many_can_be_drawn(selection: Selection) -> None:
    with pytest.raises(WrongUsage) as caught:
        from_seed(cto(), selection, 500, "x")
    there = int(str(caught.value).rpartition(" ")[2].rstrip("."))

    assert str(caught.value) == f"500 questions are more than can be drawn: the most there are is {there}."
    for seed in "abcde":
        quiz = from_seed(cto(), selection, there, seed).quiz
        assert len(quiz.questions) == there
        assert_sound(quiz)
        assert from_code(cto(), quiz.code or "").quiz.questions == quiz.questions
    with pytest.raises(WrongUsage):
        from_seed(cto(), selection, there + 1, "x")


def test_narrowing_never_allows_more_questions() -> None:
    def there(selection: Selection) -> int:
        with pytest.raises(WrongUsage) as caught:
            from_seed(cto(), selection, 5000, "x")
        return int(str(caught.value).rpartition(" ")[2].rstrip("."))

    everything = there(Selection())
    assert everything == len(cto().pack.facts)
    assert there(Selection(kinds=("true-false",))) <= everything
    quiz = from_seed(cto(), Selection(), everything, "all").quiz
    assert len(quiz.questions) == everything
    assert_sound(quiz)


def test_the_default_is_ten_or_all_there_are() -> None:
    assert len(from_seed(cto(), Selection(), None, "x").quiz.questions) == 10
    assert len(from_seed(cto(), Selection(fact="floor"), None, "x").quiz.questions) == 1


def test_what_is_asked_of_nothing_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage) as caught:
        from_seed(cto(), Selection(fact="floor", kinds=("order",)), 1, "x")

    assert str(caught.value) == "The pack has no question of this topic, kind and level together; ask for more of them."


def test_ten_questions_are_even_in_topics_and_kinds() -> None:
    for seed in range(12):
        quiz = from_seed(cto(), Selection(), 10, str(seed)).quiz
        by_topic, by_kind = (Counter(getattr(each, margin) for each in quiz.questions) for margin in ("topic", "kind"))
        assert set(by_topic.values()) <= {1, 2}
        assert len(by_topic) == 7
        assert set(by_kind.values()) <= {1, 2}
        assert len(by_kind) == 8


def test_playing_daily_repeats_no_question_for_two_weeks_and_no_fact_for_four_days() -> None:
    facts_of = {each.id: each.facts for each in cto().blueprints}
    attempts: list[Attempt] = []
    for day in range(14):
        known = history(attempts, facts_of)
        drawn = for_person(cto(), Selection(), 10, known.rank, Chance.of("day", day))
        ids = [question.id for question in drawn.quiz.questions]
        assert not {attempt.question for attempt in attempts} & set(ids)
        if day < 4:
            assert not known.facts.keys() & {fact for each in ids for fact in facts_of[each]}
        assert from_code(cto(), drawn.quiz.code or "").quiz.questions == drawn.quiz.questions
        assert_sound(drawn.quiz)
        attempts += [Attempt(question, right=True) for question in ids]


def test_what_was_missed_comes_again_once_all_is_seen() -> None:
    pool = [each for each in cto().blueprints if each.topic == "related"]
    missed = {"related", *(each.id for each in pool[:3])}

    def rank(blueprint: Blueprint) -> int:
        return 1 if blueprint.id in missed else 3

    drawn = for_person(cto(), Selection(topics=("related",)), 2, rank, Chance.of("again"))
    assert missed & {question.id for question in drawn.quiz.questions}


def test_a_person_without_wishes_has_a_quiz_with_a_code_and_no_seed() -> None:
    quiz = for_person(cto(), Selection(), 10, lambda _: 0, Chance.of("any")).quiz

    assert quiz.seed is None
    assert from_code(cto(), quiz.code or "").quiz.questions == quiz.questions


def test_known_questions_are_asked_again_in_their_order_without_a_code() -> None:
    drawn = from_seed(cto(), Selection(), 5, "x").quiz
    again = of_questions(cto(), [question.id for question in drawn.questions], drawn.chance).quiz

    assert again.questions == drawn.questions
    assert again.code is None


def test_a_question_that_the_pack_has_not_is_bad_input() -> None:
    with pytest.raises(BadInput) as caught:
        of_questions(cto(), ["nothing/pick"], "1")

    assert str(caught.value) == "The pack “cto” has no question “nothing/pick”."


def test_a_question_of_a_renamed_fact_is_found_by_its_old_name() -> None:
    from tests.packkit import catalogue_of, t

    from ctoquiz.domain.facts import Member, SetFamily

    family = SetFamily(
        id="new",
        kind="set",
        closed=True,
        sentences=(1,),
        renamed_from=("old",),
        says=t("{Member} est.", "{Member} is."),
        members=(Member(id="a", label=t("a", "a"), renamed_from=("b",)),),
    )
    small = catalogue_of(family)

    for name in ("new.a/true", "old.a/true", "new.b/true", "b/true"):
        found = small.find(name)
        assert found is not None
        assert found.id == "new.a/true"
    assert small.find("gone/true") is None
