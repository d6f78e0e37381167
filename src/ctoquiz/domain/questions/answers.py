"""What the notations of all kinds of question share: limits, letters, and the words of a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from unicodedata import category

from ctoquiz.domain.questions.base import LETTERS
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_, BadInput

MOST_CHARACTERS = 1000
_QUOTED_CHARACTERS = 40
_SEPARATORS = re.compile(r"[\s,;]+")


def unknown(notation: str) -> bool:
    """Whether an answer means “I don't know”: nothing but spaces, or a question mark."""
    return notation.strip() in ("", "?")


def tidy(notation: str) -> str:
    """An answer without the spaces around it; `BadInput` where it is too long or holds control characters."""
    text = notation.strip()
    if len(text) > MOST_CHARACTERS:
        raise BadInput(N_("The answer is longer than {most} characters; give a shorter one."), most=MOST_CHARACTERS)
    if any(category(character) in ("Cc", "Cs") and character not in "\t\n\r" for character in text):
        raise BadInput(N_("The answer holds control characters; type it again in plain text."))
    return text


def quoted(notation: str) -> str:
    """An answer as an error may repeat it: short, and without anything that a terminal could obey."""
    text = "".join(character if character.isprintable() else " " for character in notation.strip())
    return text if len(text) <= _QUOTED_CHARACTERS else text[: _QUOTED_CHARACTERS - 1] + "…"


def without_separators(notation: str) -> str:
    """An answer made of letters and digits in lower case, without spaces, commas and semicolons."""
    return _SEPARATORS.sub("", tidy(notation)).lower()


def read_letters(notation: str, count: int) -> tuple[int, ...]:
    """The indexes of the letters of an answer, in the order typed; letters go from a, for `count` options.

    Raises `BadInput` for a letter that is no option and for one that is there twice.
    """
    letters = without_separators(notation)
    known = LETTERS[:count]
    for letter in letters:
        if letter not in known:
            raise BadInput(
                N_("“{answer}” is not among the options; give letters from a to {last}."),
                answer=quoted(notation),
                last=known[-1],
            )
        if letters.count(letter) > 1:
            raise BadInput(N_("The letter {letter} is there twice; give each letter once."), letter=letter)
    return tuple(known.index(letter) for letter in letters)


def write_letters(indexes: Iterable[int]) -> str:
    """The letters of the indexes in their order, comma-separated."""
    return ",".join(LETTERS[index] for index in indexes)


def listed(texts: Sequence[Text]) -> Text:
    """Several texts as one, a semicolon after each but the last, with a no-break space before it in French."""
    return {
        language: ("\u00a0; " if language.partition("-")[0] == "fr" else "; ").join(text[language] for text in texts)
        for language in texts[0]
    }


def joined(texts: Sequence[Text], join: Callable[[Sequence[str]], str]) -> Text:
    """One text of several, at least one: `join` makes one string of the words of each language."""
    return {language: join([text[language] for text in texts]) for language in texts[0]}
