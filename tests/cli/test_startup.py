"""What the tool may import before it has anything to do: its time to start is the time to import."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "babel",
    "jinja2",
    "markdown_it",
    "platformdirs",
    "prompt_toolkit",
    "pygal",
    "questionary",
    "rich",
    "yaml",
}
"""What a command imports only where it uses it."""

_PROGRAM = """
import sys
from ctoquiz.__main__ import main
sys.argv = ["ctoquiz", *{args!r}]
code = main()
import json
json.dump([code, sorted(set(sys.modules) - {before})], sys.stderr)
"""


def imported(*args: str, code: int = 0) -> set[str]:
    """The modules that a command line imports, beyond those of a bare interpreter that imports json."""
    bare = "import json, sys; json.dump(sorted(sys.modules), sys.stdout)"
    before = json.loads(subprocess.run([sys.executable, "-c", bare], capture_output=True, check=True).stdout)
    program = _PROGRAM.format(args=args, before=set(before))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    ended, modules = json.loads(done.stderr)
    assert ended == code
    return set(modules)


def test_the_version_imports_nothing_but_the_door() -> None:
    assert {name for name in imported("--version") if name.partition(".")[0] == "ctoquiz"} == {
        "ctoquiz",
        "ctoquiz.__main__",
        "ctoquiz.cli",
        "ctoquiz.cli.door",
        "ctoquiz.signals",
        "ctoquiz.cli.streams",
        "ctoquiz.errors",
        "ctoquiz.frozen",
        "ctoquiz.i18n",
        "ctoquiz.i18n.language",
        "ctoquiz.i18n.words",
    }


def test_the_version_imports_no_library() -> None:
    libraries = {name.partition(".")[0] for name in imported("--version")} - sys.stdlib_module_names - {"ctoquiz"}
    assert libraries == set()


@pytest.mark.parametrize("args", [(), ("--help",), ("play", "--help", "--lang", "fr"), ("results",)])
def test_help_needs_nothing_heavy(args: tuple[str, ...]) -> None:
    assert {name.partition(".")[0] for name in imported(*args)} & HEAVY == set()


@pytest.mark.parametrize(
    "args",
    [
        ("results", "list", "--name", "Ada", "--from", "."),
        ("export", "quiz", "cto", "--seed", "Monday", "--count", "5", "--lang", "fr"),
    ],
)
def test_texts_and_plain_numbers_on_a_command_line_need_no_pydantic(args: tuple[str, ...]) -> None:
    imported(*args)  # reads the pack, where it wasn't read before
    assert {name.partition(".")[0] for name in imported(*args)} & {"pydantic", "pydantic_core", "yaml"} == set()


def test_coverage_needs_no_questions_and_a_pack_that_was_read_before_no_yaml(tmp_path: Path) -> None:
    book = tmp_path / "book.txt"
    book.write_text("Rien.", "utf-8")
    imported("pack", "coverage", "--json", code=0)  # keeps the pack
    modules = imported("pack", "coverage", "--document", str(book), "--json", code=65)
    absent = {"babel", "pydantic", "rich", "yaml", "ctoquiz.generation", "ctoquiz.quality.rules", "ctoquiz.terminal"}
    assert {name for name in modules if name.partition(".")[0] in absent or name in absent} == set()


@pytest.mark.parametrize("absent", ["fcntl", "termios", "resource"])
def test_the_commands_can_be_imported_where_a_module_of_posix_is_absent(absent: str) -> None:
    program = f"import sys; sys.modules[{absent!r}] = None; import ctoquiz.cli.run, ctoquiz.cli.door, ctoquiz.cli.play"
    subprocess.run([sys.executable, "-c", program], check=True)
