"""A pack as JSON: what `pack list` and `pack show` print for programs."""

from __future__ import annotations

from collections.abc import Iterable

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.formats.questions import edition_json, questions_json
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import Catalogue
from ctoquiz.generation.compose import edition


def shelf_json(packs: Iterable[Catalogue], lang: str) -> list[Json]:
    """One row a pack."""
    return [_row(each, lang) for each in packs]


def _row(catalogue: Catalogue, lang: str) -> dict[str, Json]:
    about = catalogue.pack.about
    return {
        **edition_json(edition(catalogue)),
        "title": about.title.get(lang) or next(iter(about.title.values())),
        "facts": len(catalogue.pack.facts),
        "questions": len(catalogue.blueprints),
        "drafts": catalogue.pack.draft_facts,
    }


def pack_json(catalogue: Catalogue, asked: Iterable[Blueprint], lang: str) -> dict[str, Json]:
    """Questions of a pack in the pack's order, their options in a neutral order; they are no quiz that was drawn."""
    questions = (catalogue.neutral(blueprint) for blueprint in asked)
    return questions_json(edition(catalogue), questions, lang, catalogue.pack.about.document)
