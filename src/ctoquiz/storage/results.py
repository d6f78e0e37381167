"""Results on disk: read with suspicion, listed in order, named by the beginning of an id, erased without a trace."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.errors import (
    N_,
    CtoquizError,
    InputNotFound,
    InputOutputError,
    NotPermitted,
    Problem,
    Where,
)
from ctoquiz.frozen import frozen
from ctoquiz.storage import disk
from ctoquiz.storage.folders import RESULTS
from ctoquiz.storage.journalfile import JOURNAL, RESULT, in_use, open_locked
from ctoquiz.storage.resultfile import ID, StoredResult, read_result

LATEST = "latest"

_OURS = re.compile(r"json|journal|damaged(-[0-9]+)?|[0-9a-f]{8}\.tmp")
"""What follows the id, and a dot, in the names of the files of a session."""

_ERASE = disk.Sentences(
    full=N_("Nothing more can be erased in {folder}, as no room is left there; free some, then try again."),
    forbidden=N_("You may not erase anything in {folder}; ask for the permission to write there."),
    failed=N_("The system failed to erase in {folder} ({reason}); try again."),
)


@frozen
class Listing:
    """The results that could be read, by the time they were started, and what was rejected, each with where and why.

    `failed` is the first failure of the system among these: what it kept from being read may be sound.
    """

    results: list[StoredResult]
    rejected: list[Problem]
    failed: CtoquizError | None = None

    @property
    def as_ended(self) -> list[StoredResult]:
        """The results by the time they ended."""
        return sorted(self.results, key=lambda result: result.ended)


def read_folders(folders: Sequence[Path]) -> Listing:
    """The results of several folders, each a folder of results or a data folder with its `results`.

    The same result found in two of them counts once. Raises InputNotFound (66) for a folder that is not there.
    """
    found = [_read_folder(place) for folder in folders for place in _places(folder)]
    seen: dict[str, list[JsonObject]] = {}
    results: list[StoredResult] = []
    for result in (each for listing in found for each in listing.results):
        same_id = seen.setdefault(result.id, [])
        if result.document not in same_id:
            same_id.append(result.document)
            results.append(result)
    return Listing(_in_order(results), [problem for listing in found for problem in listing.rejected])


class ResultStore:
    """The folder in which this person's results are saved."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> Listing:
        """Every result of the folder; none where there is no such folder yet."""
        return _read_folder(self.folder) if self.folder.is_dir() else Listing([], [])

    def get(self, wanted: str) -> StoredResult:
        """The result with this id, or the only one whose id begins so, or the `latest`, which ended last.

        Raises InputNotFound (66) with what there is instead, and BadInput (65) for a file that is no result.
        """
        path = self.folder / f"{wanted}{RESULT}"
        if ID.fullmatch(wanted) and os.path.lexists(path):
            return read_result(path)
        listing = self.all()
        if wanted == LATEST and not listing.results:
            raise InputNotFound(N_("Nothing is saved here yet; take a quiz with: ctoquiz play"))
        if wanted == LATEST:
            return listing.as_ended[-1]
        results = {result.id: result for result in listing.results}
        return results[choose(wanted, list(results))]

    def ids(self) -> list[str]:
        """Every id that has a file here, be it a result, one that can't be read, a journal or a copy of one."""
        if not self.folder.is_dir():
            return []
        return sorted({session for file in files_in(self.folder) if (session := _owner(file)) is not None})

    def erase(self, ids: Iterable[str]) -> list[Path]:
        """Remove all that belongs to these ids: results, journals, copies that were kept. Returns what was removed.

        Raises InputNotFound (66) for an unknown id and InUse (75) for a session that is under way, both before
        anything is removed; CannotCreate (73) or InputOutputError (74) when the system refuses.
        """
        known = self.ids()
        # A result may have been saved under another name since.
        renamed = {result.id: _owner(result.path) or result.id for result in self.all().results}
        wanted = {renamed.get(session, session) for session in ids}
        for session in wanted:
            choose(session, known, only_whole=True)
        files = [file for file in files_in(self.folder) if _owner(file) in wanted] if wanted else []
        try:
            for session in wanted:
                self._check_is_free(session)
            # The journal first: a result without its journal is whole, a journal without its result would come back.
            for file in sorted(files, key=lambda file: file.suffix != JOURNAL):
                file.unlink(missing_ok=True)
            disk.sync_folder(self.folder)
        except OSError as error:
            raise disk.explained(error, _ERASE, self.folder) from error
        return files

    def _check_is_free(self, session: str) -> None:
        path = self.folder / f"{session}{JOURNAL}"
        if not path.is_file():
            return
        descriptor = open_locked(path, disk.READ)
        if descriptor is None:
            raise in_use(session)
        os.close(descriptor)


def choose(wanted: str, ids: Sequence[str], *, only_whole: bool = False) -> str:
    """The one of `ids` that is `wanted`, or (unless `only_whole`) the only one that begins with it.

    Raises InputNotFound (66), which names what is near, or the latest there is.
    """
    if wanted in ids:
        return wanted
    starting = [each for each in ids if wanted and each.startswith(wanted)]
    if len(starting) == 1 and not only_whole:
        return starting[0]
    if len(starting) > 1:
        raise InputNotFound(
            N_("Several ids begin with “{wanted}”: {ids}; write one of them in full."),
            wanted=wanted,
            ids=", ".join(starting[-5:]),
        )
    raise _unknown(wanted, ids)


def _unknown(wanted: str, ids: Sequence[str]) -> InputNotFound:
    from ctoquiz.domain.nearest import nearest

    if not ids:
        return InputNotFound(N_("There is no “{wanted}”: nothing is saved here yet."), wanted=wanted)
    near = nearest(wanted, ids)
    if near is None:
        return InputNotFound(N_("There is no “{wanted}”; the latest is {latest}."), wanted=wanted, latest=max(ids))
    return InputNotFound(N_("There is no “{wanted}”; did you mean {near}?"), wanted=wanted, near=near)


def _owner(file: Path) -> str | None:
    """The id that a file of ours belongs to; None for a file that is none of ours."""
    session, _, rest = file.name.removeprefix(".").partition(".")
    return session if ID.fullmatch(session) and _OURS.fullmatch(rest) else None


def _places(folder: Path) -> list[Path]:
    inner = folder / RESULTS
    return [folder, inner] if inner.is_dir() else [folder]


def _read_folder(folder: Path) -> Listing:
    results: list[StoredResult] = []
    rejected: list[Problem] = []
    failed: CtoquizError | None = None
    for path in files_in(folder):
        if path.suffix != RESULT or path.name.startswith("."):
            continue
        try:
            results.append(read_result(path))
        except InputNotFound:
            continue  # erased since the folder was listed
        except CtoquizError as error:
            rejected += error.problems
            if failed is None and isinstance(error, InputOutputError | NotPermitted):
                failed = error
    return Listing(_in_order(results), rejected, failed)


def files_in(folder: Path) -> list[Path]:
    """What is in a folder, by name.

    Raises InputNotFound (66), NotPermitted (77) or InputOutputError (74) when it can't be listed.
    """
    where = Where(str(folder))
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except PermissionError as error:
        raise NotPermitted(N_("You may not read this folder; ask for the permission."), where) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputNotFound(N_("There is no such folder of results; check its path."), where) from error
    except OSError as error:
        message = N_("The system can’t read this folder ({reason}); try again.")
        raise InputOutputError(message, where, reason=error.strerror) from error


def _in_order(results: list[StoredResult]) -> list[StoredResult]:
    return sorted(results, key=lambda result: (result.started_at, result.id))
