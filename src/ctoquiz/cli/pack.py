"""`ctoquiz pack list` and `pack show`: for people who write packs."""

from __future__ import annotations

from collections.abc import Sequence

from ctoquiz.cli.composing import askable
from ctoquiz.cli.export import language_of
from ctoquiz.cli.options import PackListOptions, PackShowOptions
from ctoquiz.cli.printing import print_json, print_page
from ctoquiz.domain.nearest import nearest
from ctoquiz.errors import N_, WrongUsage
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import Catalogue, catalogue
from ctoquiz.i18n.words import Words
from ctoquiz.storage.packs import load_pack, shipped


def run_list(options: PackListOptions, say: Words) -> int:
    """List the packs that ship with the tool; the exit code."""
    packs = [catalogue(load_pack(name)) for name in shipped()]
    if options.json:
        from ctoquiz.formats.packjson import shelf_json

        print_json(shelf_json(packs, say.language))
    else:
        from ctoquiz.formats.packtext import shelf

        print_page(shelf(packs, say))
    return 0


def run_show(options: PackShowOptions, say: Words) -> int:
    """Show a whole pack, or one question, fact or family of it; the exit code."""
    whole = askable(load_pack(options.pack, every_question=True))
    asked = whole.blueprints if options.id is None else _asked(whole, options.id)
    lang = language_of(whole.pack, say)
    if options.json:
        from ctoquiz.formats.packjson import pack_json

        print_json(pack_json(whole, asked, lang))
    else:
        print_page(_page(whole, options, asked, lang, say))
    return 0


def _page(whole: Catalogue, options: PackShowOptions, asked: Sequence[Blueprint], lang: str, say: Words) -> str:
    from ctoquiz.formats.packtext import Reading, fact_page, overview, question_page

    reading = Reading(whole, lang, say)
    id_ = options.id
    if id_ is None:
        return overview(reading, options.pack)
    question = whole.find(id_)
    if question is not None:
        return question_page(reading, whole.neutral(question)) + _flaws(question, whole, say)
    name = _current(whole, id_)
    return fact_page(reading, name if name in whole.pack.facts else name.partition(".")[0], asked)


def _flaws(question: Blueprint, whole: Catalogue, say: Words) -> str:
    """What the rules find wrong with a question; empty where they find nothing."""
    from ctoquiz.cli.packcheck import builds_of
    from ctoquiz.formats.packcheck import flaws_text
    from ctoquiz.quality.checking import seen_in, settled

    return flaws_text(settled(seen_in(builds_of(question), whole.pack), whole.pack), question.id, say)


def _asked(whole: Catalogue, id_: str) -> Sequence[Blueprint]:
    """The question of an id, or all that can be asked about a fact or a family, by names of today or old ones."""
    question = whole.find(id_)
    if question is not None:
        return [question]
    name = _current(whole, id_)
    if name.partition(".")[0] in whole.pack.drafts:
        return []
    if name not in whole.pack.facts and name not in whole.pack.families:
        raise _unknown(whole, id_)
    names = {name} if name in whole.pack.facts else set(whole.pack.families[name].names)
    return [blueprint for blueprint in whole.blueprints if not names.isdisjoint(blueprint.facts)]


def _current(whole: Catalogue, id_: str) -> str:
    return whole.pack.aliases.get(id_, id_)


def _unknown(whole: Catalogue, id_: str) -> WrongUsage:
    names = whole.by_id if "/" in id_ else [*whole.pack.families, *whole.pack.facts, *whole.pack.drafts]
    near = nearest(id_, names)
    if near is None:
        return WrongUsage(
            N_("The pack “{pack}” has no question and no fact “{id}”; `ctoquiz pack show` lists them."),
            pack=whole.pack.about.id,
            id=id_,
        )
    return WrongUsage(N_("No question and no fact is called “{id}”; did you mean “{near}”?"), id=id_, near=near)
