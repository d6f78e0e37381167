"""The parts of a document: its title, its sections with their lines, and what only leads elsewhere.

All of it is guessed from the form of a line: how long it is, how it ends, what stands around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum

from ctoquiz.document.figures import figures
from ctoquiz.domain.sentences import paragraphs
from ctoquiz.frozen import frozen


class Role(Enum):
    """What a line seems to be."""

    HEADING = "heading"
    PROSE = "prose"
    BULLET = "bullet"
    STEP = "step"
    ROW = "row"
    HEAD = "table head"
    NAVIGATION = "navigation"


@frozen
class Sentence:
    """A sentence with its number in the document, from 1, and the role of its line; `text` is as written there."""

    number: int
    text: str
    role: Role

    @property
    def plain(self) -> str:
        """The sentence without the sign that a line begins with (`-`, `1.`, `#`)."""
        return _SIGNS.sub("", self.text).strip()


@frozen
class Part:
    """A section: its heading (None before the first one) and the sentences under it."""

    heading: Sentence | None
    sentences: tuple[Sentence, ...]


@frozen
class Outline:
    """A document: its title (empty where it seems to have none), its sections, and the lines that say nothing."""

    title: str
    parts: tuple[Part, ...]
    navigation: tuple[Sentence, ...]

    @property
    def count(self) -> int:
        """How many sentences are in its sections, headings left out."""
        return sum(len(part.sentences) for part in self.parts)


MOST_HEADING_WORDS = 12
_SIGNS = re.compile(r"^\s*(?:#{1,6}\s+|[-*•–—▪◦·]\s+|\(?\d{1,2}[.)]\s+)")
_MARKDOWN = re.compile(r"^#{1,6}\s+\S")
_BULLET = re.compile(r"^[-*•–—▪◦·]\s+\S")
_STEP = re.compile(r"^\(?\d{1,2}[.)]\s+\S")
_ROW = re.compile(r"^\|.*\|$|^[^:|]{2,60}(?:\s:|:|\s\||\t)\s*[^:]*\d")
_RULE = re.compile(r"^[\s|:=_*-]+$")
_LEADS_ELSEWHERE = re.compile(
    r"^(?:accueil|menu|partager|imprimer|voir\b.*|lire (?:aussi|la suite)\b.*|à lire aussi\b.*|découvr\w+\b.*|"
    r"en savoir plus\b.*|retour\b.*|contact\w*|(?:se )?connexion|s.inscrire\b.*|newsletter|cookies?\b.*|"
    r"mentions légales|suivez\b.*|télécharg\w+\b.*|postul\w+\b.*|home|share\b.*|print\b.*|"
    r"read (?:more|also|next)\b.*|see (?:also|more|all|our)\b.*|back to\b.*|log ?in|sign (?:in|up)\b.*|"
    r"subscribe\b.*|follow us\b.*|download\b.*|apply (?:now|here)\b.*|©.*)$",
    re.IGNORECASE,
)


def outline(text: str) -> Outline:
    """The parts of a text; its sentences have the numbers that they have for `sentences`."""
    sentences = list(_sentences(text))
    parts: list[Part] = []
    own: list[Sentence] = []
    heading: Sentence | None = None
    for sentence in sentences:
        if sentence.role is Role.HEADING:
            parts += _part(heading, own)
            heading, own = sentence, []
        elif sentence.role not in {Role.NAVIGATION, Role.HEAD}:
            own.append(sentence)
    parts += _part(heading, own)
    headings = {part.heading.number for part in parts if part.heading is not None}
    kept = headings | {each.number for part in parts for each in part.sentences}
    title = sentences[0].plain if sentences and sentences[0].role is Role.HEADING else ""
    return Outline(title, tuple(parts), tuple(each for each in sentences if each.number not in kept))


def _part(heading: Sentence | None, own: Sequence[Sentence]) -> list[Part]:
    return [Part(heading, tuple(own))] if own else []


def _sentences(text: str) -> Iterator[Sentence]:
    found = paragraphs(text)
    times = Counter(" ".join(line).casefold() for lines in found for line in lines)
    number = 0
    for lines in found:
        for place, line in enumerate(lines):
            role = _role(lines, place, repeated=times[" ".join(line).casefold()] > 1)
            for sentence in line:
                number += 1
                yield Sentence(number, sentence, _leading(sentence) or role)


def _leading(sentence: str) -> Role | None:
    short = len(sentence.split()) <= MOST_HEADING_WORDS
    return Role.NAVIGATION if short and _LEADS_ELSEWHERE.match(_SIGNS.sub("", sentence)) else None


def _role(lines: Sequence[Sequence[str]], place: int, *, repeated: bool) -> Role:
    """What one line of a paragraph seems to be; `repeated`: the document has it more than once."""
    line = " ".join(lines[place])
    if _RULE.match(line):
        return Role.NAVIGATION
    if _MARKDOWN.match(line):
        return Role.HEADING
    if _BULLET.match(line):
        return Role.BULLET
    if _STEP.match(line) and len(lines) > 1:
        return Role.STEP
    if _is_row(lines, place):
        return Role.ROW if figures(line) or not line.startswith("|") else Role.HEAD
    if repeated:
        return Role.NAVIGATION
    return Role.HEADING if len(lines[place]) == 1 and _is_heading(lines, place) else Role.PROSE


def _is_row(lines: Sequence[Sequence[str]], place: int) -> bool:
    """Whether a line is one of several under each other that give figures for something: `Apprenti : 1 200 €`."""
    line = " ".join(lines[place])
    if line.startswith("|") and line.endswith("|"):
        return True
    near = [" ".join(lines[other]) for other in (place - 1, place + 1) if 0 <= other < len(lines)]
    return bool(len(lines[place]) == 1 and _ROW.match(line)) and any(_ROW.match(other) for other in near)


def _is_heading(lines: Sequence[Sequence[str]], place: int) -> bool:
    """Whether a line of one sentence stands alone, or first in its paragraph, and is short and without a full stop."""
    line = " ".join(lines[place])
    if (
        line.endswith((".", ",", ";", ":", "…", "!"))
        or len(line.split()) > MOST_HEADING_WORDS
        or not line[:1].isalnum()
    ):
        return False
    alone = len(lines) == 1
    first = place == 0 and not alone and not figures(line) and ":" not in line and _differs(lines)
    return line[:1] == line[:1].upper() and (alone or first)


def _differs(lines: Sequence[Sequence[str]]) -> bool:
    """Whether what follows the first line is of another kind: prose, a list, figures."""
    following = " ".join(lines[1])
    longer = len(following.split()) > MOST_HEADING_WORDS or following.endswith((".", ";", ":"))
    return longer or len(lines[1]) > 1 or bool(_BULLET.match(following) or _STEP.match(following) or ":" in following)
