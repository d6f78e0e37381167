"""Signals that end the process, as exceptions that unwind through what it was doing, so that it is saved."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = ("SIGTERM", "SIGHUP")


class Ended(SystemExit):
    """A signal asked the process to end. `signal` is its name without SIG; `code` the exit code, 128 and its number.

    It is a SystemExit, the one exception besides KeyboardInterrupt that an event loop lets through.
    """

    def __init__(self, number: int) -> None:
        super().__init__(128 + number)
        self.signal = signal.Signals(number).name.removeprefix("SIG")


@contextmanager
def raised() -> Iterator[None]:
    """Within, TERM and HUP raise `Ended`, each signal once: what was answered is saved without being disturbed.

    A signal that is ignored, as HUP is under `nohup`, stays ignored. Windows has no HUP.
    """
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    heard = [number for number in numbers if before[number] is not signal.SIG_IGN]

    def end(number: int, _: FrameType | None) -> None:
        for each in heard:
            signal.signal(each, signal.SIG_IGN)
        raise Ended(number)

    for number in heard:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, before[number] or signal.SIG_DFL)


@contextmanager
def held() -> Iterator[list[int]]:
    """Within, INT, TERM and HUP wait: what is being saved is saved whole, and then they do what they do.

    Gives those that came, as they come.
    """
    waiting: list[int] = []
    numbers = [getattr(signal, name) for name in (*_ENDING, "SIGINT") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    heard = [number for number in numbers if before[number] is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, lambda came, _: waiting.append(came))
    try:
        yield waiting
    finally:
        for number in heard:
            signal.signal(number, before[number] or signal.SIG_DFL)
        if waiting:
            signal.raise_signal(waiting[0])
