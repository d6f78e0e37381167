"""A saved assessment: its score worked out again from its raw answers, and its page."""

from __future__ import annotations

import sys
from pathlib import Path

from ctoquiz.cli.assessstarting import Started
from ctoquiz.cli.streams import tell
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.errors import N_, BadInput
from ctoquiz.formats.assessmentresult import worked_out
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import Words
from ctoquiz.session.assessed import Assessed, assessed
from ctoquiz.session.assessing import Ratings
from ctoquiz.session.rescoring import mapping, text
from ctoquiz.session.resumingratings import ratings_of
from ctoquiz.storage.packs import load_pack, shipped
from ctoquiz.storage.resultfile import StoredResult


@frozen
class Recomputed:
    """A saved assessment as it counts now. `verified` says that its very edition of the pack was at hand: with
    another one its answers count for what that one asks.
    """

    pack: Pack
    ratings: Ratings
    found: Assessed
    verified: bool


def recomputed(document: JsonObject) -> Recomputed | None:
    """The score of an assessment from its raw answers; None where its pack, or one with an assessment, is not at hand.

    Raises BadInput (65) for an answer that can't be.
    """
    name = text(mapping(document.get("pack")).get("id"))
    pack = load_pack(name) if name in shipped() else None
    if pack is None or pack.assessment is None:
        return None
    ratings = ratings_of(pack, document)
    is_same = mapping(document.get("pack")).get("digest") == pack.digest
    return Recomputed(pack, ratings, assessed(ratings), is_same)


def recomputed_json(document: JsonObject, now: Recomputed, say: Words) -> JsonObject:
    """The result as it was saved, but for what follows from its answers, which is worked out again."""
    return {**document, **worked_out(now.pack, now.ratings, now.found, say)}


def show(stored: StoredResult, folder: Path, say: Words) -> None:
    """Print the page of a saved assessment. Raises BadInput (65) where its pack is not at hand."""
    now = recomputed(stored.document)
    if now is None:
        raise BadInput(
            N_("The pack “{pack}” of this assessment is not at hand, so that it can’t be worked out again."),
            pack=text(mapping(stored.document.get("pack")).get("id")),
        )
    from ctoquiz.cli.assesssumming import summary
    from ctoquiz.terminal import show_assessment

    started = Started(now.pack, now.ratings, stored.document, None, folder)
    page = summary(started, now.found, complete=not stored.is_stopped, path=stored.path, pack=now.pack.about.id)
    if not now.verified:
        tell([say("This was taken with another edition of the pack; it is read here as today’s edition reads it.")])
    show_assessment(page, say, sys.stdout)
