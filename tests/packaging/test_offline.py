"""The page on classrooms without internet, done: wheels are collected at one place and installed at another."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "classroom-offline.md"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="the page's lines are typed into bash"),
]


def block(name: str) -> str:
    """The lines of the page under a mark."""
    found = re.search(rf"<!-- run: {name} -->\n+```bash\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found.group(1)


def typed(lines: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Type lines into a shell that stops at the first failure."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        ["bash", "-euc", lines],
        cwd=folder,
        env={**kept, "PATH": f"{folder / 'bin'}:{kept['PATH']}", "HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the source tree, in which `python3` is this very Python."""
    folder = tmp_path_factory.mktemp("classroom")
    (folder / "bin").mkdir()
    python = folder / "bin" / "python3"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    for name in ("src", "questions"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    done = typed(block("at home"), folder, HOME=str(Path.home()))
    if done.returncode and "No matching distribution" in done.stderr:
        pytest.skip("collecting the wheels needs an index of packages")
    assert done.returncode == 0, done.stderr
    return folder


def test_a_folder_of_wheels_installs_and_plays_without_any_index(machine: Path) -> None:
    stick = machine / "class"
    stick.mkdir()
    (stick / "bin").symlink_to(machine / "bin")
    shutil.copytree(machine / "wheels", stick / "wheels")
    nowhere = {"PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull, "PIP_CACHE_DIR": str(stick / "cache")}

    done = typed(block("in class"), stick, **nowhere)

    assert (done.returncode, "--exam" in done.stdout) == (0, True), done.stderr
    (stick / "answer.py").write_text(
        "import json\n"
        'questions = json.load(open("quiz.json", encoding="utf-8"))["questions"]\n'
        'print(json.dumps([question["answer"] for question in questions]))\n'
    )
    played = typed(
        "ctoquiz-here/bin/ctoquiz export quiz --seed stick --output quiz.json\n"
        "python3 answer.py >answers.json\n"
        "ctoquiz-here/bin/ctoquiz play --seed stick --answers answers.json --pass-mark 100 --data-dir data",
        stick,
    )
    assert played.returncode == 0, played.stderr


def test_the_folder_holds_the_project_and_all_that_it_needs(machine: Path) -> None:
    names = {wheel.name.split("-")[0].lower() for wheel in (machine / "wheels").glob("*.whl")}

    assert {"ctoquiz", "typer", "pydantic", "pyyaml", "questionary", "rich", "babel", "platformdirs"} <= names
