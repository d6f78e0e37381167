"""What the TAB key offers, asked as a shell asks it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ctoquiz.cli.completion import VARIABLE
from ctoquiz.cli.door import enter


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def offers(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    with monkeypatch.context() as environment:
        environment.setenv(VARIABLE, "complete_bash")
        environment.setenv("COMP_WORDS", line)
        environment.setenv("COMP_CWORD", str(line.count(" ")))
        assert enter([], {}) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("ctoquiz pl", ["play"]),
        ("ctoquiz results ", ["list", "show", "erase"]),
        ("ctoquiz play --le", ["--level"]),
        ("ctoquiz play --level ", ["easy", "medium", "hard"]),
        ("ctoquiz play --kind mu", ["multiple"]),
        ("ctoquiz play --lang ", ["en", "fr"]),
        ("ctoquiz play --topic sal", ["salary"]),
        ("ctoquiz play cto --topic sal", ["salary"]),
        ("ctoquiz play --count 3 nowhere --exam --topic sal", []),
        ("ctoquiz play --topic dut", ["duties"]),
        ("ctoquiz play --topic job-o", ["job-offers"]),
        ("ctoquiz play --level fac", ["facile"]),
        ("ctoquiz play --level e", ["easy"]),
        ("ctoquiz pack show c", ["cto"]),
        ("ctoquiz export quiz --format ", ["json", "markdown"]),
    ],
)
def test_what_can_be_typed_is_offered(
    line: str, offered: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offers(line, monkeypatch, capsys) == offered


def test_what_is_offered_is_explained_in_the_language_of_the_user(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "ctoquiz pla")
    assert enter([], {"LANG": "fr_FR.UTF-8"}) == 0
    assert capsys.readouterr().out == '_arguments \'*: :(("play":"Répondre à un quiz."))\'\n'


def test_completion_is_installed_for_the_running_shell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("fish", "/usr/bin/fish"))
    path = tmp_path / ".config" / "fish" / "completions" / "ctoquiz.fish"
    assert enter(["--install-completion"], {}) == 0
    said = f"Completion for fish is installed in {path}; open a new terminal to use it.\n"
    assert capsys.readouterr().out == said
    assert VARIABLE in path.read_text(encoding="utf-8")
    assert enter(["--show-completion"], {}) == 0
    assert capsys.readouterr().out == path.read_text(encoding="utf-8")


def test_an_unknown_shell_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("tcsh", "/bin/tcsh"))
    assert enter(["--install-completion"], {}) == 2
    told = "Completion works in bash, zsh, fish and PowerShell; yours is none of these.\n"
    assert capsys.readouterr() == ("", told)
    assert VARIABLE not in os.environ
