"""Runs many command lines in one process each, forked from one that has imported everything: a hundred in seconds.

    python -m tests.faults.commandlines < lines.json > ran.json

Each line is a list of arguments; each answer has its exit code and what it wrote on the two outputs. The argument is
what each finds on its standard input.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from importlib import import_module
from pkgutil import walk_packages

import ctoquiz
from ctoquiz.cli import door


def run(line: list[str], given: bytes) -> dict[str, object]:
    """Run one command line in a child; its exit code and outputs."""
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        stdin.write(given)
        stdin.seek(0)
        child = os.fork()
        if child == 0:
            for number, file in enumerate((stdin, stdout, stderr)):
                os.dup2(file.fileno(), number)
            sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
            code = 70
            try:
                code = door.enter(line, os.environ)
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        stdout.seek(0)
        stderr.seek(0)
        return {"code": code, "out": stdout.read().decode(), "err": stderr.read().decode("utf-8", "replace")}


def main() -> None:
    lines, given = json.load(sys.stdin), " ".join(sys.argv[1:]).encode()
    for module in walk_packages(ctoquiz.__path__, "ctoquiz."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    json.dump([run(line, given) for line in lines], sys.stdout)


if __name__ == "__main__":
    main()
