"""Where sessions and results are kept, and whether that place can be written."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ctoquiz.errors import N_, CannotCreate
from ctoquiz.storage import disk
from ctoquiz.storage.journalfile import TEMPORARY

RESULTS = "results"
"""The folder of results in a data folder."""

_NO_HOME = N_("No home folder is known in which to save results; name a folder with --data-dir.")
_IN_THE_WAY = N_("{folder} is a file or a link, not a folder; take it away, or name another folder with --data-dir.")
_NOT_WRITABLE = disk.Sentences(
    full=N_("No room is left in {folder} to save results; free some, or name another folder with --data-dir."),
    forbidden=N_("Results can’t be saved in {folder}; name a folder of yours with --data-dir."),
    failed=N_("The system failed to write in {folder} ({reason}); name another folder with --data-dir."),
)


def data_folder(option: str | None, environment: Mapping[str, str]) -> Path:
    """The data folder: `option` (`--data-dir`), else `CTOQUIZ_DATA_DIR`, else the platform's own place.

    Raises CannotCreate (73) where the platform's own place is not to be known: no home, or a relative one.
    """
    named = option or environment.get("CTOQUIZ_DATA_DIR")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    try:
        folder = user_data_path("ctoquiz", appauthor=False)
    except (OSError, RuntimeError, ValueError) as error:
        raise CannotCreate(_NO_HOME) from error
    if not (_has_home(environment, "XDG_DATA_HOME") and folder.is_absolute()):
        raise CannotCreate(_NO_HOME)
    return folder


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """The platform's own place for what may be lost; None where it is not to be known."""
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("ctoquiz", appauthor=False)
    except (OSError, RuntimeError, ValueError):
        return None
    return folder if _has_home(environment, "XDG_CACHE_HOME") and folder.is_absolute() else None


def results_folder(folder: Path) -> Path:
    """The folder of results in a data folder, be it there or not."""
    return folder / RESULTS


def ready(folder: Path) -> Path:
    """The folder of results in the data folder, made where it is missing, and proved to be writable.

    Raises CannotCreate (73) or InputOutputError (74), which suggest `--data-dir`.
    """
    results = results_folder(folder)
    try:
        _make_private(results)
        if results.is_symlink() or not results.is_dir():
            raise CannotCreate(_IN_THE_WAY, folder=str(results))
        _prove_writable(results)
    except OSError as error:
        raise disk.explained(error, _NOT_WRITABLE, results) from error
    return results


def _has_home(environment: Mapping[str, str], instead: str) -> bool:
    # Windows finds the folder on its own; elsewhere a HOME that isn't there would be guessed, and a relative one
    # would scatter results over the folders in which the tool is started.
    if sys.platform == "win32" or Path(environment.get(instead, "")).is_absolute():
        return True
    return Path(environment.get("HOME", "")).is_absolute()


def _make_private(folder: Path) -> None:
    missing = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    for each in reversed(missing):
        with suppress(FileExistsError):  # another process was first
            each.mkdir(disk.PRIVATE_FOLDER)
            # The umask may have taken rights away from its owner.
            each.chmod(disk.PRIVATE_FOLDER)
            disk.sync_folder(each.parent)


def _prove_writable(folder: Path) -> None:
    probe = folder / f".probe.{os.urandom(4).hex()}{TEMPORARY}"
    disk.write_new(probe, b"ctoquiz\n")
    probe.unlink(missing_ok=True)
