"""What `pack check` needs besides the pack: the author's copy of the document, and quizzes for the blind solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from ctoquiz.cli.composing import askable
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.selection import Selection
from ctoquiz.errors import CtoquizError, WrongUsage
from ctoquiz.generation.catalogue import Catalogue
from ctoquiz.generation.compose import from_seed
from ctoquiz.i18n.words import Words
from ctoquiz.quality.blind.table import SEEDS, WANTED, Table, Wanted, solve
from ctoquiz.quality.document import Document, document


def document_of(name: str, pack: Pack) -> Document:
    """The document that the author has a copy of, without what the pack declares apart. Raises as reading it does."""
    from ctoquiz.storage.documents import read_document

    return document(read_document(Path(name), frozenset(pack.fingerprints.values())).values(), pack.about.apart)


def blind_table(pack: Pack, stream: TextIO | None, say: Words) -> Table:
    """What surface cues gain over many quizzes, drawn as people draw them; `stream` is where progress is shown."""
    from ctoquiz.terminal.progress import watched

    whole = askable(pack)
    wanted = [(each, seed) for each in WANTED for seed in range(SEEDS)]
    quizzes = [
        quiz
        for each, seed in watched(wanted, say("Drawing quizzes for the blind player"), stream)
        for quiz in _drawn(whole, each, seed)
    ]
    return solve(quizzes, pack.languages)


def _drawn(whole: Catalogue, wanted: Wanted, seed: int) -> Iterator[Sequence[AnyQuestion]]:
    """The quiz that is wanted, a shorter one where the pack has no more, or none where it has no such question."""
    try:
        selection = Selection(kinds=wanted.kinds)
        try:
            composed = from_seed(whole, selection, wanted.count, f"blind {seed}")
        except WrongUsage:
            composed = from_seed(whole, selection, None, f"blind {seed}")
    except CtoquizError:
        return
    yield composed.quiz.questions
