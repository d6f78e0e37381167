"""`ctoquiz pack coverage`: what a pack says of its document, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

from ctoquiz.cli.options import PackCoverageOptions
from ctoquiz.cli.printing import print_json, print_page
from ctoquiz.document.coverage import coverage
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.quiz import Edition
from ctoquiz.errors import BadInput
from ctoquiz.i18n.words import Words
from ctoquiz.storage.packs import load_pack


def run_coverage(options: PackCoverageOptions, say: Words) -> int:
    """Compare a pack with the document that it was made from; the exit code: 65 where something is missing."""
    pack = load_pack(options.pack)
    found = coverage(pack, None if options.document is None else _document(options.document, pack))
    edition = Edition(pack.about.id, pack.about.version, pack.digest, pack.languages)
    if options.json:
        from ctoquiz.formats.coverage import coverage_json

        print_json(coverage_json(found, edition))
    else:
        from ctoquiz.formats.coverage import coverage_text

        print_page(coverage_text(found, edition, say))
    return 0 if found.whole else BadInput.code


def _document(name: str, pack: Pack) -> list[str]:
    """The sentences of the document, those that the pack knows put together again where a copy breaks them."""
    from ctoquiz.domain.sentences import sentences
    from ctoquiz.storage.documents import read_plain_text

    known = (mark for section in pack.sections for mark in section.sentences.values())
    return sentences(read_plain_text(Path(name)), {*known, *pack.about.navigation})
