"""A pack whose questions, one of each kind, are longer than any screen, every word of them told apart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random

SYLLABLES = {
    "fr": ("stra", "té", "gie", "cœur", "sé", "cu", "où", "bud", "quê", "l’a", "çon", "naî", "plo", "rir", "veil"),
    "en": ("stra", "te", "gy", "naï", "se", "cu", "team’s", "bud", "quo", "watch", "ing", "plo", "ner", "light"),
}
ENDLESS = {"fr": "anticonstitutionnellement", "en": "antidisestablishmentarianism"}
"""The beginning of a word that is longer than a narrow terminal is wide."""


def long(tag: str, count: int, end: str = "") -> dict[str, str]:
    """A text of so many words in both languages, in words that no other text has, and what ends it."""
    return {lang: " ".join(_words(lang, tag, count)) + _END[end][lang] for lang in SYLLABLES}


_END = {"": {"fr": "", "en": ""}, ".": {"fr": ".", "en": "."}, "?": {"fr": "\u00a0?", "en": "?"}}


def _words(lang: str, tag: str, count: int) -> list[str]:
    # The letter is the first with which these texts break no rule that questions are held to.
    chance = Random(f"{lang} {tag} e")
    words = ["".join(chance.choices(SYLLABLES[lang], k=chance.randrange(3, 6))) for _ in range(count)]
    words[3] = ENDLESS[lang] + words[3]
    words[6] = f"«\u00a0{words[6]}\u00a0»" if lang == "fr" else f"“{words[6]}”"
    return words


def long_pack(folder: Path) -> Path:
    """Write the pack into a folder of its own; the folder. JSON is YAML."""
    facts = folder / "long" / "facts"
    facts.mkdir(parents=True)
    about = {
        "schema": "ctoquiz/pack/1",
        "id": "long",
        "version": "1",
        "languages": ["fr", "en"],
        "title": long("T", 12),
        "document": {"fr": "une page", "en": "a page"},
        "topics": [{"id": "work", "title": long("W", 10)}],
    }
    _write(facts.parent / "pack.yaml", about)
    _write(
        facts / "work.yaml",
        {"topic": "work", "sentences": {1: "0123456789ab"}, "facts": _FACTS, "questions": _QUESTIONS},
    )
    return facts.parent


def _write(path: Path, document: Mapping[str, object]) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def _asked(tag: str, kind: str, **rest: object) -> dict[str, object]:
    prompt = long(f"{tag}p", 22, "." if kind == "true-false" else "?")
    about = {"id": kind, "kind": kind, "facts": [kind], "prompt": prompt}
    return {**about, "explanation": long(f"{tag}e", 16, "."), **rest}


def _options(tag: str, count: int) -> list[dict[str, str]]:
    return [long(f"{tag}{letter}", 18) for letter in "abcd"[:count]]


_QUESTIONS = [
    _asked("S", "single", options=_options("S", 4), answer="b"),
    _asked("M", "multiple", options=_options("M", 4), answer="a,c"),
    _asked("V", "true-false", answer=False),
    _asked("N", "number", value=15),
    _asked("I", "interval", low=10, high=20),
    _asked("X", "text", accepted={lang: ["directeur technique"] for lang in SYLLABLES}),
    _asked("O", "order", options=_options("O", 3), answer="b,c,a"),
    _asked("A", "match", left=[long("Al", 12), long("Am", 12)], options=_options("A", 3), answer="1=b,2=a"),
]
_FACTS = [
    {
        "id": question["id"],
        "kind": "figure",
        "unit": "none",
        "sentences": [1],
        "value": 15,
        "says": {"fr": f"{question['id']} : {{figure}}.", "en": f"{question['id']}: {{figure}}."},
        "ask": {},
    }
    for question in _QUESTIONS
]
