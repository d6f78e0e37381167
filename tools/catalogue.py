"""Refreshes the catalogues of translations from the messages that are marked in the source.

    python tools/catalogue.py            # update the .po, compile the .mo, print what is untranslated
    python tools/catalogue.py --check    # change nothing; 1 where anything is out of date or untranslated

A message is marked as `say("…")`, `say.plural("one …", "many …", n)` or `N_("…")`. Translations are kept; messages that
have gone stay at the end of the .po, as gettext does, until they are deleted by hand.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "ctoquiz"
LOCALES = SOURCE / "locale"
LANGUAGES = ("fr",)
PLURALS = {"fr": "nplurals=2; plural=(n > 1);"}
"""The forms in which a language counts, as the catalogues have them: what Babel knows of French differs by version."""
KEYWORDS = {"say": None, "N_": None, "plural": (1, 2)}
_NEVER = datetime(2026, 1, 1, tzinfo=UTC)  # a date of its own would change the file at every run

Gaps = frozenset[str]


def marked() -> Catalog:
    """Every message that is marked in the source."""
    template = _empty(None)
    for _, _, message, _, _ in extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS):
        template.add(message)
    return template


def updated(language: str) -> Catalog:
    """The catalogue of a language as it ought to be: every marked message, and what is translated already."""
    catalogue = _empty(language)
    for message in read(language):
        if message.id:
            catalogue.add(message.id, message.string)
    catalogue.update(marked(), no_fuzzy_matching=True, update_header_comment=False)
    return catalogue


def _empty(language: str | None) -> Catalog:
    catalogue = Catalog(
        locale=language,
        project="ctoquiz",
        version="1",
        last_translator="the authors of ctoquiz",
        language_team="the authors of ctoquiz",
        msgid_bugs_address="the authors of ctoquiz",
        creation_date=_NEVER,
        revision_date=_NEVER,
        fuzzy=False,
    )
    catalogue.header_comment = "# The words of ctoquiz."
    if language is not None:
        catalogue.mime_headers = [("Plural-Forms", PLURALS[language])]
    return catalogue


def read(language: str) -> Catalog:
    """The catalogue of a language as it is."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(language: str) -> Catalog:
    """What the program reads."""
    with mo_path(language).open("rb") as file:
        return read_mo(file)


def po_path(language: str) -> Path:
    """The file for translators."""
    return LOCALES / language / "LC_MESSAGES" / "ctoquiz.po"


def mo_path(language: str) -> Path:
    """The file for the program."""
    return po_path(language).with_suffix(".mo")


def problems(language: str) -> Iterator[str]:
    """What keeps the catalogue of a language from being complete, a line each."""
    present = read(language)
    program = strings(compiled(language)) if mo_path(language).exists() else {}
    for message in marked():
        if not message.id:
            continue
        translated = present.get(first(message))
        if translated is None or not all(forms(translated.string)):
            yield f"{language}: not translated: {first(message)}"
        elif any(gaps(form) != gaps(first(message)) for form in forms(translated.string)):
            yield f"{language}: not the same gaps: {first(message)}"
        elif program.get(first(message)) != forms(translated.string):
            yield f"{language}: not compiled: {first(message)}"


def strings(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    """Message → its translation, in each of its forms."""
    return {first(message): forms(message.string) for message in catalogue if message.id}


def first(message: Message) -> str:
    """The message, in the singular where it has two forms."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The forms of a translation: one, or one for each of the language's numbers; an empty one where there is none."""
    return (string or "",) if string is None or isinstance(string, str) else tuple(string)


def gaps(text: str) -> Gaps:
    """The names of the gaps in a message."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def write(language: str) -> None:
    """Update the .po and compile the .mo."""
    catalogue = updated(language)
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalogue, width=100, no_location=True, sort_output=True)
    write_mo(mo, catalogue)
    po_path(language).parent.mkdir(parents=True, exist_ok=True)
    po_path(language).write_bytes(po.getvalue())
    mo_path(language).write_bytes(mo.getvalue())


def main(args: list[str]) -> int:
    """Refresh, or with `--check` only look."""
    if "--check" not in args:
        for language in LANGUAGES:
            write(language)
    found = [problem for language in LANGUAGES for problem in problems(language)]
    sys.stdout.write("".join(f"{problem}\n" for problem in found))
    return 1 if found and "--check" in args else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
