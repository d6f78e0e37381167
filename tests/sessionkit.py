"""Real sessions of the command line over JSON Lines, cut short in every way, and what is left of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from ctoquiz.domain.jsonvalue import JsonObject

ROOT = Path(__file__).resolve().parent.parent
MINI = str(ROOT / "docs" / "examples" / "mini-pack")

QUIT = '{"quit": true}'

UNSAVED = "This answer is not saved"
CUT_OFF = "The last answer was cut off"

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

LONG = (
    replace(PLAY, begins=("--seed", "long", "--count", "20", *PLAY.begins[4:]), answers=(PLAY.answers[0],) * 20),
    replace(ASSESS, answers=(json.dumps({"rating": 4, "evidence": "e" * 900}),) * 19),
)
"""The same with so much to say that a page of 4 kB doesn't hold it."""

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
        return [answer for answer, is_told in self._answers() if is_told]

    @property
    def unsaved(self) -> Kept | None:
        """The answer that it told as not saved; None where it told of none."""
        if UNSAVED not in self.err:
            return None
        answer, is_told = self._answers()[-1]
        assert not is_told, "an answer that isn't saved was gone on from"
        return answer

    def _answers(self) -> list[tuple[Kept, bool]]:
        """What was answered, and whether it went on from there."""
        events = [event for event in self.events if event["event"] != "error"]
        asked = [(place, event) for place, event in enumerate(events) if event["event"] == "question"]
        return [
            ((_asked_id(event), _sent(line)), bool(events[place + 1 :]))
            for (place, event), line in zip(asked, self.sent, strict=False)
            if line != QUIT
        ]

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


class Program:
    """A program that plays, one answer at a time: it waits for each question before it answers."""

    def __init__(self, argv: Sequence[str]) -> None:
        self._process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._out = b""
        self._sent: list[str] = []

    def is_asked(self) -> bool:
        """Wait for the next question; False where the session ends instead."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._out += line
            if b'"event": "question"' in line:
                return True
        return False

    def answers(self, *lines: str) -> bool:
        """Answer so many questions, each when it is asked; False where the session ended before."""
        for line in lines:
            if not self.is_asked():
                return False
            self.says(line)
        return True

    def says(self, line: str) -> None:
        """Send a line, whatever was asked."""
        assert self._process.stdin is not None
        self._sent.append(line)
        with suppress(BrokenPipeError):
            self._process.stdin.write(f"{line}\n".encode())
            self._process.stdin.flush()

    def kill(self) -> None:
        self._process.kill()

    def is_running(self) -> bool:
        return self._process.poll() is None

    def ends(self) -> Ended:
        """Wait for the end, having nothing more to say."""
        out, err = self._process.communicate(timeout=60)
        return Ended(self._process.returncode, (self._out + out).decode(), err.decode(), self._sent)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self.kill()
            self.ends()


def killed(kind: Kind, data: Path, answers: int, *arguments: str) -> Ended:
    """A session that is killed while it waits, after so many answers of a program that waits for each question."""
    with Program(command(kind, data, *(arguments or kind.begins))) as program:
        program.answers(*kind.answers[:answers])
        assert program.is_asked()
        program.kill()
        return program.ends()


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
    is one session, and one file of it; nothing that a dead process left is there after the next start; an answer that
    was told as not saved never comes back, nor a part of it. `before` was acknowledged earlier.
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
    if ended.unsaved is not None:
        assert ended.unsaved not in kept, "an answer that was told as not saved came back"
        assert CUT_OFF not in resumed.err, "a part of an answer that was told as not saved was left"
    return len(set(acknowledged) - set(kept))
