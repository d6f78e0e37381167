"""Refreshes the schemas of a pack's files, for editors, from the domain's own classes.

    python tools/schemas.py            # write src/ctoquiz/schemas/{pack,facts}.schema.json
    python tools/schemas.py --check    # change nothing; 1 where a schema is out of date

An editor with a YAML language server takes one from the first line of a file:

    # yaml-language-server: $schema=…/facts.schema.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from pydantic import TypeAdapter  # noqa: E402 - the source tree comes first

from ctoquiz.domain.jsonvalue import Json, JsonObject  # noqa: E402
from ctoquiz.domain.pack import About, Section  # noqa: E402
from ctoquiz.storage.packreader import FAMILIES, FAMILY_FIELDS, ROWS, WRITTEN  # noqa: E402

SCHEMAS = ROOT / "src" / "ctoquiz" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

TEXT: JsonObject = {
    "type": "object",
    "description": "The text in every language of the pack: {fr: …, en: …}.",
    "minProperties": 1,
    "additionalProperties": {"type": "string", "minLength": 1},
}
SENTENCES: JsonObject = {
    "type": "object",
    "description": "A fingerprint of each sentence of the document that is cited in this file, by its number.",
    "propertyNames": {"pattern": "^[0-9]+$"},
    "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
}

DESCRIPTIONS: Mapping[str, str] = {
    "about": "What a wrong option is really about, told to whoever chose it.",
    "accepted": "In each language the forms that are right, the one to show first.",
    "aliases": "Other right answers when the answer is typed: {fr: […], en: […]}.",
    "also_true": "Names of rows whose answer would be right here too, and so can never be a wrong option.",
    "answer": "The right answer, over the options as written: letters (b; a,c), pairs (1=b,2=a), true or false.",
    "apart": "Words of the document that may be quoted as they are, such as official titles.",
    "ask": "The wording of each question; a question whose wording is absent is not asked.",
    "closed": "Whether the document gives the whole list; false when it ends in “…”, or says “notably”, “include”.",
    "condition": "What the figure or the range holds for; it fills {condition}.",
    "disjoint": "By the document, no two of these ranges overlap; `pack check` then makes sure of it.",
    "document": "What the facts come from, in one line.",
    "draft": "Proposed, and not confirmed yet: nothing of it is asked. Remove the line once it is right.",
    "explanation": "One or two sentences shown after the question.",
    "facts": "Families of facts; for a question written by hand, the full names of the facts that it asks.",
    "false": "A false statement in your own words, and the sentences that refute it.",
    "functional": "Each subject has one object here: the other rows' objects are wrong for it.",
    "high": "The upper end, in the unit.",
    "id": "A short name: lower-case letters, digits and hyphens.",
    "items": "What belongs to this side; each is one fact.",
    "kind": "The kind of fact, or of question.",
    "label": "The words for it, with their own determiner.",
    "languages": "The languages in which every text is written.",
    "left": "What is to be matched, numbered from 1.",
    "long": "What the abbreviation or name stands for.",
    "low": "The lower end, in the unit.",
    "lures": "Wrong answers that you wrote yourself; each must be certainly wrong according to the document.",
    "members": "What belongs to the list; each is one fact.",
    "navigation": "Fingerprints of lines of the document that say nothing: menus, links.",
    "object": "What the subject goes with; it fills {object}.",
    "options": "The options, lettered from a in the order written.",
    "prompt": "What is asked.",
    "questions": "Questions written by hand.",
    "reason": "Why it is waived here.",
    "refuted_by": "The sentences that make it wrong.",
    "renamed_from": "Old names, so that past results still find it.",
    "rows": "The facts; a family of a single fact may write the fields of its row on the family instead.",
    "rule": "The name of the rule, as `ctoquiz pack check` tells it.",
    "says": "The fact as one full sentence with its gaps in braces.",
    "schema": "ctoquiz/pack/1",
    "sentences": "Numbers of the sentences of the document that it rests on.",
    "short": "The abbreviation or the name.",
    "siblings": "Other families of the same kind whose members or answers may serve as wrong options here.",
    "sides": "Two or more sides that share nothing.",
    "statements": "Whether true and false statements are made of it (true unless you say otherwise).",
    "steps": "The steps, first to last.",
    "subject": "What the object goes with; it fills {subject}.",
    "text": "The words.",
    "then": "The consequence; it fills {then}.",
    "title": "A short title.",
    "tolerance": "A typed answer this far off is still right; the wording says so.",
    "topic": "The section of the document: the id of a topic of pack.yaml.",
    "topics": "The sections of the document, in its order.",
    "unit": "eur, year, percent, or none (a year of the calendar, a level: written as it is).",
    "value": "The figure, in the unit.",
    "version": "The edition, yours to choose; quote it.",
    "waive": "Rules of `ctoquiz pack check` that are set aside here, each with the reason.",
    "when": "The condition; it fills {when}.",
    "wrong": "Figures that are certainly wrong here (at least two).",
}
"""What an editor shows beside each field, the same wherever it stands."""


def pack_schema() -> JsonObject:
    """The schema of `pack.yaml`."""
    schema = _schema_of(About)
    _property(schema, "schema")["const"] = "ctoquiz/pack/1"
    return _whole("pack", "The manifest of a pack", schema)


def facts_schema() -> JsonObject:
    """The schema of a file of facts."""
    schema = _schema_of(Section)
    definitions: JsonObject = {kind: _family(kind) for kind in FAMILIES}
    definitions |= {f"written-{kind}": _written(kind) for kind in WRITTEN}
    properties = _object(schema["properties"])
    properties["sentences"] = SENTENCES
    properties["facts"] = _list_of(FAMILIES, "", "facts")
    properties["questions"] = _list_of(WRITTEN, "written-", "questions")
    return _whole("facts", "The facts of one section of a document", {**schema, "$defs": definitions})


def _whole(name: str, title: str, schema: JsonObject) -> JsonObject:
    return {"$schema": DIALECT, "$id": f"urn:ctoquiz:schema:{name}:1", **schema, "title": title}


def _list_of(kinds: Mapping[str, type[object]], prefix: str, field: str) -> JsonObject:
    """A list whose items have the shape of their kind."""
    shapes: list[Json] = [
        {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": {"$ref": f"#/$defs/{prefix}{kind}"},
        }
        for kind in kinds
    ]
    item: JsonObject = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(kinds)}},
        "allOf": shapes,
    }
    return {"type": "array", "description": DESCRIPTIONS[field], "items": item}


def _family(kind: str) -> JsonObject:
    """The schema of a family, in full or, where it holds a single fact, with the fields of its row on it."""
    shape = FAMILIES[kind]
    schema = _schema_of(shape)
    rows = ROWS.get(kind, "rows")
    asks: JsonObject = {name: _wording(gaps) for name, gaps in shape.GAPS.items()}
    ask: JsonObject = {
        "type": "object",
        "description": DESCRIPTIONS["ask"],
        "properties": asks,
        "additionalProperties": False,
    }
    _set_everywhere(schema, "ask", ask)
    if kind not in ROWS:
        _allow_one_row(schema, rows)
    return schema


def _wording(gaps: frozenset[str]) -> JsonObject:
    known = ", ".join(f"{{{gap}}}" for gap in sorted(gaps)) or "none"
    return {**TEXT, "description": f"The wording in every language; gaps: {known}."}


def _allow_one_row(schema: JsonObject, rows: str) -> None:
    properties = _object(schema["properties"])
    row = _object(_object(properties[rows])["items"])
    for name, shape in _object(row["properties"]).items():
        if name not in FAMILY_FIELDS:
            properties.setdefault(name, shape)
    required = _names(schema["required"])
    beside = [name for name in _names(row["required"]) if name not in FAMILY_FIELDS]
    schema["required"] = [name for name in required if name != rows]
    alone: JsonObject = {"required": list(beside), "properties": {rows: False}}
    schema["anyOf"] = [{"required": [rows]}, alone]


def _written(kind: str) -> JsonObject:
    schema = _schema_of(WRITTEN[kind])
    _property(schema, "kind").clear()
    _property(schema, "kind")["const"] = kind
    return schema


def _schema_of(shape: type[object]) -> JsonObject:
    """The schema of a class with all that it refers to written out, texts as texts, fields with their meaning."""
    raw: JsonObject = json.loads(json.dumps(TypeAdapter(shape).json_schema()))
    return _object(_clean(raw, _object(raw.pop("$defs", {}))))


def _clean(value: Json, definitions: JsonObject) -> Json:
    if isinstance(value, list):
        return [_clean(each, definitions) for each in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        return _clean(definitions[str(value["$ref"]).rpartition("/")[2]], definitions)
    if value.get("additionalProperties") == {"type": "string"}:
        return dict(TEXT)
    options = value.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:  # null stands for a field that is left out
        return _clean(options[0], definitions)
    cleaned: JsonObject = {
        name: _clean(each, definitions) for name, each in value.items() if name not in ("title", "default")
    }
    if isinstance(value.get("properties"), dict):
        properties = {name: _clean(each, definitions) for name, each in _object(value["properties"]).items()}
        cleaned["properties"] = {name: _described(name, each) for name, each in properties.items()}
    return cleaned


def _described(name: str, schema: Json) -> Json:
    return {**_object(schema), "description": DESCRIPTIONS[name]}


def _set_everywhere(value: Json, name: str, schema: JsonObject) -> None:
    if isinstance(value, list):
        for each in value:
            _set_everywhere(each, name, schema)
    elif isinstance(value, dict):
        properties = value.get("properties")
        if isinstance(properties, dict) and name in properties:
            properties[name] = schema
        for key, each in value.items():
            if each is not schema and key != name:
                _set_everywhere(each, name, schema)


def _property(schema: JsonObject, name: str) -> JsonObject:
    return _object(_object(schema["properties"])[name])


def _object(value: Json) -> JsonObject:
    if not isinstance(value, dict):
        raise TypeError(f"not an object: {value!r}")
    return value


def _names(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _files() -> Iterator[tuple[Path, str]]:
    for name, schema in (("pack", pack_schema()), ("facts", facts_schema())):
        yield SCHEMAS / f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> int:
    """Write the schemas, or with `--check` compare them; 1 where one is out of date."""
    stale = [(path, text) for path, text in _files() if not path.is_file() or path.read_text("utf-8") != text]
    for path, text in stale:
        if "--check" not in arguments:
            path.write_text(text, "utf-8", newline="\n")
        print(path.relative_to(ROOT))  # noqa: T201 - what was refreshed, for whoever runs this
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
