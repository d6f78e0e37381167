"""`ctoquiz report`: one self-contained page of a result, written beside whoever asks for it."""

from __future__ import annotations

import os
from pathlib import Path

from ctoquiz.cli.options import ReportOptions
from ctoquiz.cli.printing import print_page, print_utf8
from ctoquiz.cli.results import Editions
from ctoquiz.cli.streams import tell
from ctoquiz.domain.pack import Pack
from ctoquiz.errors import N_, BadInput, Problem, Where
from ctoquiz.i18n.words import Words
from ctoquiz.session.rescoring import mapping, text
from ctoquiz.storage.folders import data_folder, results_folder
from ctoquiz.storage.resultfile import StoredResult
from ctoquiz.storage.results import LATEST, ResultStore
from ctoquiz.terminal.literal import literal

STDOUT = "-"


def run(options: ReportOptions, say: Words) -> int:
    """Write the page of a result, or print it; the exit code."""
    store = ResultStore(results_folder(data_folder(options.data_dir, os.environ)))
    stored = _meant(options.id or LATEST, store, say)
    html = _page(stored, say)
    if options.output == STDOUT:
        print_utf8(html)
        return 0
    from ctoquiz.storage.outputs import write_output

    path = Path(options.output or f"ctoquiz-{stored.id}.html")
    write_output(path, html.encode())
    print_page(say("The report is in {path}", path=literal(str(path))) + "\n")
    return 0


def _meant(wanted: str, store: ResultStore, say: Words) -> StoredResult:
    """The result to make a page of: the latest that was finished, unless one is named.

    Whoever left a session since is told which one it is.
    """
    latest = store.get(wanted)
    if wanted != LATEST or not latest.is_stopped:
        return latest
    finished = [each for each in store.all().as_ended if not each.is_stopped]
    if not finished:
        tell([say("No session was finished yet; this is the one that was stopped last, {id}.", id=latest.id)])
        return latest
    found = finished[-1]
    tell([say("The last session was stopped; this is the last that was finished, {id}.", id=found.id)])
    return found


def _page(stored: StoredResult, say: Words) -> str:
    """The page in HTML. Raises BadInput (65) that names the file of the result."""
    try:
        return _quiz(stored, say) if stored.document["type"] == "quiz" else _assessment(stored, say)
    except BadInput as error:
        where = Where(str(stored.path))
        problems = [Problem(each.message, each.values, each.where or where) for each in error.problems]
        raise BadInput.of(problems) from error


def _quiz(stored: StoredResult, say: Words) -> str:
    from ctoquiz.formats.report.quiz import quiz_report
    from ctoquiz.session.rescoring import rescore

    edition = Editions().of(stored.document)
    rescored = rescore(stored.document, edition, say.language)
    return quiz_report(stored.document, rescored, None if edition is None else edition.pack, say)


def _assessment(stored: StoredResult, say: Words) -> str:
    from ctoquiz.formats.report.assessment import assessment_report
    from ctoquiz.session.assessed import assessed
    from ctoquiz.session.resumingratings import ratings_of

    pack = _edition(stored)
    ratings = ratings_of(pack, stored.document)
    return assessment_report(stored.document, pack, ratings, assessed(ratings), say)


def _edition(stored: StoredResult) -> Pack:
    """The pack that an assessment was made with. Raises BadInput (65): without it, its answers mean nothing."""
    found = Editions().of(stored.document)
    if found is not None:
        return found.pack
    pack = mapping(stored.document.get("pack"))
    raise BadInput(
        N_("This assessment rests on edition {version} of the pack “{id}”, which isn’t at hand; assess yourself anew."),
        version=text(pack.get("version")),
        id=text(pack.get("id")),
    )
