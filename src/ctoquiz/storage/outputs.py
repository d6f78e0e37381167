"""Files that a user asked for by name (`--output FILE`): whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ctoquiz.errors import N_, CannotCreate
from ctoquiz.storage import disk

_WHY = disk.Sentences(
    full=N_("No room is left in {folder} to write the file; free some, or name another place with --output."),
    forbidden=N_("The file can’t be written in {folder}; name another place with --output."),
    failed=N_("The system failed to write in {folder} ({reason}); name another place with --output."),
)


def write_output(path: Path, data: bytes) -> None:
    """Write `data` to the file, in place of what it held; a pipe or a device takes it as it comes.

    The old content stays until the new is whole. The rights are those of the old file, or what the umask gives.
    Raises CannotCreate (73) or InputOutputError (74).
    """
    target = path.resolve()
    if target.is_dir():
        raise CannotCreate(N_("“{path}” is a folder; name a file in it with --output."), path=str(path))
    try:
        if target.is_file() or not os.path.lexists(target):
            _replace(target, data)
        else:
            with target.open("wb", buffering=0) as file:
                disk.write_all(file.fileno(), data)
    except OSError as error:
        raise disk.explained(error, _WHY, path.parent) from error


def _replace(target: Path, data: bytes) -> None:
    partial = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    descriptor = os.open(partial, disk.WRITE_NEW, 0o666)
    try:
        try:
            _keep_rights(target, descriptor)
            disk.write_all(descriptor, data)
            disk.sync_file(descriptor)
        finally:
            os.close(descriptor)
        disk.replace(partial, target)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise


def _keep_rights(target: Path, descriptor: int) -> None:
    if hasattr(os, "fchmod"):
        with suppress(FileNotFoundError):
            os.fchmod(descriptor, target.stat().st_mode & 0o777)
