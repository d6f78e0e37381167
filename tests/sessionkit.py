"""Real sessions of the command line over JSON Lines, cut short in every way, and what is left of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ctoquiz.domain.jsonvalue import JsonObject

ROOT = Path(__file__).resolve().parent.parent
MINI = str(ROOT / "docs" / "examples" / "mini-pack")

QUIT = '{"quit": true}'

Kept = tuple[str, str]
"""What was answered (the id of the question or statement), and how."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A command that stores, and how a program answers it.

    `begins` are its arguments for a new session; `answers` what the program sends first, and `rest` what it sends from
    then on, which differs from all of `answers`: what was saved can't be mistaken for what was asked again.
    """

    command: str
    begins: tuple[str, ...]
    answers: tuple[str, ...]
    rest: str

    def kept(self, result: JsonObject) -> list[Kept]:
        """What a result holds, in its order."""
        answers = result["answers"]
        assert isinstance(answers, list)
        return [kept_as(answer) for answer in answers if isinstance(answer, dict)]


def kept_as(answer: Mapping[str, object]) -> Kept:
    """An answer of a result, or an entry of a journal: what was answered, and how."""
    if "question" in answer:
        return str(answer["question"]), str(answer["answer"])
    return str(answer["statement"]), f"{answer['rating']} {answer['evidence']}"


def _sent(line: str) -> str:
    """How a line that a program sends is kept."""
    message = json.loads(line)
    return str(message["answer"]) if "answer" in message else f"{message['rating']} {message.get('evidence')}"


PLAY = Kind(
    "play",
    ("--seed", "faults", "--count", "4", "--kind", "true-false"),
    tuple(json.dumps({"answer": answer}) for answer in ("true", "false", "false", "true")),
    '{"answer": "?"}',
)
ASSESS = Kind(
    "assess",
    ("--context", "startup"),
    tuple(json.dumps({"rating": n % 2 + 3, "evidence": f"L’incident n° {n}"}) for n in range(4)),
    '{"rating": 1}',
)
KINDS = (PLAY, ASSESS)
ENOUGH = 25
"""Lines that answer either to its end."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A command that has ended: its exit code (negative: the signal that killed it), and what it said."""

    code: int
    out: str
    err: str
    sent: Sequence[str]

    @property
    def events(self) -> list[JsonObject]:
        """What it said to the program, whole lines only."""
        return [json.loads(line) for line in self.out.split("\n")[:-1]]

    @property
    def acknowledged(self) -> list[Kept]:
        """The answers that it went on from: it told how they were, or asked the next."""
        events = [event for event in self.events if event["event"] != "error"]
        asked = [(place, event) for place, event in enumerate(events) if event["event"] == "question"]
        told = [(event, line) for (place, event), line in zip(asked, self.sent, strict=False) if events[place + 1 :]]
        return [(_asked_id(event), _sent(line)) for event, line in told if line != QUIT]

    @property
    def result(self) -> JsonObject | None:
        """The result that it told, None where it told none."""
        told = [event["result"] for event in self.events if event["event"] == "result"]
        assert len(told) <= 1
        return told[0] if told and isinstance(told[0], dict) else None


def _asked_id(event: JsonObject) -> str:
    asked = event.get("question") or event.get("statement")
    assert isinstance(asked, dict)
    return str(asked["id"])


def command(kind: Kind, data: Path, *arguments: str, pack: str = MINI) -> list[str]:
    """The command line of a session that a program answers."""
    return [*ctoquiz(kind.command), pack, "--jsonl", "--data-dir", str(data), *arguments]


def ctoquiz(*arguments: str) -> list[str]:
    """The command line of any command."""
    return [sys.executable, "-m", "ctoquiz", *arguments]


def run(argv: Sequence[str], lines: Sequence[str] = (), environment: Mapping[str, str] | None = None) -> Ended:
    """Run a command to its end, with all the lines it may read."""
    done = subprocess.run(
        argv,
        input="".join(f"{line}\n" for line in lines).encode(),
        capture_output=True,
        timeout=120,
        check=False,
        env=environment,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode(), lines)


def killed(kind: Kind, data: Path, answers: int, *arguments: str) -> Ended:
    """A session that is killed while it waits, after so many answers of a program that waits for each question."""
    begins = arguments or kind.begins
    with subprocess.Popen(command(kind, data, *begins), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        out = b""
        for line in kind.answers[:answers]:
            out += _until_asked(process.stdout)
            process.stdin.write(f"{line}\n".encode())
            process.stdin.flush()
        out += _until_asked(process.stdout)
        process.kill()
    return Ended(process.returncode, out.decode(), "", kind.answers[:answers])


def _until_asked(stream: IO[bytes]) -> bytes:
    said = b""
    while b'"event": "question"' not in said.rpartition(b"\n")[0].rpartition(b"\n")[2]:
        line = stream.readline()
        assert line, said
        said += line
    return said


def results_in(data: Path) -> list[JsonObject]:
    """The results that are saved in a data folder."""
    return [json.loads(path.read_bytes()) for path in sorted(data.glob("results/*.json"))]


def names_in(data: Path) -> list[str]:
    """What is in the folder of results, by the ends of the names."""
    folder = data / "results"
    return sorted(path.name.rpartition(".")[2] for path in folder.iterdir()) if folder.is_dir() else []


def go_on(kind: Kind, data: Path, *arguments: str) -> Ended:
    """Resume the session of a data folder and answer all that is asked, each with what differs from before."""
    return run(command(kind, data, *(arguments or ("--resume",))), [kind.rest] * ENOUGH)


def lost(kind: Kind, ended: Ended, data: Path, before: Sequence[Kept] = ()) -> int:
    """How many acknowledged answers are lost, once the session that `ended` was resumed to its end.

    Checks by the way all that must hold whatever happened: no traceback; a result that was told is on the disk; there
    is one session, and one file of it; nothing that a dead process left is there after the next start. `before` was
    acknowledged earlier.
    """
    assert "Traceback" not in ended.err, ended.err
    if ended.result is not None:
        saved = {str(result["id"]): result for result in results_in(data)}
        assert saved[str(ended.result["id"])] == ended.result
    acknowledged = [*before, *ended.acknowledged]
    resumed = go_on(kind, data)
    assert "Traceback" not in resumed.err, resumed.err
    results = results_in(data)
    if not acknowledged and resumed.code == 66 and not results:
        assert names_in(data) == []
        return 0
    assert (resumed.code, len(results)) in {(0, 1), (66, 1)}, (resumed, names_in(data))
    assert names_in(data) == ["json"], names_in(data)
    assert results[0]["status"] == "complete"
    kept = kind.kept(results[0])
    assert len({asked for asked, _ in kept}) == len(kept), "an answer counts twice"
    return len(set(acknowledged) - set(kept))
