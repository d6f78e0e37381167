from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path

import pytest

from ctoquiz.errors import BadInput, CtoquizError, InputNotFound, InputOutputError, NotPermitted
from ctoquiz.storage.yamlfile import read_yaml_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file")

OUT_OF_PACK = "This file is a link that leads out of the folder of the pack; put the file itself there."
NOT_REGULAR = "This is a folder, a pipe or a device; name a file."


def refusal(path: Path, root: Path | None = None, kind: type[CtoquizError] = BadInput) -> str:
    with pytest.raises(kind) as caught:
        read_yaml_file(path, root)
    problem = caught.value.problems[0]
    assert type(caught.value) is kind
    assert str(problem.where) == str(path)
    return problem.message.format(**problem.values)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "out.yaml").write_bytes(b"secret: 1\n")
    (tmp_path / "pack" / "facts").mkdir(parents=True)
    (tmp_path / "pack" / "facts" / "pay.yaml").write_bytes(b"topic: pay\r\n")
    return tmp_path / "pack"


def test_the_bytes_of_a_file_come_as_they_are(pack: Path) -> None:
    assert read_yaml_file(pack / "facts" / "pay.yaml", pack) == b"topic: pay\r\n"


@posix
def test_a_link_within_the_pack_is_followed(pack: Path) -> None:
    (pack / "pay.yaml").symlink_to("facts/pay.yaml")
    assert read_yaml_file(pack / "pay.yaml", pack) == b"topic: pay\r\n"


@posix
def test_a_pack_that_is_itself_behind_a_link_is_read(pack: Path) -> None:
    pack.with_name("link").symlink_to(pack)
    assert read_yaml_file(pack.with_name("link") / "facts" / "pay.yaml", pack.with_name("link")) == b"topic: pay\r\n"


@posix
def test_a_link_out_of_the_pack_is_refused(pack: Path) -> None:
    (pack / "out.yaml").symlink_to(pack.parent / "out.yaml")
    assert refusal(pack / "out.yaml", pack) == OUT_OF_PACK


@posix
def test_a_folder_of_the_pack_that_is_a_link_out_of_it_is_refused(pack: Path) -> None:
    (pack / "up").symlink_to("..")
    assert refusal(pack / "up" / "out.yaml", pack) == OUT_OF_PACK


@posix
def test_a_link_that_the_user_named_is_followed(pack: Path) -> None:
    (pack / "out.yaml").symlink_to(pack.parent / "out.yaml")
    assert read_yaml_file(pack / "out.yaml") == b"secret: 1\n"


@posix
def test_a_link_that_is_put_there_after_it_was_judged_is_refused(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pack / "facts" / "pay.yaml"
    path.unlink()
    path.symlink_to(pack.parent / "out.yaml")
    monkeypatch.setattr("os.path.realpath", lambda name, strict: os.fspath(name))
    assert refusal(path, pack) == "This file is a link that leads nowhere; put the file itself there."


@posix
def test_links_in_a_circle_are_refused(pack: Path) -> None:
    (pack / "a.yaml").symlink_to("b.yaml")
    (pack / "b.yaml").symlink_to("a.yaml")
    assert refusal(pack / "a.yaml", pack) == "This file is a link that leads nowhere; put the file itself there."


def test_a_folder_is_refused(pack: Path) -> None:
    assert refusal(pack / "facts", pack) == NOT_REGULAR


@posix
def test_a_pipe_is_refused_without_waiting_for_its_writer(pack: Path) -> None:
    os.mkfifo(pack / "facts" / "pipe.yaml")
    assert refusal(pack / "facts" / "pipe.yaml", pack) == NOT_REGULAR


@posix
def test_a_device_is_refused() -> None:
    assert refusal(Path("/dev/zero")) == NOT_REGULAR


@posix
def test_a_socket_is_refused(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pack)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.yaml")
        assert refusal(Path("s.yaml")) == NOT_REGULAR


def test_a_file_at_the_limit_is_read_and_a_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"x" * 1024 * 1024)
    assert len(read_yaml_file(path, limit=1024 * 1024)) == 1024 * 1024
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(BadInput, match="larger than 1 MB"):
        read_yaml_file(path, limit=1024 * 1024)


@posix
def test_a_file_of_16_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(16 * 1024**3)  # a hole: it takes no room
    assert refusal(path) == "This file is larger than 16 MB; split it into several files."


@pytest.mark.parametrize("name", ["absent.yaml", "facts/pay.yaml/x.yaml", "n" * 300, "a\0b"])
def test_a_file_that_is_not_there_is_not_found(pack: Path, name: str) -> None:
    assert refusal(pack / name, pack, InputNotFound) == "There is no such file; check its path."


def test_a_file_that_may_not_be_read_is_not_permitted(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("os.open", refused)
    said = refusal(pack / "facts" / "pay.yaml", pack, NotPermitted)
    assert said == "You may not read this file; change its permissions, or name another."


def test_a_disk_that_fails_is_an_error_of_input(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> int:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("os.open", failing)
    said = refusal(pack / "facts" / "pay.yaml", pack, InputOutputError)
    assert said == "The system can’t read this file (Input/output error); try again."
