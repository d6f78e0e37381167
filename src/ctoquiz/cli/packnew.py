"""`ctoquiz pack new`: begins a pack from a document, as drafts for its author to confirm."""

from __future__ import annotations

from pathlib import Path

from ctoquiz.cli.options import PackNewOptions
from ctoquiz.cli.printing import print_json, print_page
from ctoquiz.document.drafting.base import harmless, slug
from ctoquiz.document.drafting.draft import Draft, draft
from ctoquiz.errors import N_, BadInput, Where
from ctoquiz.formats.draftpack import draft_files, draft_json, draft_text
from ctoquiz.i18n.words import Words
from ctoquiz.storage.documents import read_plain_text
from ctoquiz.storage.newfolders import check_free, write_folder

MOST_SIGNS = 2_000_000
"""A document of a thousand pages; a longer one is begun part by part."""


def run_new(options: PackNewOptions, say: Words) -> int:
    """Write a folder with the drafts of a pack; the exit code."""
    folder = Path(options.folder)
    check_free(folder)
    begun = _begun(options.document)
    name = slug(folder.absolute().name, begun.language, most=6) or "pack"
    write_folder(folder, draft_files(begun, name, harmless(Path(options.document).name), say))
    if options.json:
        print_json(draft_json(begun, options.folder, name))
    else:
        print_page(draft_text(begun, options.folder, options.document, say))
    return 0


def _begun(document: str) -> Draft:
    """The drafts for a document. Raises BadInput (65) where it is too long, or holds nothing to read."""
    text, where = read_plain_text(Path(document)), Where(document)
    if len(text) > MOST_SIGNS:
        message = N_("The document is longer than {most} million signs; begin with a part of it.")
        raise BadInput(message, where, most=MOST_SIGNS // 1_000_000)
    begun = draft(text, harmless(Path(document).stem))
    if not begun.sections:
        raise BadInput(N_("The document holds no sentence; save the text of the page in it, not its form."), where)
    return begun
