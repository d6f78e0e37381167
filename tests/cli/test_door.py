"""Whatever happens inside a command leaves as one exit code and, at worst, one line."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from ctoquiz.cli import streams
from ctoquiz.cli.door import Run, enter, sentence
from ctoquiz.errors import BadInput, Problem, Where, WrongUsage
from ctoquiz.i18n.words import Words

ENGLISH = {"LANG": "en_US.UTF-8"}
FRENCH = {"LANG": "fr_FR.UTF-8"}


def raising(error: BaseException) -> Run:
    def run(args: Sequence[str], say: Words) -> NoReturn:
        raise error

    return run


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", "ctoquiz", *args]


def surroundings(**changes: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PYTHONPATH") if name in os.environ}
    return kept | changes


def test_the_code_of_a_command_is_the_code_of_the_process() -> None:
    assert enter([], ENGLISH, lambda _, __: 3) == 3


def test_an_error_is_one_line_with_its_place_first(capsys: pytest.CaptureFixture[str]) -> None:
    error = BadInput("The field `{field}` is missing; add it.", Where("pack.yaml", 3, 7), field="id")
    assert enter([], ENGLISH, raising(error)) == 65
    assert capsys.readouterr() == ("", "pack.yaml:3:7: The field `id` is missing; add it.\n")


def test_several_problems_are_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [Problem("Too {what}.", {"what": "long"}, Where("a.yaml", 1)), Problem("Too short.", {})]
    assert enter([], ENGLISH, raising(BadInput.of(problems))) == 65
    assert capsys.readouterr().err == "a.yaml:1: Too long.\nToo short.\n"


def test_an_error_is_told_in_the_language_of_the_user(capsys: pytest.CaptureFixture[str]) -> None:
    error = WrongUsage("{option} needs a value after it.", option="--seed")
    assert enter([], FRENCH, raising(error)) == 2
    assert enter(["--lang", "en"], FRENCH, raising(error)) == 2
    assert enter(["--lang=en"], FRENCH, raising(error)) == 2
    assert capsys.readouterr().err == (
        "--seed demande une valeur à sa suite.\n--seed needs a value after it.\n--seed needs a value after it.\n"
    )


def test_a_language_that_is_none_is_told_in_the_language_of_the_environment(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert enter(["--lang", "de"], FRENCH, raising(AssertionError())) == 2
    assert capsys.readouterr().err == (
        "ctoquiz ne parle pas «\u00a0de\u00a0»\u00a0; choisissez --lang fr ou --lang en.\n"
    )


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (KeyboardInterrupt(), 130, "Interrupted.\n"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 141, ""),
        (OSError(errno.ENOSPC, "No space left"), 74, "The disk is full, so that nothing more can be printed there; "
         "make room.\n"),
        (OSError(errno.EIO, "I/O error"), 74, "The system failed to read or write (I/O error); try again.\n"),
        (PermissionError(errno.EACCES, "No", "a\x1b"), 74, "The system failed at “a\\u{1b}” (No); try again.\n"),
        (KeyError("x"), 70, "This is a defect of ctoquiz (KeyError); please report it, with what it tells if you set "
         "CTOQUIZ_DEBUG=1.\n"),
        (SystemExit(), 0, ""),
        (SystemExit(4), 4, ""),
        (SystemExit("a text"), 70, ""),
    ],
)  # fmt: skip
def test_whatever_is_raised_leaves_as_a_code_and_a_line(
    error: BaseException, code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enter([], ENGLISH, raising(error)) == code
    assert capsys.readouterr() == ("", line)


def test_the_detail_of_a_defect_is_told_on_demand_only(capsys: pytest.CaptureFixture[str]) -> None:
    enter([], ENGLISH, raising(KeyError("the detail")))
    assert "detail" not in capsys.readouterr().err
    enter([], ENGLISH | {"CTOQUIZ_DEBUG": "1"}, raising(KeyError("the detail")))
    assert capsys.readouterr().err.endswith("KeyError: 'the detail'\n")


@pytest.mark.parametrize(
    ("error", "document"),
    [
        (
            BadInput("Line: {x}.", Where("a.yaml", 2, 1), x="é\x9b"),
            {"code": 65, "message": "Line: é\\u{9b}.", "where": "a.yaml:2:1"},
        ),
        (WrongUsage("No."), {"code": 2, "message": "No.", "where": None}),
        (KeyboardInterrupt(), {"code": 130, "message": "Interrupted.", "where": None}),
        (
            BadInput.of([Problem("One.", {}, Where("a", 1)), Problem("Two.", {}, Where("a", 2))]),
            {"code": 65, "message": "One.\na:2: Two.", "where": "a:1"},
        ),
    ],
)
def test_under_json_an_error_is_one_document_and_nothing_else(
    error: BaseException, document: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    code = enter(["results", "list", "--json"], ENGLISH, raising(error))
    told, lines = capsys.readouterr()
    assert lines == ""
    assert code == document["code"]
    assert json.loads(told) == {"error": document}
    assert told.count("\n") == 1


def test_what_follows_two_dashes_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    enter(["play", "--", "--json"], ENGLISH, raising(WrongUsage("No.")))
    assert capsys.readouterr() == ("", "No.\n")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("\x1b[2J", "\\u{1b}[2J"),
        ("a\nb\rc", "a\\u{a}b\\u{d}c"),
        ("\u202eabc", "\\u{202e}abc"),
        ("\x9b\u2066", "\\u{9b}\\u{2066}"),
        ("é\u00a0…", "é\u00a0…"),
    ],
)
def test_text_from_elsewhere_can_do_nothing_to_a_terminal(value: str, shown: str) -> None:
    assert sentence(BadInput("“{x}”", Where(value, 1), x=value), Words("en")) == f"{shown}:1: “{shown}”"


def test_braces_in_a_value_are_no_gaps() -> None:
    assert sentence(BadInput("{x}", x="{y}"), Words("en")) == "{y}"


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("ascii", b'"l\'ecole" -> 70 EUR ? ...\n'),
        ("cp1252", "“l’école” -> 70 € ? …\n".encode("cp1252")),
        ("utf-8", "“l’école” → 70 € 漢 …\n".encode()),
        ("latin-1", b'"l\'\xe9cole" -> 70 EUR ? ...\n'),
    ],
)
def test_a_terminal_that_lacks_characters_gets_substitutes(
    encoding: str, written: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding=encoding, newline="\n"))
    streams.prepare([])
    sys.stdout.write("“l’école” → 70 € 漢 …\n")
    sys.stdout.flush()
    assert buffer.getvalue() == written


def test_json_is_utf_8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="ascii", newline="\n"))
    enter(["--json"], FRENCH, raising(KeyboardInterrupt()))
    enter(["--json"], FRENCH, raising(WrongUsage("“é”")))
    assert [json.loads(line)["error"]["message"] for line in buffer.getvalue().splitlines()] == ["Interrompu.", "“é”"]
    assert "“é”".encode() in buffer.getvalue()


def test_bytes_of_the_command_line_that_are_no_text_are_told_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert enter([], ENGLISH, raising(WrongUsage("“{x}”", x="a\udcff"))) == 2
    assert capsys.readouterr().err == "“a\\u{dcff}”\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there, arguments are text")
@pytest.mark.parametrize(
    "args",
    [
        ["play", "--no-save", "--seed"],
        ["play", "--name"],
        ["play", "--topic"],
        ["play", "--answers"],
        ["assess", "--data-dir"],
        ["export", "quiz", "--output"],
        ["results", "show"],
        ["pack", "check"],
        ["pack", "new", "--document"],
        ["play", "--"],
        [],
        ["--lang"],
    ],
    ids=" ".join,
)
def test_an_argument_that_is_no_text_is_refused_in_one_sentence(args: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [*command(*args), b"a\xff\xfe"],
        env=surroundings(LC_ALL="C.UTF-8", CTOQUIZ_DATA_DIR=str(tmp_path)),
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )
    told = "The argument “a\\u{dcff}\\u{dcfe}” holds bytes that are no text; type it again, or rename what it names.\n"
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", told)
    assert list(tmp_path.iterdir()) == []


def test_streams_that_are_closed_become_the_null_device(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert enter([], ENGLISH, raising(WrongUsage("No."))) == 2
    assert enter(["--json"], ENGLISH, raising(WrongUsage("No."))) == 2
    assert sys.stdin.read() == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("TERM", 143),
        pytest.param("HUP", 129, marks=pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="not on Windows")),
    ],
)
def test_a_signal_to_end_unwinds_through_the_command_undisturbed(
    name: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    number = getattr(signal, f"SIG{name}")
    saved = []

    def run(args: Sequence[str], say: Words) -> int:
        try:
            os.kill(os.getpid(), number)
            time.sleep(10)
        finally:
            os.kill(os.getpid(), number)  # comes too late to disturb
            saved.append("saved")
        return 0

    before = signal.getsignal(number)
    assert enter([], ENGLISH, run) == code
    assert saved == ["saved"]
    assert capsys.readouterr().err == f"Ended by the signal {name}.\n"
    assert signal.getsignal(number) is before


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="not on Windows")
def test_a_signal_that_is_ignored_stays_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(args: Sequence[str], say: Words) -> int:
        os.kill(os.getpid(), signal.SIGHUP)
        return 0

    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert enter([], ENGLISH, run) == 0
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise on Windows")
def test_a_pipe_that_is_closed_ends_the_command_in_silence() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command("--help"), stdout=writer, stderr=subprocess.PIPE, env=surroundings(), check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
@pytest.mark.parametrize("args", [["--help"], ["--version"], ["results", "nosuch", "--json"]])
def test_a_full_disk_behind_standard_output_is_told_on_standard_error(args: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command(*args), stdout=full, stderr=subprocess.PIPE, env=surroundings(), check=False)
    assert done.returncode == (2 if "--json" in args else 74)
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_process_without_standard_streams_ends_as_it_should() -> None:
    line = f"exec {sys.executable} -m ctoquiz play --count 0 <&- >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", line], env=surroundings(), check=False).returncode == 2
