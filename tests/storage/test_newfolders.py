"""A new folder appears whole or not at all, and never over what is there."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from ctoquiz.errors import CannotCreate, InputOutputError
from ctoquiz.storage import disk
from ctoquiz.storage.newfolders import check_free, write_folder

FILES = {"pack.yaml": "id: é\n", "facts/one.yaml": "topic: one\n"}


def test_the_files_are_there_as_they_were_given(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", FILES)
    found = {path.relative_to(tmp_path / "new").as_posix(): path for path in (tmp_path / "new").rglob("*.yaml")}
    assert {name: path.read_bytes().decode() for name, path in found.items()} == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, CannotCreate), (errno.EACCES, CannotCreate), (errno.EIO, InputOutputError)]
)
def test_nothing_stays_where_the_disk_fails_in_the_middle(
    tmp_path: Path, number: int, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []

    def write_all(descriptor: int, data: bytes) -> None:
        written.append(data)
        if len(written) == 2:
            raise OSError(number, "no")

    monkeypatch.setattr(disk, "write_all", write_all)
    with pytest.raises(error):
        write_folder(tmp_path / "new", FILES)
    assert list(tmp_path.iterdir()) == []


def test_a_file_or_a_link_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("file", "link"):
        with pytest.raises(CannotCreate, match="is no folder"):
            check_free(tmp_path / name)
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_a_folder_that_was_filled_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    check_free(tmp_path / "new")
    (tmp_path / "new" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(CannotCreate, match="holds something"):
        write_folder(tmp_path / "new", FILES)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["mine.txt"]


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(CannotCreate):
        write_folder(tmp_path / "file" / "new", FILES)
