"""A fault at every call that a session makes on its files, and at every word of it to the program that plays.

strace puts the fault in, one call a run; the session is then resumed to its end, and every answer must be there.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from tests.reliabilitykit import FAULTS
from tests.sessionkit import ASSESS, KINDS, PLAY, QUIT, Ended, Kept, Kind, command, lost, run
from tests.stracekit import Call, inject, missing, trace

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

Record = Callable[..., None]

SPOKEN = "write(1<"
"""How a call begins in a trace that tells something to the program that plays."""

SETTLED = (0, 4)
"""The exit codes of a fault that does no harm: what failed isn't needed, or was done already."""

WRITES = re.compile(r"(openat.*O_CREAT|mkdir|chmod|fchmod|write|fsync|fdatasync|rename|unlink|ftruncate)")
UNREADABLE = (74, 77)
"""The exit codes where a file or a folder can't even be looked at."""

UNDO = ("free some", "make room", "--data-dir", "--resume", "ask for the permission", "try again")
"""What the sentences of a failing disk tell people to do, one of them each."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A session that a fault comes into: begun anew, or resumed from where `prepare` leaves it."""

    name: str
    kind: Kind
    prepare: Callable[[Kind, Path], list[Kept]]
    arguments: tuple[str, ...]
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind.command}-{self.name}"


def nothing(kind: Kind, data: Path) -> list[Kept]:
    return []


def stopped(kind: Kind, data: Path) -> list[Kept]:
    """A session that was stopped after two answers."""
    return run(command(kind, data, *kind.begins), [*kind.answers[:2], QUIT]).acknowledged


def torn(kind: Kind, data: Path) -> list[Kept]:
    """The journal of a session that was killed while its third answer was being written."""
    ended, calls = trace(command(kind, data, *kind.begins), kind.answers)
    assert ended.code in SETTLED
    shutil.rmtree(data)
    third = [call for call in calls if call.name == "fdatasync" and ".journal>" in call.line][3]
    ended, _ = inject(command(kind, data, *kind.begins), kind.answers, third, "signal=SIGKILL")
    (journal,) = data.glob("results/*.journal")
    journal.write_bytes(journal.read_bytes()[:-7])
    return ended.acknowledged


NEW = [
    Scene("new", PLAY, nothing, PLAY.begins, PLAY.answers),
    Scene("new", ASSESS, nothing, ASSESS.begins, (*ASSESS.answers, QUIT)),
]
RESUMED = [
    Scene("stopped", PLAY, stopped, ("--resume",), PLAY.answers[2:]),
    Scene("torn", ASSESS, torn, ("--resume",), (*ASSESS.answers[2:], QUIT)),
]


class Sweep:
    """The same fault in one call after the other, each in a data folder of its own."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self.scene = scene
        self._folder = folder
        self._numbers = count()
        self._template = folder / "template"
        # Once the pack is in the cache, every run makes the same calls.
        run(command(scene.kind, folder / "none", *scene.kind.begins, "--no-save"), [QUIT])
        self._before = scene.prepare(scene.kind, self._template)

        self.calls = self._now = self._traced()

    def _traced(self) -> list[Call]:
        """Every call on the data folder, and every one that tells something to the program."""
        data = self._fresh()
        ended, calls = trace(self._argv(data), self.scene.lines)
        assert ended.code in SETTLED, ended
        return [call for call in calls if call.name != "execve" and (str(data) in call.line or SPOKEN in call.line)]

    def strike(self, call: Call, fault: str, failing: Sequence[str] = ()) -> tuple[Ended, int]:
        """The session with a fault in that call, and whenever one `failing` is made; how many answers are lost."""
        place = self.calls.index(call)
        for _ in range(3):
            data = self._fresh()
            ended, struck = inject(self._argv(data), self.scene.lines, self._now[place], fault, failing)
            if str(data) in struck or SPOKEN in struck:
                return ended, lost(self.scene.kind, ended, data, self._before)
            # Something else on this machine (a module compiled meanwhile) changed what comes before the session.
            self._now = self._traced()
        raise AssertionError(f"the fault struck another call: {struck or 'none'}")

    def _fresh(self) -> Path:
        data = self._folder / f"data-{next(self._numbers):04}"
        if self._template.exists():
            shutil.copytree(self._template, data)
        return data

    def _argv(self, data: Path) -> list[str]:
        return command(self.scene.kind, data, *self.scene.arguments)


def some(calls: Sequence[Call], most: int | None) -> list[Call]:
    """At most so many of the calls, of as many sorts as possible; None for all."""
    if most is None:
        return list(calls)
    sorts = {(call.name, _sort(call)): call for call in calls}
    last = list(sorts.values())
    return [last[place * len(last) // most] for place in range(min(most, len(last)))]


def _sort(call: Call) -> str:
    found = re.search(r"\.probe|\.tmp|\.journal|\.json|pipe:", call.line)
    return found[0] if found else "folder"


Sweeps = Callable[[Scene], Sweep]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Scene, Sweep]]:
    return tmp_path_factory.mktemp("sweeps"), {}


@pytest.fixture
def sweeps(prepared: tuple[Path, dict[Scene, Sweep]], monkeypatch: pytest.MonkeyPatch) -> Sweeps:
    """The sweep of a scene, prepared once for all the faults that come into it."""
    folder, known = prepared
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))

    def of(scene: Scene) -> Sweep:
        if scene not in known:
            known[scene] = Sweep(scene, folder / str(scene))
        return known[scene]

    return of


def sweep(sweeping: Sweep, fault: str, most: int | None, check: Callable[[Ended, Call], None]) -> int:
    """Strike each call, or as many of them; how many there were. Nothing may be lost."""
    calls = some(sweeping.calls, most)
    for call in calls:
        ended, gone = sweeping.strike(call, fault)
        assert gone == 0, (fault, call.line, ended)
        check(ended, call)
    return len(calls)


def kills(ended: Ended, _call: Call) -> None:
    assert ended.code == -9


def ends_with(*codes: int) -> Callable[[Ended, Call], None]:
    """A check that the command ended so, or as if nothing had happened, and said what to do."""

    def check(ended: Ended, call: Call) -> None:
        reads = not WRITES.match(call.line)
        said = FAULTS[44].codes if SPOKEN in call.line else (*codes, *UNREADABLE) if reads else codes
        assert ended.code in (*SETTLED, *said), (ended, call.line)
        if ended.code not in SETTLED:
            assert ended.err.count("\n") <= 3
            assert SPOKEN in call.line or any(each in ended.err for each in UNDO), ended.err
        if "This answer is not saved" in ended.err:
            assert ended.events[-1]["event"] == "question"

    return check


def interrupted(code: int) -> Callable[[Ended, Call], None]:
    """A check that the command ended by the signal and, where it had answers, said how to go on."""

    def check(ended: Ended, call: Call) -> None:
        assert ended.code == code, (ended, call.line)
        if ended.acknowledged and '"event": "result"' not in call.line.replace("\\", ""):
            assert re.search("is saved; (go on|see it) with: ctoquiz", ended.err), (ended, call.line)

    return check


@pytest.mark.parametrize("scene", [*NEW, *RESUMED], ids=str)
def test_fault_11_a_kill_at_any_call(scene: Scene, sweeps: Sweeps, soaking: bool, record: Record) -> None:
    cases = sweep(sweeps(scene), "signal=SIGKILL", None if soaking else 6, kills)
    record("SIGKILL at a system call of a session, new, resumed or torn (strace)", cases=cases)


@pytest.mark.parametrize("scene", [*NEW, *RESUMED], ids=str)
def test_fault_01_a_full_disk_at_any_call(scene: Scene, sweeps: Sweeps, soaking: bool, record: Record) -> None:
    cases = sweep(sweeps(scene), "error=ENOSPC", None if soaking else 3, ends_with(*FAULTS[1].codes))
    record("ENOSPC from a system call (strace)", cases=cases)


@pytest.mark.parametrize("scene", [*NEW, *RESUMED], ids=str)
def test_fault_02_a_quota_at_any_call(scene: Scene, sweeps: Sweeps, soaking: bool, record: Record) -> None:
    cases = sweep(sweeps(scene), "error=EDQUOT", None if soaking else 2, ends_with(*FAULTS[2].codes))
    record("EDQUOT from a system call (strace)", cases=cases)


@pytest.mark.parametrize("fault", ["EIO", "EMFILE"])
@pytest.mark.parametrize("scene", [*NEW, *RESUMED], ids=str)
def test_fault_03_a_failing_disk_at_any_call(
    scene: Scene, fault: str, sweeps: Sweeps, soaking: bool, record: Record
) -> None:
    cases = sweep(sweeps(scene), f"error={fault}", None if soaking else 3, ends_with(*FAULTS[3].codes))
    record(f"{fault} from a system call (strace)", cases=cases)


@pytest.mark.parametrize("fault", ["EROFS", "EACCES"])
@pytest.mark.parametrize("scene", [*NEW, *RESUMED], ids=str)
def test_fault_04_no_permission_at_any_call(
    scene: Scene, fault: str, sweeps: Sweeps, soaking: bool, record: Record
) -> None:
    cases = sweep(sweeps(scene), f"error={fault}", None if soaking else 2, ends_with(*FAULTS[4].codes, 77))
    record(f"{fault} from a system call (strace)", cases=cases)


@pytest.mark.parametrize("scene", NEW, ids=str)
def test_fault_12_an_interrupt_at_any_call(scene: Scene, sweeps: Sweeps, soaking: bool, record: Record) -> None:
    cases = sweep(sweeps(scene), "signal=SIGINT", None if soaking else 4, interrupted(130))
    record("SIGINT at a system call (strace)", cases=cases)


@pytest.mark.parametrize(("signal", "code"), [("TERM", 143), ("HUP", 129)])
@pytest.mark.parametrize("scene", NEW, ids=str)
def test_fault_13_a_termination_at_any_call(
    scene: Scene, signal: str, code: int, sweeps: Sweeps, soaking: bool, record: Record
) -> None:
    cases = sweep(sweeps(scene), f"signal=SIG{signal}", None if soaking else 2, interrupted(code))
    record(f"SIG{signal} at a system call (strace)", cases=cases)


@pytest.mark.parametrize("scene", [*NEW, *RESUMED], ids=str)
def test_fault_03_an_answer_that_was_told_as_not_saved_never_comes_back(
    scene: Scene, sweeps: Sweeps, record: Record
) -> None:
    sweeping = sweeps(scene)
    # By then, all of the answer is in the journal, and without a result it is the journal that tells.
    synced = [call for call in sweeping.calls if call.name == "fdatasync" and ".journal>" in call.line][1:]
    for call in synced:
        ended, gone = sweeping.strike(call, "error=EIO", ["rename"])
        assert gone == 0, (call.line, ended)
        assert ended.unsaved is not None, (call.line, ended)
    record("EIO when an answer is synced, and when the result is put in place (strace)", cases=len(synced))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)
@pytest.mark.parametrize("call", ["fdatasync", "fsync", "rename", "unlink", "ftruncate"])
def test_fault_03_a_disk_that_keeps_failing(
    kind: Kind, call: str, sweeps: Sweeps, soaking: bool, record: Record
) -> None:
    scene = next(each for each in RESUMED if each.kind is kind)
    sweeping = sweeps(scene)
    calls = [each for each in sweeping.calls if each.name == call]
    if not calls:
        pytest.skip(f"{scene} makes no call of {call}")
    calls = calls if soaking else calls[-1:]
    for each in calls:
        ended, gone = sweeping.strike(each, "error=EIO+")
        assert gone == 0, (each.line, ended)
        ends_with(*FAULTS[3].codes)(ended, each)
    record("EIO from a system call and all like it from then on (strace)", cases=len(calls))
