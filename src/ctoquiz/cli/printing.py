"""What commands print on standard output."""

from __future__ import annotations

import json
import sys

from ctoquiz.cli.streams import for_reader
from ctoquiz.domain.jsonvalue import Json


def as_json(document: Json) -> str:
    """JSON for people and programs: its letters as they are, its numbers not rounded, one line feed at the end."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def print_json(document: Json) -> None:
    """One document on standard output, in UTF-8 whatever the locale."""
    print_utf8(as_json(document))


def print_utf8(text: str) -> None:
    """The text as it is, in UTF-8 whatever the locale: for files and programs, with the same line ends everywhere."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        print_text(text)
        return
    sys.stdout.flush()
    buffer.write(text.encode())
    buffer.flush()


def print_text(text: str) -> None:
    """The text for whoever reads it, in the encoding of standard output."""
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()


def print_page(text: str) -> None:
    """A page to read: at a terminal with its lines broken at words, elsewhere as it is, for `grep` and files."""
    if sys.stdout is not None:
        print_text(for_reader(text, sys.stdout))
