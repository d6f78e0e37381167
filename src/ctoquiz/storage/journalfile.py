"""The journal of a session under way: an answer that was recorded survives whatever happens next."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.errors import N_, BadInput, InUse, Where
from ctoquiz.storage import disk
from ctoquiz.storage.locks import PATIENCE, lock, unlock
from ctoquiz.storage.records import entry_line, json_bytes, opening_lines

JOURNAL = ".journal"
RESULT = ".json"
DAMAGED = ".damaged"
TEMPORARY = ".tmp"

MAX_BYTES = 16 * 1024 * 1024

_BEGIN = disk.Sentences(
    full=N_("No room is left in {folder} to save this session; free some, or name another folder with --data-dir."),
    forbidden=N_("This session can’t be saved in {folder}; name a folder of yours with --data-dir."),
    failed=N_("The system failed to begin saving in {folder} ({reason}); name another folder with --data-dir."),
)
_ANSWER = disk.Sentences(
    full=N_(
        "This answer is not saved, as no room is left in {folder}; those before it are: free some, then go on "
        "with --resume."
    ),
    forbidden=N_(
        "This answer is not saved, as {folder} can no longer be written; those before it are: mend that, then go on "
        "with --resume."
    ),
    failed=N_(
        "This answer is not saved, as the system failed to write in {folder} ({reason}); those before it are: go on "
        "with --resume."
    ),
)
_RESULT = disk.Sentences(
    full=N_(
        "The result is not saved, as no room is left in {folder}; the answers are: free some, then finish with "
        "--resume."
    ),
    forbidden=N_(
        "The result is not saved, as {folder} can no longer be written; the answers are: mend that, then finish with "
        "--resume."
    ),
    failed=N_(
        "The result is not saved, as the system failed to write in {folder} ({reason}); the answers are: finish "
        "with --resume."
    ),
)


def new_id(now: datetime, suffix: str) -> str:
    """The id of a session that begins `now` (with its time zone): its time in UTC, which sorts, and `suffix`.

    `suffix` is a few letters or digits drawn by chance, so that ids made on two machines differ.
    """
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{suffix}"


def in_use(session: str) -> InUse:
    """What to tell whoever asks for a session that another process has open."""
    return InUse(N_("Session {session} is open in another ctoquiz; end it there, then try again."), session=session)


def open_locked(path: Path, flags: int, patience: float = PATIENCE) -> int | None:
    """A descriptor of the journal at `path`, locked for this process; None while another process has it.

    `patience` is in seconds. Raises OSError as it comes, and BadInput (65) for what is no plain file.
    """
    while True:
        descriptor = disk.open_private(path, flags)
        try:
            if not disk.is_regular(descriptor):
                raise BadInput(N_("This is a pipe or a device, not a journal; take it away."), Where(str(path)))
            is_free = lock(descriptor, patience=patience)
            if is_free and disk.is_still(descriptor, path):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        if not is_free:
            return None
        # It was finished by another process between opening and locking: look again.


class Journal:
    """The open journal of one session, locked for this process.

    `id` is the id of the session, `folder` the folder of results. Use it as a context manager, or `close` it.
    """

    def __init__(self, folder: Path, session: str, descriptor: int) -> None:
        self.folder = folder
        self.id = session
        self.path = folder / f"{session}{JOURNAL}"
        self._descriptor = descriptor
        try:
            self._length = os.fstat(descriptor).st_size
        except OSError:
            os.close(descriptor)  # else it would stay locked, and nobody could go on with it
            raise
        self._may_be_torn = False
        self._repeats_the_result = False

    @classmethod
    def begin(cls, folder: Path, header: Mapping[str, Json], session: str) -> Journal:
        """A new journal in the folder of results, on the disk with its `header` when this returns.

        Where `session` is taken already, a number is added to it: the journal's `id` is the one that counts, and it
        is written into the header and the result as their `id`. Raises CannotCreate (73) or InputOutputError (74), and
        then leaves no journal.
        """
        try:
            journal = cls._create(folder, session)
            try:
                journal._append(opening_lines(journal._named(header)))
                disk.sync_folder(folder)
            except BaseException:
                journal.discard()
                raise
        except OSError as error:
            raise disk.explained(error, _BEGIN, folder) from error
        return journal

    @classmethod
    def _create(cls, folder: Path, session: str) -> Journal:
        name = session
        number = 1
        while True:
            path = folder / f"{name}{JOURNAL}"
            # Two sessions in one second with one suffix: both are saved. The other may end, its result there and its
            # journal gone, between a look at the result and the making of the journal: so the look comes last.
            with suppress(FileExistsError):
                descriptor = open_locked(path, disk.APPEND_NEW)
                if descriptor is not None:
                    journal = cls(folder, name, descriptor)
                    if not (folder / f"{name}{RESULT}").exists():
                        return journal
                    journal.discard()
            number += 1
            name = f"{session}-{number}"

    @classmethod
    def open(cls, folder: Path, session: str, *, create: bool, patience: float = PATIENCE) -> Journal:
        """The journal of a session that was left, made anew with `create` where it is missing.

        Raises InUse (75) while another process has it, BadInput (65) for what is no plain file, and OSError.
        """
        flags = disk.APPEND_OR_CREATE if create else disk.APPEND
        descriptor = open_locked(folder / f"{session}{JOURNAL}", flags, patience)
        if descriptor is None:
            raise in_use(session)
        return cls(folder, session, descriptor)

    def read(self) -> bytes:
        """All that the journal holds, in bytes. Raises OSError as it comes, and BadInput (65) for more than 16 MB."""
        data = disk.read_all(self._descriptor, MAX_BYTES)
        if len(data) > MAX_BYTES:
            raise BadInput(N_("This journal is too large to be one of ctoquiz; take it away."), Where(str(self.path)))
        return data

    def trim(self, length: int) -> None:
        """Cut off what follows the first `length` bytes: a last record that is torn. Raises OSError as it comes."""
        os.ftruncate(self._descriptor, length)
        self._length = length

    def restart(self, header: Mapping[str, Json], entries: Sequence[Mapping[str, Json]]) -> None:
        """Say what the stopped result beside it says, and nothing else. Raises OSError as it comes.

        Until the next answer the journal may go at any time: nothing is lost with it.
        """
        self._repeats_the_result = True
        self.trim(0)
        self._append(opening_lines(self._named(header), entries))
        disk.sync_folder(self.folder)

    def record(self, entry: Mapping[str, Json]) -> None:
        """Save one entry; it is on the disk when this returns.

        Raises CannotCreate (73) or InputOutputError (74) where it can't be saved: this entry is then not in the
        journal, all those before it are, and the next may be tried.
        """
        try:
            self._append(entry_line(entry))
        except OSError as error:
            raise disk.explained(error, _ANSWER, self.folder) from error
        self._repeats_the_result = False

    def _append(self, lines: bytes) -> None:
        if self._may_be_torn:
            self.trim(self._length)
        self._may_be_torn = True
        try:
            disk.write_all(self._descriptor, lines)
            disk.sync_data(self._descriptor)
        except BaseException:
            # An entry that was not acknowledged must not come back. Where even this fails, the next append tries
            # again, and a record that stays half-written costs none of its neighbours.
            with suppress(OSError):
                self.trim(self._length)
            raise
        self._may_be_torn = False
        self._length += len(lines)

    def finish(self, result: Mapping[str, Json]) -> Path:
        """Save the result, complete or stopped, in one step, remove the journal, and return where the result is.

        Raises CannotCreate (73) or InputOutputError (74) where that fails: the journal then stays, and the session can
        be resumed.
        """
        target = self.folder / f"{self.id}{RESULT}"
        try:
            self._put(json_bytes(self._named(result), indent=1) + b"\n", target)
        except OSError as error:
            raise disk.explained(error, _RESULT, self.folder) from error
        self.discard()
        return target

    def _named(self, document: Mapping[str, Json]) -> JsonObject:
        return {**document, "id": self.id}

    def _put(self, data: bytes, target: Path) -> None:
        temporary = self.folder / f".{self.id}.{os.urandom(4).hex()}{TEMPORARY}"
        disk.write_new(temporary, data)
        try:
            disk.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        disk.sync_folder(self.folder)

    def discard(self) -> None:
        """Remove the journal: nothing in it is needed any more. Where that fails, it is tidied at the next start."""
        with suppress(OSError):
            if sys.platform == "win32":  # which removes no open file
                self._release()
            self.path.unlink()
            disk.sync_folder(self.folder)
        self._release()

    def close(self) -> None:
        """Leave the session as it is: it can be resumed."""
        if self._descriptor >= 0 and self._repeats_the_result:
            self.discard()
        self._release()

    def _release(self) -> None:
        if self._descriptor >= 0:
            unlock(self._descriptor)
            # Whatever was acknowledged was synced before; nothing can be lost here any more.
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
