"""Journals that were cut off, damaged or left beside their result, and results of other versions."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.reliabilitykit import FAULTS
from tests.sessionkit import (
    KINDS,
    PLAY,
    QUIT,
    Ended,
    Kept,
    Kind,
    command,
    ctoquiz,
    go_on,
    kept_as,
    killed,
    names_in,
    results_in,
    run,
)
from tests.stracekit import inject, missing, trace

from ctoquiz.errors import BadInput, InputNotFound
from ctoquiz.session.resuming import split
from ctoquiz.storage.journal import Resumed, resume, tidy

Record = Callable[..., None]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.command)


class Journals:
    """The journal of a session that was killed after three answers, to be damaged over and over.

    Each time it is resumed within this process, as the command resumes it.
    """

    def __init__(self, kind: Kind, folder: Path) -> None:
        self.kind = kind
        self.answers = killed(kind, folder / "killed", 3).acknowledged
        (path,) = (folder / "killed" / "results").iterdir()
        self.bytes = path.read_bytes()
        self._name = path.name
        self._folder = folder
        self._numbers = count()

    @property
    def ends(self) -> list[int]:
        """Where its lines end: two of the header, then one an answer."""
        return [place + 1 for place, byte in enumerate(self.bytes) if byte == ord("\n")]

    def resumed(self, data: bytes) -> tuple[Resumed, Path]:
        """The session that these bytes are resumed to, and its folder."""
        folder = self._folder / "again"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / self._name).write_bytes(data)
        tidy(folder)
        kept = resume(folder, None, split, "quiz" if self.kind is PLAY else "assessment")
        return kept, folder

    def data_folder(self, data: bytes) -> Path:
        """A data folder with these bytes as its only journal."""
        folder = self._folder / f"data-{next(self._numbers)}"
        (folder / "results").mkdir(parents=True)
        (folder / "results" / self._name).write_bytes(data)
        return folder


def entries(kept: Resumed) -> list[Kept]:
    return [kept_as(entry) for entry in kept.entries]


@each_kind
def test_fault_06_a_journal_cut_off_at_any_byte(kind: Kind, tmp_path: Path, soaking: bool, record: Record) -> None:
    journals = Journals(kind, tmp_path)
    lengths = range(0, len(journals.bytes), 1 if soaking else 7)
    for length in lengths:
        whole = sum(end <= length for end in journals.ends)
        if whole == 0:
            with pytest.raises(InputNotFound):
                journals.resumed(journals.bytes[:length])
            continue
        kept, folder = journals.resumed(journals.bytes[:length])
        assert entries(kept) == journals.answers[: max(0, whole - 2)]
        assert kept.torn == (length not in journals.ends)
        assert (kept.damaged, kept.kept) == (0, None)
        kept.journal.record({"question": "more", "answer": "?"})
        kept.journal.close()
        again = resume(folder, None, split, str(kept.header["type"]))
        again.journal.close()
        assert (len(again.entries), again.torn) == (len(kept.entries) + 1, False)
    record("a journal cut off at a byte", cases=len(lengths))


@each_kind
def test_fault_06_what_was_cut_off_is_said_and_asked_again(
    kind: Kind, tmp_path: Path, soaking: bool, record: Record
) -> None:
    journals = Journals(kind, tmp_path)
    lengths = range(journals.ends[2] + 1, len(journals.bytes), 10 if soaking else 250)
    for length in (length for length in lengths if length not in journals.ends):
        data = journals.data_folder(journals.bytes[:length])
        ended = go_on(kind, data)
        whole = sum(end <= length for end in journals.ends) - 2
        assert "The last answer was cut off while it was being saved; it is asked again." in ended.err
        assert_goes_on(kind, ended, data, journals.answers[:whole])
        assert names_in(data) == ["json"]
    record("a journal cut off at a byte, and the command run on it", cases=len(lengths))


def assert_goes_on(kind: Kind, ended: Ended, data: Path, expected: list[Kept]) -> None:
    """The session is complete, and what was kept of it stands in its result as it was answered, once."""
    assert (ended.code, ended.err.count("\n")) == (0, 1), ended
    (result,) = results_in(data)
    kept = kind.kept(result)
    assert result["status"] == "complete"
    assert len(dict(kept)) == len(kept)
    assert set(expected) <= set(kept)


def flips(data: bytes, step: int) -> Iterator[tuple[int, bytes]]:
    """The data with one bit flipped, and the byte it is in."""
    for bit in range(0, len(data) * 8, step):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        yield bit // 8, bytes(flipped)


def assert_one_is_lost(journals: Journals, data: bytes, most: int) -> None:
    kept, _ = journals.resumed(data)
    kept.journal.close()
    left = entries(kept)
    assert left == [answer for answer in journals.answers if answer in left], "an answer changed, or changed its place"
    assert len(journals.answers) - len(left) <= most
    if left != journals.answers:
        assert kept.damaged or kept.torn
    assert kept.damaged <= most
    if kept.damaged:
        assert kept.kept is not None
        assert kept.kept.read_bytes() == data


@each_kind
def test_fault_07_any_bit_of_a_journal_flipped(kind: Kind, tmp_path: Path, soaking: bool, record: Record) -> None:
    journals = Journals(kind, tmp_path)
    cases = 0
    for place, data in flips(journals.bytes, 1 if soaking else 23):
        cases += 1
        # Either copy of the header does, and no answer goes with the other.
        assert_one_is_lost(journals, data, most=0 if place < journals.ends[1] - 1 else 1)
    record("a bit of a journal flipped", cases=cases)


@each_kind
def test_fault_07_any_stretch_of_a_journal_zeroed(kind: Kind, tmp_path: Path, soaking: bool, record: Record) -> None:
    journals = Journals(kind, tmp_path)
    places = range(0, len(journals.bytes), 3 if soaking else 101)
    for place in places:
        data = journals.bytes[:place] + bytes(64) + journals.bytes[place + 64 :]
        data = data[: len(journals.bytes)]
        lines = zip([0, *journals.ends], journals.ends, strict=False)
        hit = [number for number, (begin, end) in enumerate(lines) if place < end and place + 64 > begin]
        if {0, 1} <= set(hit):  # nothing says any more what the session was
            with pytest.raises(BadInput, match="can’t be resumed"):
                journals.resumed(data)
        else:
            assert_one_is_lost(journals, data, most=sum(number > 1 for number in hit))
    record("64 bytes of a journal zeroed", cases=len(places))


@each_kind
def test_fault_07_a_damaged_answer_is_said_and_asked_again(
    kind: Kind, tmp_path: Path, soaking: bool, record: Record
) -> None:
    journals = Journals(kind, tmp_path)
    steps = range(journals.ends[1] + 20, journals.ends[3] - 20, 15 if soaking else 150)
    # With the line feed between two answers, neither of them is lost.
    places = [place for place in steps if journals.bytes[place : place + 1] != b"\n"]
    for place in places:
        damaged = bytearray(journals.bytes)
        damaged[place] ^= 4
        data = journals.data_folder(bytes(damaged))
        ended = go_on(kind, data)
        (copy,) = data.glob("results/*.damaged")
        hit = sum(end <= place for end in journals.ends) - 2
        if damaged[place] != ord("\n"):
            said = f"1 saved answer is damaged and is asked again; the file as it was found is kept as {copy}."
            assert said in ended.err
        assert_goes_on(kind, ended, data, journals.answers[:hit] + journals.answers[hit + 1 :])
        assert copy.read_bytes() == bytes(damaged)
        assert names_in(data) == ["damaged", "json"]
    record("a bit of an answer flipped, and the command run on it", cases=len(places))


@each_kind
def test_fault_07_both_headers_damaged_is_told_and_nothing_is_removed(
    kind: Kind, tmp_path: Path, record: Record
) -> None:
    journals = Journals(kind, tmp_path)
    damaged = bytearray(journals.bytes)
    damaged[50] ^= 1
    damaged[journals.ends[0] + 50] ^= 1
    data = journals.data_folder(bytes(damaged))
    ended = go_on(kind, data)
    assert (ended.code, ended.err.count("\n")) == (65, 1)
    assert "so that it can’t be resumed; begin another one." in ended.err
    (journal,) = data.glob("results/*.journal")
    assert journal.read_bytes() == bytes(damaged)
    record("both copies of the header damaged: refused, kept")


@each_kind
def test_fault_08_a_newer_result_is_refused_and_not_touched(kind: Kind, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    run(command(kind, data, *kind.begins), [*kind.answers, QUIT])
    (path,) = (data / "results").iterdir()
    newer = path.read_bytes().replace(b"ctoquiz/result/1", b"ctoquiz/result/2")
    path.write_bytes(newer)
    commands = [
        ["results", "show", path.stem],
        ["report", path.stem, "--output", str(tmp_path / "page.html")],
        [kind.command, "--session", path.stem, "--jsonl"],
    ]
    for arguments in commands:
        ended = run(ctoquiz(*arguments, "--data-dir", str(data)))
        assert (ended.code, ended.err.count("\n")) in {(FAULTS[8].codes[0], 1)}, ended
        assert "newer ctoquiz (ctoquiz/result/2); update ctoquiz to read it." in ended.err
    listed = run(ctoquiz("results", "list", "--json", "--data-dir", str(data)))
    assert (listed.code, json.loads(listed.out)) == (5, [])
    # Nor is it touched by a session that begins beside it.
    assert run(command(kind, data, *kind.begins), [QUIT]).code == 4
    assert path.read_bytes() == newer
    record("a result with the schema of the next version, given to every command", cases=len(commands) + 2)


@each_kind
def test_fault_08_an_older_result_is_read(kind: Kind, tmp_path: Path, record: Record) -> None:
    data = tmp_path / "data"
    run(command(kind, data, *kind.begins), [*kind.answers, QUIT])
    (path,) = (data / "results").iterdir()
    older = json.loads(path.read_bytes())
    older["tool"]["version"] = "0.0.1"
    older["pack"]["version"] = "0.1"
    path.write_text(json.dumps(older), encoding="utf-8")
    for arguments in (["results", "show", path.stem, "--json"], ["results", "list", "--json"]):
        ended = run(ctoquiz(*arguments, "--data-dir", str(data)))
        assert (ended.code, ended.err) == (0, ""), ended
        assert path.stem in ended.out
    record("a result of an older version of the tool and of the pack", cases=2)


@each_kind
@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_fault_09_a_crash_between_the_result_and_the_journal_leaves_one_session(
    kind: Kind, tmp_path: Path, record: Record
) -> None:
    lines = [*kind.answers, QUIT]
    run(command(kind, tmp_path / "none", *kind.begins, "--no-save"), [QUIT])  # the pack is in the cache from now on
    _, calls = trace(command(kind, tmp_path / "data-0", *kind.begins), lines)
    renamed = next(place for place, call in enumerate(calls) if call.name == "rename" and ".json" in call.line)
    removed = next(place for place, call in enumerate(calls) if call.name == "unlink" and ".journal" in call.line)
    between = [call for call in calls[renamed + 1 : removed + 1] if str(tmp_path) in call.line]
    for number, call in enumerate(between, 1):
        data = tmp_path / f"data-{number}"
        ended, _ = inject(command(kind, data, *kind.begins), lines, call, "signal=SIGKILL")
        assert (ended.code, names_in(data)) == (-9, ["journal", "json"])
        listed = run(ctoquiz("results", "list", "--json", "--data-dir", str(data)))
        assert (listed.code, len(json.loads(listed.out))) == (0, 1)
        run(command(kind, data, *kind.begins, "--no-save"), [QUIT])
        started = run(command(kind, data, *kind.begins), [])  # ends at once, as the input does
        assert started.code == 4
        assert names_in(data) == ["json", "json"], "the journal is gone, and the second session is the other one"
        kept = {answer for result in results_in(data) for answer in kind.kept(result)}  # in one second, in any order
        assert set(ended.acknowledged) <= kept
    record("SIGKILL between the result and the removal of its journal (strace)", cases=len(between))


def test_fault_07_what_is_no_journal_at_all_is_told(tmp_path: Path, record: Record) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    (folder / "20261123-090000-ab12.journal").write_bytes(b"not a journal\n" * 9)
    with pytest.raises(BadInput, match="can’t be resumed"):
        resume(folder, None, split)
    record("a file that is no journal, under the name of one")
