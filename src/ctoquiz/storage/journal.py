"""Sessions in the folder of results: begun, left, gone on with, and cleared up after those that died."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Literal

from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.errors import N_, BadInput, CtoquizError, InputNotFound, Where, WrongUsage
from ctoquiz.frozen import frozen
from ctoquiz.storage import disk
from ctoquiz.storage.journalfile import (
    DAMAGED,
    JOURNAL,
    MAX_BYTES,
    RESULT,
    TEMPORARY,
    Journal,
    new_id,
    open_locked,
)
from ctoquiz.storage.locks import unlock
from ctoquiz.storage.records import Replay, replay
from ctoquiz.storage.resultfile import StoredResult, read_result
from ctoquiz.storage.results import Listing, ResultStore, choose, files_in

__all__ = ["Journal", "Pending", "Resumed", "Split", "new_id", "pending", "resume", "tidy"]

Split = Callable[[JsonObject], tuple[JsonObject, list[JsonObject]]]
"""Takes a stopped result apart: into the header and the entries of the journal that it came from."""

_TEMPORARY_NAME = re.compile(rf"\.(?P<session>[A-Za-z0-9_-]+)\.[0-9a-f]{{8}}{re.escape(TEMPORARY)}")

_GLANCE = 0.05
"""Seconds to wait for a session that is only looked at."""

_RESUME = disk.Sentences(
    full=N_("This session can’t be resumed, as no room is left in {folder}; free some, then try again."),
    forbidden=N_("This session can’t be resumed, as {folder} can’t be written; ask for the permission to write there."),
    failed=N_("This session can’t be resumed, as the system failed in {folder} ({reason}); try again."),
)

SECOND = len("20261123-090000")
"""So many characters of an id tell when its session was begun."""

_NOTHING_TO_RESUME = {
    "quiz": N_("There is no quiz to resume; begin one with “ctoquiz play”."),
    "assessment": N_("There is no assessment to resume; begin one with “ctoquiz assess”."),
}
_NO_SUCH_SESSION = N_("There is no session “{wanted}” to go on with; see what is saved with “ctoquiz results list”.")
_ONLY_OTHERS_TO_RESUME = {
    "quiz": N_("There is no quiz to resume, only an assessment; go on with that with “ctoquiz assess --resume”."),
    "assessment": N_("There is no assessment to resume, only a quiz; go on with that with “ctoquiz play --resume”."),
}
_GO_ON_WITH = {
    "quiz": N_("Session {session} is a quiz; go on with it with “ctoquiz play --session {session}”."),
    "assessment": N_("Session {session} is an assessment; go on with it with “ctoquiz assess --session {session}”."),
}


@frozen
class Pending:
    """A session that can be resumed: its header, and how many entries it has.

    `kind` tells whether it was killed and left a journal, or was stopped and left a result.
    """

    id: str
    kind: Literal["journal", "stopped"]
    header: JsonObject
    answered: int


@frozen
class Resumed:
    """A session to go on with: its open journal, and what it holds.

    `torn`: its last entry was cut off and is dropped. `damaged`: so many entries fail their checksum and are set aside;
    `kept` is then the copy of the journal as it was found.
    """

    journal: Journal
    header: JsonObject
    entries: list[JsonObject]
    torn: bool
    damaged: int
    kept: Path | None


def pending(folder: Path, split: Split, listing: Listing | None = None) -> list[Pending]:
    """The sessions in the folder of results that can be resumed, the latest first.

    What another process has open, and what can't be read, is passed over. `listing` saves reading the results again.
    """
    stopped = _stopped(folder, listing)
    found: list[Pending] = []
    for session in _ids(folder, stopped):
        with suppress(OSError, CtoquizError):
            look = _look(folder, session, stopped.get(session), split)
            if look is not None:
                found.append(look)
    return found


def resume(folder: Path, session: str | None, split: Split, kind: str = "quiz") -> Resumed:
    """Go on with a session: the one with this id or the only one whose id begins so, or the latest where it is None.

    Only with one of that kind, `quiz` or `assessment`. Raises WrongUsage (2) for one of the other, InputNotFound
    (66) when there is none, InUse (75) while another process has it, BadInput (65) when nothing
    of it can be read, CannotCreate (73) or InputOutputError (74) when its journal can't be written.
    """
    listing = ResultStore(folder).all()
    stopped = _stopped(folder, listing)
    ids = _ids(folder, stopped)
    if session is not None:
        if session not in ids and session in ResultStore(folder).ids():
            raise _complete(read_result(_result(folder, session)).id)
        if not ids:
            raise InputNotFound(_NO_SUCH_SESSION, wanted=session)
        return _of_kind(_go_on(folder, choose(session, ids), split), kind)
    unreadable: BadInput | None = None
    others = {each for each in ids if _kind(folder, each, stopped.get(each)) not in (kind, None)}
    for latest in (each for each in ids if each not in others):
        try:
            return _of_kind(_go_on(folder, latest, split), kind)
        except (InputNotFound, WrongUsage):  # it is complete, and its journal was left over; or it is of another kind
            continue
        except BadInput as error:
            unreadable = unreadable or error
    nothing = _ONLY_OTHERS_TO_RESUME if others else _NOTHING_TO_RESUME
    raise unreadable or listing.failed or InputNotFound(nothing[kind])


def _kind(folder: Path, session: str, stopped: StoredResult | None) -> str | None:
    """Of which kind a session is; None where that can't be told.

    It is looked at without its lock: what another process has open of the other kind is in nobody's way.
    """
    if stopped is not None:
        return str(stopped.document["type"])
    try:
        descriptor = disk.open_private(folder / f"{session}{JOURNAL}", disk.READ)
    except OSError:
        return None
    try:
        data = disk.read_all(descriptor, MAX_BYTES) if disk.is_regular(descriptor) else b""
    except OSError:
        return None
    finally:
        os.close(descriptor)
    header = replay(data).header
    found = None if header is None else header.get("type")
    return found if isinstance(found, str) else None


def _of_kind(resumed: Resumed, kind: str) -> Resumed:
    """The session if it is of that kind; else it is left as it was."""
    found = resumed.header.get("type")
    if found != kind:
        resumed.journal.close()
        other = _GO_ON_WITH.get(str(found), N_("Session {session} is of another kind; this can’t go on with it."))
        raise WrongUsage(other, session=resumed.journal.id)
    return resumed


def tidy(folder: Path) -> list[Path]:
    """Remove what processes that died have left: temporary files, and journals that say no more than their result.

    Never what a process that lives is using. Returns what was removed; whatever can't be removed waits.
    """
    removed: list[Path] = []
    with suppress(OSError, CtoquizError):
        for path in sorted(folder.iterdir()):
            with suppress(OSError, CtoquizError):
                if _is_left_over(folder, path):
                    removed.append(path)
        if removed:
            disk.sync_folder(folder)
    return removed


def _stopped(folder: Path, listing: Listing | None) -> dict[str, StoredResult]:
    results = (listing or ResultStore(folder).all()).results
    return {result.id: result for result in results if result.is_stopped and result.path == _result(folder, result.id)}


def _ids(folder: Path, stopped: dict[str, StoredResult]) -> list[str]:
    """The sessions that were left, the latest first."""
    files = files_in(folder) if folder.is_dir() else []
    paths = {path.stem: path for path in files if path.suffix == JOURNAL or path.stem in stopped}
    return sorted(paths.keys() | stopped.keys(), key=lambda each: _begun(each, paths.get(each)), reverse=True)


def _begun(session: str, path: Path | None) -> tuple[str, int, str]:
    """When a session was begun, to the second; of those of one second, when it was written to."""
    written = 0
    if path is not None:
        with suppress(OSError):
            written = path.stat().st_mtime_ns
    return session[:SECOND], written, session


def _result(folder: Path, session: str) -> Path:
    return folder / f"{session}{RESULT}"


def _look(folder: Path, session: str, stopped: StoredResult | None, split: Split) -> Pending | None:
    left = _glance(folder, session)
    if left is not None and left.header is not None:
        result = _saved(folder, session)
        if result is None or _says_more(left, result, split):
            return Pending(session, "journal", left.header, len(left.entries))
    if stopped is None:
        return None
    header, entries = split(stopped.document)
    return Pending(session, "stopped", header, len(entries))


def _glance(folder: Path, session: str) -> Replay | None:
    """What the journal of a session says; None where it has none. Raises BlockingIOError while it is in use."""
    try:
        descriptor = open_locked(folder / f"{session}{JOURNAL}", disk.READ, _GLANCE)
    except FileNotFoundError:
        return None
    if descriptor is None:
        raise BlockingIOError
    try:
        return replay(disk.read_all(descriptor, MAX_BYTES))
    finally:
        unlock(descriptor)
        os.close(descriptor)


def _saved(folder: Path, session: str) -> StoredResult | None:
    """The result of a session; None where it has none that can be read."""
    try:
        return read_result(_result(folder, session))
    except CtoquizError:
        return None


def _says_more(left: Replay, result: StoredResult, split: Split) -> bool:
    """Whether a journal holds answers that the result of its session doesn't."""
    return result.is_stopped and len(left.entries) > len(split(result.document)[1])


def _go_on(folder: Path, session: str, split: Split) -> Resumed:
    has_result = _result(folder, session).is_file()
    try:
        journal = Journal.open(folder, session, create=has_result)
        data = b"?"
        try:
            data = journal.read()
            return _resumed(journal, data, split)
        except BaseException:
            if not data:  # it was made for this
                journal.discard()
            journal.close()
            raise
    except FileNotFoundError as error:
        if not has_result and _result(folder, session).is_file():  # another process ended it since it was looked for
            return _go_on(folder, session, split)
        raise _gone(session) from error
    except OSError as error:
        raise disk.explained(error, _RESUME, folder) from error


def _gone(session: str) -> InputNotFound:
    return InputNotFound(N_("Session {session} was erased just now; begin another one."), session=session)


def _resumed(journal: Journal, data: bytes, split: Split) -> Resumed:
    left = replay(data)
    path = _result(journal.folder, journal.id)
    # A journal with nothing in it was made for the result: what is wrong with that is then the news.
    result = _saved(journal.folder, journal.id) if data else read_result(path)
    if result is not None and not result.is_stopped:
        journal.discard()
        raise _complete(journal.id)
    if result is not None and not (left.header and _says_more(left, result, split)):
        header, entries = split(result.document)
        journal.restart(header, entries)
        return Resumed(journal, header, entries, torn=False, damaged=0, kept=None)
    if left.header is None:
        message = N_("What this session was is lost from its journal, so that it can’t be resumed; begin another one.")
        raise BadInput(message, Where(str(journal.path)))
    kept = _keep(journal, data) if left.damaged else None
    if left.torn:
        journal.trim(left.whole)
    return Resumed(journal, left.header, left.entries, left.torn, left.damaged, kept)


def _complete(session: str) -> InputNotFound:
    return InputNotFound(N_("Session {session} is complete: there is nothing to resume in it."), session=session)


def _keep(journal: Journal, data: bytes) -> Path:
    """A copy of a damaged journal as it was found, made once, however often the session is resumed."""
    for number in count(1):
        path = journal.folder / f"{journal.id}{DAMAGED}{f'-{number}' if number > 1 else ''}"
        try:
            disk.write_new(path, data)
            disk.sync_folder(journal.folder)
        except FileExistsError:
            if not data.startswith(path.read_bytes()):
                continue
        return path
    raise AssertionError


def _is_left_over(folder: Path, path: Path) -> bool:
    """Whether a file was left by a process that died; it is then removed."""
    if path.suffix == JOURNAL:
        return _is_spent(folder, path)
    temporary = _TEMPORARY_NAME.fullmatch(path.name)
    if temporary is None:
        return False
    # Whoever writes the result of a session holds the lock on its journal.
    _glance(folder, temporary["session"])
    path.unlink()
    return True


def _is_spent(folder: Path, path: Path) -> bool:
    with Journal.open(folder, path.stem, create=False, patience=_GLANCE) as journal:
        left = replay(journal.read())
        result = _saved(folder, journal.id)
        is_covered = result is not None and (not result.is_stopped or len(left.entries) <= _answers(result))
        # Without one whole line, the process died before the session began.
        if not is_covered and left.whole:
            return False
        journal.discard()
        return True


def _answers(result: StoredResult) -> int:
    answers = result.document["answers"]
    return len(answers) if isinstance(answers, list) else 0
