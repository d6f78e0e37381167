"""`ctoquiz assess`: begin or go on, ask, save, tell."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from ctoquiz.cli.asking import answers_file, check_can_ask, phrase_in
from ctoquiz.cli.assessstarting import Started, profile_of, start
from ctoquiz.cli.keeping import moment, words_in
from ctoquiz.cli.offering import offered_assessment
from ctoquiz.cli.options import AssessOptions
from ctoquiz.cli.streams import tell_apart
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.errors import CtoquizError
from ctoquiz.formats.assessmentresult import assessment_result
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import Words
from ctoquiz.session.assessed import Assessed, assessed
from ctoquiz.session.assessing import Rater, assess, give_profile
from ctoquiz.signals import held, ignore

DONE, STOPPED = 0, 4


@frozen
class Ended:
    """An assessment that has ended: its result, what follows from it, and the file it was saved in (None: nowhere)."""

    complete: bool
    document: JsonObject
    found: Assessed
    path: Path | None


def run(options: AssessOptions, say: Words) -> int:
    """Assess somebody, anew or resumed, and save it; the exit code."""
    check_can_ask(options)
    chosen = offered_assessment(options, say)
    if chosen is None:
        return DONE
    options = chosen
    with start(options, say) as started:
        say = words_in(options, started.header, say)
        rater = _rater(options, started, say)
        ended = _assess(started, rater, say)
    _tell(options, started, ended, rater, say)
    return DONE if ended.complete else STOPPED


def _rater(options: AssessOptions, started: Started, say: Words) -> Rater:
    """The one that the options name."""
    if options.jsonl:
        from ctoquiz.scripted.jsonlratings import JsonlRater

        return JsonlRater(sys.stdin, sys.stdout, started.pack, phrase_in(say))
    if options.answers is not None:
        return _from_file(options, options.answers, started)
    from ctoquiz.terminal import choose_rater

    return choose_rater(say, plain=options.plain, environment=os.environ, apart=options.json)


def _from_file(options: AssessOptions, name: str, started: Started) -> Rater:
    from ctoquiz.scripted.ratings import RatingsRater, ratings_in

    ratings = started.ratings
    given = ratings_in(answers_file(name), ratings.assessment, ratings.rated)
    # What the command line says of the profile comes before what the file says.
    give_profile(ratings, {**given.profile, **profile_of(options, ratings.assessment)}, started.recorder)
    return RatingsRater(given.rated)


def _assess(started: Started, rater: Rater, say: Words) -> Ended:
    """Ask until the end. Whatever ends it before, what was answered is saved as a stopped session."""
    try:
        complete = assess(started.ratings, rater, started.recorder, time.monotonic, started.session)
    except BaseException as cause:
        ignore()
        # The cause is told by the door. That the stopped session can't be saved (a full disk) comes second: every
        # answer that was acknowledged is in the journal all the same.
        with suppress(CtoquizError, OSError):
            ended = _finish(started, say, complete=False)
            if not isinstance(cause, CtoquizError):  # which says itself what is saved
                _tell_what_is_saved(ended, say)
        raise
    with held() as waiting:
        ended = _finish(started, say, complete=complete)
        if waiting:  # the last page is then not shown
            _tell_what_is_saved(ended, say)
    return ended


def _finish(started: Started, say: Words, *, complete: bool) -> Ended:
    found = assessed(started.ratings)
    document = assessment_result(
        started.header,
        started.pack,
        started.ratings,
        found,
        say,
        status="complete" if complete else "stopped",
        finished_at=max(moment(), str(started.header["started_at"])),
    )
    path = started.journal.finish(document) if started.journal else None
    return Ended(complete, document, found, path)


def _tell_what_is_saved(ended: Ended, say: Words) -> None:
    if ended.path is not None:
        resume = say("What you answered is saved; go on with: ctoquiz assess --resume")
        message = say("The result is saved; see it with: ctoquiz results show latest") if ended.complete else resume
        tell_apart(message)


def _tell(options: AssessOptions, started: Started, ended: Ended, rater: Rater, say: Words) -> None:
    """The result for whoever asked for it: one JSON document, one event, or a page to read."""
    from ctoquiz.scripted.jsonlratings import JsonlRater

    if isinstance(rater, JsonlRater):
        rater.emit({"event": "result", "result": ended.document})
    elif options.json:
        sys.stdout.write(json.dumps(ended.document, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    else:
        from ctoquiz.cli.assesssumming import summary
        from ctoquiz.terminal import show_assessment

        page = summary(started, ended.found, complete=ended.complete, path=ended.path, pack=options.pack)
        show_assessment(page, say, sys.stdout, plain=options.plain)
