"""What a pack may not repeat of its document: every run of six words, but for what the pack declares apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctoquiz.frozen import frozen
from ctoquiz.quality.language.words import words

LONGEST_RUN = 6
"""A run of so many words is repeated."""

Run = tuple[str, ...]


@frozen
class Document:
    """The runs of words of a document, as `words` gives them, without those within a title or term declared apart."""

    runs: frozenset[Run]

    def repeated(self, text: str) -> str:
        """The first words of the document that a text repeats; empty where it repeats none."""
        return next((" ".join(run) for run in _runs(text) if run in self.runs), "")


def document(sentences: Iterable[str], apart: Iterable[str] = ()) -> Document:
    """The document of which those are the sentences, in their order; a run may go from one into the next."""
    allowed = frozenset(run for phrase in apart for run in _runs(phrase))
    return Document(frozenset(_runs(" ".join(sentences))) - allowed)


def _runs(text: str) -> Iterator[Run]:
    spoken = words(text)
    return (spoken[start : start + LONGEST_RUN] for start in range(len(spoken) - LONGEST_RUN + 1))
