"""An assessment before its first statement: begun anew, or brought back from where it was left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ctoquiz.cli.keeping import Nowhere, moment, new_session, ready_folder, tell_losses, words_in
from ctoquiz.cli.options import PACK, USUAL_CONTEXT, AssessOptions
from ctoquiz.domain.assessment.findings import ProfileAnswer, read_profile_answer
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.errors import N_, BadInput, WrongUsage
from ctoquiz.formats.assessmentresult import assessment_header
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import Words
from ctoquiz.session.assessing import Frame, Ratings, give_profile
from ctoquiz.session.loop import Recorder
from ctoquiz.session.resuming import pack_named, split
from ctoquiz.session.resumingratings import assessment_of, restored_ratings
from ctoquiz.storage.packs import load_pack

if TYPE_CHECKING:
    from ctoquiz.storage.journal import Journal


@frozen
class Started:
    """An assessment ready to be asked: its pack, how far it came, and where it is kept (None: nowhere)."""

    pack: Pack
    ratings: Ratings
    header: JsonObject
    journal: Journal | None
    folder: Path | None

    @property
    def session(self) -> str | None:
        """The session's id, where it is kept."""
        return None if self.journal is None else self.journal.id

    @property
    def recorder(self) -> Recorder:
        """What keeps the answers."""
        return self.journal or Nowhere()


@contextmanager
def start(options: AssessOptions, say: Words) -> Iterator[Started]:
    """The assessment that the options ask for; its journal is closed at the end, whatever happens."""
    started = _resumed(options, say) if options.resume or options.session else _new(options, say)
    try:
        give_profile(started.ratings, profile_of(options, started.ratings.assessment), started.recorder)
        yield started
    except BaseException:
        # What never came to a first rating is nothing to go on with.
        if started.journal is not None and not started.ratings.rated:
            started.journal.discard()
        raise
    finally:
        if started.journal is not None:
            started.journal.close()


def profile_of(options: AssessOptions, assessment: Assessment) -> Mapping[str, ProfileAnswer]:
    """The profile that the options tell. Raises WrongUsage (2) for an answer that the pack doesn't know."""
    questions = {} if assessment.profile is None else assessment.profile.by_id
    told: dict[str, ProfileAnswer] = {}
    for name, typed in options.profile.items():
        if name not in questions:
            raise WrongUsage(N_("This assessment asks nothing about “{name}”; leave --{name} away."), name=name)
        try:
            told[name] = read_profile_answer(questions[name], typed)
        except BadInput as error:
            raise WrongUsage.of(error.problems) from error
    return told


def _new(options: AssessOptions, say: Words) -> Started:
    folder = None if options.no_save else ready_folder(options.data_dir)
    pack = load_pack(options.pack)
    assessment = assessment_of(pack)
    profile_of(options, assessment)  # what is wrong there is told before anything is written
    lang = say.language if say.language in pack.languages else pack.languages[0]
    frame = Frame(options.context or USUAL_CONTEXT, lang, options.quick)
    header = assessment_header(
        pack,
        frame,
        session=new_session(),
        started_at=moment(),
        participant=options.name,
        count=len(assessment.items),
    )
    journal = None
    if folder is not None:
        from ctoquiz.storage.journal import Journal

        journal = Journal.begin(folder, header, str(header["id"]))
        header["id"] = journal.id
    return Started(pack, Ratings(assessment, frame), header, journal, folder)


def _resumed(options: AssessOptions, say: Words) -> Started:
    from ctoquiz.storage.journal import resume

    folder = ready_folder(options.data_dir)
    kept = resume(folder, options.session, split, "assessment")
    tell_losses(kept, words_in(options, kept.header, say))
    try:
        # Where a session is offered again, its pack was named on the command line, by its path perhaps.
        pack = load_pack(options.pack if options.pack != PACK else pack_named(kept.header))
        ratings = restored_ratings(pack, kept.header, kept.entries)
    except BaseException:
        kept.journal.close()
        raise
    return Started(pack, ratings, dict(kept.header), kept.journal, folder)
