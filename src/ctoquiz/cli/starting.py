"""A session before its first question: drawn anew, or brought back from where it was left."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ctoquiz.cli.composing import compose, selection, warn
from ctoquiz.cli.options import PlayOptions
from ctoquiz.domain.chance import Chance
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.errors import N_, WrongUsage
from ctoquiz.formats.results import header_json
from ctoquiz.generation.catalogue import Catalogue, catalogue
from ctoquiz.generation.compose import DEFAULT_COUNT, of_questions
from ctoquiz.i18n.words import Words
from ctoquiz.session.history import History, attempts_of, history
from ctoquiz.session.loop import Progress
from ctoquiz.session.resuming import pack_named, restored, split
from ctoquiz.storage.packs import load_pack

if TYPE_CHECKING:
    from ctoquiz.storage.journal import Journal, Resumed


@dataclass(frozen=True, slots=True)
class Started:
    """A session ready to be played: what it is drawn from, how far it came, and where it is kept (None: nowhere)."""

    catalogue: Catalogue
    progress: Progress
    header: dict[str, Json]
    journal: Journal | None
    folder: Path | None

    @property
    def session(self) -> str | None:
        """The session's id, where it is kept."""
        return None if self.journal is None else self.journal.id


class Nowhere:
    """Keeps nothing: for a session that isn't to be saved."""

    def record(self, entry: Mapping[str, Json]) -> None:
        """Let the entry go."""


@contextmanager
def start(options: PlayOptions, say: Words) -> Iterator[Started]:
    """The session that the options ask for; its journal is closed at the end, whatever happens."""
    started = _resumed(options, say) if options.resume or options.session else _new(options, say)
    try:
        yield started
    except BaseException:
        # What never came to a first answer is nothing to go on with.
        if started.journal is not None and not started.progress.entries:
            started.journal.discard()
        raise
    finally:
        if started.journal is not None:
            started.journal.close()


def moment() -> str:
    """The time of now in UTC, as results write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def results_folder(options: PlayOptions) -> Path:
    """The folder of results, made and proved writable. Raises CannotCreate (73)."""
    from ctoquiz.storage.folders import data_folder, ready
    from ctoquiz.storage.journal import tidy

    folder = ready(data_folder(options.data_dir, os.environ))
    tidy(folder)
    return folder


def _new(options: PlayOptions, say: Words) -> Started:
    folder = None if options.no_save else results_folder(options)
    whole = catalogue(load_pack(options.selection.pack))
    quiz = _mistakes(options, whole) if options.mistakes else _drawn(options, whole, say)
    manner = _manner(options, whole, say)
    header = header_json(
        quiz,
        manner,
        session=_new_id(),
        started_at=moment(),
        participant=options.name,
    )
    journal = None
    if folder is not None:
        from ctoquiz.storage.journal import Journal

        journal = Journal.begin(folder, header, str(header["id"]))
        header["id"] = journal.id
    return Started(whole, Progress(quiz, manner), header, journal, folder)


def _resumed(options: PlayOptions, say: Words) -> Started:
    from ctoquiz.storage.journal import resume

    folder = results_folder(options)
    kept = resume(folder, options.session, split)
    _tell_losses(kept, say)
    try:
        whole = catalogue(load_pack(pack_named(kept.header)))
        progress = restored(whole, kept.header, kept.entries)
    except BaseException:
        kept.journal.close()
        raise
    return Started(whole, progress, dict(kept.header), kept.journal, folder)


def _tell_losses(kept: Resumed, say: Words) -> None:
    """What of the session could not be brought back, in one line each on standard error."""
    if kept.torn:
        _tell(say("The last answer was cut off while it was being saved; it is asked again."))
    if kept.damaged:
        _tell(
            say.plural(
                "{n} saved answer is damaged and is asked again; the file as it was found is kept as {path}.",
                "{n} saved answers are damaged and are asked again; the file as it was found is kept as {path}.",
                kept.damaged,
                path=kept.kept,
            )
        )


def _tell(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201 - a warning, which is no error and so not the door's


def _new_id() -> str:
    from ctoquiz.storage.journal import new_id

    return new_id(datetime.now(UTC), secrets.token_hex(2))


def _drawn(options: PlayOptions, whole: Catalogue, say: Words) -> Quiz:
    fixed = options.selection.seed is not None or options.selection.code is not None
    rank = None if fixed else past(options, whole).rank
    composed = compose(options.selection, whole, rank, Chance.of(secrets.token_hex(16)))
    warn(composed, say)
    return composed.quiz


def _mistakes(options: PlayOptions, whole: Catalogue) -> Quiz:
    """What was missed in the latest attempts, the latest first, no fact twice."""
    wanted = selection(options.selection, whole.pack)
    chosen: list[str] = []
    used: set[str] = set()
    for question in reversed(past(options, whole).missed):
        blueprint = whole.find(question)
        if blueprint and wanted.allows(blueprint) and used.isdisjoint(blueprint.facts):
            chosen.append(blueprint.id)
            used.update(blueprint.facts)
    if not chosen:
        raise WrongUsage(N_("Nothing was missed that could be asked again; play a new quiz with `ctoquiz play`."))
    most = options.selection.count or DEFAULT_COUNT
    return of_questions(whole, chosen[:most], secrets.token_hex(8)).quiz


def past(options: PlayOptions, whole: Catalogue) -> History:
    """What this person has seen and missed, from the results of the data folder."""
    from ctoquiz.storage.folders import data_folder
    from ctoquiz.storage.folders import results_folder as results_in
    from ctoquiz.storage.results import ResultStore

    store = ResultStore(results_in(data_folder(options.data_dir, os.environ)))
    facts = {blueprint.id: blueprint.facts for blueprint in whole.blueprints}
    documents = [result.document for result in store.all().results]
    return history(attempts_of(documents, options.name), facts)


def _manner(options: PlayOptions, whole: Catalogue, say: Words) -> Manner:
    """How the quiz is played: in the user's language where the pack has it, else in the pack's first."""
    languages = whole.pack.languages
    return Manner(
        lang=say.language if say.language in languages else languages[0],
        exam=options.exam,
        certainty=options.certainty,
        time_limit=options.time_limit,
        pass_mark=options.pass_mark,
    )
