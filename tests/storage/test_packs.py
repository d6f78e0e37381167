from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from ctoquiz.errors import BadInput, InputNotFound, WrongUsage
from ctoquiz.storage import packs
from ctoquiz.storage.packs import home, load_pack, locate_pack, shipped

FROZEN = Path(__file__).parent.parent / "generation" / "frozen"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FROZEN, tmp_path / "a pack"))


def test_a_pack_is_the_same_wherever_its_folder_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = load_pack(str(folder))
    monkeypatch.chdir(folder.parent)
    here = load_pack("./a pack")

    assert there == here == load_pack(str(FROZEN))


def test_line_ends_of_windows_change_nothing(folder: Path) -> None:
    before = load_pack(str(folder))
    for path in folder.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert load_pack(str(folder)) == before


def test_the_digest_tells_any_change_apart(folder: Path) -> None:
    digests = {load_pack(str(folder)).digest}
    sea = folder / "facts" / "sea.yaml"
    sea.write_text(sea.read_text("utf-8").replace("nage", "vole"), "utf-8")
    digests.add(load_pack(str(folder)).digest)
    sea.rename(folder / "facts" / "water.yaml")
    digests.add(load_pack(str(folder)).digest)

    assert len(digests) == 3
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in digests)


def test_files_that_are_no_facts_count_for_nothing(folder: Path) -> None:
    before = load_pack(str(folder)).digest
    (folder / "README.md").write_text("hello")
    (folder / "facts" / "notes.txt").write_text("hello")

    assert load_pack(str(folder)).digest == before


def test_topics_are_in_the_order_of_the_manifest_not_of_the_files(folder: Path) -> None:
    assert [section.topic for section in load_pack(str(folder)).sections] == ["sea", "land", "air"]


def test_a_pack_is_named_by_its_name_its_folder_or_its_manifest(folder: Path) -> None:
    assert "cto" in shipped()
    assert locate_pack("cto") == home() / "cto"
    assert locate_pack(str(folder)) == folder
    assert locate_pack(str(folder / "pack.yaml")) == folder


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("ct", WrongUsage, "No pack is called “ct”; did you mean “cto”?"),
        ("zzzz", WrongUsage, "No pack is called “zzzz”; choose among: cto, or give the path of a folder."),
        ("packs/zzzz", InputNotFound, "There is no pack at “packs/zzzz”; check the path."),
        ("zzzz.yaml", InputNotFound, "There is no pack at “zzzz.yaml”; check the path."),
    ],
)
def test_a_pack_that_is_not_there_is_told(name: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        locate_pack(name)
    assert str(caught.value) == message


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound) as caught:
        locate_pack(str(tmp_path))
    assert str(caught.value) == f"The folder “{tmp_path}” holds no pack.yaml; name the folder of a pack."


def test_the_packs_of_an_installed_tool_are_beside_it_else_those_of_the_source_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "src" / "ctoquiz" / "storage" / "packs.py"
    monkeypatch.setattr(packs, "__file__", str(module))
    (tmp_path / "questions").mkdir()
    assert home() == tmp_path / "questions"

    installed = tmp_path / "src" / "ctoquiz" / "questions"
    installed.mkdir(parents=True)
    assert home() == installed


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_link_that_leads_out_of_the_pack_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out.yaml").write_text("topic: sea\n")
    (folder / "facts" / "z.yaml").symlink_to(tmp_path / "out.yaml")

    with pytest.raises(BadInput):
        load_pack(str(folder))


def test_every_file_at_fault_is_named_as_the_user_knows_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "facts" / "a.yaml").write_text("topic: [\n")
    (folder / "facts" / "b.yaml").write_bytes(b"\xff\xfe")

    with pytest.raises(BadInput) as caught:
        load_pack(".")
    assert {str(problem.where and problem.where.file) for problem in caught.value.problems} == {
        str(Path("facts/a.yaml")),
        str(Path("facts/b.yaml")),
    }
