"""The reader's own copy of the document that a pack is about: plain text, read and taken apart here, never kept."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ctoquiz.domain.fingerprint import fingerprint
from ctoquiz.domain.sentences import sentences
from ctoquiz.errors import N_, BadInput, CtoquizError, InputNotFound, InputOutputError, NotPermitted, Where
from ctoquiz.storage.disk import read_all

MAX_BYTES = 16 * 1024 * 1024


def read_document(path: Path, known: Collection[str] = ()) -> dict[str, str]:
    """The sentences of a document in its order, by their fingerprints; `known` are those that a pack cites.

    Raises InputNotFound (66), NotPermitted (77), InputOutputError (74), and BadInput (65) for what is no plain text.
    """
    return {fingerprint(sentence): sentence for sentence in sentences(read_plain_text(path), known)}


def read_plain_text(path: Path) -> str:
    """The text of a file in UTF-8. Raises like `read_document`."""
    where = Where(str(path))
    try:
        data = _content(path)
    except OSError as error:
        raise _explained(error, where) from error
    if len(data) > MAX_BYTES:
        raise BadInput(N_("The document is larger than {most} MB; save its text alone."), where, most=MAX_BYTES >> 20)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = N_("The document is not text in UTF-8; save it again as plain text, UTF-8.")
        raise BadInput(message, Where(str(path), line)) from error
    if "\0" in text:
        raise BadInput(N_("The document is not plain text; save it again as plain text, UTF-8."), where)
    return text


def _content(path: Path) -> bytes:
    # A pipe will do: `--document <(pdftotext page.pdf -)`.
    with path.open("rb") as file:
        if path.is_file():
            return read_all(file.fileno(), MAX_BYTES)
        return file.read(MAX_BYTES + 1)


def _explained(error: OSError, where: Where) -> CtoquizError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputNotFound(N_("There is no document here; check the path after --document."), where)
    if isinstance(error, IsADirectoryError):
        return BadInput(N_("This is a folder; name the file of the document’s text after --document."), where)
    if isinstance(error, PermissionError):
        return NotPermitted(N_("You may not read this document; ask for the permission, or name another."), where)
    reason = error.strerror or str(error)
    return InputOutputError(N_("The system can’t read the document: {reason}"), where, reason=reason)
