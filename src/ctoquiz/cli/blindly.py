"""What `pack check` needs besides the pack: the author's copy of the document, and quizzes for the blind solver."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from ctoquiz.cli.composing import askable
from ctoquiz.cli.manyquizzes import many_quizzes
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.i18n.words import Words
from ctoquiz.quality.document import Document, document


def document_of(name: str, pack: Pack) -> Document:
    """The document that the author has a copy of, without what the pack declares apart. Raises as reading it does."""
    from ctoquiz.storage.documents import read_document

    return document(read_document(Path(name), frozenset(pack.fingerprints.values())).values(), pack.about.apart)


def drawn_from(pack: Pack, stream: TextIO | None, say: Words) -> Sequence[Sequence[AnyQuestion]]:
    """Many quizzes of a pack, drawn as people draw them; `stream` is where progress is shown."""
    from ctoquiz.terminal.progress import watched

    label = say("Drawing quizzes for the blind player")
    return list(many_quizzes(askable(pack), watch=lambda draws: watched(draws, label, stream)))
