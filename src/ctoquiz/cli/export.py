"""`ctoquiz export`: what `play` and `assess` would ask, for other programs or on paper."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

from ctoquiz.cli.composing import askable, compose, warn
from ctoquiz.cli.options import ExportAssessmentOptions, ExportOptions
from ctoquiz.cli.printing import as_json, print_text, print_utf8
from ctoquiz.domain.chance import Chance
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.quiz import Quiz
from ctoquiz.i18n.words import Words
from ctoquiz.session.resumingratings import assessment_of
from ctoquiz.storage.packs import load_pack


def run_quiz(options: ExportOptions, say: Words) -> int:
    """Print a quiz or write it to a file; the exit code."""
    whole = askable(load_pack(options.selection.pack))
    composed = compose(options.selection, whole, None, Chance.of(secrets.token_hex(16)))
    _deliver(_written(composed.quiz, whole.pack, options, say), options)
    warn(composed, say)
    return 0


def run_assessment(options: ExportAssessmentOptions, say: Words) -> int:
    """Print an assessment or write it to a file; the exit code."""
    pack = load_pack(options.pack)
    assessment, lang = assessment_of(pack), language_of(pack, say)
    if options.format == "markdown":
        from ctoquiz.formats.assessmentsheet import sheet

        _deliver(sheet(pack, assessment, lang, say), options)
    else:
        from ctoquiz.formats.assessment import assessment_json

        _deliver(as_json(assessment_json(pack, assessment, lang)), options)
    return 0


def _deliver(text: str, options: ExportOptions | ExportAssessmentOptions) -> None:
    if options.output is not None:
        from ctoquiz.storage.outputs import write_output

        write_output(Path(options.output), text.encode())
    elif options.format == "markdown" and sys.stdout is not None and sys.stdout.isatty():
        print_text(text)
    else:
        print_utf8(text)


def language_of(pack: Pack, say: Words) -> str:
    """The language of a pack's texts: the user's where the pack has it, else the pack's first."""
    return say.language if say.language in pack.languages else pack.languages[0]


def _written(quiz: Quiz, pack: Pack, options: ExportOptions, say: Words) -> str:
    lang, document = language_of(pack, say), pack.about.document
    if options.format == "markdown":
        from ctoquiz.formats.markdown import Sheet, handout

        return handout(Sheet(quiz, lang, document), say, key=options.key)
    from ctoquiz.formats.questions import quiz_json

    return as_json(quiz_json(quiz, lang, document))
