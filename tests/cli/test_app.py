"""The command line as people type it: what each command is handed, and what they read of a mistake."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module

import pytest

from ctoquiz import __version__
from ctoquiz.cli.door import enter
from ctoquiz.cli.options import (
    ExportOptions,
    Options,
    PackCoverageOptions,
    PackListOptions,
    PackNewOptions,
    PackShowOptions,
    PlayOptions,
    ReportOptions,
    ResultsEraseOptions,
    ResultsListOptions,
    ResultsShowOptions,
    Selection,
)
from ctoquiz.i18n.words import Words

Handed = Callable[[str], Options]
"""Runs a command line and gives what its module was handed."""

COMMANDS = {
    "play": "play.run",
    "export quiz": "export.run_quiz",
    "results list": "results.run_list",
    "results show x": "results.run_show",
    "results erase x": "results.run_erase",
    "report": "report.run",
    "pack list": "pack.run_list",
    "pack show": "pack.run_show",
    "pack coverage": "packcoverage.run_coverage",
    "pack new mine --document d.txt": "packnew.run_new",
}


@pytest.fixture(autouse=True)
def _width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> Handed:
    received: list[tuple[Options, str]] = []

    def run(options: Options, say: Words) -> int:
        received.append((options, say.language))
        return 3

    for path in COMMANDS.values():
        module, function = path.split(".")
        monkeypatch.setattr(import_module(f"ctoquiz.cli.{module}"), function, run)

    def handed(line: str) -> Options:
        assert enter(line.split(), {}) == 3
        return received[-1][0]

    return handed


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("play", PlayOptions()),
        (
            "play mine --count 5 --topic a --topic b --kind single --level easy --level hard --seed 7 --fact x",
            PlayOptions(
                selection=Selection(
                    pack="mine",
                    count=5,
                    topics=("a", "b"),
                    kinds=("single",),
                    levels=("easy", "hard"),
                    seed="7",
                    fact="x",
                )
            ),
        ),
        ("play --code ABC", PlayOptions(selection=Selection(code="ABC"))),
        (
            "play --exam --certainty --time-limit 90 --pass-mark 62.5 --name Ada --plain --document d.txt",
            PlayOptions(
                exam=True, certainty=True, time_limit=90.0, pass_mark=62.5, name="Ada", plain=True, document="d.txt"
            ),
        ),
        ("play --resume", PlayOptions(resume=True)),
        ("play --session x", PlayOptions(session="x")),
        ("play --mistakes", PlayOptions(mistakes=True)),
        (
            "play --answers - --json --no-save --data-dir d --lang fr",
            PlayOptions(answers="-", json=True, no_save=True, data_dir="d", lang="fr"),
        ),
        ("play --jsonl", PlayOptions(jsonl=True)),
        ("export quiz --count 2", ExportOptions(selection=Selection(count=2))),
        (
            "export quiz mine --format markdown --key --output o.md",
            ExportOptions(selection=Selection(pack="mine"), format="markdown", key=True, output="o.md"),
        ),
        ("results list --json --from a --from b", ResultsListOptions(json=True, sources=("a", "b"))),
        ("results list --csv --name Ada --data-dir d", ResultsListOptions(csv=True, name="Ada", data_dir="d")),
        ("results show x --json", ResultsShowOptions(id="x", json=True)),
        ("results erase x y --yes", ResultsEraseOptions(ids=("x", "y"), yes=True)),
        ("results erase --all", ResultsEraseOptions(everything=True)),
        ("results erase --name Ada", ResultsEraseOptions(name="Ada")),
        ("report", ReportOptions()),
        ("report x --output o.html --data-dir d", ReportOptions(id="x", output="o.html", data_dir="d")),
        ("pack list --json", PackListOptions(json=True)),
        ("pack show", PackShowOptions()),
        ("pack show cto", PackShowOptions(pack="cto")),
        ("pack show jobs.a/single --json", PackShowOptions(id="jobs.a/single", json=True)),
        ("pack show ./nowhere", PackShowOptions(pack="./nowhere")),
        ("pack show mine jobs.a", PackShowOptions(pack="mine", id="jobs.a")),
        ("pack coverage mine --document d.txt --json", PackCoverageOptions(pack="mine", document="d.txt", json=True)),
        ("pack new mine --document d.txt --json", PackNewOptions(folder="mine", document="d.txt", json=True)),
    ],
)
def test_a_command_is_handed_what_was_typed(line: str, options: Options, handed: Handed) -> None:
    assert handed(line) == options


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_takes_a_language_before_or_after_its_name(line: str, handed: Handed) -> None:
    assert handed(f"{line} --lang fr").lang == "fr"
    assert handed(f"--lang fr {line}").lang is None


@pytest.mark.parametrize("line", ["", "export", "results", "pack", *COMMANDS])
def test_every_command_and_group_explains_itself(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert enter([*line.split(), "--help"], {}) == 0
    english = capsys.readouterr().out
    assert enter([*line.split(), "--help", "--lang", "fr"], {}) == 0
    french = capsys.readouterr().out
    assert "Usage: ctoquiz" in english
    assert "Usage\u00a0: ctoquiz" in french
    assert max(map(len, (english + french).splitlines())) <= 79


def test_a_group_on_its_own_shows_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert enter(["results"], {}) == 0
    assert (
        capsys.readouterr().out
        == """\
Usage: ctoquiz results COMMAND [OPTIONS]

What has been saved here.

Commands
  list                    List the results, a line each.
  show                    Show one result: its score, and every answer.
  erase                   Erase results for good.

Options
  --lang fr|en            The language; without it the environment decides:
                          CTOQUIZ_LANG, LANGUAGE, LC_ALL, LC_MESSAGES, LANG.
  --help                  Show this page.
"""
    )


def test_ctoquiz_on_its_own_shows_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    assert enter([], {}) == 0
    assert capsys.readouterr() == (
        """\
Quizzes about the job of chief technical officer, in the terminal.

  ctoquiz play                           ten questions, feedback after each
  ctoquiz play --topic salary --count 5  five questions on one topic
  ctoquiz play --exam --certainty        feedback at the end, and certainties
  ctoquiz play --mistakes                ask again what you missed
  ctoquiz play --resume                  go on with the session you left
  ctoquiz assess                         rate yourself against the role
  ctoquiz results list                   what you have done so far
  ctoquiz report                         the latest result, as a page
  ctoquiz export quiz --format markdown  a sheet to print

All commands: ctoquiz --help. All options of one: ctoquiz play --help.
""",
        "",
    )


def test_on_a_narrow_screen_texts_stand_below(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert enter(["pack", "list", "--help", "--lang", "fr"], {}) == 0
    assert (
        capsys.readouterr().out
        == """\
Usage_: ctoquiz pack list [OPTIONS]

Lister les packs livrés avec ctoquiz.

Comment on l’automatise
  --json
    Écrire un seul document JSON,
    erreurs comprises.

Options
  --lang fr|en
    La langue_; sans elle,
    l’environnement décide_:
    CTOQUIZ_LANG, LANGUAGE, LC_ALL,
    LC_MESSAGES, LANG.
  --help
    Montrer cette page.
""".replace("_:", "\u00a0:").replace("_;", "\u00a0;")
    )


@pytest.mark.parametrize("line", ["--version", "--lang fr --version"])
def test_the_version_is_one_line(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert enter(line.split(), {}) == 0
    assert capsys.readouterr().out == f"ctoquiz {__version__}\n"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("plya", "There is no command “ctoquiz plya”; did you mean “ctoquiz play”?"),
        ("results lst", "There is no command “ctoquiz results lst”; did you mean “ctoquiz results list”?"),
        ("results zzz", "There is no command “ctoquiz results zzz”; choose among: list, show, erase."),
        ("play --cuont 3", "There is no option “--cuont”; did you mean --count?"),
        ("play --zzz", "There is no option “--zzz”; `ctoquiz play --help` shows those there are."),
        ("play -z", "There is no option “-z”; `ctoquiz play --help` shows those there are."),
        ("--versoin", "There is no option “--versoin”; did you mean --version?"),
        ("play --count", "--count needs a value after it."),
        ("play --exam=yes", "--exam takes no value; leave away what follows the equals sign."),
        ("play --count ten", "--count is “ten”, but it must be a whole number."),
        ("play --count 2.5", "--count is “2.5”, but it must be a whole number."),
        ("play --time-limit long", "--time-limit is “long”, but it must be a number."),
        ("play --count 0", "--count is 0, but a quiz has at least 1 question."),
        ("play a b", "“b” is one argument too many; `ctoquiz play --help` shows what can be given."),
        ("play --lang xx", "ctoquiz doesn’t speak “xx”; choose --lang fr or --lang en."),
        (
            "\x1b[2J",
            "There is no command “ctoquiz \\u{1b}[2J”; choose among: play, assess, report, export, results, pack.",
        ),
    ],
)
def test_a_mistake_on_the_command_line_is_one_sentence_that_says_what_to_do(
    line: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enter(line.split(), {}) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


def test_under_json_a_mistake_on_the_command_line_is_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert enter(["play", "--json", "--cuont", "3", "--lang", "fr"], {}) == 2
    told = capsys.readouterr()
    assert told.err == ""
    assert json.loads(told.out) == {
        "error": {
            "code": 2,
            "message": "Il n’y a pas d’option «\u00a0--cuont\u00a0»\u00a0; vouliez-vous dire --count\u00a0?",
            "where": None,
        }
    }
