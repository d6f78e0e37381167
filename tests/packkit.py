"""Small packs for tests, and questions as a sheet that a test can hold whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.facts import AnyFamily
from ctoquiz.domain.facts.written import AnyWritten
from ctoquiz.domain.pack import About, Pack, Section, Topic
from ctoquiz.domain.questions import LETTERS, AnyQuestion, Match
from ctoquiz.domain.text import Text
from ctoquiz.generation import Blueprint, Catalogue, catalogue
from ctoquiz.generation.catalogue import build

DIGEST = "0123456789abcdef" * 4


def t(fr: str, en: str) -> Text:
    """A text in both languages."""
    return {"fr": fr, "en": en}


def pack_of(*families: AnyFamily, questions: Iterable[AnyWritten] = (), digest: str = DIGEST) -> Pack:
    """A pack of one topic."""
    return pack_of_topics({"work": families}, {"work": tuple(questions)}, digest)


def pack_of_topics(
    families: Mapping[str, Iterable[AnyFamily]],
    questions: Mapping[str, tuple[AnyWritten, ...]] | None = None,
    digest: str = DIGEST,
) -> Pack:
    """A pack of these families by topic."""
    sections = tuple(
        Section(
            topic=topic,
            sentences={str(n): "0123456789ab" for n in range(1, 10)},
            facts=tuple(each),
            questions=(questions or {}).get(topic, ()),
        )
        for topic, each in families.items()
    )
    about = About(
        schema="ctoquiz/pack/1",
        id="small",
        version="1",
        languages=("fr", "en"),
        title=t("Petit", "Small"),
        document=t("un texte", "a text"),
        topics=tuple(Topic(id=topic, title=t(topic, topic)) for topic in families),
    )
    return Pack(about, digest, sections)


def catalogue_of(*families: AnyFamily, questions: Iterable[AnyWritten] = ()) -> Catalogue:
    """Every question of a pack of one topic."""
    return catalogue(pack_of(*families, questions=questions))


def sheet(questions: Iterable[AnyQuestion]) -> str:
    """The questions whole, French beside English, the key last."""
    return "\n".join(_sheet(question) for question in questions)


def _sheet(question: AnyQuestion) -> str:
    lines = [
        f"{question.id} ({question.kind}, {question.level}; {', '.join(question.facts)}; "
        f"{', '.join(map(str, question.source.sentences))})",
        f"  {_both(question.prompt)}",
        *(f"  {number}) {_both(text)}" for number, text in enumerate(_left(question), 1)),
        *(
            f"  {letter}) {_both(option.text)}" + (f"\n     about: {_both(option.about)}" if option.about else "")
            for letter, option in zip(LETTERS, question.shown, strict=False)
        ),
        f"  = {question.answer}: {_both(question.answer_text)}",
        f"  because {_both(question.explanation)}",
    ]
    return "\n".join(lines)


def _left(question: AnyQuestion) -> tuple[Text, ...]:
    return question.left if isinstance(question, Match) else ()


def _both(text: Text) -> str:
    apart = " | " if len(text["fr"] + text["en"]) < 80 else "\n    | "
    return text["fr"] + apart + text["en"]


def built(blueprints: Iterable[Blueprint], seed: object) -> list[AnyQuestion]:
    """The questions as one seed gives them."""
    return [build(blueprint, seed) for blueprint in blueprints]


def all_seeds(blueprint: Blueprint, count: int = 60) -> list[AnyQuestion]:
    """One question as many seeds give it."""
    return [blueprint.build(Chance.of("seed", seed)) for seed in range(count)]


_MANIFEST = """\
schema: ctoquiz/pack/1
id: tiny
version: "1"
languages: [fr, en]
title: {fr: "T", en: "T"}
document: {fr: "D", en: "D"}
topics:
  - {id: work, title: {fr: "W", en: "W"}}
"""
_FACTS = """\
topic: work
sentences: {1: "0123456789ab"}
facts:
  - id: signs
    kind: set
    closed: false
    sentences: [1]
    ask:
      type: {fr: "Quel signe ?", en: "Which sign?"}
    members:
      - {id: dots, label: {fr: "…", en: "…"}}
      - {id: plus, label: {fr: "plus", en: "plus"}}
"""
UNASKABLE = (
    "facts/work.yaml:4:5: The question “signs.dots/type” can’t be asked (a right form has at least one letter or "
    "digit); mend its texts, its options or its answer."
)
"""What is said of the pack that `write_unaskable` writes, where it is read as `.`."""


def write_unaskable(folder: Path) -> None:
    """Write a pack one question of which can't be asked: an ellipsis is no words to type."""
    (folder / "facts").mkdir()
    (folder / "pack.yaml").write_text(_MANIFEST, "utf-8")
    (folder / "facts" / "work.yaml").write_text(_FACTS, "utf-8")
