"""What the tool prints, and what authors write, is what the schemas that ship with it say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import ctoquiz
from ctoquiz.cli.options import PackShowOptions
from ctoquiz.cli.pack import run_show
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.domain.selection import Selection
from ctoquiz.formats.questions import quiz_json
from ctoquiz.formats.results import header_json, result_json
from ctoquiz.generation.catalogue import Catalogue, catalogue
from ctoquiz.generation.compose import from_seed
from ctoquiz.i18n.words import Words
from ctoquiz.scripted.jsonl import JsonlAsker
from ctoquiz.session.loop import Progress, play
from ctoquiz.session.scored import score
from ctoquiz.storage.packs import home, load_pack
from ctoquiz.storage.yamlreader import read_yaml

SCHEMAS = Path(ctoquiz.__file__).parent / "schemas"
ROOT = Path(__file__).parents[2]
LANGUAGES = ("fr", "en")


def schema(name: str) -> JsonObject:
    found: JsonObject = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return found


def problems(name: str, value: Json) -> list[str]:
    validator = Draft202012Validator(schema(name))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return catalogue(load_pack())


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.name)
def test_every_schema_is_one(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_way_of_asking_has_the_form_of_a_quiz(lang: str, capfd: pytest.CaptureFixture[str]) -> None:
    run_show(PackShowOptions(json=True), Words(lang))
    document = json.loads(capfd.readouterr().out)
    ways = {(each["kind"], each["id"].partition("/")[2]): each for each in document["questions"]}
    document["questions"] = list(ways.values())
    assert {each["kind"] for each in document["questions"]} == {
        *("single", "multiple", "true-false", "number", "interval", "text", "order", "match")
    }
    assert problems("quiz", document) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_drawn_quiz_has_the_form_of_a_quiz(whole: Catalogue, lang: str) -> None:
    quiz = from_seed(whole, Selection(), 20, "7").quiz
    assert problems("quiz", quiz_json(quiz, lang, whole.pack.about.document)) == []


BREAKS = [
    ("single", "answer", "b,c"),
    ("single", "options", None),
    ("true-false", "answer", "vrai"),
    ("number", "unit", None),
    ("interval", "answer", "70 k"),
    ("match", "left", None),
    ("order", "level", "harder"),
    ("text", "options", [{"letter": "a", "text": "x"}, {"letter": "b", "text": "y"}]),
    ("multiple", "more", 1),
]


@pytest.mark.parametrize(("kind", "field", "value"), BREAKS)
def test_a_question_of_another_form_is_noticed(whole: Catalogue, kind: str, field: str, value: Json) -> None:
    quiz = from_seed(whole, Selection(kinds=(kind,)), 1, "1").quiz
    document = json.loads(json.dumps(quiz_json(quiz, "en", whole.pack.about.document)))
    question = document["questions"][0]
    if value is None:
        del question[field]
    else:
        question[field] = value
    assert problems("quiz", document)


class Kept:
    """Keeps nothing, as a recorder."""

    def record(self, entry: object) -> None:
        """Let it go."""


def session(whole: Catalogue, quiz: Quiz, manner: Manner, lines: list[str]) -> Iterator[JsonObject]:
    """The events that a program sees which sends these lines, the result last."""
    out = StringIO()
    asker = JsonlAsker(StringIO("".join(lines)), out, manner, whole.pack.about.document, str)
    progress = Progress(quiz, manner)
    ticks = iter(range(10_000))
    complete = play(progress, asker, Kept(), lambda: float(next(ticks)), "id")
    header = header_json(quiz, manner, session="id", started_at="2026-11-23T09:00:00Z", participant=None)
    result = result_json(
        header,
        progress,
        score(progress, stopped=not complete),
        status="complete" if complete else "stopped",
        finished_at="2026-11-23T09:01:00Z",
    )
    asker.emit({"event": "result", "result": result})
    yield from map(json.loads, out.getvalue().splitlines())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("certainty", [False, True])
def test_every_line_of_a_session_with_a_program_has_its_form(whole: Catalogue, lang: str, *, certainty: bool) -> None:
    quiz = from_seed(whole, Selection(), 16, "7").quiz
    manner = Manner(lang=lang, certainty=certainty, time_limit=9000.0, pass_mark=50.0)
    sent: list[JsonObject] = [{"answer": each.answer_in(lang)} for each in quiz.questions]
    sent = [{**each, "certainty": 2} if certainty else each for each in sent]
    sent[1] = {"answer": "?"}
    lines = ["no json\n", *(json.dumps(each) + "\n" for each in sent)]
    events = list(session(whole, quiz, manner, lines))
    assert [each["event"] for each in events[:4]] == ["start", "question", "error", "question"]
    assert events[-1]["event"] == "result"
    every: list[JsonObject] = [*events, *sent, {"quit": True}]
    assert [problems("jsonl", each) for each in every] == [[]] * len(every)
    result = events[-1]["result"]
    assert isinstance(result, dict)
    assert problems("result", result) == []


def test_a_stopped_session_has_the_form_of_a_result(whole: Catalogue) -> None:
    quiz = from_seed(whole, Selection(), 4, "7").quiz
    *_, last = session(whole, quiz, Manner(lang="en"), ['{"quit": true}\n'])
    result = last["result"]
    assert isinstance(result, dict)
    assert (result["status"], result["answers"]) == ("stopped", [])
    assert problems("result", result) == []
    assert problems("result", {**result, "status": "finished"})
    assert problems("result", {**result, "type": "assessment", "score": {"claimed": {}}})


def test_an_error_has_its_form() -> None:
    assert problems("error", {"error": {"code": 65, "message": "Wrong.", "where": "file:1:2"}}) == []
    assert problems("error", {"error": {"code": 2, "message": "Wrong.", "where": None}}) == []
    assert problems("error", {"error": {"code": 1, "message": "Wrong.", "where": None}})


@pytest.mark.parametrize("path", sorted(home().glob("*/facts/*.yaml")), ids=lambda path: path.name)
def test_every_file_of_facts_that_ships_has_the_form_that_editors_check(path: Path) -> None:
    assert problems("facts", read_yaml(path.read_bytes(), path.name)) == []


@pytest.mark.parametrize("path", sorted(home().glob("*/pack.yaml")), ids=lambda path: path.parent.name)
def test_every_manifest_that_ships_has_the_form_that_editors_check(path: Path) -> None:
    assert problems("pack", read_yaml(path.read_bytes(), path.name)) == []


FAMILIES = """\
topic: parts
sentences: {1: "0123456789ab"}
facts:
  - {id: a, kind: set, closed: true, members: [{id: x, label: {fr: x, en: x}}], ask: {pick: {fr: q, en: q}}}
  - {id: b, kind: relation, functional: true, subject: {fr: x, en: x}, object: {fr: y, en: y}}
  - {id: c, kind: range, unit: eur, rows: [{condition: {fr: x, en: x}, low: 1, high: 2}]}
  - {id: d, kind: figure, unit: none, value: 3, tolerance: 1, wrong: [5, 6]}
  - {id: e, kind: term, short: {fr: x, en: x}, long: {fr: y, en: y}}
  - id: f
    kind: contrast
    sides:
      - {id: one, title: {fr: u, en: u}, items: [{id: i, label: {fr: i, en: i}}]}
      - {id: two, title: {fr: v, en: v}, items: [{id: j, label: {fr: j, en: j}}]}
  - {id: g, kind: condition, when: {fr: x, en: x}, then: {fr: y, en: y}, lures: [{label: {fr: z}, refuted_by: [1]}]}
  - {id: h, kind: progression, steps: [{id: x, label: {fr: x, en: x}}, {id: y, label: {fr: y, en: y}}]}
questions:
  - {id: k, kind: true-false, facts: [a.x], prompt: {fr: p}, explanation: {fr: e}, answer: true}
  - {id: l, kind: match, facts: [h], prompt: {fr: p}, explanation: {fr: e},
     left: [{fr: a}], options: [{fr: b}, {fr: c}], answer: "1=a"}
"""


def test_all_kinds_of_fact_are_known_with_and_without_rows() -> None:
    assert problems("facts", read_yaml(FAMILIES.encode(), "facts.yaml")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: set", "kind: sets"),
        ("closed: true", "closed: yes"),
        ("pick:", "picks:"),
        ("unit: eur", "unit: euro"),
        ("value: 3, ", ""),
        ("long: {fr: y, en: y}", "longer: {fr: y, en: y}"),
        ("items:", "rows:"),
        ('"0123456789ab"', '"0123"'),
        ("answer: true", "answer: b"),
        ("refuted_by: [1]", "refuted: [1]"),
    ],
)
def test_what_an_author_gets_wrong_is_noticed_by_the_editor(old: str, new: str) -> None:
    assert old in FAMILIES
    assert problems("facts", read_yaml(FAMILIES.replace(old, new).encode(), "facts.yaml"))


def test_the_schemas_for_authors_are_those_of_the_domain() -> None:
    check = subprocess.run([sys.executable, "tools/schemas.py", "--check"], cwd=ROOT, check=False, timeout=60)
    assert check.returncode == 0
