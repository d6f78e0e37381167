"""Texts from packs within Markdown: shown as they are, never obeyed as markup, HTML or mathematics."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"([\\`*_\[\]{}])")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "$": "&#36;", "^": "&#94;"}
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_LIST_NUMBER = re.compile(r"^(\d+)(?=[.)](?: |$))")
_AT_START = re.compile(r"^[#+=-]")
_CITATION = re.compile(r"(?<!\w)@(?=\w)")


def escaped(text: str) -> str:
    """The text in one line of Markdown.

    What every converter takes back is escaped with a backslash; what only some have as markup (tables, strike-out,
    formulas, citations) is written as HTML's reference to the character, which all of them understand.
    """
    plain = _ESCAPED.sub(r"\\\1", _REFERENCE.sub("&amp;", text.replace("\n", " ").strip(" ")))
    plain = "".join(_ENTITIES.get(sign, sign) for sign in plain)
    plain = _AT_START.sub(lambda start: f"&#{ord(start.group())};", plain)
    return _CITATION.sub("&#64;", _LIST_NUMBER.sub(r"\1\\", plain))
