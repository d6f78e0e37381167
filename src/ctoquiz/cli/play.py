"""`ctoquiz play`: begin or go on, ask, save, tell."""

from __future__ import annotations

import json
import sys
import time
from contextlib import suppress
from pathlib import Path

from ctoquiz.cli.asking import check_can_ask, choose_asker, passages_of
from ctoquiz.cli.keeping import Nowhere, moment, words_in
from ctoquiz.cli.offering import offered
from ctoquiz.cli.options import PlayOptions
from ctoquiz.cli.starting import Started, start
from ctoquiz.cli.streams import tell_apart
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.scoring import Score
from ctoquiz.errors import CtoquizError
from ctoquiz.formats.results import result_json
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import Words
from ctoquiz.session.asking import Asker
from ctoquiz.session.loop import play
from ctoquiz.session.scored import score
from ctoquiz.signals import held, ignore

DONE, BELOW_PASS_MARK, STOPPED = 0, 3, 4


@frozen
class Ended:
    """A session that has ended: its result, its score, and the file that it was saved in (None: nowhere)."""

    complete: bool
    document: dict[str, Json]
    score: Score
    path: Path | None

    @property
    def code(self) -> int:
        """The exit code."""
        if not self.complete:
            return STOPPED
        return BELOW_PASS_MARK if self.score.passed is False else DONE


def run(options: PlayOptions, say: Words) -> int:
    """Play a quiz, new or resumed, and save it; the exit code."""
    check_can_ask(options)
    chosen = offered(options, say)
    if chosen is None:
        return DONE
    options = chosen
    with start(options, say) as started:
        say = words_in(options, started.header, say)
        asker = choose_asker(options, started, say)
        ended = _play(started, asker, say)
    _tell(options, started, ended, asker, say)
    return ended.code


def _play(started: Started, asker: Asker, say: Words) -> Ended:
    """Ask until the end. Whatever ends it before, what was answered is saved as a stopped session."""
    try:
        complete = play(started.progress, asker, started.journal or Nowhere(), time.monotonic, started.session)
    except BaseException as cause:
        ignore()
        # The cause is told by the door. That the stopped session can't be saved (a full disk) comes second: every
        # answer that was acknowledged is in the journal all the same.
        with suppress(CtoquizError, OSError):
            ended = _finish(started, complete=False)
            if not isinstance(cause, CtoquizError):  # which says itself what is saved
                _tell_what_is_saved(ended, say)
        raise
    with held() as waiting:
        ended = _finish(started, complete=complete)
        if waiting:  # the last page is then not shown
            _tell_what_is_saved(ended, say)
    return ended


def _finish(started: Started, *, complete: bool) -> Ended:
    result = score(started.progress, stopped=not complete)
    document = result_json(
        started.header,
        started.progress,
        result,
        status="complete" if complete else "stopped",
        finished_at=max(moment(), str(started.header["started_at"])),
    )
    path = started.journal.finish(document) if started.journal else None
    return Ended(complete, document, result, path)


def _tell_what_is_saved(ended: Ended, say: Words) -> None:
    if ended.path is not None:
        resume = say("What you answered is saved; go on with: ctoquiz play --resume")
        message = say("The result is saved; see it with: ctoquiz results show latest") if ended.complete else resume
        tell_apart(message)


def _tell(options: PlayOptions, started: Started, ended: Ended, asker: Asker, say: Words) -> None:
    """The result for whoever asked for it: one JSON document, one event, or a page to read."""
    from ctoquiz.scripted.jsonl import JsonlAsker

    if isinstance(asker, JsonlAsker):
        asker.emit({"event": "result", "result": ended.document})
    elif options.json:
        sys.stdout.write(json.dumps(ended.document, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    else:
        from ctoquiz.cli.summing import summary
        from ctoquiz.terminal import show_result

        page = summary(started, ended.score, complete=ended.complete, path=ended.path, pack=options.selection.pack)
        show_result(page, say, sys.stdout, plain=options.plain, passages=passages_of(options, started))
