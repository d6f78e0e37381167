"""A question that may not be asked never is, and what takes its place is the same for everybody."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.packkit import pack_of, t

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import Link, RelationFamily
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import BadInput, WrongUsage
from ctoquiz.generation import Catalogue, catalogue
from ctoquiz.generation.catalogue import Accepts
from ctoquiz.generation.compose import for_person, from_code, from_seed, of_questions, once_more
from ctoquiz.generation.leaks import Leaks
from ctoquiz.storage.packs import load_pack

SEEDS = range(200)


@cache
def frozen(accepts: Accepts) -> Catalogue:
    return catalogue(load_pack(str(Path(__file__).parent / "frozen")), accepts)


def no_cow(question: AnyQuestion) -> bool:
    return not question.id.startswith("homes.cow/")


def no_choice_that_begins_with_the_key(question: AnyQuestion) -> bool:
    return question.kind != "single" or question.answer != "a"


def nothing(_: AnyQuestion) -> bool:
    return False


def test_a_fact_whose_questions_are_refused_is_never_asked_and_the_quiz_is_as_long() -> None:
    whole = frozen(no_cow)
    for seed in SEEDS:
        quiz = from_seed(whole, Selection(), 10, str(seed)).quiz
        assert len(quiz.questions) == 10
        assert all(no_cow(question) for question in quiz.questions)


def test_what_takes_a_place_shares_no_fact_and_gives_no_key_away() -> None:
    for seed in SEEDS:
        questions = from_seed(frozen(no_cow), Selection(), 12, str(seed)).quiz.questions
        facts = [fact for question in questions for fact in question.facts]
        leaks = Leaks()
        assert len(facts) == len(set(facts))
        assert all(leaks.admit(question) for question in questions)


def of_a_boat(question: AnyQuestion) -> bool:
    return question.id.startswith("boats.")


def test_at_most_one_question_in_twenty_denies_something_where_others_can_be_asked() -> None:
    whole = replace(frozen(no_cow), denies=of_a_boat)
    tired = 0
    for seed in range(40):
        plain = from_seed(frozen(no_cow), Selection(), 10, str(seed)).quiz
        quiz = from_seed(whole, Selection(), 10, str(seed)).quiz
        assert len(quiz.questions) == 10
        assert not any(map(of_a_boat, quiz.questions))
        assert from_code(whole, quiz.code or "").quiz == replace(quiz, seed=None)
        tired += any(map(of_a_boat, plain.questions))
    assert tired > 10


def test_a_quiz_of_twenty_may_have_one_question_that_denies_something() -> None:
    rows = tuple(
        Link(id=f"r{n}", object=t(f"geste {n}x", f"task {n}x"), subject=t(f"rôle {n}x", f"role {n}x"))
        for n in range(40)
    )
    ask = {"forward": t("Que fait {subject} ?", "What does {subject} do?")}
    pack = pack_of(RelationFamily(id="tasks", kind="relation", functional=True, sentences=(1,), ask=ask, rows=rows))
    whole = catalogue(pack, denies=lambda question: question.facts[0][-1] in "0123")
    for seed in range(10):
        questions = from_seed(whole, Selection(), 20, str(seed)).quiz.questions
        assert (len(questions), sum(map(whole.denies, questions))) == (20, 1)


def test_where_all_questions_deny_something_they_are_asked_all_the_same() -> None:
    whole = replace(frozen(no_cow), denies=lambda _: True)
    for seed in range(10):
        assert (
            from_seed(whole, Selection(), 10, str(seed)).quiz
            == from_seed(frozen(no_cow), Selection(), 10, str(seed)).quiz
        )


def test_the_code_of_a_mended_quiz_gives_the_same_quiz() -> None:
    whole = frozen(no_choice_that_begins_with_the_key)
    mended = 0
    for seed in range(40):
        drawn = from_seed(whole, Selection(kinds=("single", "text")), 8, str(seed)).quiz
        again = from_code(whole, drawn.code or "").quiz
        assert (
            again.questions
            == drawn.questions
            == from_seed(whole, Selection(kinds=("text", "single")), 8, str(seed)).quiz.questions
        )
        mended += bool(drawn.rebuilt)
    assert mended


def test_the_code_of_a_mended_quiz_for_a_person_gives_the_same_quiz() -> None:
    whole = frozen(no_choice_that_begins_with_the_key)
    for day in range(40):
        drawn = for_person(whole, Selection(), 8, lambda each: len(each.id), Chance.of("day", day)).quiz
        assert all(no_choice_that_begins_with_the_key(question) for question in drawn.questions)
        assert from_code(whole, drawn.code or "").quiz.questions == drawn.questions


def test_a_question_is_first_built_again_with_other_options_then_replaced() -> None:
    plain, mended = frozen(no_cow), frozen(no_choice_that_begins_with_the_key)
    for seed in range(40):
        before = from_seed(plain, Selection(kinds=("single",), topics=("air",)), 2, str(seed)).quiz
        after = from_seed(mended, Selection(kinds=("single",), topics=("air",)), 2, str(seed)).quiz
        refused = [question.id for question in before.questions if not no_choice_that_begins_with_the_key(question)]
        assert [each.id for each in after.questions] == [each.id for each in before.questions]
        assert set(after.rebuilt) == set(refused)


def test_a_quiz_without_a_refused_question_is_what_it_was() -> None:
    everything = catalogue(frozen(no_cow).pack)
    for seed in range(40):
        before = from_seed(everything, Selection(), 6, str(seed)).quiz
        if all(no_cow(question) for question in before.questions):
            assert from_seed(frozen(no_cow), Selection(), 6, str(seed)).quiz == before


def test_the_questions_of_a_session_are_built_as_they_were_asked() -> None:
    drawn = from_seed(frozen(no_choice_that_begins_with_the_key), Selection(kinds=("single",)), 8, "3").quiz
    assert drawn.rebuilt
    ids = [question.id for question in drawn.questions]
    for judged in (nothing, no_cow):
        again = of_questions(frozen(judged), ids, drawn.chance, drawn.rebuilt).quiz
        assert (again.questions, again.rebuilt) == (drawn.questions, drawn.rebuilt)


def test_where_nothing_may_be_asked_the_command_that_says_why_is_named() -> None:
    for count in (None, 1):
        with pytest.raises(BadInput, match="`ctoquiz pack check` says why"):
            from_seed(frozen(nothing), Selection(fact="homes"), count, "1")


def two_links(question: AnyQuestion) -> bool:
    return question.facts[0] in {"tasks.a", "tasks.b"}


def test_the_most_there_are_counts_only_what_may_be_asked() -> None:
    rows = tuple(Link(id=name, object=t(f"o{name}", f"o{name}"), subject=t(name * 3, name * 3)) for name in "abcdef")
    ask = {"forward": t("Que fait {subject} ?", "What does {subject} do?")}
    pack = pack_of(RelationFamily(id="tasks", kind="relation", functional=True, sentences=(1,), ask=ask, rows=rows))
    whole = catalogue(pack, two_links)
    assert len(from_seed(whole, Selection(), None, "1").quiz.questions) == 2
    assert len(from_seed(whole, Selection(), 2, "1").quiz.questions) == 2
    with pytest.raises(WrongUsage, match="3 questions are more than can be asked: the most there are is 2"):
        from_seed(whole, Selection(), 3, "1")
    drawn = for_person(whole, Selection(), None, lambda each: len(each.id), Chance.of("x")).quiz
    assert {question.facts for question in drawn.questions} == {("tasks.a",), ("tasks.b",)}


def test_what_was_missed_is_asked_again_only_where_it_may_be() -> None:
    whole = frozen(no_choice_that_begins_with_the_key)
    wanted = [blueprint for blueprint in whole.blueprints if blueprint.kind == "single"]
    quiz = once_more(whole, wanted, 6, "chance").quiz
    assert len(quiz.questions) == 6
    assert all(no_choice_that_begins_with_the_key(question) for question in quiz.questions)
    assert once_more(frozen(nothing), wanted, 6, "chance").quiz.questions == ()
