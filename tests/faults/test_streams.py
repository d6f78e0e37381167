"""Standard streams that are closed, full, pipes or files; and one JSON document whatever happens."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.screenkit import COMMAND, ROOT, seen, variables

Record = Callable[..., None]

FULL = Path("/dev/full")
SEED = ("--seed", "1", "--count", "3")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def answers(tmp_path: Path) -> str:
    (tmp_path / "answers.json").write_text('["?", "?", "?"]', encoding="utf-8")
    return str(tmp_path / "answers.json")


def shell(line: str, data: Path, *arguments: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run ctoquiz from a shell, which can close a stream, away from any terminal: `"$@"` in the line is the command."""
    return subprocess.run(
        ["bash", "-c", line, "bash", *COMMAND, *arguments],
        capture_output=True,
        text=True,
        input=typed,
        stdin=subprocess.DEVNULL if typed is None else None,
        env=variables({"CTOQUIZ_DATA_DIR": str(data), "CTOQUIZ_LANG": "en"}),
        start_new_session=True,
        check=False,
        timeout=60,
    )


def saved(data: Path) -> list[Path]:
    return sorted((data / "results").glob("*.json"))


@pytest.mark.parametrize("command", [("play",), ("play", "--plain"), ("play", "--json"), ("assess",)], ids=" ".join)
@pytest.mark.parametrize(("stdin", "typed"), [("<&-", None), ("</dev/null", None), ("", "b\nb\nb\n")])
def test_fault_40_without_a_terminal_nobody_is_asked(
    command: tuple[str, ...], stdin: str, typed: str | None, data: Path, record: Record
) -> None:
    done = shell(f'"$@" {stdin}', data, *command, typed=typed)
    said = json.loads(done.stdout)["error"]["message"] if "--json" in command else done.stderr
    assert done.returncode == 2
    assert "--answers" in said
    assert "--jsonl" in said
    assert "--json" in command or done.stdout == ""
    assert not data.exists() or [*data.rglob("*.json"), *data.rglob("*.journal")] == []
    record("standard input closed, `/dev/null` or a pipe, for play and assess")


def test_fault_40_a_pipe_in_a_real_terminal_is_not_taken_for_keys(data: Path, record: Record) -> None:
    line = "yes | " + " ".join([*COMMAND, "play", "--data-dir", str(data)])
    with seen(program=("bash", "-c", line)) as screen:
        assert screen.ends() == 2
        assert "--answers" in screen.all
        assert not data.exists() or list(data.rglob("*.j*")) == []
    record("`yes | ctoquiz play` in a terminal")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("stdout", [">/dev/full", ">&-"])
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["page", "json"])
def test_fault_44_a_result_is_saved_where_it_cannot_be_printed(
    stdout: str, form: tuple[str, ...], answers: str, data: Path, record: Record
) -> None:
    done = shell(f'"$@" {stdout}', data, "play", *SEED, "--answers", answers, *form)
    assert done.returncode == 74
    assert len(done.stderr.splitlines()) == 1
    (result,) = saved(data)
    assert json.loads(result.read_text(encoding="utf-8"))["status"] == "complete"
    record("a quiz from a file of answers, standard output full or closed")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("stdout", [">/dev/full", ">&-"])
@pytest.mark.parametrize(
    "command", [("export", "quiz"), ("results", "list"), ("pack", "show"), ("--help",), ("--version",)], ids=" ".join
)
def test_fault_44_what_cannot_be_printed_is_said(
    command: tuple[str, ...], stdout: str, data: Path, record: Record
) -> None:
    done = shell(f'"$@" {stdout}', data, *command)
    assert done.returncode == 74
    assert len(done.stderr.splitlines()) == 1
    record("exports, lists and help, standard output full or closed")


def test_fault_44_a_file_is_written_where_standard_output_is_closed(data: Path, tmp_path: Path, record: Record) -> None:
    done = shell('"$@" >&-', data, "export", "quiz", "--output", str(tmp_path / "quiz.json"))
    assert done.returncode == 0
    assert json.loads((tmp_path / "quiz.json").read_text(encoding="utf-8"))["questions"]
    record("an export to a file, standard output closed")


@pytest.mark.parametrize("stderr", ["2>&-", "2>/dev/full"])
def test_fault_44_nothing_depends_on_standard_error(stderr: str, answers: str, data: Path, record: Record) -> None:
    assert shell(f'"$@" {stderr}', data, "play", *SEED, "--answers", answers).returncode == 0
    assert len(saved(data)) == 1
    assert shell(f'"$@" {stderr}', data, "nosuch").returncode == 2
    record("standard error closed or full", cases=2)


def test_fault_14_a_reader_that_goes_away_is_met_with_silence(answers: str, data: Path, record: Record) -> None:
    line = '{ "$@"; echo "[$?]" >&2; } | true'
    commands: list[Sequence[str]] = [("export", "quiz"), ("pack", "show"), ("play", *SEED, "--answers", answers)]
    for command in commands:
        done = shell(line, data, *command)
        assert done.stderr == "[141]\n", command
    assert len(saved(data)) == 1
    record("`| true`, for an export, a pack and a quiz", cases=len(commands))


LINES = """
play
play --nosuch
play --count
play --count x
play --count 0
play --count -3
play --count 2.5
play --count 99999 --answers ok
play --count 99999999999999999999 --answers ok
play --answers
play --count 2 --answers nofile
play --count 2 --answers folder
play --count 2 --answers broken.yaml
play --count 2 --answers binary
play --count 2 --answers /dev/null
play --count 2 --answers /dev/zero
play --count 2 --answers secret
play --count 3 --seed 1 --answers ok
play --count 2 --seed 1 --answers ok
play --count 3 --seed 1 --answers ok --no-save
play --count 3 --answers ok --pass-mark 100
play --count 3 --answers ok --exam=1
play --code
play --code ZZZZ --answers ok
play --code ABCDEFGHJKMNPQRS --answers ok
play --code ABCD --seed 1 --answers ok
play nosuch
play nosuch --answers ok
play bad --answers ok
play ./bad --answers ok
play ./empty --answers ok
play ./folder --answers ok
play binary --answers ok
play /dev/null --answers ok
play ./secret --answers ok
play --jsonl
play --lang de
play --lang
play --lang=xx --answers ok
play a b c
play --topic nosuch --answers ok
play --kind nosuch --answers ok
play --level nosuch --answers ok
play --fact nosuch --answers ok
play --fact --answers ok
play --pass-mark 101 --answers ok
play --pass-mark nan --answers ok
play --pass-mark x
play --time-limit -1
play --time-limit inf
play --time-limit x
play --resume
play --resume --seed 1
play --session nosuch
play --session ../../etc/passwd
play --resume --session x
play --mistakes --answers ok
play --mistakes --seed 1
play --data-dir binary --answers ok
play --data-dir /proc/nosuch --answers ok
play --data-dir /dev/null/x --answers ok
play --data-dir secret --answers ok
play --name --answers ok
play --document nofile --answers ok
play --document binary --answers ok
play --plain
play --plain --nosuch
play --exam --certainty
play -- --nosuch
play -x
play -
results
results list
results list --from nofolder
results list --from binary
results list --from secret
results list --csv
results list extra
results list --name nobody
results list --data-dir binary
results show
results show nosuch
results show ../../etc/passwd
results show a b
results erase
results erase nosuch --yes
results nosuch
pack
pack list
pack list extra
pack show
pack show --nosuch
pack show nosuch
pack show ./bad
pack show cto nosuch
pack show ./empty
pack show binary
pack coverage
pack coverage ./bad
pack coverage --document nofile
pack coverage --document binary
assess
assess --context nosuch
assess --answers ok
assess --answers nofile
assess --answers broken.yaml
assess --years x --answers ok
assess --years -1 --answers ok
assess --level nosuch --answers ok
assess --place nosuch --answers ok
assess ./bad --answers ok
assess --resume
assess --session nosuch
assess --jsonl
assess --quick --resume
export
export quiz
export quiz --format
export assessment
report
report nosuch
nosuch
pla
--nosuch
""".strip().splitlines()
NASTY = [
    ["play", "--name", "a\x1b[31m\n", "--answers", "nofile"],
    ["play", "--topic", "\x1b]52;c;x\x07", "--answers", "ok"],
    ["play", "--answers", "\udcff"],
    ["play", ""],
    ["play", "--seed", "", "--answers", "ok"],
    ["play", "x" * 5000],
    ["play", "--count", "9" * 400],
    ["results", "show", ""],
    ["results", "show", "\u202e"],
    [""],
]


@pytest.fixture
def disorder(tmp_path: Path) -> Path:
    """A folder with the files that the command lines name."""
    for name in ("bad", "empty", "folder"):
        (tmp_path / name).mkdir()
    (tmp_path / "bad" / "pack.yaml").write_text("schema: [", encoding="utf-8")
    (tmp_path / "empty" / "pack.yaml").touch()
    (tmp_path / "ok").write_text('["?", "?", "?"]', encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("[a, b,", encoding="utf-8")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\0\x1b[31m")
    (tmp_path / "secret").touch(mode=0)
    return tmp_path


def ran(lines: Sequence[Sequence[str]], folder: Path, given: str = "") -> list[dict[str, object]]:
    """What became of these command lines, each run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.commandlines", given],
        input=json.dumps(lines),
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env=variables({"CTOQUIZ_DATA_DIR": str(folder / "data"), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}),
        start_new_session=True,
    )
    answers: list[dict[str, object]] = json.loads(done.stdout)
    return answers


def is_one_document(done: dict[str, object]) -> bool:
    """Whether standard output is one JSON document that fits the exit code, and standard error has no traceback."""
    try:
        document = json.loads(str(done["out"]))
    except ValueError:
        return False
    if "Traceback" in str(done["err"]) or done["code"] in (1, 70):
        return False
    if not (isinstance(document, dict) and "error" in document):
        return done["code"] in (0, 3, 4, 5)
    error = document["error"]
    one_line = str(error["message"]).replace("\n", "").replace("\u00a0", " ")
    return set(error) == {"code", "message", "where"} and error["code"] == done["code"] and one_line.isprintable()


def test_fault_45_json_is_one_document_for_every_command_line(disorder: Path, soaking: bool, record: Record) -> None:
    lines = [[*line.split(), "--json"] for line in LINES if "--" not in line.split()]
    lines += [[*line, "--json"] for line in NASTY]
    if soaking:
        lines += [[line.split()[0], "--json", *line.split()[1:]] for line in LINES]
    refused = [
        (line[:6], done) for line, done in zip(lines, ran(lines, disorder), strict=True) if not is_one_document(done)
    ]
    assert refused == []
    record("command lines with unknown options, bad values, broken packs and unreadable files", cases=len(lines))


def test_fault_45_json_lines_are_all_that_a_program_reads(disorder: Path, soaking: bool, record: Record) -> None:
    lines = [[*line.split(), "--jsonl"] for line in LINES if line.split()[0] in ("play", "assess") and "--" not in line]
    lines += [["play", "--jsonl", *SEED], ["assess", "--jsonl"]]
    texts = ("nonsense\n[]\n\x1b\n", "", '{"answer": "?"}\n' * 9, '{"quit": true}\n')[: 4 if soaking else 1]
    for given in texts:
        for line, done in zip(lines, ran(lines, disorder, given), strict=True):
            events = [json.loads(each) for each in str(done["out"]).splitlines()]
            assert all(isinstance(event, dict) and "event" in event for event in events), line
            assert "Traceback" not in str(done["err"]), line
            assert done["code"] not in (1, 70), line
    record("the same under `--jsonl`: nothing but JSON lines", cases=len(texts) * len(lines))


@pytest.mark.soak
def test_fault_45_json_is_one_document_for_command_lines_by_chance(disorder: Path, record: Record) -> None:
    chance = random.Random(45)
    tokens = sorted({token for line in LINES for token in line.split()} - {"--", "-h", "--help", "--jsonl"})
    lines = []
    for _ in range(5000):
        line = [*chance.choice(LINES).split()[:1], *chance.choices(tokens, k=chance.randrange(7)), "--json"]
        lines.append([*line, "--answers", "ok"] if chance.random() < 0.5 else line)
    refused = [
        (line, done) for line, done in zip(lines, ran(lines, disorder), strict=True) if not is_one_document(done)
    ]
    assert refused == []
    record("command lines put together by chance", cases=len(lines))
