"""A session that was left is offered again before a new one begins."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from ctoquiz.cli.keeping import ready_folder
from ctoquiz.cli.options import AssessOptions, PlayOptions, Selection
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.i18n.words import Words
from ctoquiz.session.rescoring import items, text
from ctoquiz.session.resuming import split
from ctoquiz.storage.packs import load_pack

if TYPE_CHECKING:
    from ctoquiz.terminal.choices import Pending


def offered(options: PlayOptions, say: Words) -> PlayOptions | None:
    """The options to go on with: those of the session that was left where the person wants it; None to leave.

    Only a person who asked for nothing in particular is asked: who names a code or a topic wants just that.
    """
    if not _is_open_to_offers(options):
        return options
    left = _latest(options, say)
    if left is None:
        return options
    from ctoquiz.terminal.choices import offer_resume

    answer = offer_resume(left[1], say, plain=options.plain, environment=os.environ, apart=options.json)
    if answer == "quit":
        return None
    return replace(options, session=left[0]) if answer == "resume" else options


def offered_assessment(options: AssessOptions, say: Words) -> AssessOptions | None:
    """The same for an assessment: who names a context wants a new one."""
    scripted = options.answers is not None or options.jsonl
    if scripted or options.resume or options.session is not None or options.no_save or options.context is not None:
        return options
    left = _latest_assessment(options, say)
    if left is None:
        return options
    from ctoquiz.terminal.choices import offer_resume

    answer = offer_resume(left[1], say, plain=options.plain, environment=os.environ, apart=options.json)
    if answer == "quit":
        return None
    # What belongs to a new assessment alone is let go.
    return replace(options, session=left[0], quick=False, name=None) if answer == "resume" else options


def _latest_assessment(options: AssessOptions, say: Words) -> tuple[str, Pending] | None:
    from ctoquiz.storage.journal import pending
    from ctoquiz.terminal.choices import Pending

    pack = load_pack(options.pack)
    for left in pending(ready_folder(options.data_dir), split):
        kept, edition = left.header.get("assessment"), left.header.get("pack")
        same_pack = isinstance(edition, dict) and edition.get("digest") == pack.digest
        mine = left.header.get("participant") == options.name
        if pack.assessment is not None and isinstance(kept, dict) and same_pack and mine:
            count = len(pack.assessment.items)
            # A rating that was changed is recorded twice.
            answered = min(left.answered, count)
            return left.id, Pending(pack.assessment.title, _begun(left.header, say), answered, count, "assessment")
    return None


def _is_open_to_offers(options: PlayOptions) -> bool:
    scripted = options.answers is not None or options.jsonl
    going_on = options.resume or options.session is not None or options.mistakes
    return not (scripted or going_on or options.no_save) and options.selection == Selection()


def _latest(options: PlayOptions, say: Words) -> tuple[str, Pending] | None:
    """The id of the latest quiz that this person left and that can still go on, and what is to be shown of it."""
    from ctoquiz.storage.journal import pending
    from ctoquiz.terminal.choices import Pending

    pack = load_pack(options.selection.pack)
    for left in pending(ready_folder(options.data_dir), split):
        quiz, edition = left.header.get("quiz"), left.header.get("pack")
        same_pack = isinstance(edition, dict) and edition.get("digest") == pack.digest
        if isinstance(quiz, dict) and same_pack and left.header.get("participant") == options.name:
            count = len(items(quiz.get("questions")))
            return left.id, Pending(pack.about.title, _begun(left.header, say), min(left.answered, count), count)
    return None


def _begun(header: JsonObject, say: Words) -> str:
    """When a session began, in the user's time; nothing where its header was changed and doesn't tell."""
    try:
        return say.moment(datetime.fromisoformat(text(header.get("started_at"))).astimezone())
    except (ValueError, OverflowError, OSError):
        return ""
