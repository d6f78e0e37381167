"""What stands at the top and at the foot of every report, and what all of it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import Source
from ctoquiz.domain.text import Text
from ctoquiz.formats.report.parts import Wording
from ctoquiz.formats.resultrows import moment
from ctoquiz.i18n.words import Words
from ctoquiz.session.rescoring import mapping, number, text


def in_language(words: Text, say: Words) -> Wording:
    """A text of a pack in the reader's language, in another where it has no other."""
    lang = say.language if say.language in words else next(iter(words))
    return Wording(words[lang], lang)


def particulars(document: JsonObject, say: Words) -> tuple[tuple[str, str], ...]:
    """Who, when, how long, with which edition of which pack: each with its label."""
    return tuple((label, value) for label, value in _particulars(document, say) if value)


def _particulars(document: JsonObject, say: Words) -> Iterator[tuple[str, str]]:
    pack = mapping(document.get("pack"))
    stopped = document.get("status") != "complete"
    yield say("Name"), text(document.get("participant"))
    yield say("Finished"), moment(text(document.get("finished_at")), say)
    yield say("Time taken"), say.duration(number(document.get("seconds")) or 0.0)
    yield say("State"), say("stopped") if stopped else ""
    yield say("Pack"), say("{id}, edition {version}", id=text(pack.get("id")), version=text(pack.get("version")))


def footer(document: JsonObject, say: Words) -> str:
    """Which result this is, and what became of its score."""
    return say(
        "Result {id}. Worked out again from the answers by ctoquiz; the intervals are 95% intervals.",
        id=text(document.get("id")),
    )


def source_line(source: Source, pack: Pack, say: Words) -> str:
    """Where the document says so, in one line."""
    numbers = source.sentences
    return say(
        "Source: {document}, {section}, {sentences}",
        document=in_language(pack.about.document, say).text,
        section=in_language(pack.topic_title(source.section), say).text,
        sentences=say.plural("sentence {list}", "sentences {list}", len(numbers), list=", ".join(map(str, numbers))),
    )
