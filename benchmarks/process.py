"""Running programs and timing them from outside, as a user's patience does: wall-clock seconds and peak memory."""

from __future__ import annotations

import os
import pty
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
COLUMNS, ROWS = 160, 50
PATIENCE = 600.0
MIB = 1024 * 1024 if sys.platform == "darwin" else 1024
"""What one MiB is in the unit of `ru_maxrss`: bytes on macOS, KiB elsewhere."""

Clock = Callable[[], "Run"]
"""Does one run and gives its cost."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost: wall-clock seconds, and the peak of its resident memory in MiB."""

    seconds: float
    mebibytes: float


def module(*arguments: str) -> list[str]:
    """The command that runs a module of Python, with this very Python."""
    return [sys.executable, "-m", *arguments]


def environment(**more: str) -> dict[str, str]:
    """The environment of every run: this one's, in English, with the source tree's own modules.

    These are kept compiled, as pip leaves what it installs, also where this environment forbids it.
    """
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "PYTHONPATH": f"{ROOT / 'src'}", "LC_ALL": "C.UTF-8", "CTOQUIZ_LANG": "en", **more}


def to_the_end(command: Sequence[str], env: Mapping[str, str], stdin: bytes | None = None) -> Run:
    """Run a command until it ends; what it writes is read and dropped. Raises where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("no pipes")
    process.stdin.write(stdin or b"")
    process.stdin.close()
    process.stdout.read()
    return _reaped(process, start, time.perf_counter, expect_zero=True)


def to_the_first_question(command: Sequence[str], env: Mapping[str, str]) -> Run:
    """Run a command that speaks JSON Lines until its first `question` event, then close its input."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("no pipes")
    if not any(b'"event": "question"' in line for line in process.stdout):
        raise RuntimeError(f"{' '.join(command)} asked no question")
    end = time.perf_counter()
    process.stdin.close()
    process.stdout.read()
    return _reaped(process, start, lambda: end, expect_zero=False)


def to_the_screen(command: Sequence[str], env: Mapping[str, str], marker: str) -> Run:
    """Run a command on a terminal until `marker` has been written there, then end it."""
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.execve(command[0], list(command), dict(env))
    _resize(terminal)
    seen = b""
    try:
        while marker.encode() not in seen:
            seen += _read(terminal, seen, start)
    finally:
        end = time.perf_counter()
        os.kill(pid, signal.SIGKILL)
        _, _, usage = os.wait4(pid, 0)
        os.close(terminal)
    return Run(end - start, usage.ru_maxrss / MIB)


def interleaved(clocks: Sequence[Clock], rounds: int) -> list[Run]:
    """The median cost of each, run in turns (A B A B …), after one round that warms the disk and the bytecode."""
    runs: list[list[Run]] = [[] for _ in clocks]
    for number in range(rounds + 1):
        for clock, kept in zip(clocks, runs, strict=True):
            run = clock()
            if number:
                kept.append(run)
    return [Run(median(run.seconds for run in kept), max(run.mebibytes for run in kept)) for kept in runs]


def _reaped(process: subprocess.Popen[bytes], start: float, end: Callable[[], float], *, expect_zero: bool) -> Run:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stdout is not None:
        process.stdout.close()
    if expect_zero and process.returncode != 0:
        raise RuntimeError(f"{process.args!r} ended with {process.returncode}")
    return Run(end() - start, usage.ru_maxrss / MIB)


def _read(terminal: int, seen: bytes, start: float) -> bytes:
    try:
        read = os.read(terminal, 65536)
    except OSError:  # Linux says so when the program has ended
        read = b""
    if not read or time.perf_counter() - start > PATIENCE:
        raise RuntimeError(f"the screen never showed the question: {seen.decode(errors='replace')}")
    return read


def _resize(terminal: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
