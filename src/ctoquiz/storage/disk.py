"""The few calls that decide whether something is on the disk, the same on every system.

Everything here raises OSError as it comes; `explained` turns one into the sentence and the exit code for users.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from ctoquiz.errors import CannotCreate, CtoquizError, InputOutputError
from ctoquiz.frozen import frozen

# What a system doesn't have (Windows) is left out. A link or a pipe that somebody put in the way is never followed.
_SAFE = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
READ = os.O_RDONLY | _SAFE
APPEND = os.O_RDWR | os.O_APPEND | _SAFE
APPEND_OR_CREATE = APPEND | os.O_CREAT
APPEND_NEW = APPEND_OR_CREATE | os.O_EXCL
WRITE_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFE

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
REPLACE_PATIENCE = 1.0
"""Seconds for which Windows may keep a file busy (a virus scanner, an indexer) before a replace gives up."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})


@frozen
class Sentences:
    """What to say when writing fails: no room left, not allowed, or the system failed (with a `{reason}`)."""

    full: str
    forbidden: str
    failed: str


def explained(error: OSError, sentences: Sentences, folder: Path) -> CtoquizError:
    """The error for users: CannotCreate (73) without room or permission, else InputOutputError (74)."""
    if error.errno in _FULL:
        return CannotCreate(sentences.full, folder=str(folder))
    if error.errno in _FORBIDDEN:
        return CannotCreate(sentences.forbidden, folder=str(folder))
    return InputOutputError(sentences.failed, folder=str(folder), reason=error.strerror or str(error))


def open_private(path: Path, flags: int) -> int:
    """A descriptor of `path`, which only its owner may read and write if it is created here, whatever the umask."""
    descriptor = os.open(path, flags, PRIVATE_FILE)
    if flags & os.O_CREAT and hasattr(os, "fchmod"):
        # A file system without permissions keeps its own; that is no reason not to save.
        with suppress(OSError):
            os.fchmod(descriptor, PRIVATE_FILE)
    return descriptor


def is_regular(descriptor: int) -> bool:
    """Whether an open descriptor is a plain file, not a pipe, a device or a folder."""
    return stat.S_ISREG(os.fstat(descriptor).st_mode)


def is_still(descriptor: int, path: Path) -> bool:
    """Whether `path` still names the open file: not removed and not replaced since it was opened."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


def read_all(descriptor: int, limit: int) -> bytes:
    """The bytes of an open file from its beginning, `limit` + 1 of them at most."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    parts: list[bytes] = []
    left = limit + 1
    while left > 0 and (part := os.read(descriptor, min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`: one call, and another only where the system took a part of it."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_data(descriptor: int) -> None:
    """Return once the content of the file is on the disk (its times may not be)."""
    if not _full_sync(descriptor):
        if hasattr(os, "fdatasync"):
            os.fdatasync(descriptor)
        else:
            os.fsync(descriptor)


def sync_file(descriptor: int) -> None:
    """Return once the file, content and attributes, is on the disk."""
    if not _full_sync(descriptor):
        os.fsync(descriptor)


def _full_sync(descriptor: int) -> bool:
    # On macOS fsync hands over to the drive and doesn't wait for it; some of its file systems know nothing better.
    if sys.platform != "darwin":
        return False
    import fcntl

    try:
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    except OSError as error:
        if error.errno in (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY):
            return False
        raise
    return True


def sync_folder(folder: Path) -> None:
    """Return once the names in `folder` (created, replaced, removed) are on the disk; Windows has no such call."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        sync_file(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:  # some network file systems refuse, and keep names in order anyway
            raise
    finally:
        os.close(descriptor)


def write_new(path: Path, data: bytes) -> None:
    """Create `path` with `data` in it, on the disk; nothing of it stays where that fails."""
    descriptor = open_private(path, WRITE_NEW)
    try:
        try:
            write_all(descriptor, data)
            sync_file(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def replace(source: Path, target: Path) -> None:
    """Give `source` the name `target` in one step; on Windows try again for a second while something holds either."""
    deadline = time.monotonic() + REPLACE_PATIENCE
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return
