"""Results, journals and folders that somebody meddled with: shown for what they are, or passed over and listed."""

from __future__ import annotations

import json
import os
import socket
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.faults.commands import ran, says_nothing_that_moves_a_terminal
from tests.faults.conftest import Record
from tests.faults.hostile import BIDI, ESCAPES, MARKUP
from tests.faults.resultmutants import Ended, command, make_once, mutant, originals

from ctoquiz.cli.offering import offered, offered_assessment
from ctoquiz.cli.options import AssessOptions, PlayOptions
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.i18n.words import Words
from ctoquiz.session.resuming import split
from ctoquiz.storage.records import opening_lines

REJECTED = 5
CODES = frozenset({0, 2, 3, 4, REJECTED, 65, 66})
"""What a command on a folder of results may end with: never a defect (70), nor the crash of Python (1)."""

QUIT = '{"quit": true}\n'
COMMANDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("results", "list"), ""),
    (("results", "list", "--json"), ""),
    (("results", "list", "--csv", "--lang", "fr"), ""),
    (("results", "show", "{id}"), ""),
    (("results", "show", "{id}", "--json"), ""),
    (("report", "{id}", "--output", "-"), ""),
    (("play", "--count", "2", "--jsonl", "--no-save"), QUIT),
    (("play", "--mistakes", "--jsonl", "--no-save"), QUIT),
    (("play", "--session", "{id}", "--jsonl"), QUIT),
    (("play", "--resume", "--jsonl"), ""),
    (("assess", "--session", "{id}", "--jsonl"), QUIT),
    (("assess", "--resume", "--jsonl"), ""),
    (("assess", "--quick", "--jsonl", "--no-save"), QUIT),
    (("results", "erase", "--all"), ""),
)
"""Whatever reads results; `{id}` is that of the one that was edited."""

SOME, ALL = 200, 20_000
PARTS = 4
"""So that several processes may share the work."""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> list[JsonObject]:
    """A real result of each sort."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return originals(patched, tmp_path_factory.mktemp("real"))


@pytest.fixture
def results(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "results"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def pack_once(monkeypatch: pytest.MonkeyPatch) -> None:
    make_once(monkeypatch)


def put(results: Path, *documents: JsonObject) -> None:
    for path in results.iterdir():
        path.unlink()
    for document in documents:
        (results / f"{document.get('id')}.json").write_text(json.dumps(document))


def is_harmless(ended: Ended, args: tuple[str, ...]) -> bool:
    """Whether nothing of what was printed can move a terminal, change a page, or is of another code."""
    documents = {"--json", "--jsonl"} & {*args}
    if "report" in args and ended.code == 0:
        page = Page(ended.out)
        return page.foreign == [] and not any(sign in ended.out for sign in (*ESCAPES, *BIDI))
    shown = ended.err if documents else ended.err + ended.out.removeprefix("\ufeff").replace("\r\n", "\n")
    return says_nothing_that_moves_a_terminal(shown) and "Traceback" not in ended.err


class Page(HTMLParser):
    """A page as a browser reads it: `foreign` are the elements and attributes that no template of ours writes."""

    BAD_TAGS = frozenset({"script", "img", "b", "iframe", "object", "embed", "link", "base", "form", "a"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.BAD_TAGS or any(name.startswith("on") for name, _ in attrs):
            self.foreign.append(f"<{tag} {attrs}>")

    def handle_comment(self, data: str) -> None:
        self.foreign.append(f"<!--{data}-->")


def test_fault_34_an_edited_score_is_worked_out_again(
    real: list[JsonObject], results: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = ("--data-dir", str(results.parent))
    cases = 0
    for document in real:
        edited = json.loads(json.dumps(document))
        edited["score"] = _all_numbers(edited["score"], 1.0)
        for answer in edited["answers"]:
            answer.update({name: 99.0 for name in ("points", "max") if name in answer})
        put(results, document)
        before = command(monkeypatch, ["results", "list", "--json", *data]).out
        shown = json.loads(command(monkeypatch, ["results", "show", str(document["id"]), "--json", *data]).out)
        put(results, edited)
        assert command(monkeypatch, ["results", "list", "--json", *data]).out == before
        again = json.loads(command(monkeypatch, ["results", "show", str(document["id"]), "--json", *data]).out)
        assert again["score"] == shown["score"]
        cases += 1
    record("every figure of a score and every point replaced, listed and shown", cases=cases)


def _all_numbers(value: object, number: float) -> object:
    if isinstance(value, dict):
        return {name: _all_numbers(each, number) for name, each in value.items()}
    return number if isinstance(value, int | float) else value


def test_fault_35_what_is_no_file_among_results_is_listed(
    real: list[JsonObject], results: Path, tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(results, *real)
    os.mkfifo(results / "pipe.json")
    (results / "folder.json").mkdir()
    (results / "link.json").symlink_to("/dev/zero")
    (results / "out.json").symlink_to(tmp_path)
    (results / "huge.json").touch()
    os.truncate(results / "huge.json", 8 * 1024**3)
    monkeypatch.chdir(results)
    socket.socket(socket.AF_UNIX).bind("socket.json")
    os.mkfifo(results / "20260101-000000-aaaa.journal")
    (results / "20260101-000000-bbbb.journal").mkdir()
    names = {"pipe", "folder", "link", "out", "huge", "socket"}
    listed = ran(["results", "list", "--json", "--data-dir", str(results.parent)])
    assert listed.code == REJECTED
    assert {each["id"] for each in json.loads(listed.out)} == {each["id"] for each in real}
    assert {Path(line.partition(":")[0]).stem for line in listed.err.splitlines()} == names
    others = (("play", "--count", "2", "--jsonl"), ("play", "--mistakes", "--jsonl"), ("play", "--resume", "--jsonl"))
    for args in (*others, ("assess", "--jsonl"), ("report",), ("results", "show", "latest")):
        ended = ran([*args, "--data-dir", str(results.parent)], QUIT)
        assert ended.code in CODES, ended
        assert "Traceback" not in ended.err
        assert ended.seconds < 4
    record("a pipe, a folder, links, a socket, 8 GB, by seven commands", cases=7 * (len(names) + 2))


BAD_JSON = {
    "NaN": '{"seconds": NaN}', "1e999": '{"seconds": 1e999}', "minus infinity": '{"seconds": -Infinity}',
    "a key twice": '{"id": 1, "id": 2}', "deep lists": "[" * 100_000, "deep mappings": '{"a":' * 100_000,
    "65 levels": "[" * 65 + "]" * 65, "400 digits": "1" + "0" * 400, "5000 digits": "9" * 5000,
    "half a pair": '"\\ud800"',
    "cut off": '{"schema": "ctoquiz/result/1', "empty": "", "not UTF-8": "\udcff", "NUL": "\0", "a list": "[]",
}  # fmt: skip


def test_fault_36_json_that_is_none_is_listed(real: list[JsonObject], results: Path, record: Record) -> None:
    put(results, *real)
    for number, text in enumerate(BAD_JSON.values()):
        (results / f"bad{number}.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    whole = json.dumps(real[0])
    twisted = [
        whole.replace('"seconds": ', f'"seconds": {each}, "was": ', 1) for each in ("NaN", "1e999", "1" + "0" * 400)
    ]
    for number, text in enumerate([*twisted, whole.replace('"id"', '"id": "x", "id"', 1)]):
        (results / f"twisted{number}.json").write_text(text)
    bad = len(BAD_JSON) + 4
    for args in (("results", "list", "--json"), ("results", "list", "--csv"), ("results", "list")):
        listed = ran([*args, "--data-dir", str(results.parent)])
        assert listed.code == REJECTED
        assert len(listed.err.splitlines()) == bad
        assert says_nothing_that_moves_a_terminal(listed.err)
        assert all(str(each["id"]) in listed.out for each in real)
    record("NaN, numbers out of bounds, keys twice, deep and torn JSON", cases=3 * bad)


def test_fault_37_one_bad_file_of_500_hides_none_of_the_others(
    real: list[JsonObject], results: Path, record: Record
) -> None:
    quiz = next(each for each in real if each["type"] == "quiz")
    put(results, *({**quiz, "id": f"r{number:03}"} for number in range(500)))
    (results / "r250.json").write_text('{"schema": ')
    listed = ran(["results", "list", "--json", "--data-dir", str(results.parent)])
    assert listed.code == REJECTED
    assert [each["id"] for each in json.loads(listed.out)] == [f"r{n:03}" for n in range(500) if n != 250]
    assert listed.err.startswith(f"{results / 'r250.json'}:1:12: This is not JSON from here on")
    record("a file cut off among 500")


@pytest.mark.usefixtures("pack_once")
@pytest.mark.parametrize("part", [pytest.param(n, marks=[pytest.mark.soak] if n else []) for n in range(PARTS)])
def test_fault_38_no_edited_result_breaks_a_command_or_reaches_a_terminal_raw(
    part: int, real: list[JsonObject], results: Path, record: Record, soaking: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = range(part * ALL // PARTS, (part + 1) * ALL // PARTS) if soaking else range(SOME)
    broken = []
    for number in cases:
        chance = Random(number)
        document = chance.choice(real)
        args, sent = chance.choice(COMMANDS)
        put(results, real[0], {**mutant(document, real, chance), "id": document["id"]})
        args = tuple(each.replace("{id}", str(document["id"])) for each in args)
        ended = command(monkeypatch, [*args, "--data-dir", str(results.parent)], sent)
        if ended.code not in CODES or not is_harmless(ended, args):
            broken.append((number, args, ended.code, ended.err[-300:]))
    assert broken == []
    record("a part of a result replaced by anything, read by any command", cases=len(cases))


@pytest.mark.usefixtures("pack_once")
def test_fault_38_a_result_without_any_one_of_its_fields_breaks_no_command(
    real: list[JsonObject], results: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = 0
    for document in real:
        for field in document:
            for args, sent in COMMANDS:
                put(results, real[0], {name: value for name, value in document.items() if name != field})
                args = tuple(each.replace("{id}", str(document["id"])) for each in args)
                ended = command(monkeypatch, [*args, "--data-dir", str(results.parent)], sent)
                assert ended.code in CODES, (field, args, ended)
                assert is_harmless(ended, args), (field, args, ended)
                cases += 1
    record("a field of a result left out, read by every command", cases=cases)


@pytest.mark.usefixtures("pack_once")
@pytest.mark.parametrize("field", ["id", "type", "started_at", "participant", "tool", "pack", "quiz", "context",
                                   "assessment", "profile"])  # fmt: skip
def test_fault_38_a_journal_without_any_one_of_its_fields_breaks_no_command(
    field: str, real: list[JsonObject], results: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    for document in real:
        header, entries = split(document)
        header.pop(field, None)
        for args in (["play", "--resume", "--jsonl"], ["assess", "--resume", "--jsonl"], ["results", "list"]):
            put(results)
            (results / "20260101-000000-aaaa.journal").write_bytes(opening_lines(header, entries))
            ended = command(monkeypatch, [*args, "--data-dir", str(results.parent)], QUIT)
            assert ended.code in CODES, (args, ended)
            assert says_nothing_that_moves_a_terminal(ended.err)
    record("a field of a journal’s header left out", cases=3 * len(real))


@pytest.mark.usefixtures("pack_once")
def test_fault_38_text_of_a_result_is_shown_as_it_is(
    real: list[JsonObject], results: Path, record: Record, soaking: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    signs = (*ESCAPES, *BIDI, *MARKUP)
    cases = 0
    for sign, document in product(signs if soaking else ["".join(signs)], real):
        marked = _marked(json.loads(json.dumps(document)), sign)
        for digest in (document["pack"], {**document["pack"], "digest": "0" * 64}):  # type: ignore[dict-item]
            put(results, {**marked, "pack": digest})
            for args, sent in COMMANDS[:6]:
                args = tuple(each.replace("{id}", str(document["id"])) for each in args)
                ended = command(monkeypatch, [*args, "--data-dir", str(results.parent)], sent)
                assert ended.code in CODES, (args, ended)
                assert is_harmless(ended, args), (args, ended)
                cases += 1
    record("control characters, bidi controls, markup and HTML in every text of a result", cases=cases)


def _marked(document: JsonObject, sign: str) -> JsonObject:
    """The document with a sign after every text that is none of its envelope."""
    kept = {"schema", "type", "id", "status", "started_at", "finished_at", "pack"}
    return {name: value if name in kept else _signed(value, sign) for name, value in document.items()}


def _signed(value: Json, sign: str) -> Json:
    if isinstance(value, dict):
        return {name: _signed(each, sign) for name, each in value.items()}
    if isinstance(value, list):
        return [_signed(each, sign) for each in value]
    return f"{value}{sign}" if isinstance(value, str) else value


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.usefixtures("pack_once")
@given(data=st.data())
def test_fault_38_a_journal_with_any_header_is_offered_or_passed_over(
    real: list[JsonObject], results: Path, record: Record, monkeypatch: pytest.MonkeyPatch, data: st.DataObject
) -> None:
    header, entries = split(data.draw(st.sampled_from(real)))
    field = data.draw(
        st.sampled_from([*header, *(f"quiz.{name}" for name in ("count", "questions", "lang", "chance"))])
    )
    value = data.draw(ANY_JSON)
    if field.startswith("quiz."):
        header["quiz"] = {**(header.get("quiz") or {}), field[5:]: value}  # type: ignore[dict-item]
    else:
        header[field] = value
    put(results)
    (results / "20260101-000000-aaaa.journal").write_bytes(opening_lines(header, entries))
    folder = str(results.parent)
    monkeypatch.setattr("ctoquiz.terminal.choices.offer_resume", lambda pending, *rest, **how: "new")
    assert offered(PlayOptions(data_dir=folder), Words("en")) is not None
    assert offered_assessment(AssessOptions(data_dir=folder), Words("en")) is not None
    for args in (["play", "--resume", "--jsonl"], ["assess", "--resume", "--jsonl"], ["results", "list"]):
        ended = command(monkeypatch, [*args, "--data-dir", folder], QUIT)
        assert ended.code in CODES, ended
        assert says_nothing_that_moves_a_terminal(ended.err)
    record("a journal whose header was changed and has the right checksum", cases=5)
