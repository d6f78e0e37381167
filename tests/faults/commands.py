"""The command line as a process of its own: what it says, what it ends with, and what it costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

PATIENCE = 60
"""Seconds after which a command is said to hang."""


@dataclass(frozen=True)
class Ran:
    """What became of a command: `seconds` of processor time and `mebibytes` of memory at most."""

    code: int
    out: str
    err: str
    seconds: float
    mebibytes: float


def ran(args: Sequence[str], given: str | None = None, env: Mapping[str, str] | None = None) -> Ran:
    """Run `ctoquiz` with nothing, or the text `given`, on standard input. Raises AssertionError where it hangs."""
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        stdin.write((given or "").encode())
        stdin.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-m", "ctoquiz", *args],
            stdin=subprocess.DEVNULL if given is None else stdin,
            stdout=out,
            stderr=err,
            env={**os.environ, "PYTHONUTF8": "1", "CTOQUIZ_LANG": "en", **(env or {})},
        )
        end = threading.Timer(PATIENCE, process.kill)
        end.start()
        # Not with `wait`: the costs of this very process are wanted.
        _, status, usage = os.wait4(process.pid, 0)
        end.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode != -9, f"hangs: {args}"
        for stream in (out, err):
            stream.seek(0)
        return Ran(
            process.returncode,
            out.read().decode(),
            err.read().decode(),
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024,
        )


def says_nothing_that_moves_a_terminal(text: str) -> bool:
    """Whether a text holds printable characters, spaces of any width and line feeds alone."""
    return all(each.isprintable() or category(each) == "Zs" for each in text.replace("\n", ""))


def altered(folder: Path, file: str, old: str | bytes, new: str | bytes = b"") -> None:
    """Replace a part of a file of a pack, that must be there once; nothing in `old` stands for all of it."""
    path = folder / file
    old, new = (each.encode() if isinstance(each, str) else each for each in (old, new))
    data = path.read_bytes() if path.exists() else b""
    assert not old or data.count(old) == 1, (file, old, data.count(old))
    path.write_bytes(data.replace(old, new) if old else new)
