"""A pack begun from a document, as the files that its author goes on with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields

from ctoquiz.document.drafting.base import Proposal
from ctoquiz.document.drafting.draft import Draft, DraftSection, Line
from ctoquiz.domain.facts import AnyFamily, ContrastFamily, Row, SetFamily, Term, TermFamily
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import N_
from ctoquiz.formats.draftwordings import ASKED
from ctoquiz.i18n.words import Words

VERSION = "0.1"
_LATER = frozenset({"id", "kind", "draft", "sentences", "rows", "members", "steps", "sides"})
"""The fields of a family that have a place of their own."""


def draft_files(draft: Draft, name: str, document: str, say: Words) -> dict[str, str]:
    """Every file of the pack by its path in the folder. `name` is the id of the pack, `document` what it came from."""
    files = {"pack.yaml": _manifest(draft, name, document, say)}
    for section in draft.sections:
        files[f"facts/{section.topic}.yaml"] = "\n".join(_section(draft, section, say)) + "\n"
    return files


def draft_json(draft: Draft, folder: str, name: str) -> dict[str, Json]:
    """What was begun, for programs."""
    return {
        "schema": "ctoquiz/newpack/1",
        "pack": name,
        "folder": folder,
        "lang": draft.language,
        "sections": [
            {
                "topic": section.topic,
                "sentences": [line.number for line in section.lines],
                "drafts": [family.family.id for family in section.proposals],
                "facts": sum(len(each.family.facts) for each in section.proposals),
                "unproposed": [line.number for line in section.unproposed],
            }
            for section in draft.sections
        ],
        "navigation": [line.number for line in draft.navigation],
    }


def draft_text(draft: Draft, folder: str, document: str, say: Words) -> str:
    """What was begun, and what to do next."""
    families = sum(len(section.proposals) for section in draft.sections)
    left = sum(len(section.unproposed) for section in draft.sections)
    parts = [
        say.plural("{n} section", "{n} sections", len(draft.sections)),
        say.plural("{n} draft fact", "{n} draft facts", draft.facts),
        say.plural("in {n} family", "in {n} families", families),
        say.plural("{n} sentence without a proposal", "{n} sentences without a proposal", left),
    ]
    lines = [
        say("A pack was begun in {folder}: {parts}.", folder=folder, parts=", ".join(parts)),
        "",
        say("Nothing of it is asked yet. Next:"),
        say("  1. Open the files in {folder}/facts with any text editor; each says what to do.", folder=folder),
        say("  2. Mend a draft or throw it away; where it is right, remove its line `draft: true`."),
        f"  3. ctoquiz pack show {_quoted(folder)}",
        f"  4. ctoquiz pack coverage {_quoted(folder)} --document {_quoted(document)}",
        f"  5. ctoquiz play {_quoted(folder)}",
    ]
    return "\n".join(lines) + "\n"


def _quoted(path: str) -> str:
    from shlex import quote

    return quote(path)


def _manifest(draft: Draft, name: str, document: str, say: Words) -> str:
    lang = draft.language
    lines = [
        *_comment(say("Begun from {document}. What each line means: docs/writing-a-pack.md.", document=document)),
        "schema: ctoquiz/pack/1",
        f"id: {_scalar(name)}",
        f'version: "{VERSION}"',
        *_comment(say("Another language: add it here, then to every text that you confirm ({{fr: …, en: …}}).")),
        f"languages: [{lang}]",
        f"title: {_text({lang: draft.title})}",
        *_comment(say("In one line, what the facts come from.")),
        f"document: {_text({lang: document})}",
        "topics:",
        *(f"  - {{id: {_scalar(each.topic)}, title: {_text({lang: each.title})}}}" for each in draft.sections),
    ]
    names = [row.long[lang] for row in _terms(draft)]
    if names:
        lines += [*_comment(say("Names that wordings may repeat word for word.")), "apart:"]
        lines += [f"  - {_scalar(each)}" for each in dict.fromkeys(names)]
    if draft.navigation:
        lines += [
            *_comment(
                say("Lines that seem to say nothing: titles, menus, links. Move what says something to its file.")
            ),
            "navigation:",
            *(f'  - "{line.fingerprint}"  # {line.number}: {line.begins}' for line in draft.navigation),
        ]
    return "\n".join(lines) + "\n"


def _terms(draft: Draft) -> Iterator[Term]:
    for section in draft.sections:
        for proposal in section.proposals:
            if isinstance(proposal.family, TermFamily):
                yield from proposal.family.rows


def _section(draft: Draft, section: DraftSection, say: Words) -> Iterator[str]:
    numbers = [line.number for line in section.lines]
    yield from _comment(section.title)
    yield from _comment(say("Sentences {first} to {last} of the document.", first=numbers[0], last=numbers[-1]))
    yield from _comment(say(_HOW))
    yield f"topic: {_scalar(section.topic)}"
    yield from _comment(say("A fingerprint of each sentence, and its first words to find it by."))
    yield "sentences:"
    yield from (f'  {line.number}: "{line.fingerprint}"  # {line.begins}' for line in section.lines)
    if section.unproposed:
        yield from _comment(say("Nothing was found to propose for these; read them yourself:"))
        yield from (f"#   {line.number}: {line.begins}" for line in section.unproposed)
    yield "facts:" if section.proposals else "facts: []"
    begins = {line.number: line for line in section.lines}
    for proposal in section.proposals:
        yield ""
        yield from _proposal(proposal, draft.language, begins, say)


_HOW = N_(
    "Each family below is a draft: a guess from the form of a sentence, asked nowhere. Compare it with the document, "
    "put it into your own words (what ends in … was cut), write how to ask it (the commented lines show how), then "
    "remove the line `draft: true`. Throw away what is wrong or not worth asking."
)


def _proposal(proposal: Proposal, lang: str, lines: Mapping[int, Line], say: Words) -> Iterator[str]:
    family = proposal.family
    for number in family.sentences_of():
        yield f"  # {number}: {lines[number].begins}"
    yield from (f"  # {note}" for note in _notes(proposal, say))
    yield f"  - id: {_scalar(family.id)}"
    yield f"    kind: {family.kind}"
    yield "    draft: true"
    for each in fields(family):
        if each.name not in _LATER and _is_said(each, getattr(family, each.name)):
            yield f"    {each.name}: {_value(getattr(family, each.name))}"
    if family.sentences:
        yield f"    sentences: {_value(family.sentences)}"
    yield from _wordings(family, lang)
    if isinstance(family, ContrastFamily):
        yield from _sides(family)
    else:
        yield f"    {family.ROWS}:"
        yield from (f"      - {_row(row)}" for row in family.cited)


def _notes(proposal: Proposal, say: Words) -> Iterator[str]:
    """Why a family is proposed, and what to mind when it is worded."""
    yield say(proposal.reason)
    if proposal.measure:
        yield say("The document counts in “{measure}”: say so in the wording.", measure=proposal.measure)
    if proposal.hedges:
        yield say("Keep what softens it: {words}.", words=", ".join(proposal.hedges))


def _wordings(family: AnyFamily, lang: str) -> Iterator[str]:
    """How the family could be asked, commented out: one question, its statement, a wrong answer where it needs some."""
    asked = ASKED[family.kind].get(lang, ASKED[family.kind]["en"])
    yield "    # ask:"
    yield from (f"    #   {name}: {_text({lang: words})}" for name, words in asked.items() if name != "says")
    yield f"    # says: {_text({lang: asked['says']})}"
    if isinstance(family, SetFamily | TermFamily):
        number = family.sentences_of()[0]
        yield "    # lures:"
        yield f"    #   - {{label: {_text({lang: '…'})}, refuted_by: [{number}]}}"


def _sides(family: ContrastFamily) -> Iterator[str]:
    yield "    sides:"
    for side in family.sides:
        yield f"      - id: {_scalar(side.id)}"
        yield f"        title: {_text(side.title)}"
        yield "        items:"
        yield from (f"          - {_row(item)}" for item in side.items)


def _row(row: Row) -> str:
    """A row on one line: what it leaves at its default is left out."""
    said = {each.name: getattr(row, each.name) for each in fields(row) if _is_said(each, getattr(row, each.name))}
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in said.items()) + "}"


def _is_said(field: Field[object], value: object) -> bool:
    if field.default is not MISSING:
        return value != field.default
    return value is not None and value != {}


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    if isinstance(value, Mapping):
        return _text(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_value(each) for each in value)}]"
    return _scalar(str(value)) if isinstance(value, str) else str(value)


def _text(text: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{lang}: {json.dumps(words, ensure_ascii=False)}" for lang, words in text.items()) + "}"


def _scalar(words: str) -> str:
    """A name as it is, quoted where YAML could take it for something else."""
    plain = words.isascii() and words[:1].isalpha() and all(sign.isalnum() or sign == "-" for sign in words)
    return words if plain and words not in _RESERVED else json.dumps(words, ensure_ascii=False)


_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def _comment(text: str) -> list[str]:
    from textwrap import wrap

    return [f"# {line}" for line in wrap(text, 110)]
