from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from ctoquiz.domain.pack import Pack
from ctoquiz.storage import packcache, packreader
from ctoquiz.storage.packcache import KEPT, load, save
from ctoquiz.storage.packs import load_pack

FROZEN = Path(__file__).parent.parent / "generation" / "frozen"


@pytest.fixture
def pack() -> Pack:
    return load_pack(str(FROZEN))


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*"))


@pytest.mark.parametrize("name", ["cto", str(FROZEN)])
def test_the_same_pack_comes_out_that_went_in(name: str, tmp_path: Path) -> None:
    pack = load_pack(name)
    save(pack, tmp_path)

    assert load(pack.digest, tmp_path) == pack


def test_a_pack_that_is_kept_is_not_read_again(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> Pack:
        raise AssertionError("read again")

    monkeypatch.setattr(packreader, "read_pack", never)
    assert load_pack(str(FROZEN)) == pack


def damaged(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def harm(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return harm


def signed(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode() + b"\n" + data


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(damaged(lambda data: b""), id="empty"),
        pytest.param(damaged(lambda data: data[:-10]), id="cut off"),
        pytest.param(damaged(lambda data: data.replace(b"morue", b"merlu")), id="edited"),
        pytest.param(damaged(lambda data: signed(b"[")), id="no JSON"),
        pytest.param(damaged(lambda data: signed(b'{"_": "Nothing"}')), id="of an unknown class"),
        pytest.param(damaged(lambda data: signed(b'{"_": "Member", "nothing": 1}')), id="of unknown fields"),
        pytest.param(damaged(lambda data: signed(b'{"_": ["Member"]}')), id="of a class that is a list"),
        pytest.param(damaged(lambda data: signed(b'{"_": "Side", "id": "x", "title": {}, "items": []}')), id="no pack"),
        pytest.param(damaged(lambda data: signed(b"[" * 100_000)), id="too deep"),
        pytest.param(
            damaged(lambda data: signed(json.dumps({**json.loads(data.partition(b"\n")[2]), "digest": "0"}).encode())),
            id="of another digest",
        ),
    ],
)
def test_what_is_not_exactly_right_is_not_used(harm: Callable[[Path], None], pack: Pack, tmp_path: Path) -> None:
    save(pack, tmp_path)
    (path,) = kept(tmp_path)
    harm(path)

    assert load(pack.digest, tmp_path) is None
    save(pack, tmp_path)
    assert load(pack.digest, tmp_path) == pack


def test_another_version_of_the_tool_keeps_its_own(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(pack, tmp_path)
    monkeypatch.setattr(packcache, "__version__", "99.0")

    assert load(pack.digest, tmp_path) is None


def test_without_a_place_for_it_nothing_is_kept_and_nothing_fails(pack: Pack, tmp_path: Path) -> None:
    save(pack, None)
    assert load(pack.digest, None) is None

    (tmp_path / "file").write_text("in the way")
    save(pack, tmp_path / "file")
    assert load(pack.digest, tmp_path / "file") is None


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere; Windows differs")
def test_a_folder_that_cannot_be_written_is_never_in_the_way(pack: Pack, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    save(pack, tmp_path)
    tmp_path.chmod(0o700)

    assert kept(tmp_path) == []


def test_nothing_half_written_is_left_where_keeping_fails(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)
    save(pack, tmp_path)

    assert kept(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_what_is_kept_is_its_owner_s(pack: Pack, tmp_path: Path) -> None:
    save(pack, tmp_path / "new")

    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert kept(tmp_path / "new")[0].stat().st_mode & 0o777 == 0o600


def test_those_used_longest_ago_are_forgotten(pack: Pack, tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        old = tmp_path / f"pack-{number:032}-0-1.cache"
        old.write_bytes(b"")
        os.utime(old, (number, number))
    save(pack, tmp_path)

    left = kept(tmp_path)
    assert len(left) == KEPT
    assert load(pack.digest, tmp_path) == pack
    assert not (tmp_path / f"pack-{5:032}-0-1.cache").exists()


def test_without_a_home_a_pack_is_read_all_the_same(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_CACHE_HOME")

    assert load_pack(str(FROZEN)) == pack
