from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from ctoquiz.errors import CannotCreate, CtoquizError
from ctoquiz.storage.folders import cache_folder, data_folder, ready

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions, links and homes")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "CTOQUIZ_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_the_option_goes_before_the_environment_and_that_before_the_platform(home: Path) -> None:
    named = {**os.environ, "CTOQUIZ_DATA_DIR": "from-environment"}
    assert data_folder("from-option", named) == Path("from-option")
    assert data_folder(None, named) == Path("from-environment")
    assert data_folder(None, {**os.environ, "CTOQUIZ_DATA_DIR": ""}) == data_folder(None, os.environ)


@pytest.mark.skipif(sys.platform != "linux", reason="each platform has its own place")
def test_linux_has_its_own_places(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_folder(None, os.environ) == home / ".local/share/ctoquiz"
    assert cache_folder(os.environ) == home / ".cache/ctoquiz"
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    monkeypatch.delenv("HOME")
    assert data_folder(None, os.environ) == Path("/data/ctoquiz")
    assert cache_folder(os.environ) == Path("/cache/ctoquiz")


@posix
@pytest.mark.parametrize("where", [None, "", "relative/home"])
def test_without_a_home_another_folder_is_asked_for(
    home: Path, monkeypatch: pytest.MonkeyPatch, where: str | None
) -> None:
    if where is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", where)
    with pytest.raises(CannotCreate) as caught:
        data_folder(None, os.environ)
    assert str(caught.value) == "No home folder is known in which to save results; name a folder with --data-dir."
    assert cache_folder(os.environ) is None


def test_the_folder_of_results_is_made_and_left_empty(tmp_path: Path) -> None:
    folder = ready(tmp_path / "a" / "b")
    assert folder == tmp_path / "a" / "b" / "results"
    assert list(folder.iterdir()) == []
    assert ready(tmp_path / "a" / "b") == folder


@posix
@pytest.mark.parametrize("umask", [0o777, 0o000])
def test_folders_are_their_owner_s_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        ready(tmp_path / "a")
    finally:
        os.umask(before)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/results")]
    assert modes == [0o700, 0o700]


@posix
@pytest.mark.parametrize("kind", ["file", "pipe", "link", "link to nothing"])
def test_whatever_is_in_the_way_of_the_folder_is_told(tmp_path: Path, kind: str) -> None:
    way = tmp_path / "results"
    if kind == "file":
        way.write_bytes(b"")
    elif kind == "pipe":
        os.mkfifo(way)
    else:
        way.symlink_to(tmp_path if kind == "link" else tmp_path / "nothing")
    with pytest.raises(CannotCreate) as caught:
        ready(tmp_path)
    assert str(caught.value) == (
        f"{way} is a file or a link, not a folder; take it away, or name another folder with --data-dir."
    )


def test_a_file_as_data_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(CannotCreate, match="--data-dir"):
        ready(tmp_path / "a")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions don't bind root, and Windows has none like these"
)
def test_a_read_only_folder_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotCreate, match="name a folder of yours with --data-dir"):
            ready(tmp_path)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (errno.EROFS, 73, "can’t be saved in"),
        (errno.ENOSPC, 73, "No room is left in"),
        (errno.EIO, 74, "The system failed to write in"),
    ],
)
def test_a_folder_that_can_t_be_written_suggests_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int, words: str
) -> None:
    ready(tmp_path)

    def fail(*_: object) -> int:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(CtoquizError) as caught:
        ready(tmp_path)
    assert caught.value.code == code
    assert words in str(caught.value)
    assert "--data-dir" in str(caught.value)
    assert list((tmp_path / "results").iterdir()) == []
