"""Conditions: “if …, …”, “quand …, …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctoquiz.document.drafting.base import Proposal, Source
from ctoquiz.document.outline import Sentence
from ctoquiz.domain.facts import ConditionFamily, Rule
from ctoquiz.errors import N_

REASON = N_("conditions and what follows from each; word both sides")

_WORD = r"si|s.ils?|s.elles?|quand|lorsqu(?:e|.)|en cas d(?:e|.)|if|when|whenever|unless|in case of|once|dès que"
_FIRST = re.compile(rf"^(?P<when>(?:{_WORD})\b[^,;.]{{3,120}}),\s*(?P<then>[^;]{{3,}}?)[.!]?$", re.IGNORECASE)
_LAST = re.compile(rf"^(?P<then>[^;]{{3,}}?),?\s+(?P<when>(?:{_WORD})\b[^,;]{{3,}}?)[.!]?$", re.IGNORECASE)
_MORE = re.compile(r";\s*")


def found(source: Source) -> Iterator[Proposal]:
    """One family of the conditions of a section."""
    every = [(sentence, when, then) for sentence in source.sentences for when, then in _conditions(sentence)]
    if every:
        rows = tuple(
            Rule(id=f"c{place}", sentences=(sentence.number,), when=source.text(when), then=source.text(then))
            for place, (sentence, when, then) in enumerate(every, 1)
        )
        family = ConditionFamily(id=f"{source.topic}-conditions", kind="condition", draft=True, rows=rows)
        yield Proposal(family, REASON, source.hedges(sentence for sentence, _, _ in every))


def _conditions(sentence: Sentence) -> Iterator[tuple[str, str]]:
    for clause in _MORE.split(sentence.plain):
        match = _FIRST.match(clause) or (None if clause.endswith("?") else _LAST.match(clause))
        if match:
            yield match["when"].strip(), match["then"].strip()
