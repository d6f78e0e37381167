from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.questions import KINDS, AnyQuestion
from ctoquiz.domain.quiz import Manner
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import BadInput
from ctoquiz.generation import Catalogue, catalogue
from ctoquiz.generation.compose import from_seed, of_questions
from ctoquiz.scripted.answers import AnswersAsker, answers_for, read_answers
from ctoquiz.session.asking import Answered
from ctoquiz.session.loop import Progress, play
from ctoquiz.session.scored import score
from ctoquiz.storage.packs import load_pack
from ctoquiz.storage.yamlreader import read_yaml

IDS = ["fish.cod/pick", "legs.crab/number", "homes/match"]
QUIZ, SURE = Manner(lang="en"), Manner(lang="en", certainty=True)


@cache
def frozen() -> Catalogue:
    from pathlib import Path

    return catalogue(load_pack(str(Path(__file__).parent.parent / "generation" / "frozen")))


@cache
def cto() -> Catalogue:
    return catalogue(load_pack("cto"))


@cache
def questions() -> tuple[AnyQuestion, ...]:
    return of_questions(frozen(), IDS, "1").quiz.questions


def answered(text: str, manner: Manner = QUIZ) -> dict[str, Answered]:
    return answers_for(read_answers(text.encode(), "my.yaml"), questions(), manner)


def refused(text: str, manner: Manner = QUIZ) -> list[str]:
    with pytest.raises(BadInput) as caught:
        answered(text, manner)
    assert caught.value.code == 65
    return [f"{problem.where}: {problem.message.format(**problem.values)}" for problem in caught.value.problems]


RIGHT = {IDS[0]: Answered("b"), IDS[1]: Answered("10"), IDS[2]: Answered("1=a,2=b,3=c,4=d")}


@pytest.mark.parametrize(
    "text",
    [
        "- b\n- 10\n- 1=a,2=b,3=c,4=d\n",
        "[b, '10', '1=a,2=b,3=c,4=d']",
        '["B", 10, {"answer": "4=d 1=a 2=b 3=c"}]',
        "homes/match: 1=a,2=b,3=c,4=d\nlegs.crab/number: 10\nfish.cod/pick: {answer: b}\n",
        '{"homes/match": "1=a,2=b,3=c,4=d", "legs.crab/number": 10.0, "fish.cod/pick": "b"}',
    ],
)
def test_answers_are_a_list_in_the_order_asked_or_a_mapping_in_yaml_or_json(text: str) -> None:
    assert answered(text) == RIGHT


@pytest.mark.parametrize("nothing", ["?", '"?"', '""', "", "~", "null", "{answer: '?'}", "{answer: null}"])
def test_nothing_and_a_question_mark_mean_i_don_t_know(nothing: str) -> None:
    assert answered(f"- b\n- {nothing}\n- ?\n".replace("- ?\n", "- '?'\n"))[IDS[1]] == Answered("?")


def test_a_number_stays_as_it_was_typed() -> None:
    assert answered("- b\n- 1.000\n- '?'\n")[IDS[1]] == Answered("1000")


TEXTS = st.recursive(
    st.text(st.sampled_from("ab1=,.?-\u00e9\u00a0\u202e\x1b'\"\\# {}[]:"), max_size=6) | st.integers() | st.booleans(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text('ab/.1"', max_size=4), inside, max_size=3),
    max_leaves=8,
)


@given(content=st.lists(TEXTS, min_size=1) | st.dictionaries(st.text("ab/.1", max_size=4), TEXTS, min_size=1))
def test_json_reads_the_same_whether_yaml_is_loaded_for_it_or_not(content: Json) -> None:
    for data in (json.dumps(content).encode(), json.dumps(content, ensure_ascii=False, indent=1).encode()):
        try:
            slowly = read_yaml(data, "my.json", as_text=True)
        except BadInput:
            with pytest.raises(BadInput):
                read_answers(data, "my.json")
        else:
            assert read_answers(data, "my.json").content == slowly


def test_too_few_answers_are_named_from_where_they_are_missing() -> None:
    assert refused("- b\n") == [
        "my.yaml:1:1: The file has 1 answers for 3 questions; add the missing ones, from legs.crab/number on."
    ]


def test_too_many_answers_are_named_where_they_begin() -> None:
    assert refused("- b\n- 10\n- '?'\n- a\n- a\n") == [
        "my.yaml:4:3: The file has 5 answers for 3 questions; remove those that are too many."
    ]


def test_unknown_and_missing_ids_are_all_named() -> None:
    assert refused("fish.cod/pik: b\nnothing at all like it: a\n") == [
        "my.yaml:1:15: “fish.cod/pik” is not a question of this quiz; did you mean “fish.cod/pick”?",
        "my.yaml:2:25: “nothing at all like it” is not a question of this quiz; remove it.",
        "my.yaml:1:1: The file has no answer to: fish.cod/pick, legs.crab/number, homes/match; "
        "add them (`?` means “I don’t know”).",
    ]


def test_every_malformed_answer_is_named_in_one_run() -> None:
    assert refused("- z\n- {anser: 10}\n- [1=a]\n") == [
        "my.yaml:1:3: fish.cod/pick: “z” is not among the options; give letters from a to d.",
        "my.yaml:2:3: An answer is a text, or has the fields `answer` and `certainty` and no others.",
        "my.yaml:3:3: An answer is a text such as `b` or `a,c`; put it between quotes.",
    ]


def test_a_certainty_without_an_answer_is_no_answer() -> None:
    assert refused("- {certainty: 2}\n- 10\n- '?'\n") == [
        "my.yaml:1:3: An answer is a text, or has the fields `answer` and `certainty` and no others."
    ]


def test_certainties_are_taken_where_the_quiz_asks_for_them_and_only_there() -> None:
    text = "- {answer: b, certainty: 3}\n- {answer: 10, certainty: '1'}\n- '?'\n"

    assert list(answered(text, SURE).values()) == [Answered("b", 3), Answered("10", 1), Answered("?")]
    assert list(answered(text).values()) == [Answered("b"), Answered("10"), Answered("?")]


def test_a_certainty_that_is_missing_or_none_is_named() -> None:
    assert refused("- b\n- {answer: 10, certainty: 4}\n- {answer: '?'}\n", SURE) == [
        "my.yaml:1:3: fish.cod/pick: The certainty is missing; add `certainty: 1`, 2 or 3.",
        "my.yaml:2:27: A certainty is 1, 2 or 3.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("just words", ["my.yaml:1:1: The answers must be a list in the order asked, or `id: answer` lines."]),
        ("- a\n b: c", None),
        ("", None),
    ],
)
def test_what_is_no_file_of_answers_is_named_with_its_place(text: str, expected: list[str] | None) -> None:
    found = refused(text)

    assert found == expected or (expected is None and all(line.startswith("my.yaml:") for line in found))


class Nowhere:
    def record(self, entry: object) -> None:
        pass


@settings(max_examples=12)
@given(st.text(max_size=3), st.sampled_from([*KINDS, None]), st.sampled_from(["fr", "en"]), st.booleans())
def test_a_file_with_the_answers_of_the_key_scores_100_percent(
    seed: str, kind: str | None, lang: str, by_id: bool
) -> None:
    import json

    quiz = from_seed(cto(), Selection(kinds=(kind,) if kind else ()), None, seed).quiz
    key: dict[str, Json] = {question.id: question.answer_in(lang) for question in quiz.questions}
    data = json.dumps(key if by_id else list(key.values()), ensure_ascii=False).encode()
    progress = Progress(quiz, Manner(lang=lang))
    answers = answers_for(read_answers(data, "key.json"), quiz.questions, progress.manner)

    assert play(progress, AnswersAsker(answers), Nowhere(), lambda: 0.0, None)
    assert score(progress, stopped=False).percent == 100.0
