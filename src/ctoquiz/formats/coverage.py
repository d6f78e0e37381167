"""How a pack and its document cover each other, for a reader and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctoquiz.domain.coverage import Cited, Coverage
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.formats.columns import columns
from ctoquiz.formats.questions import edition_json
from ctoquiz.generation.catalogue import Catalogue
from ctoquiz.generation.compose import edition
from ctoquiz.i18n.words import Words

COVERAGE_SCHEMA = "ctoquiz/coverage/1"


def coverage_json(coverage: Coverage, catalogue: Catalogue) -> dict[str, Json]:
    """Every sentence that the pack knows, and those of the document that it does not cite.

    `found` is null where there was no document to look into.
    """
    return {
        "schema": COVERAGE_SCHEMA,
        "pack": edition_json(edition(catalogue)),
        "whole": coverage.whole,
        "cited": [
            {"sentence": each.number, "fingerprint": each.fingerprint, "found": each.found, "facts": list(each.facts)}
            for each in coverage.cited
        ],
        "uncited": [{"fingerprint": mark, "text": text} for mark, text in coverage.uncited.items()],
    }


def coverage_text(coverage: Coverage, catalogue: Catalogue, say: Words) -> str:
    """A line for each sentence that the pack knows, what is missing on either side, and the sum of it."""
    blocks = ["\n".join(_table(coverage, say)), *_lacks(coverage, say), _sum(coverage, catalogue, say)]
    return "\n\n".join(blocks) + "\n"


def _table(coverage: Coverage, say: Words) -> list[str]:
    head = (say("sentence"), say("fingerprint"), say("in the document"), say("facts"))
    rows = [
        (str(each.number), each.fingerprint, _found(each, say), say.number(len(each.facts))) for each in coverage.cited
    ]
    return columns([head, *rows], right=(0, 3))


def _found(cited: Cited, say: Words) -> str:
    if cited.found is None:
        return say("not looked up")
    return say("yes") if cited.found else say("NO")


def _lacks(coverage: Coverage, say: Words) -> Iterator[str]:
    if coverage.missing:
        yield say(
            "Cited, but not in this copy of the document: {numbers}. Facts to look at again: {facts}.",
            numbers=_numbers(coverage.missing),
            facts=", ".join(dict.fromkeys(fact for each in coverage.missing for fact in each.facts)) or "—",
        )
    if coverage.idle:
        yield say(
            "With a fingerprint, but no fact rests on them: {numbers}. Write a fact, or take the line out.",
            numbers=_numbers(coverage.idle),
        )
    if coverage.uncited:
        head = say("In the document, but cited by no fact (lines that say nothing go under `navigation` in pack.yaml):")
        yield "\n".join([head, *columns([(f"  {mark}", text) for mark, text in coverage.uncited.items()])])


def _numbers(cited: Sequence[Cited]) -> str:
    return ", ".join(str(each.number) for each in cited)


def _sum(coverage: Coverage, catalogue: Catalogue, say: Words) -> str:
    parts = [
        say.plural("{n} sentence cited", "{n} sentences cited", len(coverage.cited)),
        say.plural("{n} missing from the document", "{n} missing from the document", len(coverage.missing)),
        say.plural("{n} without a fact", "{n} without a fact", len(coverage.idle)),
        say.plural(
            "{n} of the document cited by no fact", "{n} of the document cited by no fact", len(coverage.uncited)
        ),
    ]
    about = catalogue.pack.about
    return say("Pack {id}, edition {version}: {parts}.", id=about.id, version=about.version, parts=", ".join(parts))
