"""Several at once: processes on one session, sessions in one second, a listing during a write, an edited pack."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.reliabilitykit import FAULTS
from tests.sessionkit import (
    ENOUGH,
    KINDS,
    MINI,
    QUIT,
    Kind,
    Program,
    command,
    ctoquiz,
    killed,
    names_in,
    results_in,
    run,
)
from tests.stracekit import missing

Record = Callable[..., None]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)


@each_kind
@pytest.mark.parametrize("is_resumed", [False, True], ids=["new", "resumed"])
def test_fault_16_the_same_session_twice(kind: Kind, is_resumed: bool, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    if is_resumed:
        run(command(kind, data, *kind.begins), [kind.answers[0], QUIT])
    with Program(command(kind, data, *(["--resume"] if is_resumed else kind.begins))) as first:
        first.answers(kind.answers[1])
        first.is_asked()
        (session,) = {path.stem for path in (data / "results").glob("*.journal")}
        for arguments in (["--resume"], ["--session", session]):
            second = run(command(kind, data, *arguments), [kind.rest] * ENOUGH)
            assert (second.code, second.out) == (FAULTS[16].codes[0], ""), second
            assert second.err == f"Session {session} is open in another ctoquiz; end it there, then try again.\n"
        erased = run(ctoquiz("results", "erase", session, "--yes", "--data-dir", str(data)))
        assert erased.code == FAULTS[16].codes[0], erased
        first.says(QUIT)
        assert first.ends().code == 4
    assert names_in(data) == ["json"]
    assert len(kind.kept(results_in(data)[0])) == 1 + is_resumed
    record("a second process, by --resume, by --session and to erase it", cases=3)


@each_kind
def test_fault_16_many_at_once_on_one_session(kind: Kind, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    before = killed(kind, data, 2).acknowledged
    many = 6
    with ThreadPoolExecutor(many) as pool:
        ended = list(pool.map(lambda _: run(command(kind, data, "--resume"), [kind.rest] * ENOUGH), range(many)))
    # Whoever comes when the session is complete finds nothing to resume.
    assert sorted({each.code for each in ended} - {66, 75}) == [0]
    assert [each.code for each in ended].count(0) == 1
    (result,) = results_in(data)
    assert set(before) <= set(kind.kept(result))
    assert names_in(data) == ["json"]
    record("six processes that resume one session at once", cases=many)


@each_kind
def test_fault_17_many_sessions_in_one_second(kind: Kind, tmp_path: Path, record: Record) -> None:
    data, many = tmp_path / "data", 8
    lines = [*kind.answers, QUIT]
    with ThreadPoolExecutor(many) as pool:
        ended = list(pool.map(lambda _: run(command(kind, data, *kind.begins), lines), range(many)))
    assert {each.code for each in ended} <= {0, 4}
    assert names_in(data) == ["json"] * many
    told = {str(each.result["id"]) for each in ended if each.result is not None}
    assert told == {str(result["id"]) for result in results_in(data)}
    assert all(kind.kept(result) == ended[0].acknowledged for result in results_in(data))
    record("sessions begun at once in one folder", cases=many)


def test_fault_17_sessions_with_the_same_id(tmp_path: Path, record: Record) -> None:
    code = (
        "import sys; from pathlib import Path; from ctoquiz.storage.journal import Journal\n"
        "journal = Journal.begin(Path(sys.argv[1]), {'type': 'quiz'}, '20261123-090000-ab12')\n"
        "journal.record({'n': int(sys.argv[2])}); journal.finish({'n': int(sys.argv[2])})"
    )
    many = 8
    begun = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(n)]) for n in range(many)]
    assert [process.wait(60) for process in begun] == [0] * many
    saved = [json.loads(path.read_bytes()) for path in tmp_path.iterdir()]
    assert sorted(each["n"] for each in saved) == list(range(many))
    assert len({each["id"] for each in saved}) == many
    record("processes that begin a session with the very same id", cases=many)


@each_kind
@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_fault_18_a_listing_while_a_result_is_written(kind: Kind, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    run(command(kind, data, *kind.begins), [*kind.answers, QUIT])
    prefix = ["strace", "-f", "-qq", "-o", str(tmp_path / "trace"), "-e", "trace=rename", "-e",
              "inject=rename:delay_enter=15s"]  # fmt: skip
    with Program([*prefix, *command(kind, data, *kind.begins)]) as second:
        second.answers(*kind.answers)
        second.says(QUIT)
        while "tmp" not in names_in(data):
            assert second.is_running()
        cases = 0
        while second.is_running() and "tmp" in names_in(data) and cases < 3:
            listed = run(ctoquiz("results", "list", "--json", "--data-dir", str(data)))
            assert (listed.code, len(json.loads(listed.out)), listed.err) == (0, 1, "")
            cases += 1
        began = run(command(kind, data, *kind.begins), [QUIT])  # tidies, but not what a process that lives is using
        assert (began.code, names_in(data)) == (4, ["journal", "json", "json", "tmp"])
        assert second.ends().code in (0, 4)
    assert names_in(data) == ["json"] * 3
    record("listings while the result of another process waits to be put in place (strace)", cases=cases)


@each_kind
def test_fault_18_listings_without_end_while_sessions_end(
    kind: Kind, tmp_path: Path, soaking: bool, record: Record
) -> None:
    data, many = tmp_path / "data", 24 if soaking else 4
    run(command(kind, data, *kind.begins), [*kind.answers, QUIT])
    with ThreadPoolExecutor(2) as pool:
        lines = [*kind.answers, QUIT]
        writing = [pool.submit(run, command(kind, data, *kind.begins), lines) for _ in range(many)]
        cases, seen = 0, 1
        while not all(each.done() for each in writing):
            listed = run(ctoquiz("results", "list", "--json", "--data-dir", str(data)))
            assert (listed.code, listed.err) == (0, "")
            rows = json.loads(listed.out)
            assert len(rows) >= seen, "what was listed once is listed again"
            seen = len(rows)
            cases += 1
    assert [each.result().code for each in writing] == [writing[0].result().code] * many
    record("listings while sessions end in the same folder", cases=cases)


@each_kind
@pytest.mark.parametrize("end", ["stopped", "killed"])
def test_fault_19_a_pack_that_was_edited(kind: Kind, end: str, tmp_path: Path, record: Record) -> None:
    pack, data = tmp_path / "pack", tmp_path / "data"
    shutil.copytree(MINI, pack)
    argv = command(kind, data, *kind.begins, pack=str(pack))
    if end == "stopped":
        run(argv, [*kind.answers[:2], QUIT])
    else:
        with Program(argv) as program:
            program.answers(*kind.answers[:2])
            program.is_asked()
            program.kill()
            program.ends()
    about = (pack / "pack.yaml").read_text(encoding="utf-8")
    (pack / "pack.yaml").write_text(about.replace('"1.0"', '"1.1"'), encoding="utf-8")
    before = {path.name: path.read_bytes() for path in (data / "results").iterdir()}
    refused = run(command(kind, data, "--resume", pack=str(pack)), [kind.rest] * ENOUGH)
    assert (refused.code, refused.out, refused.err.count("\n")) == (FAULTS[19].codes[0], "", 1)
    assert "was changed since session" in refused.err
    assert "bring the pack back as it was" in refused.err
    assert {path.name: path.read_bytes() for path in (data / "results").iterdir()} == before
    (pack / "pack.yaml").write_text(about, encoding="utf-8")
    resumed = run(command(kind, data, "--resume", pack=str(pack)), [kind.rest] * ENOUGH)
    assert (resumed.code, resumed.events[0]["answered"]) == (0, 2)
    record("a pack edited before its session is resumed, then brought back", cases=2)
