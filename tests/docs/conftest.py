"""Runs what the documentation tells people to type."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

Typed = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody's machine where ctoquiz was just installed: no results, no settings, English."""
    commands = tmp_path / "bin"
    commands.mkdir()
    for name, arguments in (("ctoquiz", " -m ctoquiz"), ("python3", ""), ("python", "")):
        command = commands / name
        command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)}{arguments} "$@"\n')
        command.chmod(0o755)
    return {
        "PATH": f"{commands}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        "PROMPT_TOOLKIT_NO_CPR": "1",
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where somebody types: a folder with the source tree's documentation and nothing else."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "docs").symlink_to(ROOT / "docs")
    return folder


@pytest.fixture
def bash(machine: dict[str, str], folder: Path) -> Typed:
    """Types a script into a shell that stops at the first failure."""

    def run(script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=folder,
            env=machine,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
