"""The reader's own copy of the document is read with care."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctoquiz.domain.fingerprint import fingerprint
from ctoquiz.errors import BadInput, InputNotFound
from ctoquiz.storage.documents import read_document


def test_a_document_is_its_sentences_by_their_fingerprints(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("\ufeffTitre\r\n\r\nUn fait. Un autre fait.\r\n".encode())
    assert read_document(path) == {fingerprint(each): each for each in ("Titre", "Un fait.", "Un autre fait.")}


def test_a_document_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound, match="no document"):
        read_document(tmp_path / "none.txt")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="folder"):
        read_document(tmp_path)


def test_what_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"one\ntwo\ncaf\xe9\n")
    with pytest.raises(BadInput, match="UTF-8") as caught:
        read_document(path)
    assert str(caught.value.problems[0].where) == f"{path}:3"


def test_a_page_that_was_saved_as_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF\0\0")
    with pytest.raises(BadInput, match="plain text"):
        read_document(path)
