"""`ctoquiz results list`, `results show`, `results erase`: what has been saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ctoquiz.cli.door import line
from ctoquiz.cli.options import ResultsEraseOptions, ResultsListOptions, ResultsShowOptions
from ctoquiz.cli.printing import print_json, print_page, print_text, print_utf8
from ctoquiz.cli.streams import tell
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.errors import N_, BadInput, Problem, Where, WrongUsage
from ctoquiz.formats.resultrows import Row, row, rows_csv, rows_json, rows_table
from ctoquiz.generation.catalogue import Catalogue, catalogue
from ctoquiz.i18n.words import Words
from ctoquiz.session.rescoring import Rescored, mapping, rescore, text
from ctoquiz.storage.folders import data_folder, results_folder
from ctoquiz.storage.packs import load_pack, shipped
from ctoquiz.storage.resultfile import StoredResult
from ctoquiz.storage.results import LATEST, Listing, ResultStore, read_folders
from ctoquiz.terminal.literal import literal, literal_line
from ctoquiz.terminal.screen import interactive

DONE, SOME_REJECTED = 0, 5
YES = frozenset({"y", "yes", "o", "oui"})


class Editions:
    """The packs that ship with the tool, by the digest of their content; each is read at most once."""

    def __init__(self) -> None:
        self._known: dict[str, Catalogue | None] = {}

    def of(self, document: JsonObject) -> Catalogue | None:
        """The pack of the very edition that a result was made with; None where it is not at hand."""
        pack = mapping(document.get("pack"))
        name, digest = text(pack.get("id")), text(pack.get("digest"))
        if name not in self._known:
            self._known[name] = catalogue(load_pack(name)) if name in shipped() else None
        found = self._known[name]
        return found if found is not None and found.pack.digest == digest else None


def run_list(options: ResultsListOptions, say: Words) -> int:
    """List results; the exit code: 5 where some files were rejected (they are named on standard error)."""
    listing = _listed(options)
    wanted = [each for each in listing.results if options.name in (None, each.document.get("participant"))]
    rows, rejected = _rows(wanted)
    if options.json:
        print_json(rows_json(rows))
    elif options.csv:
        print_utf8(rows_csv(rows, say.language, literal_line))
    else:
        print_page(rows_table(rows, say, literal_line))
    return _tell_rejected([*listing.rejected, *rejected], say)


def run_show(options: ResultsShowOptions, say: Words) -> int:
    """Show one result with its answers and its score, worked out again; the exit code."""
    store = _store(options.data_dir)
    stored = store.get(options.id or LATEST)
    if stored.document["type"] == "assessment":
        return _show_assessment(stored, store.folder, options, say)
    editions = Editions()
    rescored = _rescored(stored, editions, say.language)
    from ctoquiz.formats.resultpage import rescored_json, result_page

    if options.json:
        print_json(rescored_json(stored.document, rescored))
        return DONE
    whole = editions.of(stored.document)
    titles = {} if whole is None else {topic.id: topic.title for topic in whole.pack.topics}
    print_page(literal(result_page(stored.document, rescored, titles, say)))
    return DONE


def _show_assessment(stored: StoredResult, folder: Path, options: ResultsShowOptions, say: Words) -> int:
    from ctoquiz.cli.assessshowing import recomputed, recomputed_json, show

    with _named(stored):
        if options.json:
            now = recomputed(stored.document)
            print_json(stored.document if now is None else recomputed_json(stored.document, now, say))
        else:
            show(stored, folder, say)
    return DONE


def run_erase(options: ResultsEraseOptions, say: Words) -> int:
    """Erase results, after asking at a terminal; the exit code."""
    store = _store(options.data_dir)
    ids = _chosen(options, store)
    if not ids:
        print_text(say("There is nothing to erase.") + "\n")
        return DONE
    if not options.yes and not _confirmed(ids, say):
        print_text(say("Nothing was erased.") + "\n")
        return DONE
    store.erase(ids)
    print_text(say.plural("{n} result is erased.", "{n} results are erased.", len(ids)) + "\n")
    return DONE


def _store(data_dir: str | None) -> ResultStore:
    return ResultStore(results_folder(data_folder(data_dir, os.environ)))


def _listed(options: ResultsListOptions) -> Listing:
    if options.sources:
        return read_folders([Path(each) for each in options.sources])
    return _store(options.data_dir).all()


def _rows(results: Iterable[StoredResult]) -> tuple[list[Row], list[Problem]]:
    """A row for each result, and a problem for each whose answers are none."""
    editions = Editions()
    rows: list[Row] = []
    rejected: list[Problem] = []
    for stored in results:
        try:
            if stored.document["type"] == "quiz":
                rows.append(row(stored.document, _rescored(stored, editions).score.percent, None))
            else:
                rows.append(row(stored.document, None, _readiness(stored)))
        except BadInput as error:
            rejected += error.problems
    return rows, rejected


def _rescored(stored: StoredResult, editions: Editions, reader: str | None = None) -> Rescored:
    """The score worked out again, its texts in the reader's language. Raises BadInput (65) that names the file."""
    with _named(stored):
        return rescore(stored.document, editions.of(stored.document), reader)


def _readiness(stored: StoredResult) -> float | None:
    """The readiness claimed, worked out again; None where nothing was rated or the pack is not at hand."""
    from ctoquiz.cli.assessshowing import recomputed

    with _named(stored):
        now = recomputed(stored.document)
    return None if now is None else now.found.score.claimed.readiness


@contextmanager
def _named(stored: StoredResult) -> Iterator[None]:
    """Errors within name the file of the result."""
    try:
        yield
    except BadInput as error:
        where = Where(str(stored.path))
        raise BadInput.of([Problem(each.message, each.values, where) for each in error.problems]) from error


def _tell_rejected(rejected: Sequence[Problem], say: Words) -> int:
    if not rejected:
        return DONE
    tell(line(each, say) for each in rejected)
    return SOME_REJECTED


def _chosen(options: ResultsEraseOptions, store: ResultStore) -> list[str]:
    """The ids to erase, each once. Raises InputNotFound (66) for one that is none."""
    if options.everything:
        return store.ids()
    if options.name is not None:
        return _of_participant(options.name, store)
    known = store.ids()
    return list(dict.fromkeys(each if each in known else store.get(each).id for each in options.ids))


def _of_participant(name: str, store: ResultStore) -> list[str]:
    """The results of a participant, and the sessions that this person left unfinished."""
    from ctoquiz.session.resuming import split
    from ctoquiz.storage.journal import pending

    saved = [each.id for each in store.all().results if each.document.get("participant") == name]
    left = pending(store.folder, split) if store.folder.is_dir() else []
    return list(dict.fromkeys([*saved, *(each.id for each in left if each.header.get("participant") == name)]))


def _confirmed(ids: Sequence[str], say: Words) -> bool:
    """Whether the person at the terminal says yes. Raises WrongUsage (2) where there is nobody to ask."""
    if not interactive(sys.stdin, sys.stderr):
        raise WrongUsage(N_("There is no terminal to ask at; add --yes to erase without being asked."))
    question = say.plural("Erase {n} result for good? [yes/no]", "Erase {n} results for good? [yes/no]", len(ids))
    tell([*map(literal, ids), question], end=" ")
    return sys.stdin.readline().strip().casefold() in YES
