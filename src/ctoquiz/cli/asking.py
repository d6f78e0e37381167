"""Who answers: a person at a terminal, a file of answers, or another program."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ctoquiz.cli.options import AssessOptions, PlayOptions
from ctoquiz.cli.starting import Started
from ctoquiz.cli.streams import tell
from ctoquiz.errors import N_
from ctoquiz.i18n.words import Words
from ctoquiz.session.asking import Asker

if TYPE_CHECKING:
    from ctoquiz.scripted.answers import AnswersFile
    from ctoquiz.scripted.channel import Phrase
    from ctoquiz.terminal.feedback import Passages

STANDARD_INPUT = "-"


def check_can_ask(options: PlayOptions | AssessOptions) -> None:
    """Raise WrongUsage (2) where a person is to be asked and there is no terminal; said before anything is drawn."""
    if options.answers is None and not options.jsonl:
        from ctoquiz.terminal import require_terminal

        require_terminal(sys.stdin, sys.stdout, sys.stderr)


def choose_asker(options: PlayOptions, started: Started, say: Words) -> Asker:
    """The one that the options name."""
    if options.jsonl:
        return _jsonl(started, say)
    if options.answers is not None:
        return _answers(options.answers, started)
    from ctoquiz.terminal import choose_asker as at_terminal

    passages = passages_of(options, started, say)
    return at_terminal(say, plain=options.plain, environment=os.environ, passages=passages, apart=options.json)


def _jsonl(started: Started, say: Words) -> Asker:
    from ctoquiz.scripted.jsonl import JsonlAsker

    document = started.catalogue.pack.about.document
    return JsonlAsker(sys.stdin, sys.stdout, started.progress.manner, document, phrase_in(say))


def _answers(name: str, started: Started) -> Asker:
    from ctoquiz.scripted.answers import AnswersAsker, answers_for

    progress = started.progress
    waiting = [question for question in progress.quiz.questions if question.id not in progress.answered]
    return AnswersAsker(answers_for(answers_file(name), waiting, progress.manner))


def answers_file(name: str) -> AnswersFile:
    """The file of answers that was named, standard input for `-`. Raises as reading YAML does."""
    from ctoquiz.scripted.answers import read_answers

    if name == STANDARD_INPUT:
        return read_answers(sys.stdin.buffer.read(), "<stdin>")
    from ctoquiz.storage.yamlfile import read_yaml_file

    return read_answers(read_yaml_file(Path(name)), name)


def phrase_in(say: Words) -> Phrase:
    """Puts errors into the words of a user who is a program."""
    from ctoquiz.cli.door import sentence

    return lambda error: sentence(error, say)


def passages_of(options: PlayOptions, started: Started, say: Words | None = None) -> Passages | None:
    """The passages of a source, from the reader's own copy of the document; None where none was named.

    `say` is for telling that the file holds none of them, where that wasn't told before.
    """
    if options.document is None:
        return None
    from ctoquiz.storage.documents import read_document

    fingerprints = started.catalogue.pack.fingerprints
    found = read_document(Path(options.document), frozenset(fingerprints.values()))
    if say is not None and fingerprints and found.keys().isdisjoint(fingerprints.values()):
        from ctoquiz.terminal.literal import literal_line

        message = N_("No sentence that this pack rests on is in {file}, so no passage is shown; name another file.")
        tell([say(message, file=literal_line(options.document))])
    return lambda source: [
        found[fingerprints[number]] for number in source.sentences if fingerprints.get(number) in found
    ]
