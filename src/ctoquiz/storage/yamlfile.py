"""Opening a file that a stranger wrote: no device, no pipe, nothing out of its folder, nothing too large."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ctoquiz.errors import N_, BadInput, CtoquizError, InputNotFound, InputOutputError, NotPermitted, Where

MEBIBYTE = 1024 * 1024
MAX_BYTES = 16 * MEBIBYTE
TOO_LARGE = N_("This file is larger than {limit} MB; split it into several files.")

# What the system doesn't have (Windows) is left out; the checks on the open file hold everywhere.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_yaml_file(path: Path, root: Path | None = None, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of `limit` bytes at most.

    With `root`, a symbolic link that leads out of that folder is refused; without, links are followed, since
    the user named the file. Raises InputNotFound (66) when nothing is there, NotPermitted (77) when it may not be
    read, InputOutputError (74) when the system fails, and BadInput (65) for a folder, a pipe, a device or too
    large a file.
    """
    try:
        real = _real_path(path, root)
        return _read(real, path, limit)
    except (OSError, ValueError) as error:
        raise _explained(error, path) from error


def _real_path(path: Path, root: Path | None) -> str:
    real = os.path.realpath(path, strict=True)
    if root is not None and not Path(real).is_relative_to(os.path.realpath(root, strict=True)):
        raise BadInput(
            N_("This file is a link that leads out of the folder of the pack; put the file itself there."),
            Where(str(path)),
        )
    return real


def _read(real: str, path: Path, limit: int) -> bytes:
    # Links were resolved and judged just before: a link that appears in between is refused by O_NOFOLLOW.
    with open(real, "rb", opener=_opened) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise _not_regular(path)
        data = b"" if found.st_size > limit else file.read(limit + 1)
        if max(found.st_size, len(data)) > limit:
            raise BadInput(TOO_LARGE, Where(str(path)), limit=limit // MEBIBYTE)
        return data


def _opened(name: str, _: int) -> int:
    return os.open(name, _FLAGS)


def _not_regular(path: Path) -> BadInput:
    return BadInput(N_("This is a folder, a pipe or a device; name a file."), Where(str(path)))


def _explained(error: OSError | ValueError, path: Path) -> CtoquizError:
    where = Where(str(path))
    if isinstance(error, PermissionError):
        if path.is_dir():  # Windows answers so for a folder
            return _not_regular(path)
        return NotPermitted(N_("You may not read this file; change its permissions, or name another."), where)
    if isinstance(error, (FileNotFoundError, NotADirectoryError, ValueError)) or _is_bad_name(error):
        return InputNotFound(N_("There is no such file; check its path."), where)
    return _system_error(error, where, path)


def _is_bad_name(error: OSError) -> bool:
    from errno import EINVAL, ENAMETOOLONG

    return error.errno in (EINVAL, ENAMETOOLONG)


def _system_error(error: OSError, where: Where, path: Path) -> CtoquizError:
    from errno import EISDIR, ELOOP, ENXIO, EOPNOTSUPP

    if error.errno == ELOOP:
        return BadInput(N_("This file is a link that leads nowhere; put the file itself there."), where)
    if error.errno in (EISDIR, ENXIO, EOPNOTSUPP):  # the last two: a socket
        return _not_regular(path)
    return InputOutputError(N_("The system can’t read this file ({reason}); try again."), where, reason=error.strerror)
