"""How a pack and its document cover each other, for a reader and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ctoquiz.document.coverage import Cited, Coverage
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.quiz import Edition
from ctoquiz.errors import N_
from ctoquiz.formats.columns import columns
from ctoquiz.formats.questions import edition_json
from ctoquiz.i18n.words import Words

COVERAGE_SCHEMA = "ctoquiz/coverage/1"

_KINDS: Mapping[str, str] = {"figure": N_("figure"), "item": N_("listed"), "abbreviation": N_("abbreviation")}
_MOST_NAMES = 6
"""So many families that cite a sentence are named in the table; JSON names every fact."""


def coverage_json(coverage: Coverage, edition: Edition) -> dict[str, Json]:
    """Every sentence that the pack knows, those of the document that it does not cite, and what its facts leave untold.

    `found` and `text` are null where there was no document to look into.
    """
    return {
        "schema": COVERAGE_SCHEMA,
        "pack": edition_json(edition),
        "whole": coverage.whole,
        "cited": [
            {
                "sentence": each.number,
                "fingerprint": each.fingerprint,
                "found": each.found,
                "facts": list(each.facts),
                "drafts": list(each.drafts),
                "text": each.text,
            }
            for each in coverage.cited
        ],
        "uncited": [
            {"sentence": each.number, "fingerprint": each.fingerprint, "text": each.text} for each in coverage.uncited
        ],
        "untold": [
            {"sentence": each.sentence, "kind": each.kind, "text": each.text, "draft": each.draft}
            for each in coverage.untold
        ],
    }


def coverage_text(coverage: Coverage, edition: Edition, say: Words) -> str:
    """A line for each sentence that the pack knows, what is missing on either side, and the sum of it."""
    blocks = ["\n".join(_table(coverage, say)), *_lacks(coverage, say), _sum(coverage, edition, say)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _table(coverage: Coverage, say: Words) -> list[str]:
    if not coverage.cited:
        return []
    head = (say("sentence"), say("fingerprint"), say("in the document"), say("facts"), say("cited by"))
    rows = [
        (str(each.number), each.fingerprint, _found(each, say), say.number(len(each.facts)), _citing(each, say))
        for each in coverage.cited
    ]
    return columns([head, *rows], right=(0, 3))


def _found(cited: Cited, say: Words) -> str:
    if cited.found is None:
        return say("not looked up")
    return say("yes") if cited.found else say("NO")


def _citing(cited: Cited, say: Words) -> str:
    """The families whose facts cite a sentence, with how many of each, and how many drafts do."""
    families = Counter(name.partition(".")[0] for name in cited.facts)
    names = [name if count == 1 else f"{name} ×{count}" for name, count in families.items()]
    if len(names) > _MOST_NAMES:
        names = [*names[:_MOST_NAMES], "…"]
    drafts = [say.plural("{n} draft", "{n} drafts", len(cited.drafts))] if cited.drafts else []
    return ", ".join([*names, *drafts])


def _lacks(coverage: Coverage, say: Words) -> Iterator[str]:
    if coverage.missing:
        yield say(
            "Cited, but not in this copy of the document: {numbers}. Facts to look at again: {facts}.",
            numbers=_numbers(coverage.missing),
            facts=", ".join(dict.fromkeys(_resting(coverage.missing))) or "—",
        )
    if coverage.idle:
        head = say("With a fingerprint, but no fact rests on them. Write a fact, or take the line out:")
        yield "\n".join([head, *_sentences(coverage.idle)])
    if coverage.proposed:
        yield say(
            "Only drafts rest on these: {numbers}. Confirm what is right (remove `draft: true`).",
            numbers=_numbers(coverage.proposed),
        )
    if coverage.uncited:
        head = say("In the document, but cited by no fact (lines that say nothing go under `navigation` in pack.yaml):")
        rows = [(f"  {each.number}", each.fingerprint, each.text) for each in coverage.uncited]
        yield "\n".join([head, *columns(rows)])
    yield from _untold(coverage, say)


def _untold(coverage: Coverage, say: Words) -> Iterator[str]:
    told = [each for each in coverage.untold if not each.draft]
    if told:
        head = say(
            "In sentences that facts cite, but told by none of them. Write a fact; where one has other words for it, "
            "add these to its `aliases`:"
        )
        yield "\n".join([head, *columns([(f"  {each.sentence}", say(_KINDS[each.kind]), each.text) for each in told])])


def _resting(cited: Iterable[Cited]) -> Iterator[str]:
    for each in cited:
        yield from (*each.facts, *each.drafts)


def _sentences(cited: Sequence[Cited]) -> list[str]:
    return columns([(f"  {each.number}", each.fingerprint, each.text or "") for each in cited])


def _numbers(cited: Sequence[Cited]) -> str:
    return ", ".join(str(each.number) for each in cited)


def _sum(coverage: Coverage, edition: Edition, say: Words) -> str:
    drafts = sum(each.draft for each in coverage.untold)
    parts = [
        say.plural("{n} sentence cited", "{n} sentences cited", len(coverage.cited)),
        say.plural("{n} missing from the document", "{n} missing from the document", len(coverage.missing)),
        say.plural("{n} without a fact", "{n} without a fact", len(coverage.idle) + len(coverage.proposed)),
        say.plural(
            "{n} of the document cited by no fact", "{n} of the document cited by no fact", len(coverage.uncited)
        ),
        say.plural("{n} thing untold", "{n} things untold", len(coverage.untold) - drafts),
    ]
    if drafts:
        parts.append(say.plural("{n} told by drafts alone", "{n} told by drafts alone", drafts))
    return say("Pack {id}, edition {version}: {parts}.", id=edition.id, version=edition.version, parts=", ".join(parts))
