"""A new folder of files: whole or not at all, and never over what is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ctoquiz.errors import N_, CannotCreate
from ctoquiz.storage import disk

_WHY = disk.Sentences(
    full=N_("No room is left in {folder} for a new pack; free some, or name another place."),
    forbidden=N_("A new pack can’t be written in {folder}; name a folder of yours."),
    failed=N_("The system failed to write in {folder} ({reason}); name another place."),
)


def check_free(folder: Path) -> None:
    """Raise CannotCreate (73) where a file, or a folder that holds something, is in the way."""
    try:
        if folder.is_symlink() or (os.path.lexists(folder) and not folder.is_dir()):
            raise CannotCreate(N_("“{path}” is there and is no folder; name another folder."), path=str(folder))
        if folder.is_dir() and any(folder.iterdir()):
            message = N_("The folder “{path}” is there and holds something; name a new one, so that nothing is lost.")
            raise CannotCreate(message, path=str(folder))
    except OSError as error:
        raise disk.explained(error, _WHY, folder) from error


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files, each by its path in the folder, in UTF-8. They appear all at once.

    Raises CannotCreate (73) or InputOutputError (74); nothing stays then.
    """
    check_free(folder)
    target = folder.absolute()
    partial = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.mkdir()
        for name, text in files.items():
            path = partial / name
            path.parent.mkdir(exist_ok=True)
            _write(path, text.encode())
        if target.is_dir():  # an empty one: Windows renames over nothing
            target.rmdir()
        partial.rename(target)
        disk.sync_folder(target.parent)
    except FileExistsError as error:  # a file stands where a folder is needed
        raise CannotCreate(_WHY.forbidden, folder=str(target.parent)) from error
    except OSError as error:
        raise disk.explained(error, _WHY, target.parent) from error
    finally:
        with suppress(OSError):
            shutil.rmtree(partial)


def _write(path: Path, data: bytes) -> None:
    # As the umask says, not private as results are: a pack is written to be passed on.
    descriptor = os.open(path, disk.WRITE_NEW, 0o666)
    try:
        disk.write_all(descriptor, data)
        disk.sync_file(descriptor)
    finally:
        os.close(descriptor)
