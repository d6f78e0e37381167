from __future__ import annotations

import json
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.packkit import t

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.domain.selection import Selection
from ctoquiz.generation import Catalogue, catalogue
from ctoquiz.generation.compose import from_seed, of_questions
from ctoquiz.scripted.jsonl import JsonlAsker
from ctoquiz.session.loop import Progress, play
from ctoquiz.session.scored import score
from ctoquiz.storage.packs import load_pack

DIGEST = "a9510e9fa2b6c65dc8eb92e09a0c96f99f294e9feb60e0c595faa6276c3b72c2"
START = (
    '{"event": "start", "schema": "ctoquiz/jsonl/1", "code": null, "count": 2, "answered": 0, "lang": "en", '
    '"session": "s1", "pack": {"id": "frozen", "version": "1", "digest": "' + DIGEST + '", "languages": ["fr", "en"]}, '
    '"exam": false, "certainty": false, "time_limit": null, "pass_mark": null}'
)
FIRST = (
    '{"event": "question", "number": 1, "of": 2, "question": {"id": "codes.eta/meaning", "kind": "single", '
    '"topic": "air", "level": "medium", "prompt": "What does ETA mean?", "options": [{"letter": "a", "text": '
    '"above the sea"}, {"letter": "b", "text": "time of arrival"}, {"letter": "c", "text": "above the ground"}]}}'
)
FIRST_TOLD = (
    '{"event": "feedback", "number": 1, "points": 1.0, "max": 1.0, "answer": "b", "answer_text": "time of arrival", '
    '"explanation": "ETA means “time of arrival”.", '
    '"source": {"document": "a text", "section": "air", "sentences": [4]}}'
)
SECOND = (
    '{"event": "question", "number": 2, "of": 2, "question": {"id": "legs.ant/true", "kind": "true-false", '
    '"topic": "land", "level": "medium", "prompt": "The ant has 6 legs."}}'
)
SECOND_TOLD = (
    '{"event": "feedback", "number": 2, "points": 0.0, "max": 1.0, "answer": "true", "answer_text": "True", '
    '"explanation": "The ant has 6 legs.", '
    '"source": {"document": "a text", "section": "land", "sentences": [3]}}'
)


@cache
def frozen() -> Catalogue:
    return catalogue(load_pack(str(Path(__file__).parent.parent / "generation" / "frozen")))


@cache
def cto() -> Catalogue:
    return catalogue(load_pack("cto"))


def two() -> Quiz:
    return of_questions(frozen(), ["codes.eta/meaning", "legs.ant/true"], "1").quiz


class Nowhere:
    def record(self, entry: object) -> None:
        pass


def talk(*lines: str, manner: Manner | None = None, newline: bool = True) -> tuple[list[str], bool, Progress]:
    """What is written while the lines are read, whether the quiz is complete, and what was reached."""
    manner = manner or Manner(lang="en")
    out, progress = StringIO(), Progress(two(), manner)
    said = StringIO("\n".join(lines) + "\n" * newline)
    asker = JsonlAsker(said, out, manner, t("un texte", "a text"), str)
    complete = play(progress, asker, Nowhere(), lambda: 0.0, "s1")
    return out.getvalue().splitlines(), complete, progress


def error(message: str) -> str:
    return json.dumps({"event": "error", "message": message}, ensure_ascii=False)


LOST = 'The line is not understood; send one JSON object such as {"answer": "b"}.'
SHAPE = 'The line must be {"answer": "…"}, with "certainty" where it is asked, or {"quit": true}.'


def test_a_quiz_is_one_event_a_line() -> None:
    written, complete, _ = talk('{"answer": "b"}', '{"answer": "false"}')

    assert written == [START, FIRST, FIRST_TOLD, SECOND, SECOND_TOLD]
    assert complete


def test_an_exam_has_no_feedback() -> None:
    written, complete, _ = talk('{"answer": "b"}', '{"answer": false}', manner=Manner(lang="en", exam=True))

    assert written == [START.replace('"exam": false', '"exam": true'), FIRST, SECOND]
    assert complete


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"answer": "z"}', "“z” is not among the options; give letters from a to c."),
        ('{"answr": "c"}', SHAPE),
        ('{"answer": "b", "sure": 1}', SHAPE),
        ('{"quit": true, "answer": "b"}', SHAPE),
        ('{"quit": false}', SHAPE),
        ('{"quit": 1}', SHAPE),
        ('["c"]', SHAPE),
        ("{}", SHAPE),
        ('{"answer": ["c"]}', "An answer is a text such as `b` or `a,c`."),
        ('{"answer": "b", "certainty": 4}', "A certainty is 1, 2 or 3."),
        ('{"answer": "b", "certainty": true}', "A certainty is 1, 2 or 3."),
        ('{"answer": "b", "certainty": "2"}', "A certainty is 1, 2 or 3."),
        ("b", LOST),
        ("", LOST),
        ('{"answer": "b", "answer": "b"}', LOST),
        ('{"answer": NaN}', LOST),
        ('{"answer": "' + "c" * 64_000 + '"}', "The line is longer than 64000 characters; send a shorter one."),
    ],
)
def test_a_bad_line_gets_an_error_and_the_same_question_again(line: str, message: str) -> None:
    written, complete, _ = talk(line, '{"answer": "b"}', '{"answer": false}')

    assert written == [START, FIRST, error(message), FIRST, FIRST_TOLD, SECOND, SECOND_TOLD]
    assert complete


def test_the_third_bad_line_in_a_row_ends_the_session_as_stopped() -> None:
    written, complete, progress = talk("1", "2", "3", '{"answer": "b"}')

    assert written == [START, *[FIRST, error(SHAPE)] * 3]
    assert not complete
    assert progress.entries == []


def test_bad_lines_that_are_not_in_a_row_end_nothing() -> None:
    written, complete, _ = talk("1", "2", '{"answer": "b"}', "3", "4", '{"answer": "true"}')

    assert [json.loads(line)["event"] for line in written] == [
        *["start", "question", "error", "question", "error", "question", "feedback"],
        *["question", "error", "question", "error", "question", "feedback"],
    ]
    assert complete


@pytest.mark.parametrize("end", [['{"quit": true}'], []])
def test_quitting_and_the_end_of_the_input_stop_the_session(end: list[str]) -> None:
    written, complete, progress = talk('{"answer": "b"}', *end)

    assert written == [START, FIRST, FIRST_TOLD, SECOND]
    assert not complete
    assert len(progress.entries) == 1


def test_a_last_line_without_its_end_is_read_all_the_same() -> None:
    assert talk('{"answer": "b"}', '{"answer": "true"}', newline=False)[1]


@pytest.mark.parametrize(
    ("sent", "kept"), [("null", "?"), ('"?"', "?"), ('""', "?"), ("true", "true"), ('"V"', "true")]
)
def test_what_a_program_means_is_understood(sent: str, kept: str) -> None:
    _, _, progress = talk('{"answer": "b"}', f'{{"answer": {sent}}}')

    assert progress.entries[1].answer.notation == kept


def test_a_certainty_is_asked_for_and_taken() -> None:
    manner = Manner(lang="en", certainty=True)
    written, complete, progress = talk(
        '{"answer": "b"}', '{"answer": "b", "certainty": 2}', '{"answer": "?"}', manner=manner
    )

    assert written[2] == error("The certainty is missing; add `certainty: 1`, 2 or 3.")
    assert complete
    assert [entry.answer.certainty for entry in progress.entries] == [2, None]


def test_a_time_limit_is_told_with_every_question() -> None:
    written, _, _ = talk('{"answer": "b"}', '{"answer": "t"}', manner=Manner(lang="en", time_limit=30))

    assert [json.loads(line)["seconds_left"] for line in (written[1], written[3])] == [30, 30]


class Knowing:
    """A program that has the answers: reads the question that was asked last, and writes its answer."""

    def __init__(self, key: dict[str, str], out: StringIO) -> None:
        self.key, self.out = key, out

    def readline(self, _: int = -1) -> str:
        asked: dict[str, dict[str, Json]] = json.loads(self.out.getvalue().splitlines()[-1])
        return json.dumps({"answer": self.key[str(asked["question"]["id"])]}) + "\n"


@settings(max_examples=12)
@given(st.text(max_size=3), st.integers(1, 25), st.sampled_from(["fr", "en"]), st.booleans())
def test_a_program_that_has_the_answers_scores_100_percent(seed: str, count: int, lang: str, exam: bool) -> None:
    quiz = from_seed(cto(), Selection(), count, seed).quiz
    out, manner = StringIO(), Manner(lang=lang, exam=exam)
    key = {question.id: question.answer_in(lang) for question in quiz.questions}
    progress = Progress(quiz, manner)
    asker = JsonlAsker(Knowing(key, out), out, manner, cto().pack.about.document, str)  # type: ignore[arg-type]

    assert play(progress, asker, Nowhere(), lambda: 0.0, None)
    assert score(progress, stopped=False).percent == 100.0
    for line in out.getvalue().splitlines():
        event = json.loads(line)
        if event["event"] == "question":
            assert not {"answer", "answer_text", "explanation"} & event["question"].keys()
