"""The looks that pages are tested in."""

from __future__ import annotations

from ctoquiz.i18n.words import Words
from ctoquiz.terminal.look import Look
from ctoquiz.terminal.signs import ASCII, UNICODE


def look(lang: str = "en", columns: int = 80, *, plain: bool = False, ascii_only: bool = False) -> Look:
    return Look(Words(lang), lang, columns, ASCII if ascii_only else UNICODE, plain=plain)
