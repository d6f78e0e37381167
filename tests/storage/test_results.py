from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.errors import BadInput, CannotCreate, InputNotFound, InUse
from ctoquiz.storage import results
from ctoquiz.storage.journal import Journal
from ctoquiz.storage.results import Listing, ResultStore, read_folders

ONE, TWO, THREE = "20261123-090000-ab12", "20261123-090001-cd34", "20261124-080000-ef56"


def result(session: str, started_at: str = "2026-11-23T09:00:00Z", **fields: Json) -> JsonObject:
    return {
        "schema": "ctoquiz/result/1",
        "type": "quiz",
        "id": session,
        "status": "complete",
        "started_at": started_at,
        "finished_at": started_at,
        "seconds": 1,
        "participant": None,
        "tool": {},
        "pack": {},
        "quiz": {},
        "answers": [],
        "score": {},
        **fields,
    }


def save(folder: Path, document: JsonObject, name: str | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / (name or f"{document['id']}.json")
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def ids(listing: Listing) -> list[str]:
    return [result.id for result in listing.results]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def three(tmp_path: Path) -> ResultStore:
    for session in (ONE, TWO, THREE):
        save(tmp_path, result(session))
    return ResultStore(tmp_path)


def test_results_are_listed_by_the_time_they_were_started_and_then_by_id(tmp_path: Path) -> None:
    save(tmp_path, result("b", "2026-10-25T00:30:00Z"))
    save(tmp_path, result("a", "2026-10-25T00:30:00+00:00"))
    save(tmp_path, result("c", "2026-10-25T02:15:00+02:00"))  # before the clocks went back
    save(tmp_path, result("d", "2026-10-25T02:10:00+01:00"))  # after
    assert ids(ResultStore(tmp_path).all()) == ["c", "a", "b", "d"]


def test_a_folder_that_is_not_there_yet_holds_no_results(tmp_path: Path) -> None:
    store = ResultStore(tmp_path / "results")
    assert store.all() == Listing([], [])
    assert store.ids() == []
    with pytest.raises(InputNotFound, match="Nothing is saved here yet"):
        store.get("latest")


def test_one_bad_file_of_500_hides_none_of_the_others(tmp_path: Path) -> None:
    for n in range(500):
        save(tmp_path, result(f"s{n:03}"))
    (tmp_path / "s250.json").write_bytes(b'{"schema": "ctoquiz/resu')
    listing = ResultStore(tmp_path).all()
    assert ids(listing) == [f"s{n:03}" for n in range(500) if n != 250]
    assert [(str(problem.where), problem.message) for problem in listing.rejected] == [
        (f"{tmp_path}/s250.json:1:12", "This is not JSON from here on; mend it, or take the file away.")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and devices in folders")
def test_whatever_is_no_result_is_rejected_with_where_and_why(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")
    (tmp_path / "b.json").mkdir()
    (tmp_path / "c.json").symlink_to("/dev/zero")
    with (tmp_path / "d.json").open("wb") as huge:
        huge.truncate(1 << 32)
    for name, text in {
        "e": "[NaN]", "f": "[1e999]", "g": '{"a": 1, "a": 2}', "h": "[" * 99_999, "i": '{"schema": "ctoquiz/result/2"}'
    }.items():  # fmt: skip
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    save(tmp_path, result(ONE))
    listing = ResultStore(tmp_path).all()
    assert ids(listing) == [ONE]
    not_a_file = "This is a link, a folder, a pipe or a device; put a file of JSON there."
    assert [
        (str(problem.where).removeprefix(f"{tmp_path}/"), problem.message.format(**problem.values))
        for problem in listing.rejected
    ] == [
        ("a.json", not_a_file),
        ("b.json", not_a_file),
        ("c.json", not_a_file),
        ("d.json", "This file is larger than 16 MB; take it away, or name another one."),
        ("e.json", "NaN in this JSON is not a number; mend it."),
        ("f.json", "The number 1e999 in this JSON is too large; mend it."),
        ("g.json", "The key “a” stands twice in one mapping of this JSON; keep one."),
        ("h.json", "This JSON is nested more than 64 levels deep; flatten it."),
        ("i.json", "This result was written by a newer ctoquiz (ctoquiz/result/2); update ctoquiz to read it."),
    ]


def test_unfinished_files_are_passed_over(tmp_path: Path) -> None:
    save(tmp_path, result(ONE))
    (tmp_path / f".{TWO}.0123abcd.tmp").write_bytes(b"{")
    (tmp_path / f"{THREE}.damaged").write_bytes(b"{")
    with Journal.begin(tmp_path, {}, TWO):
        listing = ResultStore(tmp_path).all()
    assert (ids(listing), listing.rejected) == ([ONE], [])


def test_a_file_that_goes_while_the_folder_is_listed_is_no_problem(
    three: ResultStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "files_in", lambda folder: [folder / "gone.json", folder / f"{ONE}.json"])
    listing = three.all()
    assert (ids(listing), listing.rejected) == ([ONE], [])


def test_a_result_is_named_by_its_id_the_beginning_of_it_or_as_the_latest(three: ResultStore) -> None:
    assert three.get(ONE).id == ONE
    assert three.get("20261123-090001").id == TWO
    assert three.get("latest").id == THREE


def test_an_ambiguous_beginning_is_told_with_what_begins_so(three: ResultStore) -> None:
    with pytest.raises(InputNotFound) as caught:
        three.get("20261123")
    assert str(caught.value) == f"Several ids begin with “20261123”: {ONE}, {TWO}; write one of them in full."


def test_the_latest_is_the_one_that_ended_last(three: ResultStore) -> None:
    path = three.folder / f"{ONE}.json"
    document = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(document | {"finished_at": "2099-01-01T00:00:00Z"}), "utf-8")
    assert three.get("latest").id == ONE
    assert [each.id for each in three.all().results] == [ONE, TWO, THREE]


def test_an_unknown_id_is_told_with_the_nearest_or_the_latest(three: ResultStore) -> None:
    with pytest.raises(InputNotFound) as caught:
        three.get("20261123-090000-ab21")
    assert str(caught.value) == f"There is no “20261123-090000-ab21”; did you mean {ONE}?"
    with pytest.raises(InputNotFound) as caught:
        three.get("zzz")
    assert str(caught.value) == f"There is no “zzz”; the latest is {THREE}."
    for path in ("../x", "", "/etc/passwd"):
        with pytest.raises(InputNotFound):
            three.get(path)


def test_a_result_that_is_named_and_can_t_be_read_is_told(tmp_path: Path) -> None:
    save(tmp_path, {"schema": "ctoquiz/result/2"}, f"{ONE}.json")
    with pytest.raises(BadInput, match="newer ctoquiz"):
        ResultStore(tmp_path).get(ONE)


def test_what_is_erased_leaves_no_trace(three: ResultStore) -> None:
    for name in (f"{ONE}.journal", f"{ONE}.damaged", f"{ONE}.damaged-2", f".{ONE}.0123abcd.tmp", f"{ONE}.txt"):
        (three.folder / name).write_bytes(b"")
    removed = three.erase([ONE, TWO, ONE])
    assert len(removed) == 6
    assert names(three.folder) == [f"{ONE}.txt", f"{THREE}.json"]


def test_a_journal_goes_before_its_result(three: ResultStore, monkeypatch: pytest.MonkeyPatch) -> None:
    (three.folder / f"{ONE}.journal").write_bytes(b"")
    gone: list[str] = []
    monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: gone.append(self.suffix))
    three.erase([ONE])
    assert gone == [".journal", ".json"]


def test_an_unknown_id_erases_nothing(three: ResultStore) -> None:
    for unknown in ("20261123", "x"):
        with pytest.raises(InputNotFound):
            three.erase([ONE, unknown])
    assert three.erase([]) == []
    assert ids(three.all()) == [ONE, TWO, THREE]


def test_a_session_under_way_is_not_erased_nor_anything_with_it(three: ResultStore) -> None:
    with Journal.begin(three.folder, {}, "under-way"), pytest.raises(InUse):
        three.erase([ONE, "under-way"])
    assert ids(three.all()) == [ONE, TWO, THREE]


def test_a_result_under_another_name_is_erased_by_its_id(tmp_path: Path) -> None:
    save(tmp_path, result(ONE), "renamed.json")
    ResultStore(tmp_path).erase([ONE])
    assert names(tmp_path) == []


def test_every_id_that_has_a_file_is_known(three: ResultStore) -> None:
    (three.folder / "left.journal").write_bytes(b"")
    (three.folder / "bad.json").write_bytes(b"")
    (three.folder / "notes.txt").write_bytes(b"")
    assert three.ids() == [ONE, TWO, THREE, "bad", "left"]


def test_what_can_t_be_erased_is_told(three: ResultStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "unlink", fail)
    with pytest.raises(CannotCreate, match="You may not erase anything in"):
        three.erase([ONE])


def test_the_same_result_in_two_folders_counts_once(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    save(one, result(ONE))
    save(two, result(ONE), "copy.json")
    save(two, result(TWO))
    save(one, result(TWO, participant="Zoé"))
    listing = read_folders([one, two, one])
    assert [(each.id, each.path.parent.name) for each in listing.results] == [(ONE, "one"), (TWO, "one"), (TWO, "two")]


def test_a_data_folder_stands_for_its_folder_of_results(tmp_path: Path) -> None:
    save(tmp_path / "results", result(ONE))
    assert ids(read_folders([tmp_path])) == [ONE]


def test_a_folder_that_is_named_and_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound) as caught:
        read_folders([tmp_path / "x"])
    assert str(caught.value) == "There is no such folder of results; check its path."
    assert str(caught.value.problems[0].where) == str(tmp_path / "x")
