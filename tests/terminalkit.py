"""A person at a real pseudo-terminal: what they see, what they type, and whether the terminal is left as it was."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.sessionkit import MINI, Kind, ctoquiz

PATIENCE = 60
"""Seconds to wait for anything: machines that test are busy."""

_SEQUENCE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")


class Terminal:
    """A command of a session at a terminal of its own, controlling and all.

    `text` is what was seen so far without its control sequences, `flat` the same with every space and line end as one
    space, since lines are broken where the terminal ends.
    """

    def __init__(
        self,
        kind: Kind,
        data: Path,
        *arguments: str,
        begins: bool = True,
        wrap: Sequence[str] = (),
        argv: Sequence[str] = (),
    ) -> None:
        self._is_quiz = kind.command == "play"
        self.text = ""
        self.answered = 0
        self._is_plain = "--plain" in arguments
        self._master, self._slave = os.openpty()
        self.resize(100)
        self.before = termios.tcgetattr(self._slave)
        how = [
            *wrap,
            *ctoquiz(kind.command),
            MINI,
            "--data-dir",
            str(data),
            *(kind.begins if begins else ()),
            *arguments,
        ]
        self.process = subprocess.Popen(
            argv or how,
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "LANG": "C.UTF-8"},
        )

    @property
    def flat(self) -> str:
        return " ".join(self.text.split())

    def resize(self, columns: int, rows: int = 40) -> None:
        """Make the window another size, which tells the process."""
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def types(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def sees(self, *texts: str) -> str:
        """Wait until one of the texts is seen that wasn't before; which. Empty where the process ended without."""
        begin = len(self.flat)
        return self._until(lambda: next((text for text in texts if text in self.flat[max(0, begin - 1) :]), ""))

    def saw(self, *texts: str) -> str:
        """Wait until one of the texts has been seen, be it before; which."""
        return self._until(lambda: next((text for text in texts if text in self.flat), ""))

    def _until(self, there: Callable[[], str]) -> str:
        end = time.monotonic() + PATIENCE
        while not (found := there()):
            assert time.monotonic() < end, self.text
            if not self._read(0.1) and self.process.poll() is not None:
                self._read(0.1)
                return there()
        return found

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if ready:
            self.text += _SEQUENCE.sub("", os.read(self._master, 65536).decode(errors="replace"))
        return bool(ready)

    def waits(self, number: int) -> bool:
        """Wait for the prompt of the question with that number; False where the process ended instead."""
        word, prompt = ("Question", "Your answer:") if self._is_quiz else ("Statement", "Your rating")
        ready = prompt if self._is_plain else "Ctrl-D stops"
        pattern = re.compile(rf"{word} {number} of .*?{re.escape(ready)}")
        return bool(self._until(lambda: "seen" if pattern.search(self.flat) else ""))

    def answers(self, count: int, evidence: str = "x") -> None:
        """Answer so many questions, and wait for the one after the last."""
        for _ in range(count):
            self.answer(evidence)
            if not self.waits(self.answered + 1):
                return

    def answer(self, evidence: str = "x") -> None:
        """Wait for the next question and answer it, and don't wait for what follows."""
        assert self.waits(self.answered + 1), self.text
        if self._is_quiz:
            self.types("t\n" if self._is_plain else "t\r")
        elif self._is_plain:
            self.types(f"4\n{evidence}\n")
        else:
            self.types("2")
        self.answered += 1

    def ends(self) -> int:
        """Wait for the end; the exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, self.text
            self._read(0.1)
        while self._read(0.1):
            pass
        return self.process.returncode

    def kill(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._slave)
        os.close(self._master)
        self._slave = self._master = -1

    def is_as_before(self) -> None:
        """Assert that the terminal is as it was before the command, as `stty -a` would show it."""
        assert termios.tcgetattr(self._slave) == self.before
        assert "Traceback" not in self.text, self.text

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)
