"""Where sessions are kept, and what is told of those that come back: the same for a quiz and an assessment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ctoquiz.cli.options import AssessOptions, PlayOptions
from ctoquiz.cli.streams import tell
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.i18n.language import LANGUAGES
from ctoquiz.i18n.words import Words
from ctoquiz.session.rescoring import mapping, text

if TYPE_CHECKING:
    from ctoquiz.storage.journal import Resumed


class Nowhere:
    """Keeps nothing: for a session that isn't to be saved."""

    def record(self, entry: Mapping[str, Json]) -> None:
        """Let the entry go."""


def moment() -> str:
    """The time of now in UTC, as results write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_session() -> str:
    """An id for a session that begins now."""
    from ctoquiz.storage.journal import new_id

    return new_id(datetime.now(UTC), os.urandom(2).hex())


def ready_folder(data_dir: str | None) -> Path:
    """The folder of results, made and proved writable; `data_dir` is as it was typed. Raises CannotCreate (73)."""
    from ctoquiz.storage.folders import data_folder, ready
    from ctoquiz.storage.journal import tidy

    folder = ready(data_folder(data_dir, os.environ))
    tidy(folder)
    return folder


def words_in(options: PlayOptions | AssessOptions, header: JsonObject, say: Words) -> Words:
    """What speaks to the person: a session that goes on does so in its own language, where none is asked for.

    Its questions are in that language, whatever the environment has come to say since.
    """
    goes_on = options.resume or options.session is not None
    lang = text(mapping(header.get("quiz") or header.get("assessment")).get("lang"))
    return Words(lang) if goes_on and options.lang is None and lang in LANGUAGES else say


def tell_losses(kept: Resumed, say: Words) -> None:
    """What of a session could not be brought back, in one line each on standard error."""
    if kept.torn:
        tell([say("The last answer was cut off while it was being saved; it is asked again.")])
    if kept.damaged:
        said = say.plural(
            "{n} saved answer is damaged and is asked again; the file as it was found is kept as {path}.",
            "{n} saved answers are damaged and are asked again; the file as it was found is kept as {path}.",
            kept.damaged,
            path=kept.kept,
        )
        tell([said])
