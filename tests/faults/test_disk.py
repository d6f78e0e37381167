"""Disks that are full, folders that can't be written and homes that aren't there: the real thing, where it may be."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from tests.assessmentkit import example
from tests.reliabilitykit import FAULTS
from tests.sessionkit import (
    KINDS,
    LONG,
    PLAY,
    QUIT,
    Ended,
    Kind,
    Program,
    command,
    ctoquiz,
    killed,
    lost,
    names_in,
    run,
)
from tests.terminalkit import Terminal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these faults are caused as Linux lets one")

Record = Callable[..., None]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)

AS_A_STRANGER = ("setpriv", "--reuid", "54321", "--regid", "54321", "--clear-groups",
                 "--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search")  # fmt: skip
"""Runs a command as a user without an entry, who may read what root may and write nowhere."""


def can_be_a_stranger() -> str | None:
    if os.geteuid() != 0:
        return "only root can become another user"
    if shutil.which("setpriv") is None:
        return "there is no setpriv here"
    done = subprocess.run([*AS_A_STRANGER, sys.executable, "-c", ""], capture_output=True, check=False, text=True)
    return f"root can’t become another user here: {done.stderr.strip()}" if done.returncode else None


strangers = pytest.mark.skipif(can_be_a_stranger() is not None, reason=str(can_be_a_stranger()))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts a file system in memory, with these options, as a data folder."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str) -> Path:
        if os.geteuid() != 0:
            pytest.skip("only root can mount a small disk")
        how = ["mount", "-t", "tmpfs", "-o", options, "ctoquiz-test", str(folder)]
        done = subprocess.run(how, capture_output=True, check=False, text=True)
        if done.returncode:
            pytest.skip(f"root can’t mount a small disk here: {done.stderr.strip()}")
        return folder

    yield mount
    subprocess.run(["umount", "--lazy", str(folder)], capture_output=True, check=False)


def fill(folder: Path) -> Path:
    """Fill a disk to the last byte; what to remove to have room again."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 12, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue
    return filler


UNSAVED = "This answer is not saved, as no room is left in"


@pytest.mark.parametrize("kind", LONG, ids=lambda kind: kind.command)
def test_fault_01_a_disk_that_is_full_when_an_answer_is_saved(
    kind: Kind, small_disk: Callable[[str], Path], record: Record
) -> None:
    disk = small_disk("size=32k")
    with Program(command(kind, disk, *kind.begins)) as program:
        program.answers(kind.answers[0])
        filler = fill(disk)
        assert not program.answers(*kind.answers)
        ended = program.ends()
    assert ended.code in FAULTS[1].codes, ended
    assert UNSAVED in ended.err
    assert "free some" in ended.err
    assert ended.events[-1]["event"] == "question"
    filler.unlink()
    record("a tmpfs that fills up while a program plays", lost=lost(kind, ended, disk))


@each_kind
def test_fault_01_a_disk_that_is_full_before_the_first_question(
    kind: Kind, small_disk: Callable[[str], Path], record: Record
) -> None:
    disk = small_disk("size=16k")
    (disk / "results").mkdir()
    filler = fill(disk)
    ended = run(command(kind, disk, *kind.begins), kind.answers)
    assert (ended.code, ended.out, ended.err.count("\n")) == (73, "", 1)
    assert "--data-dir" in ended.err
    filler.unlink()
    assert names_in(disk) == []
    record("a full tmpfs before the first question")


@each_kind
@pytest.mark.parametrize("inodes", [3, 4, 5])
def test_fault_01_a_disk_without_room_for_another_file(
    kind: Kind, inodes: int, small_disk: Callable[[str], Path], record: Record
) -> None:
    disk = small_disk(f"nr_inodes={inodes}")
    ended = run(command(kind, disk, *kind.begins), [*kind.answers, QUIT])
    assert ended.code in (0, 4, 73), ended
    assert ended.code != 73 or "no room is left in" in ended.err.lower()
    subprocess.run(["mount", "-o", "remount,nr_inodes=100", str(disk)], check=True)
    record("a tmpfs without inodes", lost=lost(kind, ended, disk))


def limited(size: int) -> Callable[[], None]:
    """What sets the limit on the size of files for a process about to begin, in bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def run_limited(argv: list[str], lines: list[str], size: int) -> Ended:
    done = subprocess.run(
        argv,
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited(size),
        timeout=60,
    )
    return Ended(done.returncode, done.stdout, done.stderr, lines)


@each_kind
def test_fault_02_a_limit_on_the_size_of_files(kind: Kind, tmp_path: Path, soaking: bool, record: Record) -> None:
    sizes = range(0, 3000, 20 if soaking else 430)
    gone = 0
    for size in sizes:
        data = tmp_path / f"data-{size}"
        ended = run_limited(command(kind, data, *kind.begins), [*kind.answers, QUIT], size)
        assert ended.code in (0, 4, *FAULTS[2].codes), (size, ended)
        if ended.code == 73:
            assert "--data-dir" in ended.err or "--resume" in ended.err
            assert ended.result is None
        gone += lost(kind, ended, data)
    record("RLIMIT_FSIZE, reached by the probe, the journal or the result", cases=len(sizes), lost=gone)


@each_kind
def test_fault_02_a_limit_while_a_file_of_answers_is_played(kind: Kind, tmp_path: Path, record: Record) -> None:
    data, answers = tmp_path / "data", tmp_path / "answers.json"
    answers.write_text(json.dumps(everything(kind)), encoding="utf-8")
    argv = ctoquiz(
        kind.command, command(kind, data)[4], *kind.begins, "--answers", str(answers), "--data-dir", str(data)
    )
    sizes = (100, 1500, 1900)
    for size in sizes:
        ended = run_limited([*argv, "--json"], [], size)
        assert ended.code == 73, ended
        assert json.loads(ended.out)["error"]["code"] == 73
    whole = run_limited([*argv, "--json"], [], 1 << 20)
    assert (whole.code, json.loads(whole.out)["status"]) == (0, "complete")
    record("RLIMIT_FSIZE under a file of answers, with --json", cases=len(sizes))


def everything(kind: Kind) -> list[str] | dict[str, str]:
    return ["true", "false", "false", "true"] if kind is PLAY else {item.id: "2" for item in example().items}


@pytest.mark.parametrize("kind", LONG, ids=lambda kind: kind.command)
def test_fault_01_a_person_at_a_terminal_is_told(kind: Kind, small_disk: Callable[[str], Path], record: Record) -> None:
    disk = small_disk("size=32k")
    with Terminal(kind, disk, "--plain") as terminal:
        terminal.answers(1)
        filler = fill(disk)
        while terminal.waits(terminal.answered + 1):
            terminal.answer(evidence="e" * 900)
        assert terminal.ends() in FAULTS[1].codes, terminal.text
        assert UNSAVED in terminal.flat
        terminal.is_as_before()
    filler.unlink()
    resumed = run(command(kind, disk, "--resume"), [QUIT])
    # The one that was told as not saved is asked again, and none before it.
    assert resumed.events[0]["answered"] == terminal.answered - 1
    record("a tmpfs that fills up while a person plays at a pseudo-terminal")


@each_kind
def test_fault_04_a_read_only_file_system(kind: Kind, small_disk: Callable[[str], Path], record: Record) -> None:
    disk = small_disk("size=64k")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    said_before_the_first_question(kind, disk)
    record("a tmpfs mounted read-only")


def said_before_the_first_question(kind: Kind, data: Path, *wrap: str, begins: Sequence[str] = ()) -> None:
    ended = run([*wrap, *command(kind, data, *(begins or kind.begins))], kind.answers)
    assert (ended.code, ended.out, ended.err.count("\n")) == (73, "", 1), ended
    assert "name a folder of yours with --data-dir." in ended.err
    with Terminal(kind, data, "--plain", wrap=wrap) as terminal:
        assert terminal.ends() == 73
        assert "--data-dir" in terminal.flat
        assert "1 of" not in terminal.flat
        terminal.is_as_before()


@each_kind
@strangers
def test_fault_04_a_folder_of_another_user(kind: Kind, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o755)
    said_before_the_first_question(kind, data, *AS_A_STRANGER)
    (data / "results").mkdir(mode=0o755)
    said_before_the_first_question(kind, data, *AS_A_STRANGER)
    record("a data folder that belongs to another user", cases=2)


@each_kind
def test_fault_04_a_full_disk_is_told_before_the_first_question_of_a_session_that_goes_on(
    kind: Kind, small_disk: Callable[[str], Path], record: Record
) -> None:
    disk = small_disk("size=32k")
    before = killed(kind, disk, 2)
    filler = fill(disk)
    ended = run(command(kind, disk, "--resume"), kind.answers)
    assert (ended.code, ended.out, ended.err.count("\n")) == (73, "", 1), ended
    assert "--data-dir" in ended.err
    filler.unlink()
    record("a full tmpfs before a session goes on", lost=lost(kind, before, disk))


@each_kind
@strangers
def test_fault_04_a_journal_of_one_s_own_in_a_folder_of_another_user(
    kind: Kind, tmp_path: Path, record: Record
) -> None:
    # The next answers could be saved, and the result at the end could not.
    before = killed(kind, tmp_path, 2)
    (journal,) = tmp_path.glob("results/*.journal")
    tmp_path.chmod(0o755)
    (tmp_path / "results").chmod(0o755)
    os.chown(journal, 54321, 54321)
    said_before_the_first_question(kind, tmp_path, *AS_A_STRANGER, begins=("--resume",))
    os.chown(journal, os.geteuid(), os.getegid())
    record("a journal of one’s own in a folder of another user", lost=lost(kind, before, tmp_path))


@each_kind
def test_fault_04_a_file_or_a_link_in_place_of_the_folder(kind: Kind, tmp_path: Path, record: Record) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "away").mkdir()
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / "results").symlink_to(tmp_path / "away")
    for name in ("file", "link"):
        ended = run(command(kind, tmp_path / name, *kind.begins), kind.answers)
        assert (ended.code, ended.out, ended.err.count("\n")) == (73, "", 1), ended
        assert "--data-dir" in ended.err
    assert list((tmp_path / "away").iterdir()) == []
    record("a file or a link in place of the data folder", cases=2)


HOMES: Mapping[str, dict[str, str]] = {
    "none": {},
    "empty": {"HOME": ""},
    "relative": {"HOME": "home"},
    "relative data": {"XDG_DATA_HOME": "share"},
}


@each_kind
@pytest.mark.parametrize("home", HOMES)
def test_fault_05_without_a_home(kind: Kind, home: str, tmp_path: Path, record: Record) -> None:
    environment = {"PATH": os.environ["PATH"], **HOMES[home]}
    argv = command(kind, tmp_path, *kind.begins)
    where = argv.index("--data-dir")
    without = [*argv[:where], *argv[where + 2 :]]
    for arguments in (without, ctoquiz("results", "list")):
        ended = run(arguments, kind.answers, environment)
        assert (ended.code, ended.out) == (73, ""), ended
        assert ended.err == "No home folder is known in which to save results; name a folder with --data-dir.\n"
    document = run(ctoquiz("results", "list", "--json"), (), environment)
    assert (document.code, json.loads(document.out)["error"]["code"]) == (73, 73)
    assert run(argv, [*kind.answers, QUIT], environment).code in (0, 4)
    record("HOME that is absent, empty or relative", cases=3)


@each_kind
@strangers
def test_fault_05_a_user_without_an_entry(kind: Kind, tmp_path: Path, record: Record) -> None:
    argv = command(kind, tmp_path, *kind.begins)
    where = argv.index("--data-dir")
    environment = {"PATH": os.environ["PATH"]}
    ended = run([*AS_A_STRANGER, *argv[:where], *argv[where + 2 :]], kind.answers, environment)
    assert (ended.code, ended.out, ended.err.count("\n")) == (73, "", 1), ended
    assert "--data-dir" in ended.err
    mine = tmp_path / "mine"
    mine.mkdir()
    os.chown(mine, 54321, 54321)
    tmp_path.chmod(0o755)
    saved = run([*AS_A_STRANGER, *command(kind, mine, *kind.begins)], [*kind.answers, QUIT], environment)
    assert saved.code in (0, 4), saved
    record("a user without an entry, with and without a folder to write in", cases=2)
