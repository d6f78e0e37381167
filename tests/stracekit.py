"""strace: which calls a command makes on its files and streams, and faults put into each of them."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.sessionkit import Ended, run

_LINE = re.compile(r"(?P<pid>[0-9]+) +(?P<name>\w+)\((?P<rest>.*)")


@cache
def missing() -> str | None:
    """Why faults can't be put into system calls here; None where they can."""
    if shutil.which("strace") is None:
        return "there is no strace here"
    trial = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=read", "-e",
             "inject=read:error=EIO:when=1000", "true"]  # fmt: skip
    done = subprocess.run(trial, capture_output=True, text=True, check=False)
    return f"strace can’t work here: {done.stderr.strip()}" if done.returncode else None


@dataclass(frozen=True, slots=True)
class Call:
    """A system call of a process: its name, that it is the `nth` of that name, and its line in the trace."""

    name: str
    nth: int
    line: str


def trace(argv: Sequence[str], lines: Sequence[str], only: str = "all") -> tuple[Ended, list[Call]]:
    """Run a command and list its system calls, with the paths of its descriptors."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "trace")
        prefix = ["strace", "-f", "--seccomp-bpf", "-qq", "-y", "-s", "65536", "-o", str(log), "-e", f"trace={only}"]
        ended = run([*prefix, *argv], lines)
        return ended, list(_calls(log.read_text(encoding="utf-8", errors="replace")))


def inject(
    argv: Sequence[str], lines: Sequence[str], call: Call, fault: str, failing: Sequence[str] = ()
) -> tuple[Ended, str]:
    """Run a command with a fault (`error=EIO`, `signal=SIGKILL`) in that call, and in those after with `+`.

    `failing` names calls that fail with EIO whenever they are made. Also returns the line of the trace in which the
    fault struck, empty where it never did.
    """
    fault, later = fault.removesuffix("+"), "+" if fault.endswith("+") else ""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "trace")
        # Stopping at these calls only is faster, but strace 6.1 then sends no signals.
        fast = [] if fault.startswith("signal") else ["--seccomp-bpf"]
        prefix = ["strace", "-f", *fast, "-qq", "-y", "-o", str(log), "-e", f"trace={','.join([call.name, *failing])}",
                  "-e", f"inject={call.name}:{fault}:when={call.nth}{later}",
                  *(word for name in failing for word in ("-e", f"inject={name}:error=EIO"))]  # fmt: skip
        ended = run([*prefix, *argv], lines)
        text = log.read_text(encoding="utf-8", errors="replace")
        calls = [each for each in _calls(text) if each.name == call.name]
        return ended, calls[call.nth - 1].line if len(calls) >= call.nth else ""


def _calls(text: str) -> Iterator[Call]:
    seen: Counter[str] = Counter()
    pid = None
    for found in filter(None, map(_LINE.match, text.splitlines())):
        pid = pid or found["pid"]
        if found["pid"] == pid:
            seen[found["name"]] += 1
            yield Call(found["name"], seen[found["name"]], f"{found['name']}({found['rest']}")
