"""A small pack without flaws, as files, for tests that plant one."""

from __future__ import annotations

from pathlib import Path

MANIFEST = """\
schema: ctoquiz/pack/1
id: bikes
version: "1"
languages: [fr, en]
title: {fr: "Les vélos", en: "Bikes"}
document: {fr: "Un livre", en: "A book"}
topics:
  - {id: parts, title: {fr: "Pièces", en: "Parts"}}
"""
FACTS = """\
topic: parts
sentences: {1: "000000000001", 2: "000000000002"}
facts:
  - id: makers
    kind: relation
    functional: true
    sentences: [1]
    ask: {forward: {fr: "Que fabrique {subject} ?", en: "What does {subject} make?"}}
    explanation: {fr: "À chacun son métier.", en: "To each their trade."}
    says: {fr: "{Subject} fabrique {object}.", en: "{Subject} makes {object}."}
    rows:
      - {id: anna, subject: {fr: Anna, en: Anna}, object: {fr: "la poignée", en: "handles"}}
      - {id: ben, subject: {fr: Ben, en: Ben}, object: {fr: "la selle", en: "saddles"}}
      - {id: cleo, subject: {fr: Cleo, en: Cleo}, object: {fr: "le cadre", en: "frames"}}
      - {id: dan, subject: {fr: Dan, en: Dan}, object: {fr: "la chaîne", en: "chains"}}
  - id: prices
    kind: range
    unit: eur
    disjoint: true
    sentences: [2]
    ask: {interval: {fr: "Combien coûte {condition} ?", en: "How much does {condition} cost?"}}
    explanation: {fr: "L’usage fait le prix.", en: "The use sets the price."}
    rows:
      - {id: city, condition: {fr: "un vélo de ville", en: "a city bike"}, low: 200, high: 400}
      - {id: race, condition: {fr: "un vélo de course", en: "a racing bike"}, low: 400, high: 900}
  - id: weight
    kind: figure
    unit: none
    sentences: [2]
    ask:
      number: {fr: "Combien de kilos pèse le cadre ?", en: "How many kilos does the frame weigh?"}
    value: 7
    explanation: {fr: "Il pèse 7 kilos d’acier.", en: "It weighs 7 kilos of steel."}
"""


def write_pack(folder: Path, facts: str = FACTS, assessment: str | None = None) -> str:
    """The folder of the pack with these facts."""
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(MANIFEST, "utf-8")
    (folder / "facts" / "parts.yaml").write_text(facts, "utf-8")
    if assessment is not None:
        (folder / "assessment.yaml").write_text(assessment, "utf-8")
    return str(folder)


def planted(old: str, new: str) -> str:
    """The facts with something else in one place."""
    assert FACTS.count(old) == 1, old
    return FACTS.replace(old, new)
