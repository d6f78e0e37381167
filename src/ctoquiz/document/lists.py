"""The enumerations in a sentence: between commas, in brackets, with slashes, or titles in a row without any sign.

A grammar is not known here. Items of a list begin alike, so that the first and the last can be cut out of what stands
before and after. Libraries that know a grammar (spaCy, Stanza) bring models of tens of megabytes for each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ctoquiz.document.beginnings import (
    BREAKS,
    NONE,
    PREPOSITIONS,
    RELATIVES,
    SOFT_BREAKS,
    WORD,
    Sort,
    after_elision,
    bare,
    first_word,
    sort_of,
)
from ctoquiz.document.language import small_words
from ctoquiz.frozen import frozen

MOST_WORDS = 9
"""An item is not longer; what is longer between two commas is a clause."""


@frozen
class Enumeration:
    """What a sentence lists, in its order. `open`: the text says that there is more (“…”, “etc.”, “such as”).

    `before` is what leads to the list in its clause.
    """

    items: tuple[str, ...]
    open: bool
    before: str = ""


_BRACKETS = re.compile(r"\(([^()]*)\)")
_ENDS_OPEN = re.compile(r"(?:…|\.\.\.|,?\s*\betc\b\.?(?:\s*…)?)\s*$", re.IGNORECASE)
_OPENING = (
    r"notamment|par exemple|p\. ?ex\.|t(?:els?|elles?) (?:que|qu.)|comme|dont|en particulier|entre autres|incluent|"
    r"comprennent|such as|for example|for instance|e\.g\.|including|includes?|notably|like|among others"
)
_SAYS_OPEN = re.compile(rf"\b(?:{_OPENING})(?=\W|$)", re.IGNORECASE)
_STARTS_OPEN = re.compile(rf"^\W*(?:{_OPENING})\W*", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*(?::|;|\.(?=\s|$)|[!?]|…|\.\.\.|\s[–—-]\s)\s*")
_AND = (
    r"(?:et/ou|and/or|et|ou|and|or|voire|puis|ainsi que|mais aussi|ou encore|ou bien|et aussi|as well as|but also|then)"
    r"(?:\s+(?:encore|aussi|même|also))?"
)
_SEPARATOR = re.compile(rf"\s*,\s*(?:(?P<last>{_AND})\s+)?|\s+(?P<pair>{_AND})\s+", re.IGNORECASE)
_LAST = re.compile(r"et|ou|and|or", re.IGNORECASE)
"""With one of these, a list says that it ends."""
_SLASHED = re.compile(r"(?<![\w/])[^\W\d_][\w-]*(?:/[^\W\d_][\w-]*)+(?![\w/])")
_NO_LIST = frozenset({"et/ou", "and/or", "km/h", "he/she", "she/he", "his/her", "il/elle", "h/f", "f/h", "m/f"})


_VERBS = (re.compile(r"..(?:er|ir|re)$"), re.compile(r"..ing$"))
"""How verbs end that are listed: infinitives in French, gerunds in English."""
_OF = frozenset({"de", "d", "du", "des", "of"})


def enumerations(sentence: str, language: str) -> list[Enumeration]:
    """The lists of a sentence, those in brackets after the others."""
    rest = _BRACKETS.sub(" ", sentence)
    found = [*_titles(sentence), *_in_clauses(rest, language), *_slashed(rest), *_bracketed(sentence)]
    return [each for each in found if len({item.casefold() for item in each.items}) > 1]


def _titles(line: str) -> Iterator[Enumeration]:
    """Titles in a row on one line, each beginning with a capital: `Prompt engineer Lead développeur Ingénieur IA`."""
    if re.search(r"[.,;:!?()]", line):
        return
    items: list[str] = []
    for word in line.split():
        begins = word[:1].isupper() and not (len(word) > 1 and word.isupper())
        if begins or not items:
            items.append(word)
        else:
            items[-1] += f" {word}"
    if len(items) > 4 and sum(" " in item for item in items) * 2 >= len(items) and max(map(_count, items)) <= 4:
        yield Enumeration(tuple(items), open=False)


def _bracketed(sentence: str) -> Iterator[Enumeration]:
    for match in _BRACKETS.finditer(sentence):
        inner = match[1].strip()
        opened = bool(_ENDS_OPEN.search(inner) or _STARTS_OPEN.search(inner))
        inner = _STARTS_OPEN.sub("", _ENDS_OPEN.sub("", inner))
        items = [] if re.search(r"\d", inner) else _plain_items(inner, opened=opened)
        if len(items) > 1:
            yield Enumeration(tuple(items), opened, _tail(sentence[: match.start()]))


def _plain_items(inner: str, *, opened: bool) -> list[str]:
    """What brackets list; an `et` counts where the list ends with it, not within an item."""
    parts = re.split(r",|;|(?<=\w)/(?=\w)", inner)
    if not opened:
        parts = [*parts[:-1], *re.split(rf"\s+{_AND}\s+", parts[-1])]
    items = [re.sub(rf"^{_AND}\s+", "", part.strip(" .;:")) for part in parts]
    items = [item for item in items if re.search(r"[^\W\d_]{2}", item)]
    return items if all(_count(item) <= MOST_WORDS for item in items) else []


def _slashed(text: str) -> Iterator[Enumeration]:
    for match in _SLASHED.finditer(text):
        if match[0].casefold() not in _NO_LIST:
            yield Enumeration(tuple(match[0].split("/")), open=False, before=_tail(text[: match.start()]))


def _in_clauses(text: str, language: str) -> Iterator[Enumeration]:
    start, led = 0, False
    for end in (*_CLAUSE.finditer(text), None):
        clause = text[start : len(text) if end is None else end.start()]
        sign = "" if end is None else end[0].strip()
        yield from _in_clause(clause, language, trails=sign in {"…", "..."}, led=led)
        start, led = 0 if end is None else end.end(), sign == ":"


def _in_clause(clause: str, language: str, *, trails: bool, led: bool) -> Iterator[Enumeration]:
    """The lists of a clause that ends in an ellipsis (`trails`) or follows a colon (`led`)."""
    chunks, joints = _chunks(_ENDS_OPEN.sub("", clause))
    trails = trails or bool(_ENDS_OPEN.search(clause))
    begin = 0
    while begin < len(chunks) - 1:
        sort = sort_of(chunks[begin + 1], language)
        end = _end(chunks, joints, begin, language)
        whole = led and begin == 0 and sort_of(chunks[0], language) == sort
        items = _items(chunks[begin : end + 1], sort, language, whole=whole)
        opened = trails and end == len(chunks) - 1
        if sort != NONE and _is_list(items, sort, joined=any(joints[begin:end]) or whole, opened=opened):
            before = chunks[begin]
            yield Enumeration(tuple(items), opened or bool(_SAYS_OPEN.search(before)), _tail(_before(before, items[0])))
        begin = end


def _chunks(clause: str) -> tuple[list[str], list[str]]:
    """What stands between the separators, and the word of each separator: empty for a comma alone."""
    chunks: list[str] = []
    joints: list[str] = []
    start = 0
    for separator in _SEPARATOR.finditer(clause):
        chunks.append(clause[start : separator.start()].strip())
        joints.append(separator["last"] or separator["pair"] or "")
        start = separator.end()
    return [*chunks, clause[start:].strip()], joints


def _end(chunks: Sequence[str], joints: Sequence[str], begin: int, language: str) -> int:
    """The last chunk of the list that begins there: all are alike, and one that is joined by a word ends it."""
    sort = sort_of(chunks[begin + 1], language)
    end = begin + 1
    while end + 1 < len(chunks) and _count(chunks[end]) <= MOST_WORDS and sort_of(chunks[end + 1], language) == sort:
        if _LAST.fullmatch(joints[end - 1]) and not joints[end]:
            break
        end += 1
    return end


def _is_list(items: Sequence[str], sort: Sort, *, joined: bool, opened: bool) -> bool:
    """Three items that a word joins, or more; two only where they begin alike, and briefly."""
    if len(items) > 2:
        return joined or opened or len(items) > 3
    return len(items) == 2 and joined and sort != WORD and _count(items[0]) <= 4


def _items(chunks: Sequence[str], sort: Sort, language: str, *, whole: bool) -> list[str]:
    """The items, the first cut from what stands before it and the last from what stands after it."""
    inner = [_cut_relative(each) for each in chunks[1:-1]]
    widest = max(map(_count, inner), default=0)
    last = _cut_end(chunks[-1], widest, language)
    most = max(widest, _count(last))
    first = chunks[0] if whole else _cut_begin(chunks[0], sort, most, language, (*inner, last))
    return [bare(each, sort) for each in (first, *inner, last) if each]


def _cut_begin(chunk: str, sort: Sort, most: int, language: str, others: Sequence[str]) -> str:
    """The end of a chunk from where it is like the other items, no longer than the longest of them if that can be."""
    said = [match.end() for match in _SAYS_OPEN.finditer(chunk)]
    chunk = chunk[said[-1] :] if said and chunk[said[-1] :].strip() else chunk
    if sort == WORD:
        return _like_verbs(chunk, others) or _last_words(chunk.split(), most, language)
    spots = [match.start() for match in re.finditer(r"(?<![\w'’-])(?=[^\W_])", chunk)]
    alike = [chunk[spot:] for spot in spots if sort_of(chunk[spot:], language) == sort]
    return next((each for each in alike if _count(each) <= most), alike[-1] if alike else "")


def _like_verbs(chunk: str, others: Sequence[str]) -> str:
    """The end of a chunk from a verb in the form that all the other items begin with (`installer`, `testing`)."""
    ending = next((each for each in _VERBS if all(each.search(first_word(other)) for other in others)), None)
    words = chunk.split()
    spots = [place for place, word in enumerate(words) if ending and ending.search(after_elision(word))]
    return " ".join(words[spots[-1] :]) if spots else ""


def _last_words(words: Sequence[str], most: int, language: str) -> str:
    """The words at the end that say something, so many at most; none where they only say when or how.

    Words of several (`cadre de santé`) hold together where the other items have as many.
    """
    idle = small_words(language) - (_OF if most > 2 else frozenset())
    keep = next((back for back in range(len(words)) if first_word(words[-1 - back]) in idle), len(words))
    if not keep or (keep == len(words) - 1 and first_word(words[0]) in PREPOSITIONS):
        return ""
    led = keep < len(words) and keep <= 3 and words[-1 - keep].casefold() in PREPOSITIONS  # `in computer science, …`
    kept = list(words[-keep if led else -min(keep, max(most, 1) + (most > 2)) :])
    while len(kept) > 1 and first_word(kept[0]) in _OF:
        kept.pop(0)
    return " ".join(kept)


def _cut_end(chunk: str, widest: int, language: str) -> str:
    words = chunk.split()
    most = max(widest + 2, 4)
    kept: list[str] = []
    for place, word in enumerate(words[:most]):
        if place and ((len(words) > most and first_word(word) in SOFT_BREAKS) or first_word(word) in BREAKS):
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1].casefold() in small_words(language):
        kept.pop()
    return " ".join(kept).rstrip(' .,;:!?»”"')


def _cut_relative(item: str) -> str:
    """The item without a clause that says more of it (`la société pour laquelle il travaille`)."""
    words = item.split()
    for place, word in enumerate(words):
        if place and first_word(word) in RELATIVES:
            before = place - 1 if place > 1 and words[place - 1].casefold() in PREPOSITIONS else place
            return " ".join(words[:before])
    return item


def _before(chunk: str, first: str) -> str:
    place = chunk.rfind(first)
    return chunk[:place] if place > 0 else ""


def _tail(text: str) -> str:
    return " ".join(text.split()[-6:])


def _count(text: str) -> int:
    return len(text.split())
