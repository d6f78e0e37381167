from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from ctoquiz.errors import CannotCreate, InputOutputError
from ctoquiz.storage import disk

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and calls")
SENTENCES = disk.Sentences(full="full {folder}", forbidden="forbidden {folder}", failed="failed {folder}: {reason}")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_is_told_as_no_room(number: int) -> None:
    error = disk.explained(OSError(number, "?"), SENTENCES, Path("f"))
    assert isinstance(error, CannotCreate)
    assert str(error) == "full f"


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_no_permission_is_told_as_no_permission(number: int) -> None:
    error = disk.explained(OSError(number, "?"), SENTENCES, Path("f"))
    assert isinstance(error, CannotCreate)
    assert str(error) == "forbidden f"


@pytest.mark.parametrize("number", [errno.EIO, errno.EMFILE, errno.EBADF])
def test_all_else_is_an_error_of_the_system_with_its_reason(number: int) -> None:
    error = disk.explained(OSError(number, "why"), SENTENCES, Path("f"))
    assert isinstance(error, InputOutputError)
    assert str(error) == "failed f: why"


def test_a_write_that_the_system_cuts_short_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:3])))
    disk.write_new(tmp_path / "a", b"0123456789")
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_a_new_file_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="full"):
        disk.write_new(tmp_path / "a", b"1")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_replaces_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        disk.write_new(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"


@posix
def test_a_new_file_is_its_owner_s_whatever_the_umask(tmp_path: Path) -> None:
    for umask in (0o777, 0o000):
        before = os.umask(umask)
        try:
            disk.write_new(tmp_path / f"{umask}", b"1")
        finally:
            os.umask(before)
        assert (tmp_path / f"{umask}").stat().st_mode & 0o777 == 0o600


@posix
def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    for flags in (disk.WRITE_NEW, disk.APPEND_NEW, disk.APPEND, disk.APPEND_OR_CREATE, disk.READ):
        with pytest.raises(OSError, match="a"):
            disk.open_private(tmp_path / "a", flags)
    assert not (tmp_path / "b").exists()


def test_a_file_that_was_removed_or_replaced_is_told(tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"1")
    other.write_bytes(b"2")
    with path.open("rb") as file:
        assert disk.is_still(file.fileno(), path)
        assert not disk.is_still(file.fileno(), other)
        assert not disk.is_still(file.fileno(), tmp_path / "c")


def test_windows_tries_a_replace_again_for_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"1")
    tries: list[Path] = []
    replace = Path.replace

    def busy_twice(self: Path, to: Path) -> Path:
        tries.append(to)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "busy")
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", busy_twice)
    with pytest.raises(PermissionError):
        disk.replace(source, target)
    monkeypatch.setattr(sys, "platform", "win32")
    disk.replace(source, target)
    assert (len(tries), target.read_bytes()) == (3, b"1")

    def busy(self: Path, to: Path) -> Path:
        raise PermissionError(errno.EACCES, "busy")

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(disk, "REPLACE_PATIENCE", 0.05)
    with pytest.raises(PermissionError):
        disk.replace(target, source)


def test_without_fdatasync_the_whole_file_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.delattr(os, "fdatasync", raising=False)
    monkeypatch.setattr(os, "fsync", synced.append)
    disk.sync_data(7)
    assert synced == [7]


@posix
def test_macos_waits_for_the_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda descriptor, what: asked.append((descriptor, what)))
    disk.sync_data(7)
    disk.sync_file(8)
    assert asked == [(7, 51), (8, 51)]


@posix
def test_macos_makes_do_where_a_drive_can_t_be_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def unsupported(descriptor: int, what: int) -> int:
        raise OSError(errno.ENOTSUP, "no")

    synced: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", unsupported)
    monkeypatch.setattr(os, "fsync", synced.append)
    disk.sync_file(8)
    assert synced == [8]


@posix
def test_a_folder_that_can_t_be_synced_by_its_file_system_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_with(number: int) -> None:
        def fsync(descriptor: int) -> None:
            raise OSError(number, "no")

        monkeypatch.setattr(os, "fsync", fsync)

    fails_with(errno.EINVAL)
    disk.sync_folder(tmp_path)
    fails_with(errno.EIO)
    with pytest.raises(OSError, match="no"):
        disk.sync_folder(tmp_path)


def test_windows_has_no_folder_to_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    disk.sync_folder(Path("nowhere"))
