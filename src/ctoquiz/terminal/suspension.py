"""Suspension while somebody is asked: the terminal is given back as it was; after it, what is asked is shown again."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent


def let_suspend(application: Application[object], again: Callable[[], None] | None) -> KeyBindings:
    """Let a prompt be suspended by Ctrl-Z, which the keys returned do, and by TSTP from elsewhere; `again` shows anew
    what stood above it.

    prompt_toolkit knows the key only: a signal would leave the terminal without echo, and the prompt undrawn. Where
    TSTP is ignored nobody could wake the process, so that it stays awake. Windows has no suspension.
    """
    keys = KeyBindings()
    if sys.platform == "win32":
        return keys

    @keys.add("c-z", eager=True)
    def _(_: KeyPressEvent) -> None:
        os.kill(0, signal.SIGTSTP)  # to all of the pipeline, as a terminal sends it

    def watch() -> None:
        if signal.getsignal(signal.SIGTSTP) is not signal.SIG_IGN:
            asyncio.get_running_loop().add_signal_handler(signal.SIGTSTP, run_in_terminal, stop)

    def stop() -> None:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGTSTP)
        os.kill(os.getpid(), signal.SIGTSTP)
        watch()
        if again is not None:
            again()

    application.pre_run_callables.append(watch)
    return keys
