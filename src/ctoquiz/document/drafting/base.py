"""What all finders of candidates share: a proposal, and words of the document cut short and made into names.

A pack holds no run of six words of its document, and so neither does a draft: what is longer is cut after five words
and ends in “…”, which tells the author to word it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unicodedata import category, normalize

from ctoquiz.document.language import small_words
from ctoquiz.document.outline import Sentence
from ctoquiz.domain.facts import AnyFamily
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen
from ctoquiz.quality.language.lexicon import lexicon
from ctoquiz.quality.language.words import words

MOST_WORDS = 5
_MOST_SIGNS = 1_000
CUT = "…"


@frozen
class Proposal:
    """A family to confirm, and why it is proposed: a sentence marked for translation.

    `hedges` are words to keep; `measure` is what its figures count where a pack has no unit for it.
    """

    family: AnyFamily
    reason: str
    hedges: tuple[str, ...] = ()
    measure: str = ""


@frozen
class Source:
    """One section of a document about to be searched: the sentences, the language, the id of its topic."""

    topic: str
    sentences: tuple[Sentence, ...]
    language: str

    def text(self, words: str) -> Text:
        """Words of the document as a text of a draft: cut, in the document's language alone."""
        return {self.language: cut(words)}

    def whole(self, words: str) -> Text:
        """A name of the document, whole: a pack may hold those that it lists under `apart`."""
        return {self.language: harmless(words)}

    def hedges(self, sentences: Iterable[Sentence]) -> tuple[str, ...]:
        """The words in those sentences that soften what they say."""
        known = {word for group in lexicon(self.language).hedges.values() for word in group}
        return tuple(dict.fromkeys(word for each in sentences for word in words(each.text) if word in known))


def cut(text: str, most: int = MOST_WORDS) -> str:
    """The first words of a text, on one line without what could move a terminal; “…” where there were more.

    What holds several words (`d’une`, `et/ou`) counts for as many, and a sign alone (`€`, `:`) for none.
    """
    kept: list[str] = []
    count = 0
    parts = harmless(text[:_MOST_SIGNS]).split()
    for part in parts:
        count += len(words(part))
        if kept and (count > most or len(kept) > 2 * most):
            break
        kept.append(part)
    plain = " ".join(kept).strip(" ,;:")
    return plain if len(kept) == len(parts) and len(text) <= _MOST_SIGNS else f"{plain} {CUT}"


def harmless(text: str) -> str:
    """The text on one line, without control and format characters."""
    return " ".join("".join(sign if category(sign)[0] != "C" else " " for sign in text).split())


def slug(text: str, language: str, most: int = 3) -> str:
    """A short name from the words of a text that say something; empty where no letter or digit is left."""
    spelled = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", " ")
    plain = normalize("NFD", spelled).encode("ascii", "ignore").decode()
    small = small_words(language)
    parts = re.findall(r"[a-z0-9]+", plain)
    telling = [part for part in parts if part not in small and (len(part) > 1 or part.isdigit())]
    return "-".join((telling or parts)[:most])[:40].strip("-")


def named(texts: Sequence[str], language: str) -> list[str]:
    """A short name for each text, no two alike."""
    found: list[str] = []
    for text in texts:
        name = slug(text, language) or "fact"
        place = 2
        unique = name
        while unique in found:
            unique, place = f"{name}-{place}", place + 1
        found.append(unique)
    return found
