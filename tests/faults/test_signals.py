"""What ends a session from outside: kills, Ctrl-C, TERM, HUP, closed pipes; and what only holds it up."""

from __future__ import annotations

import random
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reliabilitykit import FAULTS
from tests.sessionkit import (
    ENOUGH,
    KINDS,
    LONG,
    MINI,
    PLAY,
    Ended,
    Kept,
    Kind,
    Program,
    command,
    ctoquiz,
    lost,
    names_in,
    results_in,
    run,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither these signals nor such terminals")

if sys.platform != "win32":
    from tests.terminalkit import Terminal

Record = Callable[..., None]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)
either_way = pytest.mark.parametrize("way", ["--plain", "keys"])


def options(way: str) -> list[str]:
    return [way] if way.startswith("--") else []


@pytest.mark.parametrize("kind", LONG, ids=lambda kind: kind.command)
def test_fault_11_killed_at_random_over_and_over(kind: Kind, tmp_path: Path, soaking: bool, record: Record) -> None:
    chance = random.Random(20261123)
    kills = 0
    for number in range(25 if soaking else 2):
        data, acknowledged = tmp_path / f"data-{number}", list[Kept]()
        for _ in range(6 if soaking else 3):
            before = names_in(data)
            ended = killed_at_once(kind, data, chance.uniform(0, 0.05), "--resume" if before else "")
            assert "Traceback" not in ended.err, ended.err
            kills += ended.code == -signal.SIGKILL
            acknowledged += ended.acknowledged
            if ended.code != -signal.SIGKILL or "json" in names_in(data):
                break
        assert lost(kind, Ended(-9, "", "", ()), data, acknowledged) == 0
    record("SIGKILL after a random time, over and over in one session", cases=kills)


def killed_at_once(kind: Kind, data: Path, seconds: float, resume: str) -> Ended:
    """A session whose program sends all its answers, killed some time after it began to ask."""
    argv = command(kind, data, *([resume] if resume else kind.begins))
    with Program(argv) as program:
        program.answers(kind.answers[0])
        for line in kind.answers[1:]:
            program.says(line)
        time.sleep(seconds)
        program.kill()
        return program.ends()


@each_kind
@either_way
def test_fault_11_a_kill_while_a_person_plays(kind: Kind, way: str, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    with Terminal(kind, data, *options(way)) as terminal:
        terminal.answers(2)
        terminal.kill(signal.SIGKILL)
        assert terminal.ends() == -signal.SIGKILL
    assert names_in(data) == ["journal"]
    assert_two_answers_go_on(kind, data)
    record("SIGKILL at a pseudo-terminal")


def assert_two_answers_go_on(kind: Kind, data: Path) -> None:
    resumed = run(command(kind, data, "--resume"), [kind.rest] * ENOUGH)
    assert (resumed.code, resumed.events[0]["answered"]) == (0, 2), resumed
    (result,) = results_in(data)
    kept = dict(kind.kept(result))
    rest = dict(resumed.acknowledged)
    assert len(kept) == len(rest) + 2
    assert not set(list(kept)[:2]) & set(rest)


HINT = {"play": "What you answered is saved; go on with: ctoquiz play --resume",
        "assess": "What you answered is saved; go on with: ctoquiz assess --resume"}  # fmt: skip


@each_kind
@either_way
def test_fault_12_ctrl_c_at_a_question(kind: Kind, way: str, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    with Terminal(kind, data, *options(way)) as terminal:
        terminal.answers(2)
        terminal.types("\x03")
        assert terminal.ends() in FAULTS[12].codes, terminal.text
        assert HINT[kind.command] in terminal.flat
        terminal.is_as_before()
    assert names_in(data) == ["json"]
    assert_two_answers_go_on(kind, data)
    record("Ctrl-C at a question, at a pseudo-terminal")


@each_kind
@either_way
def test_fault_12_ctrl_c_over_and_over(kind: Kind, way: str, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    with Terminal(kind, data, *options(way)) as terminal:
        terminal.answers(2)
        for _ in range(12):
            terminal.types("\x03")
            time.sleep(0.01)
            if terminal.process.poll() is not None:
                break
        assert terminal.ends() in (*FAULTS[12].codes, -signal.SIGINT), terminal.text
        terminal.is_as_before()
    assert_two_answers_go_on(kind, data)
    record("Ctrl-C twelve times in a row, at a pseudo-terminal")


@each_kind
@either_way
def test_fault_12_ctrl_c_before_the_first_answer(kind: Kind, way: str, tmp_path: Path, record: Record) -> None:
    with Terminal(kind, tmp_path / "data", *options(way)) as terminal:
        assert terminal.waits(1)
        terminal.types("\x03")
        assert terminal.ends() in FAULTS[12].codes
        terminal.is_as_before()
    assert names_in(tmp_path / "data") == ["json"]
    record("Ctrl-C before the first answer, at a pseudo-terminal")


def test_fault_12_ctrl_c_while_the_tool_starts(tmp_path: Path, soaking: bool, record: Record) -> None:
    steps = 60 if soaking else 8
    for number in range(steps):
        argv = command(PLAY, tmp_path / f"data-{number}", *PLAY.begins)
        with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            _until_it_is_python(process.pid)
            time.sleep(0.06 + 0.3 * number / steps)
            process.send_signal(signal.SIGINT)
            _, err = process.communicate()
        # Where it comes while a dataclass is being made, Python ends itself by the signal: 130 to a shell.
        assert process.returncode in (130, -signal.SIGINT, 4), (number, process.returncode, err)
        assert b"Traceback" not in err, (number, err.decode())
    record("SIGINT while the command starts", cases=steps)


def _until_it_is_python(pid: int) -> None:
    """Wait until the process has begun to read our own files: what comes before is the interpreter's."""
    maps = Path(f"/proc/{pid}/maps")
    end = time.monotonic() + 5
    while maps.exists() and "zlib" not in maps.read_text(encoding="utf-8", errors="replace"):
        if time.monotonic() > end:
            return
        time.sleep(0.002)


@each_kind
@either_way
@pytest.mark.parametrize("number", [signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)], ids=["TERM", "HUP"])
def test_fault_13_a_termination_restores_the_terminal(
    kind: Kind, way: str, number: signal.Signals, tmp_path: Path, record: Record
) -> None:
    data = tmp_path / "data"
    with Terminal(kind, data, *options(way)) as terminal:
        terminal.answers(2)
        terminal.kill(number)
        assert terminal.ends() == 128 + number, terminal.text
        assert HINT[kind.command] in terminal.flat
        terminal.is_as_before()
    assert names_in(data) == ["json"]
    assert_two_answers_go_on(kind, data)
    record(f"{number.name} at a question, at a pseudo-terminal")


@each_kind
@either_way
def test_fault_13_a_window_that_is_closed(kind: Kind, way: str, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    with Terminal(kind, data, *options(way)) as terminal:
        terminal.answers(2)
        terminal.hang_up()
        assert terminal.process.wait(60) == 129
    assert names_in(data) == ["json"]
    assert_two_answers_go_on(kind, data)
    record("the pseudo-terminal closed, as a window is")


PIPED = {
    "export": ctoquiz("export", "quiz", MINI, "--seed", "1"),
    "handout": ctoquiz("export", "assessment", MINI, "--format", "markdown"),
    "pack": ctoquiz("pack", "show", MINI, "--json"),
    "help": ctoquiz("play", "--help"),
}


@pytest.mark.parametrize("what", PIPED)
def test_fault_14_a_reader_that_goes_away(what: str, record: Record) -> None:
    line = f"{shlex.join(PIPED[what])} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("141\n", "")
    record("a pipe whose reader has gone, under a command that prints")


@each_kind
def test_fault_14_a_program_that_goes_away_while_it_plays(kind: Kind, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    answers = "".join(f"{answer}\n" for answer in kind.answers[:3])
    for reads in (1, 2, 4):
        folder = data / str(reads)
        with subprocess.Popen(
            command(kind, folder, *kind.begins), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            out = b"".join(process.stdout.readline() for _ in range(reads if reads < 4 else 2))
            if reads == 4:
                process.stdin.write(answers.splitlines(keepends=True)[0].encode())
                process.stdin.flush()
                out += process.stdout.readline()
            process.stdout.close()
            process.stdin.write(answers.encode())
            process.stdin.close()
            err = process.stderr.read().decode()
        assert process.returncode in FAULTS[14].codes, err
        assert err.replace("\n", "") in ("", HINT[kind.command])
        gone = lost(kind, Ended(141, out.decode(), err, [kind.answers[0]]), folder)
        record("a program that stops reading while it plays", lost=gone)


@each_kind
@either_way
def test_fault_15_suspended_and_continued(kind: Kind, way: str, tmp_path: Path, record: Record) -> None:
    keys = {"--plain": "t\n" if kind is PLAY else "2\n", "keys": "t\r" if kind is PLAY else "2"}[way]
    argv = [
        *ctoquiz(kind.command), MINI, "--data-dir", str(tmp_path / "data"), *kind.begins, *options(way)
    ]  # fmt: skip
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with Terminal(kind, tmp_path / "data", *options(way), argv=shell) as terminal:
        terminal.types("PS1='ready'$'> '; stty -a > " + shlex.quote(str(tmp_path / "before")) + "\n")
        terminal.saw("ready>")
        terminal.types(shlex.join(argv) + "\n")
        assert terminal.waits(1)
        terminal.types("\x1a")
        terminal.sees("Stopped")
        terminal.types("stty -a > " + shlex.quote(str(tmp_path / "between")) + "; echo s'een'\n")
        terminal.sees("seen")
        terminal.types("fg\n")
        terminal.sees("Ctrl-D stops" if way == "keys" else "fg")
        terminal.types(keys)
        assert terminal.waits(2), terminal.text
        terminal.types("\x03")
        terminal.sees(HINT[kind.command])
        terminal.types("echo code=$?; stty -a > " + shlex.quote(str(tmp_path / "after")) + "; exit\n")
        terminal.sees("code=130")
        terminal.ends()
    before, between, after = ((tmp_path / name).read_text() for name in ("before", "between", "after"))
    assert before == between == after
    record("Ctrl-Z and fg in a real shell", cases=1)


@each_kind
@either_way
def test_fault_15_a_stop_from_outside(kind: Kind, way: str, tmp_path: Path, record: Record) -> None:
    with Terminal(kind, tmp_path / "data", *options(way)) as terminal:
        terminal.answers(1)
        terminal.kill(signal.SIGSTOP)
        time.sleep(0.3)
        terminal.kill(signal.SIGCONT)
        terminal.answers(1)
        terminal.types("\x04")
        assert terminal.ends() == 4
        terminal.is_as_before()
    record("SIGSTOP and SIGCONT at a pseudo-terminal")


@each_kind
@either_way
def test_fault_15_a_window_that_is_resized(kind: Kind, way: str, tmp_path: Path, record: Record) -> None:
    with Terminal(kind, tmp_path / "data", *options(way)) as terminal:
        assert terminal.waits(1)
        for columns in (20, 200, 33, 100):
            terminal.resize(columns)
            time.sleep(0.15)
        terminal.answers(2)
        terminal.types("\x04")
        assert terminal.ends() == 4
        terminal.is_as_before()
    assert_two_answers_go_on(kind, tmp_path / "data")
    record("a window resized four times at a question", cases=4)
