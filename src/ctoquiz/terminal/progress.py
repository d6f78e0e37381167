"""How far long work has come, for whoever waits at a terminal: nothing for others, and nothing while it is short."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

Item = TypeVar("Item")

PATIENCE = 1.0
"""Seconds of silence before a bar appears."""


def watched(items: Sequence[Item], label: str, stream: TextIO | None) -> Iterator[Item]:
    """The items one by one, with a bar on the stream that says how many are done; no stream, no bar."""
    begun, bar = time.monotonic(), None
    try:
        for done, item in enumerate(items):
            if bar is None and stream is not None and time.monotonic() - begun > PATIENCE:
                bar = _bar(label, len(items), stream)
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done)
            yield item
    finally:
        if bar is not None:
            bar.stop()


def _bar(label: str, total: int, stream: TextIO) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(file=stream), transient=True)
    bar.add_task(label, total=total)
    bar.start()
    return bar
