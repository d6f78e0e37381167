"""A pack whose questions, one of each kind, are longer than any screen, every word of them told apart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

WORDS = {
    "fr": (
        "stratégie",
        "l’équipe",
        "cœur",
        "sécurité",
        "déploiement",
        "où",
        "budget",
        "«\u00a0qualité\u00a0»",
        "reconnaît",
    ),
    "en": ("strategy", "team’s", "coding", "security", "deployment", "where", "budget", "“quality”", "naïve"),
}
ENDLESS = {"fr": "anticonstitutionnellementinfinissable", "en": "antidisestablishmentarianismwithoutend"}
"""A word that is longer than a narrow terminal is wide."""


def long(tag: str, count: int) -> dict[str, str]:
    """A text of so many words in both languages, no word of which is in a text with another tag."""
    return {lang: " ".join(_word(lang, tag, place) for place in range(count)) for lang in WORDS}


def _word(lang: str, tag: str, place: int) -> str:
    base = ENDLESS[lang] if place == 3 else WORDS[lang][place % len(WORDS[lang])]
    return f"{base}{tag}{place}"


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
    about = {"id": kind, "kind": kind, "facts": [kind], "prompt": long(f"{tag}p", 22)}
    return {**about, "explanation": long(f"{tag}e", 16), **rest}


def _options(tag: str, count: int) -> list[dict[str, str]]:
    return [long(f"{tag}{letter}", 18) for letter in "abcd"[:count]]


_QUESTIONS = [
    _asked("S", "single", options=_options("S", 4), answer="b"),
    _asked("M", "multiple", options=_options("M", 4), answer="a,c"),
    _asked("V", "true-false", answer=False),
    _asked("N", "number", value=15),
    _asked("I", "interval", low=10, high=20),
    _asked("X", "text", accepted={lang: ["directeur technique"] for lang in WORDS}),
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
