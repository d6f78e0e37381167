"""Packs with the mistakes that people make, given to the real commands: refused, with all of them and their places."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.faults.commands import altered, ran, says_nothing_that_moves_a_terminal
from tests.faults.conftest import Record

STARTING = 1.5
"""Seconds of processor time for starting up, on a slow and busy machine."""

MINI = Path(__file__).resolve().parents[2] / "docs" / "examples" / "mini-pack"
ROLES, MANIFEST, RATED = "facts/roles.yaml", "pack.yaml", "assessment.yaml"

COMMANDS = (
    ("pack", "show"),
    ("pack", "check"),
    ("pack", "coverage"),
    ("pack", "show", "--json"),
    ("play", "--jsonl", "--no-save"),
    ("assess", "--jsonl", "--no-save"),
    ("export", "quiz", "--format", "markdown"),
    ("export", "assessment", "--format", "json"),
)
"""Whatever reads a pack: all of them say the same of a bad one."""


@dataclass(frozen=True)
class Case:
    """A mistake: in which file what is replaced by what, and what is said of it."""

    file: str
    old: str | bytes
    new: str | bytes
    told: tuple[str, ...]


def refused(folder: Path, command: tuple[str, ...]) -> str:
    """What a command says of a pack that it refuses, a line a problem; the path of the pack left out."""
    ended = ran([*command, str(folder)])
    said = ended.out + ended.err
    assert ended.code == 65, ended
    assert "Traceback" not in said
    assert says_nothing_that_moves_a_terminal(said)
    assert ended.seconds < 2 + STARTING
    if "--json" in command:
        error = json.loads(ended.out)["error"]
        told = f"{error['where']}: {error['message']}"
    elif command == ("pack", "check"):  # which names the rule of each problem, here that of the format of files
        told = "\n".join(line.replace(": format: ", ": ") for line in ended.out.splitlines() if ": format: " in line)
    else:
        told = ended.err.removesuffix("\n")
    return told.replace(f"{folder}/", "")


def check(cases: tuple[Case, ...], pack: Path, *, soaking: bool) -> int:
    """Give the pack with each mistake to `pack show` and one more command by turns, or to all; how many times."""
    count = 0
    for number, case in enumerate(cases):
        folder = shutil.copytree(MINI, pack / str(number))
        altered(folder, case.file, case.old, case.new)
        some = (COMMANDS[0], COMMANDS[1 + number % (len(COMMANDS) - 1)])
        for command in COMMANDS if soaking else some:
            assert refused(folder, command) == "\n".join(case.told), command
            count += 1
    return count


SYNTAX = (
    Case(ROLES, "closed: true\n    siblings: [office]", "closed:true\n    siblings: [office]", (
        "facts/roles.yaml:12:11: There is no space after the colon; write “name: value”.",)),
    Case(ROLES, "siblings: [office]", "siblings: [office", (
        "facts/roles.yaml:14:14: A comma or the closing “]” is missing before this; put quotes around the whole of a "
        "text that holds , : [ ] { } or quotes.",)),
    Case(ROLES, '"the runbook"', '"the runbook', (
        "facts/roles.yaml:27:54: A comma or the closing “}” is missing before this; put quotes around the whole of a "
        "text that holds , : [ ] { } or quotes.",)),
    Case(MANIFEST, 'title: {en: "On call', '\ttitle: {en: "On call', (
        "pack.yaml:6:1: This line is indented with a tab; indent it with spaces.",)),
    Case(RATED, "cuts: {close: 0.5, ready: 0.8}", "cuts: close: 0.5", (
        "assessment.yaml:7:12: A text that holds a colon and a space needs quotes around the whole of it.",)),
)  # fmt: skip

TWICE = (
    Case(ROLES, "kind: set\n    closed: true\n    siblings: [office]",
         "kind: set\n    kind: set\n    closed: true\n    siblings: [office]", (
        "facts/roles.yaml:12:5: “kind” is written twice, first on line 11; keep one of them.",)),
    Case(MANIFEST, "id: mini\n", 'id: mini\n"id": mini\n', (
        "pack.yaml:4:1: “id” is written twice, first on line 3; keep one of them.",)),
    Case(RATED, "cuts: {close: 0.5,", "cuts: {close: 0.5, close: 0.4,", (
        "assessment.yaml:7:20: “close” is written twice, first on line 7; keep one of them.",)),
)  # fmt: skip

FIELDS = (
    Case(ROLES, "    functional: true\n    sentences: [5]", "    sentences: [5]", (
        "facts/roles.yaml:44:5: The field `functional` is missing; add it.",)),
    Case(ROLES, "    functional: true\n    sentences: [5]", "    functonal: true\n    sentences: [5]", (
        "facts/roles.yaml:44:5: The field `functional` is missing; add it.",
        "facts/roles.yaml:46:5: “functonal” is not a field here; did you mean “functional”?")),
    Case(ROLES, "    functional: true\n    sentences: [5]", "    functional: 1\n    sentences: [five]", (
        "facts/roles.yaml:46:17: `functional` must be true or false.",
        "facts/roles.yaml:47:17: `sentences` must be a whole number.")),
    Case(RATED, "cuts: {close: 0.5, ready: 0.8}", "cuts: {close: 0.5, readdy: 0.8}", (
        "assessment.yaml:7:7: The field `ready` is missing; add it.",
        "assessment.yaml:7:20: “readdy” is not a field here; did you mean “ready”?")),
    Case(MANIFEST, "languages: [en, fr]", "languages: en", (
        "pack.yaml:5:12: `languages` must be a list: […].",)),
)  # fmt: skip

ENCODINGS = (
    Case(MANIFEST, b"id: mini", "id: caf\u00e9".encode("latin-1"), (
        "pack.yaml:3:8: This file is not UTF-8 (byte 0xE9); save it again as UTF-8.",)),
    Case(ROLES, b"", "topic: roles\n".encode("utf-16"), (
        "facts/roles.yaml:1:1: This file is written in UTF-16; save it again as UTF-8.",)),
    Case(ROLES, b"", "topic: roles\n".encode("utf-16-be"), (
        "facts/roles.yaml:1:1: This file is written in UTF-16; save it again as UTF-8.",)),
    Case(ROLES, b"topic: roles", b"topic: ro\0les", (
        "facts/roles.yaml:1:10: The character U+0000 can’t stand here, it changes what a screen shows; remove it.",)),
    Case(RATED, b"", b"\x80", (
        "assessment.yaml:1:1: This file is not UTF-8 (byte 0x80); save it again as UTF-8.",)),
)  # fmt: skip

CONTENTS = (
    Case(ROLES, "", "", ("facts/roles.yaml:1:1: This file is empty; write something into it.",)),
    Case(MANIFEST, "", "# nothing\n", ("pack.yaml:1:1: This file is empty; write something into it.",)),
    Case(RATED, "", "\n", ("assessment.yaml:1:1: This file is empty; write something into it.",)),
    Case(ROLES, "topic: roles\n", "topic: roles\n---\ntopic: roles\n", (
        "facts/roles.yaml:2:1: A file holds one document; remove this line and what follows.",)),
    Case(ROLES, "{id: badge, label", "{id: coffee, label", (
        "facts/roles.yaml:41:14: In family “office” two rows are called “coffee”; give each its own name.",)),
    Case(ROLES, "  - id: office\n", "  - id: tools\n", (
        "facts/roles.yaml:13:16: The sibling “office” is not another family of the same kind; name one or leave it "
        "out.",
        "facts/roles.yaml:30:9: Another family is called “tools” too, in facts/roles.yaml; give each its own name.",
        "facts/roles.yaml:33:16: The sibling “tools” is not another family of the same kind; name one or leave it "
        "out.",
    )),
    Case(ROLES, "answer: a,b,c", "answer: a,z", (
        "facts/roles.yaml:113:5: The question “grey/urgency” can’t be asked (“a,z” is not among the options; give "
        "letters from a to c.); mend its texts, its options or its answer.",)),
)  # fmt: skip


def test_fault_20_a_mistake_in_the_syntax_is_told_plainly(tmp_path: Path, record: Record, soaking: bool) -> None:
    record("a mistake of YAML, in each of the files of a pack", cases=check(SYNTAX, tmp_path, soaking=soaking))


def test_fault_21_a_key_that_stands_twice_is_told_with_both_lines(
    tmp_path: Path, record: Record, soaking: bool
) -> None:
    record("a key written again, in each of the files of a pack", cases=check(TWICE, tmp_path, soaking=soaking))


def test_fault_22_a_field_that_is_none_is_told_with_the_nearest_name(
    tmp_path: Path, record: Record, soaking: bool
) -> None:
    record("a field left out, misspelt, or of another type", cases=check(FIELDS, tmp_path, soaking=soaking))


@pytest.mark.parametrize("typed", ["no", "1:30", "010", "yes", "0x1F", "1_000", ".inf"])
def test_fault_23_what_older_yaml_would_turn_into_something_else_is_shown_as_typed(
    tmp_path: Path, record: Record, typed: str
) -> None:
    folder = shutil.copytree(MINI, tmp_path / "pack")
    altered(folder, ROLES, 'en: "the runbook"', f"en: {typed}")
    altered(folder, MANIFEST, 'version: "1.0"', f"version: {typed}")
    shown = ran(["pack", "show", str(folder), "tools"])
    assert shown.code == 0, shown.err
    assert f"{typed}\n" in shown.out
    about = json.loads(ran(["export", "quiz", str(folder), "--format", "json"]).out)["pack"]
    assert about["version"] == typed
    record("a text without quotes, shown and exported")


def test_fault_24_what_is_not_utf_8_is_refused(tmp_path: Path, record: Record, soaking: bool) -> None:
    record("NUL, UTF-16 of both kinds, Latin-1", cases=check(ENCODINGS, tmp_path, soaking=soaking))


def test_fault_25_what_holds_nothing_or_too_much_is_refused(tmp_path: Path, record: Record, soaking: bool) -> None:
    record("an empty file, two documents, an id twice", cases=check(CONTENTS, tmp_path, soaking=soaking))


def test_fault_25_every_problem_of_a_pack_is_told_in_one_run(tmp_path: Path, record: Record) -> None:
    folder = shutil.copytree(MINI, tmp_path / "pack")
    altered(folder, MANIFEST, ', fr: "D’astreinte chez Brume"')
    altered(folder, ROLES, "answer: a,b,c", "answer: a,z")
    altered(folder, "facts/watch.yaml", "topic: watch", "topic: wach")
    altered(folder, RATED, "cuts: {close: 0.5, ready: 0.8}", "cuts: {close: 0.9, ready: 0.8}")
    files = {line.partition(":")[0] for line in refused(folder, COMMANDS[0]).splitlines()}
    assert files == {"assessment.yaml", "facts/roles.yaml", "facts/watch.yaml", "pack.yaml"}
    record("a mistake in each file of a pack", cases=4)
