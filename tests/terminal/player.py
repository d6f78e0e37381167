"""Plays a small quiz at a real terminal: `python player.py LANG [plain] [SECONDS]`; run by the tests, not collected."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Mapping
from types import FrameType

from tests.terminal.builders import MULTIPLE, NUMBER, SINGLE, quiz

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.quiz import Manner
from ctoquiz.i18n.words import Words
from ctoquiz.session.loop import Progress, play
from ctoquiz.terminal import choose_asker


class Nowhere:
    """Keeps nothing."""

    def record(self, entry: Mapping[str, Json]) -> None:
        pass


class Terminated(BaseException):
    """What the handler of a signal raises."""


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise Terminated


def main(lang: str, *how: str) -> None:
    signal.signal(signal.SIGTERM, _terminate)
    limit = next((float(each) for each in how if each != "plain"), None)
    progress = Progress(quiz(SINGLE, MULTIPLE, NUMBER), Manner(lang=lang, time_limit=limit))
    asker = choose_asker(Words(lang), plain="plain" in how, environment=os.environ)
    end = "left"
    try:
        end = "complete" if play(progress, asker, Nowhere(), time.monotonic, "x") else "quit"
    except KeyboardInterrupt:
        end = "interrupted"
    except Terminated:
        end = "terminated"
    sys.stdout.write(f"END {end} {[entry.answer.notation for entry in progress.entries]}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
