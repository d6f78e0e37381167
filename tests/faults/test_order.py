"""What a kill can't show: that everything is on the disk before it is told, and what a power cut would leave.

From a trace of a real session, the order of its calls is compared with the promise; then each moment of it is taken
for that of a power cut, after which a disk holds what was synced and, of all else, what it likes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import pytest
from tests.sessionkit import ASSESS, KINDS, PLAY, QUIT, Ended, Kept, Kind, command, kept_as, run
from tests.stracekit import Call, missing, trace

from ctoquiz.errors import InputNotFound
from ctoquiz.session.resuming import split
from ctoquiz.storage.journal import resume, tidy
from ctoquiz.storage.resultfile import read_result

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

Record = Callable[..., None]

CALLS = "openat,write,fdatasync,fsync,close,rename,unlink,ftruncate"
_OPENED = re.compile(r'openat\([^"]*"(?P<path>[^"]+)", (?P<flags>[A-Z_|]+)')
_WRITTEN = re.compile(r'write\((?P<fd>[0-9]+)<(?P<path>[^>]*)>(?:\(deleted\))?, "(?P<data>(?:[^"\\]|\\.)*)"')
_ON = re.compile(r"(?P<call>fdatasync|fsync|close|ftruncate)\([0-9]+<(?P<path>[^>]+)>(?:\(deleted\))?(?:, (?P<n>\d+))?")
_NAMED = re.compile(r'(?P<call>rename|unlink)\("(?P<path>[^"]+)"(?:, "(?P<to>[^"]+)")?')


@dataclass(frozen=True, slots=True)
class Step:
    """A call that matters: what it does (`create`, `write`, `sync`, `close`, `cut`, `rename`, `remove`, `tell`) to
    which name in the folder of results (empty: the folder itself), and with what.
    """

    does: str
    name: str = ""
    data: bytes = b""
    to: str = ""
    length: int = 0


def steps(calls: Sequence[Call], folder: Path) -> Iterator[Step]:
    """The calls of a trace that matter, those on what isn't in the folder of results left out."""
    for call in calls:
        if (spoken := _WRITTEN.match(call.line)) and spoken["fd"] == "1":
            yield Step("tell", data=_bytes(spoken["data"]))
        elif str(folder) in call.line:
            yield from _on_files(call.line, folder)


def _on_files(line: str, folder: Path) -> Iterator[Step]:
    def name(path: str) -> str:
        return "" if path == str(folder) else Path(path).name

    if opened := _OPENED.match(line):
        if "O_CREAT" in opened["flags"]:
            yield Step("create", name(opened["path"]))
    elif written := _WRITTEN.match(line):
        yield Step("write", name(written["path"]), _bytes(written["data"]))
    elif on := _ON.match(line):
        does = {"fdatasync": "sync", "fsync": "sync", "close": "close", "ftruncate": "cut"}[on["call"]]
        yield Step(does, name(on["path"]), length=int(on["n"] or 0))
    elif named := _NAMED.match(line):
        if named["call"] == "rename":
            yield Step("rename", name(named["path"]), to=name(named["to"]))
        else:
            yield Step("remove", name(named["path"]))


def _bytes(escaped: str) -> bytes:
    return codecs.decode(escaped, "unicode_escape").encode("latin-1")


def traced(kind: Kind, data: Path, lines: Sequence[str], *arguments: str) -> tuple[Ended, list[Step]]:
    ended, calls = trace(command(kind, data, *arguments), lines, only=CALLS)
    assert ended.code in (0, 4), ended
    return ended, list(steps(calls, data / "results"))


def told(step: Step) -> str:
    """The order of things in words: `write journal`, `tell question`."""
    if step.does == "tell":
        event = re.search(rb'"event": "(\w+)"', step.data)
        return f"tell {event[1].decode()}" if event else "tell"
    what = step.name.rpartition(".")[2] or "folder"
    return f"{step.does} {what}" + (f" to {step.to.rpartition('.')[2]}" if step.to else "")


BEGUN = ["create journal", "write journal", "sync journal", "sync folder", "close folder", "tell start"]
RESULT = [
    "create tmp", "write tmp", "sync tmp", "close tmp", "rename tmp to json", "sync folder", "close folder",
    "remove journal", "sync folder", "close folder", "close journal", "tell result",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)
def test_fault_03_all_is_on_the_disk_before_it_is_told(kind: Kind, tmp_path: Path, record: Record) -> None:
    _, all_steps = traced(kind, tmp_path / "data", [*kind.answers, QUIT], *kind.begins)
    order = [told(step) for step in all_steps if ".probe" not in step.name]
    order = order[order.index("create journal") :]
    feedback = ["tell feedback"] if kind is PLAY else []
    answers = len(kind.answers)
    one = ["tell question", "write journal", "sync journal", *feedback]
    # The assessment has more statements than were answered: the next is asked, and left.
    left = ["tell question"] if kind is ASSESS else []
    assert order == [*BEGUN, *one * answers, *left, *RESULT]
    record("the order of write, sync, answer, replace and removal, in a trace (strace)", cases=len(order))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)
def test_fault_11_the_order_holds_when_a_session_goes_on(kind: Kind, tmp_path: Path, record: Record) -> None:
    run(command(kind, tmp_path / "data", *kind.begins), [*kind.answers[:2], QUIT])
    _, all_steps = traced(kind, tmp_path / "data", [*kind.answers[2:], QUIT], "--resume")
    order = [told(step) for step in all_steps if ".probe" not in step.name]
    # What was stopped is written into the new journal first, in one step: until then its result is all there is.
    assert order[: order.index("tell start") + 1][-6:] == [
        "cut journal", "write journal", "sync journal", "sync folder", "close folder", "tell start",
    ]  # fmt: skip
    assert order[-len(RESULT) :] == RESULT
    record("the same order when a stopped session goes on (strace)", cases=len(order))


@dataclass(slots=True)
class File:
    """A file on a disk that may lose its power: what programs see, and what is kept for sure."""

    seen: bytes = b""
    kept: bytes = b""

    def after(self, fate: str) -> bytes:
        """What is left of it: `kept` alone, all that was `seen`, `half` of what is new, or `zeros` in its place."""
        if self.seen.startswith(self.kept) and fate in ("half", "zeros"):
            new = self.seen[len(self.kept) :]
            return self.kept + (new[: len(new) // 2] if fate == "half" else bytes(len(new)))
        return self.seen if fate == "seen" else self.kept


FATES = ("kept", "seen", "half", "zeros")


@dataclass(slots=True)
class Disk:
    """A folder on such a disk: its names as they are kept for sure, and what was done to them since, in order."""

    names: dict[str, File] = field(default_factory=dict)
    done: list[Step] = field(default_factory=list)
    made: dict[str, File] = field(default_factory=dict)

    def do(self, step: Step) -> None:
        match step.does:
            case "create":
                if step.name not in self.now():
                    self.made[step.name] = File()
                    self.done.append(step)
            case "rename" | "remove":
                self.done.append(step)
            case "write":
                self._file(step.name).seen += step.data
            case "cut":
                file = self._file(step.name)
                file.seen = file.seen[: step.length]
            case "sync" if step.name:
                self._file(step.name).kept = self._file(step.name).seen
            case "sync":
                self.names, self.done = self.now(), []

    def _file(self, name: str) -> File:
        return self.now().get(name) or self.made[name]

    def now(self, reached: Sequence[Step] | None = None) -> dict[str, File]:
        """The names when these of the unsynced steps had reached the disk; by default all of them."""
        names = dict(self.names)
        for step in self.done if reached is None else reached:
            if step.does == "create":
                names[step.name] = self.made[step.name]
            elif step.name in names:
                file = names.pop(step.name)
                if step.does == "rename":
                    names[step.to] = file
        return names

    def after_a_power_cut(self) -> Iterator[dict[str, bytes]]:
        """Every folder that may be found: any of the unsynced names, whatever their order, with any content."""
        for count in range(len(self.done) + 1):
            for reached in combinations(self.done, count):
                for fate in FATES:
                    yield {name: file.after(fate) for name, file in self.now(reached).items()}


def acknowledged(ended: Ended, spoken: Sequence[bytes]) -> list[Kept]:
    """What had been acknowledged when only so much had been said."""
    return Ended(ended.code, b"".join(spoken).decode(), "", ended.sent).acknowledged


def found(folder: Path, kind: Kind) -> list[Kept]:
    """What a session says after the power is back: its answers as they are resumed, or as its result has them."""
    tidy(folder)
    results = [read_result(path) for path in folder.glob("*.json")]
    assert len(results) <= 1
    try:
        kept = resume(folder, None, split, {"play": "quiz"}.get(kind.command, "assessment"))
    except InputNotFound:
        return kind.kept(results[0].document) if results else []
    kept.journal.close()
    return [kept_as(entry) for entry in kept.entries]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)
@pytest.mark.parametrize("is_resumed", [False, True], ids=["new", "resumed"])
def test_fault_11_a_power_cut_at_any_moment(kind: Kind, is_resumed: bool, tmp_path: Path, record: Record) -> None:
    data, before, disk = tmp_path / "data", list[Kept](), Disk()
    if is_resumed:
        before = run(command(kind, data, *kind.begins), [*kind.answers[:2], QUIT]).acknowledged
        disk.names = {path.name: File(*[path.read_bytes()] * 2) for path in (data / "results").iterdir()}
    lines = [*kind.answers[2:], QUIT] if is_resumed else [*kind.answers, QUIT]
    ended, all_steps = traced(kind, data, lines, *(["--resume"] if is_resumed else kind.begins))
    spoken: list[bytes] = []
    cases = lost = 0
    for step in all_steps:
        disk.do(step)
        spoken += [step.data] if step.does == "tell" else []
        wanted = {*before, *acknowledged(ended, spoken)}
        for state in disk.after_a_power_cut():
            cases += 1
            folder = tmp_path / f"{cases:04}"
            folder.mkdir()
            for name, content in state.items():
                (folder / name).write_bytes(content)
            kept = found(folder, kind)
            assert len(dict(kept)) == len(kept), (step, state)
            lost += len(wanted - set(kept))
    assert len(acknowledged(ended, spoken)) == len(kind.answers) - len(before)
    record("a power cut after any call: what wasn’t synced kept, lost, torn or zeroed", cases=cases, lost=lost)
