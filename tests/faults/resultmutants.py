"""Results that somebody edited: real ones, with any part of them replaced by anything that JSON can hold."""

from __future__ import annotations

import copy
import io
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import cast

import pytest
from tests.faults.hostile import BIDI, ESCAPES, MARKUP, TEXTS
from typer.main import get_command

from ctoquiz.cli.app import app
from ctoquiz.cli.composing import askable
from ctoquiz.cli.door import enter
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.generation.catalogue import catalogue
from ctoquiz.storage import packs

STOPPED = 4

Place = tuple[str | int, ...]

TIMES = (
    "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59.999999Z",
    "2026-11-23", "2026-11-23T09:00:00", "2026-11-23T09:00:00+00:00:01", "20261123T090000Z", "2026-W48-1", "٢٠٢٦-11-23",
)  # fmt: skip
NUMBERS: tuple[Json, ...] = (
    0, -1, 1, 2, 3, 5, 0.5, 1e308, -1e308, 5e-324, 1e15, 10**400, -(10**400), 10**299, 2**63, True, 10**9,
)  # fmt: skip
VALUES: tuple[Json, ...] = (
    None, False, "", " ", "?", "a", "a,b,c", "z", "1=b", "true", [], {}, [[]], [{}], {"": {}}, ["a"], [1], {"a": 1},
    "complete", "stopped", "quiz", "assessment", "latest", "../x", "-", "fr", "en", "startup", "\ud800", "x" * 100_000,
    [None] * 5000, {"fr": "x"}, "ctoquiz/result/1", "ctoquiz/result/2", *NUMBERS, *TIMES, *ESCAPES, *BIDI, *MARKUP,
    *(text[:3000] for text in TEXTS),
)  # fmt: skip
"""What any part of a result is replaced by."""


def paths(value: Json, here: Place = ()) -> Iterator[Place]:
    """Every place in a value."""
    if here:
        yield here
    if isinstance(value, dict):
        for name, child in value.items():
            yield from paths(child, (*here, name))
    elif isinstance(value, list):
        for place, child in enumerate(value):
            yield from paths(child, (*here, place))


def at(value: Json, path: Place) -> Json:
    for step in path:
        value = value[step]  # type: ignore[index]
    return value


def mutant(document: JsonObject, others: Sequence[JsonObject], chance: Random) -> JsonObject:
    """The document with one to three parts replaced, removed, or taken from elsewhere."""
    spoilt = copy.deepcopy(document)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        path = chance.choice(list(paths(spoilt)))
        parent, last = at(spoilt, path[:-1]), path[-1]
        kind = chance.random()
        if kind < 0.1:
            del parent[last]  # type: ignore[union-attr, arg-type]
        elif kind < 0.2 and isinstance(parent, list):
            parent.append(copy.deepcopy(parent[cast("int", last)]))
        elif kind < 0.3:
            other = chance.choice([spoilt, *others])
            parent[last] = copy.deepcopy(at(other, chance.choice(list(paths(other)))))  # type: ignore
        elif kind < 0.35 and isinstance(parent, dict):
            parent[str(chance.choice(VALUES))[:200]] = parent.pop(str(last))
        else:
            parent[last] = chance.choice(VALUES)  # type: ignore
    return spoilt


@dataclass
class Ended:
    """What a command ended with."""

    code: int
    out: str
    err: str


def command(monkeypatch: pytest.MonkeyPatch, args: Sequence[str], given: str = "") -> Ended:
    """Run a command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdin", io.StringIO(given))
        patched.setattr(sys, "stdout", out)
        patched.setattr(sys, "stderr", err)
        code = enter(args, {"CTOQUIZ_LANG": "en"})
    return Ended(code, out.getvalue(), err.getvalue())


def make_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what is the same for every command made once: the pack, its questions, the tree of commands."""
    whole = packs.load_pack()
    for module in ("cli.results", "cli.starting", "cli.offering", "cli.assessstarting", "cli.assessshowing"):
        monkeypatch.setattr(f"ctoquiz.{module}.load_pack", lambda name="cto", **how: whole)
    questions, for_quizzes = catalogue(whole), askable(whole)
    monkeypatch.setattr("ctoquiz.cli.results.catalogue", lambda pack: questions)
    monkeypatch.setattr("ctoquiz.cli.starting.catalogue", lambda pack: questions)
    monkeypatch.setattr("ctoquiz.cli.starting.askable", lambda pack: for_quizzes)
    tree = get_command(app)
    monkeypatch.setattr("ctoquiz.cli.run.get_command", lambda app: tree)


def originals(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[JsonObject]:
    """One real result of each sort: a quiz and an assessment, complete and stopped."""

    def run(args: Sequence[str], given: str = "") -> int:
        return command(monkeypatch, [*args, "--data-dir", str(folder)], given).code

    folder.mkdir(parents=True, exist_ok=True)
    answers = folder / "answers.yaml"
    quiz = ["play", "--count", "6", "--seed", "faults", "--certainty"]
    questions = json.loads(command(monkeypatch, ["export", "quiz", *quiz[1:-1], "--format", "json"]).out)["questions"]
    answers.write_text(json.dumps({each["id"]: {"answer": each["answer"], "certainty": "2"} for each in questions}))
    assert run([*quiz, "--answers", str(answers)]) == 0
    lines = "".join(json.dumps({"answer": each["answer"], "certainty": 3}) + "\n" for each in questions[:3])
    assert run([*quiz, "--jsonl"], lines) == STOPPED
    sheet = json.loads(command(monkeypatch, ["export", "assessment", "--format", "json"]).out)
    ids = [each["id"] for competency in sheet["competencies"] for each in competency["statements"]]
    answers.write_text(json.dumps({each: {"rating": "3", "evidence": "2024: done"} for each in ids}))
    assert run(["assess", "--answers", str(answers)]) == 0
    assert run(["assess", "--jsonl"], '{"rating": 2}\n' * 5) == STOPPED
    answers.unlink()
    found = [json.loads(path.read_text()) for path in (folder / "results").glob("*.json")]
    # Not by their names, which chance has a part in: the same number is to be the same mutant.
    return sorted(found, key=lambda each: (each["type"], each["status"]))
