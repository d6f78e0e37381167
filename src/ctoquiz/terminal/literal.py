"""Texts from packs, files and people, shown as they are: nothing in them is obeyed, nothing is lost."""

from __future__ import annotations

from unicodedata import category, normalize

_KEPT = "\n"
_SUBSTITUTES = {
    "✓": "+",
    "✗": "x",
    "◐": "~",
    "●": "*",
    "○": "o",
    "❯": ">",
    "█": "#",
    "░": ".",
    "━": "=",
    "┊": "|",
    "─": "-",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "„": '"',
    "—": "-",
    "–": "-",
    "−": "-",
    "‑": "-",
    "…": "...",
    "→": "->",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "x",
    "·": "-",
    "•": "-",
    "€": "EUR",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "↑": "up",
    "↓": "down",
}


def literal(text: str) -> str:
    r"""The text with every control, bidirectional or other invisible character as its code point: `\u{1b}`.

    Line feeds stay; tabs become spaces.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def literal_line(text: str) -> str:
    """The same on one line: a line feed, with which somebody could add lines of their own, is shown too."""
    return literal(text).replace("\n", "\\u{a}")


def _shown(character: str) -> str:
    if character == "\t":
        return " "
    # Cf holds the bidirectional controls; joiners and soft hyphens go with them. Separators (Z) but for the plain
    # no-break spaces are line and paragraph separators, which terminals treat in ways of their own.
    hidden = category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return f"\\u{{{ord(character):x}}}" if hidden and character not in _KEPT else character


def encodable(text: str, encoding: str) -> str:
    """The text with every character that the encoding can't hold replaced: a likeness, or `?`."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_replaced(character, encoding) for character in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


def holds(text: str, encoding: str) -> bool:
    """Whether the encoding can hold all of the text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _replaced(character: str, encoding: str) -> str:
    if holds(character, encoding):
        return character
    base = _SUBSTITUTES.get(character) or normalize("NFKD", character)[0]
    return base if holds(base, encoding) else "?"
