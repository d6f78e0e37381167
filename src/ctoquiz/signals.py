"""Signals that end the process, as exceptions that unwind through what it was doing, so that it is saved."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""What asks a process to end. Windows has no HUP."""

_SOON = 0.01
"""Seconds that a finaliser takes at most, or else it is tried again."""

Handler = Callable[[int, FrameType | None], object] | int


class Ended(SystemExit):
    """A signal asked the process to end. `signal` is its name without SIG; `code` the exit code, 128 and its number.

    It is a SystemExit, the one exception besides KeyboardInterrupt that an event loop lets through.
    """

    def __init__(self, number: int) -> None:
        super().__init__(128 + number)
        self.signal = signal.Signals(number).name.removeprefix("SIG")


@contextmanager
def raised(*, for_good: bool = False) -> Iterator[None]:
    """Within, INT raises KeyboardInterrupt, TERM and HUP raise `Ended`, and only the first of them all does anything:
    what was answered is saved without being disturbed.

    A signal that is ignored, as HUP is under `nohup`, stays ignored. `for_good` ignores them all afterwards too: the
    process is at its end then, and has nothing left to interrupt.
    """
    before, hook = _heard(), sys.unraisablehook

    def end(number: int, _: FrameType | None) -> None:
        ignore()
        raise KeyboardInterrupt if number == signal.SIGINT else Ended(number)

    def again(dropped: sys.UnraisableHookArgs) -> None:
        """Where a finaliser or a weak reference was at work, Python drops what a handler raises: raise it later."""
        number = _raised_by(dropped.exc_value)
        if number not in before:
            hook(dropped)
            return
        signal.signal(number, end)
        _send_soon(number)

    sys.unraisablehook = again
    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, was in before.items():
            signal.signal(number, signal.SIG_IGN if for_good else was)


def _raised_by(error: BaseException | None) -> int:
    """The number of the signal that raised this; 0 for another error."""
    if isinstance(error, Ended):
        return int(str(error.code)) - 128
    return signal.SIGINT if isinstance(error, KeyboardInterrupt) else 0


def _send_soon(number: int) -> None:
    """Send a signal to the main thread, also where it waits, once it is done with what it is at."""
    from threading import Timer, main_thread

    def send() -> None:
        if sys.platform == "win32":
            signal.raise_signal(number)
        else:
            signal.pthread_kill(main_thread().ident or 0, number)

    timer = Timer(_SOON, send)
    timer.daemon = True
    timer.start()


def ignore() -> None:
    """Let nothing disturb what is left to be done before the end."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def held(hasten: Callable[[], object] | None = None) -> Iterator[list[int]]:
    """Within, INT, TERM and HUP wait: what is being done is done whole, and then they do what they do.

    Gives those that came, as they come; `hasten` is called at each of them, to end sooner what is being done.
    """
    waiting: list[int] = []
    before = _heard()

    def wait(came: int, _: FrameType | None) -> None:
        waiting.append(came)
        if hasten is not None:
            hasten()

    for number in before:
        signal.signal(number, wait)
    try:
        yield waiting
    finally:
        for number, was in before.items():
            signal.signal(number, was)
        if waiting:
            signal.raise_signal(waiting[0])


def _heard() -> dict[int, Handler]:
    """What is done at each of the signals that aren't ignored."""
    handlers = {number: signal.getsignal(number) or signal.SIG_DFL for number in _ENDING}
    return {number: handler for number, handler in handlers.items() if handler is not signal.SIG_IGN}
