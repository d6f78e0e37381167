"""The options that select mean the same to every command."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checkkit import FACTS, write_pack

from ctoquiz.cli.composing import askable, compose, selection, shortfall_line
from ctoquiz.cli.options import Selection
from ctoquiz.domain.chance import Chance
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import KINDS, LEVELS
from ctoquiz.errors import BadInput, WrongUsage
from ctoquiz.generation.catalogue import Catalogue, catalogue
from ctoquiz.generation.draw import Shortfall
from ctoquiz.i18n.words import Words
from ctoquiz.storage.packs import load_pack
from ctoquiz.terminal.asked import KIND_NAMES, LEVEL_NAMES


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return catalogue(load_pack())


def test_a_seed_gives_the_same_quiz_whatever_chance_and_wishes(whole: Catalogue) -> None:
    asked = Selection(seed="monday", count=8, topics=("salary", "jobs"))
    one = compose(asked, whole, None, Chance.of("a")).quiz
    other = compose(asked, whole, lambda _: 1, Chance.of("b")).quiz
    assert one == other
    assert one.seed == "monday"


def test_a_code_gives_the_quiz_that_it_was_drawn_with(whole: Catalogue) -> None:
    drawn = compose(Selection(count=5), whole, None, Chance.of("a")).quiz
    assert drawn.code is not None
    assert drawn.seed is None
    spelled = drawn.code.lower()
    again = compose(Selection(code=f"{spelled[:4]} {spelled[4:]}"), whole, None, Chance.of("b")).quiz
    assert again.questions == drawn.questions
    assert again.code == drawn.code


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Selection(topics=("salry",)), "The pack has no topic “salry”; did you mean “salary”?"),
        (Selection(kinds=("multipel",)), "No kind of question is called “multipel”; did you mean “multiple”?"),
        (Selection(levels=("harder",)), "No level is called “harder”; did you mean “hard”?"),
        (Selection(levels=("xyz",)), "No level is called “xyz”; choose among: easy, medium, hard."),
        (Selection(fact="pay.expert-pari"), "No fact is called “pay.expert-pari”; did you mean “pay.expert-paris”?"),
        (Selection(fact="§§§"), "The pack “cto” has no fact “§§§”; `ctoquiz pack show` lists them."),
    ],
)
def test_a_name_that_is_none_is_wrong_usage_that_says_the_nearest(
    whole: Catalogue, asked: Selection, sentence: str
) -> None:
    with pytest.raises(WrongUsage) as caught:
        compose(asked, whole, None, Chance.of("a"))
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("Salaire", "salary"),
        ("salary", "salary"),
        ("competences", "skills"),
        ("Offres d’emploi", "jobs"),
        ("offres-d-emploi", "jobs"),
        ("et apres", "next"),
        ("What comes next", "next"),
    ],
)
def test_a_topic_is_known_by_its_title_in_any_language(whole: Catalogue, typed: str, topic: str) -> None:
    assert selection(Selection(topics=(typed,)), whole.pack).topics == (topic,)


def test_a_level_is_known_by_its_name_in_any_language(whole: Catalogue) -> None:
    typed = Selection(levels=("Facile", "medium", "difficile"))
    assert selection(typed, whole.pack).levels == ("easy", "medium", "hard")


def test_a_name_without_a_letter_is_none(whole: Catalogue) -> None:
    for typed in ("", "-"):
        with pytest.raises(WrongUsage, match="choose among"):
            selection(Selection(topics=(typed,)), whole.pack)


def test_more_questions_than_can_be_drawn_is_wrong_usage_that_names_the_most(whole: Catalogue) -> None:
    with pytest.raises(WrongUsage, match=r"the most there are is [0-9]+"):
        compose(Selection(count=100_000, seed="1"), whole, None, Chance.of("a"))


def test_a_fact_limits_the_quiz_to_questions_on_it(whole: Catalogue) -> None:
    quiz = compose(Selection(fact="pay", count=2, seed="1"), whole, None, Chance.of("a")).quiz
    assert all(fact.startswith("pay.") for question in quiz.questions for fact in question.facts)


def test_a_code_of_another_edition_is_bad_input(whole: Catalogue) -> None:
    code = compose(Selection(seed="1"), whole, None, Chance.of("a")).quiz.code
    edited = Catalogue(type(whole.pack)(whole.pack.about, "f" * 64, whole.pack.sections), whole.blueprints)
    with pytest.raises(BadInput, match="another edition"):
        compose(Selection(code=code), edited, None, Chance.of("a"))


def test_shares_that_fell_short_are_one_line() -> None:
    short = [Shortfall("topic", "salary", 1, 2), Shortfall("kind", "order", 0, 1), Shortfall("level", "easy", 12, 13)]
    titles = {"salary": {"fr": "Salaire", "en": "Salary"}}
    assert shortfall_line(short, titles, Words("en")) == (
        "The pack can’t serve every share evenly here: Salary 1 of 2 · putting in order 0 of 1 · easy 12 of 13."
    )
    assert shortfall_line(short, titles, Words("fr")).endswith(
        "Salaire 1 sur 2 · mise en ordre 0 sur 1 · facile 12 sur 13."
    )


def test_every_kind_and_level_has_a_name_in_a_sentence() -> None:
    assert set(KIND_NAMES) == set(KINDS)
    assert set(LEVEL_NAMES) == set(LEVELS)


FLAWED = (
    FACTS
    + """\
questions:
  - id: chain
    kind: single
    facts: [makers.dan]
    prompt: {fr: "Qui fabrique la chaîne rouge ?", en: "Who makes the red chain?"}
    options:
      - {fr: "Dan, à la chaîne", en: "Dan, on the chain"}
      - {fr: "Cleo, à la forge", en: "Cleo, at the forge"}
      - {fr: "Anna, à la presse", en: "Anna, at the press"}
    answer: a
    explanation: {fr: "C’est Dan.", en: "It is Dan."}
"""
)
WAIVED = FLAWED + '    waive: [{rule: clang, reason: "Dan is always on the chain."}]\n'


def asked(pack: Pack) -> set[str]:
    """The questions with one right option that two hundred seeds ask."""
    whole, wanted = askable(pack), [Selection(seed=str(seed), count=2, kinds=("single",)) for seed in range(200)]
    quizzes = [compose(each, whole, None, Chance.of("")).quiz for each in wanted]
    assert all(len(quiz.questions) == 2 for quiz in quizzes)
    return {question.id for quiz in quizzes for question in quiz.questions}


def test_a_question_that_breaks_a_rule_is_never_asked(tmp_path: Path) -> None:
    everyone = {f"makers.{name}/forward" for name in ("anna", "ben", "cleo", "dan")}
    assert asked(load_pack(write_pack(tmp_path, FLAWED))) == everyone


def test_a_question_whose_flaw_is_waived_is_asked(tmp_path: Path) -> None:
    assert "makers.dan/chain" in asked(load_pack(write_pack(tmp_path, WAIVED)))


def test_a_waiver_is_the_same_when_a_pack_is_read_again(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, WAIVED)
    assert load_pack(folder) == load_pack(folder)
    assert [waiver.reason for waiver in load_pack(folder).written["makers.dan/chain"].waive] == [
        "Dan is always on the chain."
    ]


def test_a_fact_without_a_question_that_may_be_asked_is_said_with_the_command_that_tells_why(tmp_path: Path) -> None:
    facts = FLAWED.replace("facts: [makers.dan]", "facts: [weight]").replace("      number:", "      which:")
    whole = askable(load_pack(write_pack(tmp_path, facts)))
    with pytest.raises(BadInput, match="`ctoquiz pack check` says why"):
        compose(Selection(fact="weight"), whole, None, Chance.of("a"))
