"""Lines from whoever types, waited for no longer than a deadline allows."""

from __future__ import annotations

import io
import os
import signal
import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from types import FrameType
from typing import TextIO

from ctoquiz.frozen import frozen

_CHUNK = 4096


@frozen
class Ended:
    """The input is at its end."""


@frozen
class Expired:
    """The deadline passed before a line was there."""


class LineReader:
    """Reads lines, without their ends.

    Where the system can wait on the stream (everywhere but on Windows), the wait ends in time. On Windows, and for
    streams without a descriptor, a line that was begun is waited for: the time limit is then noticed after Enter.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._descriptor = _descriptor(stream)
        self._decoder = getincrementaldecoder(stream.encoding or "utf-8")(errors="replace")
        self._text = ""
        self._ended = False

    def line(self, deadline: float | None = None, *, again: Callable[[], None] | None = None) -> str | Ended | Expired:
        """The next line, waited for until `deadline` (in the seconds of `time.monotonic`), or for ever.

        `again` is called whenever the process was suspended and goes on, to show anew what is waited for.
        """
        with _waking(again):
            return self._line(deadline)

    def _line(self, deadline: float | None) -> str | Ended | Expired:
        if self._descriptor is None:
            line = self._stream.readline()
            return line.rstrip("\r\n") if line else Ended()
        # Bytes are read past the stream's own buffer: what waits there would be invisible to `select`.
        while "\n" not in self._text and not self._ended:
            if not _ready(self._descriptor, deadline):
                return Expired()
            self._take(self._descriptor)
        return self._next()

    def _take(self, descriptor: int) -> None:
        data = os.read(descriptor, _CHUNK)
        self._ended = not data
        self._text += self._decoder.decode(data, final=not data)

    def _next(self) -> str | Ended:
        # At a terminal the end (Ctrl-D) is no state: whoever reads again may be given more, and what was begun before
        # it is no answer. The last line of a file counts without its end.
        if not self._text or (self._ended and "\n" not in self._text and self._stream.isatty()):
            self._ended, self._text = False, ""
            return Ended()
        self._ended = False
        line, _, self._text = self._text.partition("\n")
        return line.rstrip("\r")


@contextmanager
def _waking(again: Callable[[], None] | None) -> Iterator[None]:
    """Within, `again` is called after each suspension. Windows has none, and signals are the main thread’s.

    A window that is closed sends the same signal, when nothing can be shown any more: what ends the command is HUP.
    """
    if again is None or sys.platform == "win32" or current_thread() is not main_thread():
        yield
        return

    def wake(_number: int, _frame: FrameType | None) -> None:
        with suppress(OSError):
            again()

    before = signal.signal(signal.SIGCONT, wake)
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, before or signal.SIG_DFL)


def _descriptor(stream: TextIO) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        return stream.fileno()
    except (io.UnsupportedOperation, ValueError, AttributeError):
        return None


def _ready(descriptor: int, deadline: float | None) -> bool:
    """Wait until there is something to read; False where the deadline comes first."""
    from select import select

    if deadline is None:
        return True
    left = max(0.0, deadline - time.monotonic())
    return bool(select([descriptor], [], [], left)[0])
