from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from ctoquiz.storage import locks
from ctoquiz.storage.locks import lock, unlock

posix = pytest.mark.skipif(sys.platform == "win32", reason="fcntl is of POSIX")

HOLDER = """
import os, sys
from ctoquiz.storage import locks
from ctoquiz.storage.locks import lock
descriptor = os.open(sys.argv[1], os.O_RDWR)
print(lock(descriptor), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def descriptor(tmp_path: Path) -> Iterator[int]:
    descriptor = os.open(tmp_path / "file", os.O_RDWR | os.O_CREAT)
    yield descriptor
    os.close(descriptor)


def test_what_another_process_has_locked_is_refused_until_it_dies(descriptor: int, tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "file")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"True"
        assert not lock(descriptor, patience=0.02)
        holder.kill()
        holder.wait()
    assert lock(descriptor)


@posix
def test_a_lock_is_waited_for_a_little(descriptor: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = os.open(tmp_path / "file", os.O_RDWR)
    assert lock(other)
    monkeypatch.setattr("time.sleep", lambda seconds: unlock(other))
    assert lock(descriptor)
    os.close(other)


@posix
def test_a_file_system_without_locks_is_no_reason_not_to_save(descriptor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def fails_with(number: int) -> None:
        def flock(descriptor: int, how: int) -> None:
            raise OSError(number, "no")

        monkeypatch.setattr(fcntl, "flock", flock)

    fails_with(errno.ENOLCK)
    assert lock(descriptor)
    fails_with(errno.EIO)
    with pytest.raises(OSError, match="no"):
        lock(descriptor)


def test_windows_locks_one_byte_that_no_journal_reaches(descriptor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[int, int, int]] = []

    def locking(descriptor: int, mode: int, count: int) -> None:
        calls.append((os.lseek(descriptor, 0, os.SEEK_CUR), mode, count))
        if len(calls) == 1:
            raise OSError(errno.EACCES, "locked")

    fake = SimpleNamespace(locking=locking, LK_NBLCK=2, LK_UNLCK=0)
    monkeypatch.setattr(locks, "msvcrt", fake, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert lock(descriptor)
    unlock(descriptor)
    assert calls == [(1 << 30, 2, 1), (1 << 30, 2, 1), (1 << 30, 0, 1)]
