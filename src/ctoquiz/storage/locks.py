"""One process a session: an advisory lock on an open file, which ends with the process that holds it."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 0.3
"""Seconds to wait for a lock: whoever only looks at a session holds it for less."""

_BUSY = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL})

_FAR = 1 << 30
"""Windows keeps others from reading what is locked: lock a byte that no journal ever reaches."""


def lock(descriptor: int, *, patience: float = PATIENCE) -> bool:
    """Lock an open file; False when another process still has it after `patience` seconds.

    On a file system that knows no locks (some network folders) the answer is True: refusing to save would be worse.
    """
    deadline = time.monotonic() + patience
    while not _taken(descriptor):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.01)
    return True


def unlock(descriptor: int) -> None:
    """Give the lock back, ahead of closing the file."""
    with suppress(OSError):
        if sys.platform == "win32":
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_UN)


def _taken(descriptor: int) -> bool:
    try:
        _take(descriptor)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        if error.errno not in _NO_LOCKS:
            raise
    return True


def _take(descriptor: int) -> None:
    if sys.platform == "win32":
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
