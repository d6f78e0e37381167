from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from ctoquiz.errors import CannotCreate, CtoquizError, InUse
from ctoquiz.storage import journalfile
from ctoquiz.storage.journalfile import Journal, new_id
from ctoquiz.storage.records import opening_lines, replay

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions, limits and folders that sync")

SESSION = "20261123-090000-ab12"
HEADER = {"type": "quiz"}


def entries(folder: Path, session: str = SESSION) -> list[object]:
    return [*replay((folder / f"{session}.journal").read_bytes()).entries]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_id_is_a_time_in_utc_that_sorts_and_some_chance() -> None:
    paris = timezone(timedelta(hours=1))
    assert new_id(datetime(2026, 11, 23, 10, 0, 0, tzinfo=paris), "ab12") == "20261123-090000-ab12"
    assert new_id(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "x") < new_id(
        datetime(2026, 1, 2, 3, 4, 6, tzinfo=UTC), "a"
    )


def test_a_journal_holds_its_header_and_each_answer_as_it_is_recorded(tmp_path: Path) -> None:
    with Journal.begin(tmp_path, HEADER, SESSION) as journal:
        left = replay(journal.path.read_bytes())
        assert (left.header, left.entries) == ({"type": "quiz", "id": SESSION}, [])
        for n in range(3):
            journal.record({"question": n})
            assert entries(tmp_path)[-1] == {"question": n}
    assert names(tmp_path) == [f"{SESSION}.journal"]


def test_a_finished_session_leaves_its_result_and_nothing_else(tmp_path: Path) -> None:
    with Journal.begin(tmp_path, HEADER, SESSION) as journal:
        journal.record({"question": 1})
        path = journal.finish({"id": "?", "participant": "Zoé"})
    assert names(tmp_path) == [f"{SESSION}.json"]
    assert path.read_text(encoding="utf-8") == f'{{\n "id": "{SESSION}",\n "participant": "Zoé"\n}}\n'


def test_two_sessions_in_one_second_are_both_saved(tmp_path: Path) -> None:
    with Journal.begin(tmp_path, HEADER, SESSION) as one, Journal.begin(tmp_path, HEADER, SESSION) as two:
        one.record({"of": 1})
        two.record({"of": 2})
        one.finish({"of": 1})
        with Journal.begin(tmp_path, HEADER, SESSION) as three:
            assert three.id == f"{SESSION}-3"
            three.finish({"of": 3})
        two.finish({"of": 2})
    saved = [json.loads((tmp_path / name).read_text()) for name in names(tmp_path)]
    assert saved == [{"of": 2, "id": f"{SESSION}-2"}, {"of": 3, "id": f"{SESSION}-3"}, {"of": 1, "id": SESSION}]


def test_a_session_that_is_open_is_refused_to_another(tmp_path: Path) -> None:
    with Journal.begin(tmp_path, HEADER, SESSION), pytest.raises(InUse) as caught:
        Journal.open(tmp_path, SESSION, create=False, patience=0)
    assert str(caught.value) == f"Session {SESSION} is open in another ctoquiz; end it there, then try again."
    Journal.open(tmp_path, SESSION, create=False).close()


@posix
def test_a_journal_that_is_removed_while_it_is_being_locked_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"{SESSION}.journal"
    removed: list[Path] = []

    def locked_too_late(descriptor: int, *, patience: float) -> bool:
        if not removed:
            removed.append(path)
            path.unlink()
        return True

    monkeypatch.setattr(journalfile, "lock", locked_too_late)
    with Journal.begin(tmp_path, HEADER, SESSION) as journal:
        journal.record({"question": 1})
    assert removed
    assert entries(tmp_path) == [{"question": 1}]


@posix
def test_files_are_their_owner_s_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o777)
    try:
        with Journal.begin(tmp_path, HEADER, SESSION) as journal:
            assert journal.path.stat().st_mode & 0o777 == 0o600
            assert journal.finish({}).stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


@posix
def test_all_is_on_the_disk_in_the_order_of_the_promise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    opened: dict[int, str] = {}

    def watch(name: str, called: str) -> None:
        original = getattr(os, name)

        def watched(*args: object, **options: object) -> object:
            if name == "open":
                descriptor = original(*args, **options)
                opened[descriptor] = Path(str(args[0])).suffix or "folder"
                return descriptor
            what = opened[args[0]] if isinstance(args[0], int) else Path(str(args[0])).suffix
            calls.append(f"{called} {what}" + (f" to {Path(str(args[1])).suffix}" if name == "replace" else ""))
            return original(*args, **options)

        monkeypatch.setattr(os, name, watched)

    for name, called in {
        "open": "open", "write": "write", "fdatasync": "sync", "fsync": "sync", "close": "close",
        "replace": "replace", "unlink": "remove",
    }.items():  # fmt: skip
        watch(name, called)
    journal = Journal.begin(tmp_path, HEADER, SESSION)
    assert calls == ["write .journal", "sync .journal", "sync folder", "close folder"]
    calls.clear()
    journal.record({"question": 1})
    assert calls == ["write .journal", "sync .journal"]
    calls.clear()
    journal.finish({})
    assert calls == [
        "write .tmp",
        "sync .tmp",
        "close .tmp",
        "replace .tmp to .json",
        "sync folder",
        "close folder",
        "remove .journal",
        "sync folder",
        "close folder",
        "close .journal",
    ]


@pytest.mark.parametrize("call", ["write", "fdatasync"])
@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (errno.ENOSPC, 73, "This answer is not saved, as no room is left in"),
        (errno.EDQUOT, 73, "This answer is not saved, as no room is left in"),
        (errno.EROFS, 73, "This answer is not saved, as"),
        (errno.EIO, 74, "This answer is not saved, as the system failed to write in"),
    ],
)
@pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="the call that fails here is missing")
def test_an_answer_that_fails_is_said_to_be_unsaved_and_those_before_and_after_are_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: int, words: str
) -> None:
    write = os.write
    room = [7]  # a full disk takes a part of what is written

    def fail(descriptor: int, data: bytes = b"") -> int:
        if data and room:
            return write(descriptor, data[: room.pop()])
        raise OSError(number, "no")

    with Journal.begin(tmp_path, HEADER, SESSION) as journal:
        journal.record({"question": 1})
        with monkeypatch.context() as faulty:
            faulty.setattr(os, call, fail)
            with pytest.raises(CtoquizError) as caught:
                journal.record({"question": 2})
        assert (caught.value.code, words in str(caught.value)) == (code, True)
        assert entries(tmp_path) == [{"question": 1}]
        assert not replay(journal.path.read_bytes()).torn
        journal.record({"question": 3})
    assert entries(tmp_path) == [{"question": 1}, {"question": 3}]


def test_an_answer_that_can_t_even_be_taken_back_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def half(descriptor: int, data: bytes) -> int:
        write(descriptor, data[:9])
        raise OSError(errno.EIO, "no")

    def fail(descriptor: int, length: int) -> None:
        raise OSError(errno.EIO, "no")

    with Journal.begin(tmp_path, HEADER, SESSION) as journal:
        journal.record({"question": 1})
        with monkeypatch.context() as faulty:
            faulty.setattr(os, "write", half)
            faulty.setattr(os, "ftruncate", fail)
            with pytest.raises(CtoquizError):
                journal.record({"question": 2})
        journal.record({"question": 3})
    whole = opening_lines({**HEADER, "id": SESSION}, [{"question": 1}, {"question": 3}])
    assert journal.path.read_bytes() == whole


def test_an_interrupted_answer_is_not_in_the_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    with Journal.begin(tmp_path, HEADER, SESSION) as journal:
        with monkeypatch.context() as faulty:
            faulty.setattr("ctoquiz.storage.disk.sync_data", interrupted)
            with pytest.raises(KeyboardInterrupt):
                journal.record({"question": 1})
        assert entries(tmp_path) == []
        journal.record({"question": 2})
    assert entries(tmp_path) == [{"question": 2}]


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, 73), (errno.EROFS, 73), (errno.EIO, 74)])
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_result_that_can_t_be_saved_leaves_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: int
) -> None:
    def fail(*_: object) -> int:
        raise OSError(number, "no")

    with Journal.begin(tmp_path, HEADER, SESSION) as journal:
        journal.record({"question": 1})
        with monkeypatch.context() as faulty:
            faulty.setattr(os, call, fail)
            with pytest.raises(CtoquizError, match="The result is not saved") as caught:
                journal.finish({"status": "complete"})
        assert caught.value.code == code
        assert names(tmp_path) == [f"{SESSION}.journal"]
        journal.finish({"status": "complete"})
    assert names(tmp_path) == [f"{SESSION}.json"]


def test_a_journal_that_can_t_be_begun_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, "no")

    with monkeypatch.context() as faulty:
        faulty.setattr(os, "write", fail)
        with pytest.raises(CannotCreate, match="--data-dir"):
            Journal.begin(tmp_path, HEADER, SESSION)
    assert names(tmp_path) == []
    with pytest.raises(CannotCreate, match="--data-dir"):
        Journal.begin(tmp_path / "gone", HEADER, SESSION)


LIMITED = """
import resource, sys
from pathlib import Path
from ctoquiz.errors import CannotCreate
from ctoquiz.storage.journalfile import Journal
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
journal = Journal.begin(Path(sys.argv[1]), {}, sys.argv[2])
for n in range(1000):
    try:
        journal.record({"question": n})
    except CannotCreate as error:
        print(n, error)
        break
"""


@posix
def test_a_limit_on_file_sizes_costs_the_one_answer_that_meets_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIMITED, str(tmp_path), SESSION]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    number, words = done.stdout.split(" ", 1)
    assert words.startswith("This answer is not saved, as no room is left")
    assert entries(tmp_path) == [{"question": n} for n in range(int(number))]


WRITER = """
import sys
from itertools import count
from pathlib import Path
from ctoquiz.storage.journalfile import Journal
journal = Journal.begin(Path(sys.argv[1]), {}, sys.argv[2])
for n in count():
    journal.record({"question": n})
    print(n, flush=True)
"""


@pytest.mark.parametrize("answers", [0, 7, 40])
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, answers: int) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path), SESSION]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        for _ in range(answers + 1):
            writer.stdout.readline()
        writer.kill()
        acknowledged = answers + 1 + len(writer.stdout.read().split())
    saved = entries(tmp_path)
    assert saved == [{"question": n} for n in range(len(saved))]
    assert len(saved) - acknowledged in (0, 1)


@posix
def test_a_journal_that_can_t_be_closed_has_lost_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.begin(tmp_path, HEADER, SESSION)
    journal.record({"question": 1})
    monkeypatch.setattr(os, "close", lambda descriptor: (_ for _ in ()).throw(OSError(errno.EIO, "?")))
    journal.close()
    monkeypatch.undo()
    assert entries(tmp_path) == [{"question": 1}]
