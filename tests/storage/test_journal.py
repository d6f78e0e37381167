from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.errors import BadInput, CannotCreate, InputNotFound, InputOutputError, InUse
from ctoquiz.storage import disk
from ctoquiz.storage.journal import Journal, Pending, pending, resume, tidy
from ctoquiz.storage.records import entry_line, opening_lines

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files from being copied about")

ONE, TWO = "20261123-090000-ab12", "20261123-090001-cd34"


def header(session: str = ONE) -> JsonObject:
    return {"id": session, "type": "quiz"}


def entry(n: int) -> JsonObject:
    return {"question": f"q{n}"}


def result(status: str, answers: int, session: str = ONE) -> JsonObject:
    return {
        "schema": "ctoquiz/result/1",
        "type": "quiz",
        "id": session,
        "status": status,
        "started_at": "2026-11-23T09:00:00Z",
        "finished_at": "2026-11-23T09:10:00Z",
        "seconds": 93.4,
        "participant": None,
        "tool": {"name": "ctoquiz", "version": "1"},
        "pack": {"id": "cto"},
        "quiz": {},
        "answers": [entry(n) for n in range(answers)],
        "score": {},
    }


def split(document: JsonObject) -> tuple[JsonObject, list[JsonObject]]:
    answers = document["answers"]
    assert isinstance(answers, list)
    return header(str(document["id"])), [answer for answer in answers if isinstance(answer, dict)]


def leave(folder: Path, answers: int, session: str = ONE) -> Path:
    """A session that was killed after so many answers: its journal."""
    with Journal.begin(folder, header(session), session) as journal:
        for n in range(answers):
            journal.record(entry(n))
    return journal.path


def stop(folder: Path, answers: int, session: str = ONE) -> Path:
    """A session that was stopped after so many answers: its result."""
    with Journal.begin(folder, header(session), session) as journal:
        return journal.finish(result("stopped", answers, session))


def save(folder: Path, document: dict[str, Json]) -> None:
    (folder / f"{document['id']}.json").write_text(json.dumps(document), encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_killed_session_goes_on_where_it_was(tmp_path: Path) -> None:
    leave(tmp_path, 2)
    kept = resume(tmp_path, ONE, split)
    assert (kept.header, kept.entries) == (header(), [entry(0), entry(1)])
    assert (kept.torn, kept.damaged, kept.kept) == (False, 0, None)
    kept.journal.record(entry(2))
    kept.journal.close()
    again = resume(tmp_path, ONE, split)
    assert again.entries == [entry(0), entry(1), entry(2)]
    again.journal.finish(result("complete", 3))
    assert names(tmp_path) == [f"{ONE}.json"]


def test_a_stopped_session_goes_on_and_leaves_one_result_in_all(tmp_path: Path) -> None:
    stop(tmp_path, 2)
    with resume(tmp_path, ONE, split).journal as journal:
        assert names(tmp_path) == [f"{ONE}.journal", f"{ONE}.json"]
        journal.record(entry(2))
        journal.finish(result("complete", 3))
    assert names(tmp_path) == [f"{ONE}.json"]
    assert json.loads((tmp_path / f"{ONE}.json").read_text())["status"] == "complete"


def test_a_stopped_session_that_was_resumed_and_killed_goes_on_from_the_kill(tmp_path: Path) -> None:
    stop(tmp_path, 1)
    with resume(tmp_path, ONE, split).journal as journal:
        journal.record(entry(1))
    assert tidy(tmp_path) == []
    assert pending(tmp_path, split) == [Pending(ONE, "journal", header(), 2)]
    kept = resume(tmp_path, None, split)
    kept.journal.close()
    assert kept.entries == [entry(0), entry(1)]
    assert names(tmp_path) == [f"{ONE}.journal", f"{ONE}.json"]


def test_a_result_that_can_t_be_taken_apart_leaves_no_journal(tmp_path: Path) -> None:
    stop(tmp_path, 2)

    def refuse(document: JsonObject) -> tuple[JsonObject, list[JsonObject]]:
        raise BadInput("no")

    with pytest.raises(BadInput, match="no"):
        resume(tmp_path, ONE, refuse)
    assert names(tmp_path) == [f"{ONE}.json"]
    assert pending(tmp_path, refuse) == []


def test_a_stopped_session_that_is_only_looked_into_stays_as_it_was(tmp_path: Path) -> None:
    path = stop(tmp_path, 2)
    before = path.read_bytes()
    resume(tmp_path, ONE, split).journal.close()
    assert names(tmp_path) == [f"{ONE}.json"]
    assert path.read_bytes() == before


def test_a_torn_last_record_is_dropped_and_said(tmp_path: Path) -> None:
    path = leave(tmp_path, 2)
    path.write_bytes(path.read_bytes()[:-5])
    kept = resume(tmp_path, ONE, split)
    assert (kept.entries, kept.torn, kept.damaged, kept.kept) == ([entry(0)], True, 0, None)
    kept.journal.record(entry(5))
    kept.journal.close()
    again = resume(tmp_path, ONE, split)
    again.journal.close()
    assert (again.entries, again.torn) == ([entry(0), entry(5)], False)
    assert path.read_bytes() == opening_lines(header(), [entry(0), entry(5)])


def test_a_damaged_record_is_set_aside_and_said_and_the_original_is_kept(tmp_path: Path) -> None:
    path = leave(tmp_path, 3)
    damaged = path.read_bytes().replace(b'"q1"', b'"q9"')
    path.write_bytes(damaged)
    copy = tmp_path / f"{ONE}.damaged"
    for more in (3, 4):  # the copy is made once
        kept = resume(tmp_path, ONE, split)
        assert (kept.entries[:2], kept.torn, kept.damaged, kept.kept) == ([entry(0), entry(2)], False, 1, copy)
        kept.journal.record(entry(more))
        kept.journal.close()
        assert copy.read_bytes() == damaged
    assert names(tmp_path) == [f"{ONE}.damaged", f"{ONE}.journal"]
    path.write_bytes(path.read_bytes().replace(b'"q0"', b'"q9"'))
    with resume(tmp_path, ONE, split).journal:
        assert names(tmp_path) == [f"{ONE}.damaged", f"{ONE}.damaged-2", f"{ONE}.journal"]


def test_the_latest_session_is_the_one_to_go_on_with(tmp_path: Path) -> None:
    leave(tmp_path, 1, TWO)
    stop(tmp_path, 1, ONE)
    with resume(tmp_path, None, split).journal as journal:
        assert journal.id == TWO


def test_a_session_is_named_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    leave(tmp_path, 1, ONE)
    leave(tmp_path, 1, TWO)
    with resume(tmp_path, "20261123-090001", split).journal as journal:
        assert journal.id == TWO
    with pytest.raises(InputNotFound, match="Several ids begin with “20261123”"):
        resume(tmp_path, "20261123", split)


def test_without_a_session_to_resume_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound) as caught:
        resume(tmp_path, None, split)
    assert str(caught.value) == "There is no quiz to resume; begin one with “ctoquiz play”."
    save(tmp_path, result("complete", 3))
    with pytest.raises(InputNotFound) as caught:
        resume(tmp_path, "zzz", split)
    assert (
        str(caught.value) == "There is no session “zzz” to go on with; see what is saved with “ctoquiz results list”."
    )


def test_an_unknown_session_is_not_found_and_what_is_near_is_named(tmp_path: Path) -> None:
    leave(tmp_path, 1)
    with pytest.raises(InputNotFound) as caught:
        resume(tmp_path, "20261123-090000-ab13", split)
    assert str(caught.value) == f"There is no “20261123-090000-ab13”; did you mean {ONE}?"
    with pytest.raises(InputNotFound, match=r"There is no “\.\./x”"):
        resume(tmp_path, "../x", split)


def test_a_complete_session_has_nothing_to_resume(tmp_path: Path) -> None:
    save(tmp_path, result("complete", 3))
    for left_over in (False, True):
        if left_over:
            (tmp_path / f"{ONE}.journal").write_bytes(opening_lines(header(), [entry(0)]))
        with pytest.raises(InputNotFound) as caught:
            resume(tmp_path, ONE, split)
        assert str(caught.value) == f"Session {ONE} is complete: there is nothing to resume in it."
        assert names(tmp_path) == [f"{ONE}.json"]
    with pytest.raises(InputNotFound, match="no quiz to resume"):
        resume(tmp_path, None, split)


def test_the_same_session_twice_is_refused(tmp_path: Path) -> None:
    stop(tmp_path, 1)
    script = (
        "import sys; from pathlib import Path; from ctoquiz.storage.journal import resume;"
        "resume(Path(sys.argv[1]), None, lambda it: (it, it['answers'])); print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        for name in (ONE, None):
            with pytest.raises(InUse, match="is open in another ctoquiz"):
                resume(tmp_path, name, split)
        assert pending(tmp_path, split) == []
        other.kill()
    with resume(tmp_path, None, split).journal as journal:
        assert journal.id == ONE


def test_a_session_whose_header_is_lost_is_refused_and_the_next_one_offered(tmp_path: Path) -> None:
    path = tmp_path / f"{TWO}.journal"
    path.write_bytes(entry_line(entry(0)))
    for name in (TWO, None):
        with pytest.raises(BadInput, match="What this session was is lost"):
            resume(tmp_path, name, split)
    leave(tmp_path, 1, ONE)
    with resume(tmp_path, None, split).journal as journal:
        assert journal.id == ONE
    assert path.exists()


def test_a_damaged_stopped_result_is_told_and_untouched(tmp_path: Path) -> None:
    (tmp_path / f"{ONE}.json").write_bytes(b"{")
    with pytest.raises(BadInput, match="not JSON"):
        resume(tmp_path, ONE, split)
    assert names(tmp_path) == [f"{ONE}.json"]


@posix
def test_a_pipe_in_place_of_a_journal_is_refused_and_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / f"{ONE}.journal")
    with pytest.raises(BadInput, match="not a journal"):
        resume(tmp_path, ONE, split)
    assert pending(tmp_path, split) == []
    assert tidy(tmp_path) == []


def test_a_session_in_a_folder_that_can_t_be_written_is_not_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop(tmp_path, 1)

    def fail(*_: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(disk, "open_private", fail)
    with pytest.raises(CannotCreate, match="can’t be resumed"):
        resume(tmp_path, ONE, split)


def test_a_folder_that_can_t_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "iterdir", fail)
    with pytest.raises(InputOutputError) as caught:
        resume(tmp_path, None, split)
    assert str(caught.value) == "The system can’t read this folder (Input/output error); try again."


def test_what_can_be_resumed_is_listed_the_latest_first(tmp_path: Path) -> None:
    stop(tmp_path, 1, ONE)
    leave(tmp_path, 2, TWO)
    save(tmp_path, result("complete", 3, "20261123-090002-ef56"))
    (tmp_path / "20261123-090003-aa00.journal").write_bytes(b"rubbish\n")
    (tmp_path / "20261123-090004-aa00.json").write_bytes(b"rubbish\n")
    with Journal.begin(tmp_path, {}, "20261123-090005-aa00"):
        assert pending(tmp_path, split) == [
            Pending(TWO, "journal", header(TWO), 2),
            Pending(ONE, "stopped", header(ONE), 1),
        ]


def test_in_a_folder_that_is_not_there_nothing_is_pending_and_nothing_untidy(tmp_path: Path) -> None:
    assert pending(tmp_path / "gone", split) == []
    assert tidy(tmp_path / "gone") == []


@pytest.mark.parametrize("status", ["complete", "stopped"])
def test_a_crash_before_the_journal_is_removed_is_cleaned_at_the_next_start(tmp_path: Path, status: str) -> None:
    journal = leave(tmp_path, 3)
    save(tmp_path, result(status, 3))
    assert len(pending(tmp_path, split)) == (status == "stopped")
    assert tidy(tmp_path) == [journal]
    assert names(tmp_path) == [f"{ONE}.json"]


def test_temporary_files_of_dead_processes_go_and_those_of_live_ones_stay(tmp_path: Path) -> None:
    dead, live = tmp_path / f".{ONE}.0123abcd.tmp", tmp_path / f".{TWO}.0123abcd.tmp"
    with Journal.begin(tmp_path, header(TWO), TWO):
        for path in (dead, live, tmp_path / "mine.tmp"):
            path.write_bytes(b"{")
        assert tidy(tmp_path) == [dead]
    assert names(tmp_path) == [live.name, f"{TWO}.journal", "mine.tmp"]


def test_a_session_that_died_before_it_began_is_cleaned_and_one_under_way_is_not(tmp_path: Path) -> None:
    (tmp_path / f"{ONE}.journal").write_bytes(opening_lines(header())[:20])
    leave(tmp_path, 0, TWO)
    assert tidy(tmp_path) == [tmp_path / f"{ONE}.journal"]
    assert names(tmp_path) == [f"{TWO}.journal"]


def test_a_journal_beside_a_result_that_can_t_be_read_stays(tmp_path: Path) -> None:
    leave(tmp_path, 1)
    (tmp_path / f"{ONE}.json").write_text('{"schema": "ctoquiz/result/2"}', encoding="utf-8")
    assert tidy(tmp_path) == []
    with resume(tmp_path, ONE, split).journal as journal:
        assert journal.id == ONE


def test_a_session_that_another_process_ends_meanwhile_is_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leave(tmp_path, 2)
    opened = Journal.open

    def too_late(*args: object, **options: object) -> Journal:
        if path.exists():
            path.unlink()
            save(tmp_path, result("complete", 2))
        return opened(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "open", too_late)
    with pytest.raises(InputNotFound, match="is complete"):
        resume(tmp_path, ONE, split)


def test_a_session_that_is_erased_meanwhile_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = leave(tmp_path, 2)
    opened = Journal.open

    def too_late(*args: object, **options: object) -> Journal:
        path.unlink(missing_ok=True)
        return opened(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "open", too_late)
    with pytest.raises(InputNotFound, match="was erased just now"):
        resume(tmp_path, ONE, split)


def test_of_sessions_of_the_same_second_the_one_written_to_last_is_the_latest(tmp_path: Path) -> None:
    for first, last in ((f"{ONE[:15]}-aaaa", f"{ONE[:15]}-zzzz"), (f"{ONE[:15]}-zzzz", f"{ONE[:15]}-aaaa")):
        folder = tmp_path / first
        folder.mkdir()
        for seconds, session in enumerate((first, last), 1):
            leave(folder, 1, session)
            os.utime(folder / f"{session}.journal", (seconds, seconds))
        with resume(folder, None, split).journal as journal:
            assert journal.id == last
