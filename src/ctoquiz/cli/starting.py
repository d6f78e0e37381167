"""A session before its first question: drawn anew, or brought back from where it was left."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ctoquiz.cli.composing import askable, compose, selection, warn
from ctoquiz.cli.keeping import moment, new_session, ready_folder, tell_losses, words_in
from ctoquiz.cli.options import PlayOptions
from ctoquiz.domain.chance import Chance
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.errors import N_, WrongUsage
from ctoquiz.formats.results import header_json
from ctoquiz.frozen import frozen
from ctoquiz.generation.catalogue import Catalogue, catalogue
from ctoquiz.generation.compose import DEFAULT_COUNT, once_more
from ctoquiz.i18n.words import Words
from ctoquiz.session.history import History, attempts_of, history
from ctoquiz.session.loop import Progress
from ctoquiz.session.resuming import pack_named, restored, split
from ctoquiz.storage.packs import DEFAULT, load_pack

if TYPE_CHECKING:
    from ctoquiz.storage.journal import Journal


@frozen
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


def _new(options: PlayOptions, say: Words) -> Started:
    folder = None if options.no_save else ready_folder(options.data_dir)
    whole = askable(load_pack(options.selection.pack))
    quiz = _mistakes(options, whole) if options.mistakes else _drawn(options, whole, say)
    manner = _manner(options, whole, say)
    header = header_json(
        quiz,
        manner,
        session=new_session(),
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

    folder = ready_folder(options.data_dir)
    kept = resume(folder, options.session, split, "quiz")
    tell_losses(kept, words_in(options, kept.header, say))
    try:
        named = options.selection.pack
        whole = catalogue(load_pack(named if named != DEFAULT else pack_named(kept.header)))
        progress = restored(whole, kept.header, kept.entries)
    except BaseException:
        kept.journal.close()
        raise
    return Started(whole, progress, dict(kept.header), kept.journal, folder)


def _drawn(options: PlayOptions, whole: Catalogue, say: Words) -> Quiz:
    fixed = options.selection.seed is not None or options.selection.code is not None
    rank = None if fixed else past(options, whole).rank
    composed = compose(options.selection, whole, rank, Chance.of(os.urandom(16).hex()))
    warn(composed, say)
    return composed.quiz


def _mistakes(options: PlayOptions, whole: Catalogue) -> Quiz:
    """What was missed in the latest attempts, the latest first, no fact twice."""
    wanted = selection(options.selection, whole.pack)
    missed = (whole.find(question) for question in reversed(past(options, whole).missed))
    again = [blueprint for blueprint in missed if blueprint is not None and wanted.allows(blueprint)]
    most = options.selection.count or DEFAULT_COUNT
    quiz = once_more(whole, again, most, os.urandom(8).hex()).quiz
    if not quiz.questions:
        raise WrongUsage(N_("Nothing was missed that could be asked again; play a new quiz with `ctoquiz play`."))
    return quiz


def past(options: PlayOptions, whole: Catalogue) -> History:
    """What this person has seen and missed, from the results of the data folder."""
    from ctoquiz.storage.folders import data_folder
    from ctoquiz.storage.folders import results_folder as results_in
    from ctoquiz.storage.results import ResultStore

    store = ResultStore(results_in(data_folder(options.data_dir, os.environ)))
    facts = {blueprint.id: blueprint.facts for blueprint in whole.blueprints}
    documents = [result.document for result in store.all().as_ended]
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
