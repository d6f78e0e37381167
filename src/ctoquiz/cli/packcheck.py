"""`ctoquiz pack check`: a pack and every question that it can ask, held to the rules."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TextIO

from ctoquiz.cli.blindly import document_of, drawn_from
from ctoquiz.cli.options import PackCheckOptions
from ctoquiz.cli.printing import print_json, print_page
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.errors import N_, BadInput, Problem, Where, WrongUsage
from ctoquiz.formats.packcheck import Counts, Line, Report, SetAside, report_json, report_text
from ctoquiz.generation import Blueprint
from ctoquiz.generation.catalogue import NEUTRAL, Catalogue, build, catalogue
from ctoquiz.generation.compose import edition
from ctoquiz.i18n.words import Words
from ctoquiz.quality.blind.table import solve
from ctoquiz.quality.checking import (
    Checked,
    Seen,
    seen_beside,
    seen_blindly,
    seen_in,
    seen_in_pack,
    seen_in_quizzes,
    settled,
)
from ctoquiz.quality.factrules import FACT_RULES
from ctoquiz.quality.finding import Finding, Flaw, Severity
from ctoquiz.quality.packrules import PACK_RULES
from ctoquiz.quality.quizrules import QUIZ_RULES
from ctoquiz.quality.registry import ORDERED, RULES
from ctoquiz.quality.rule import Evidence, Rule
from ctoquiz.quality.rules import DOCUMENT_RULES
from ctoquiz.quality.standing import BLIND, FORMAT

FEWEST_BUILDS, MOST_BUILDS, BUILDS_IN_ALL = 3, 12, 100_000
"""Each question is built so often, less often where there are very many: chance picks its wrong options."""


def run_check(options: PackCheckOptions, say: Words) -> int:
    """Check a pack, or tell of the rules; the exit code: 65 where there is an error."""
    if options.explain is not None:
        return _explain(options.explain, say, as_json=options.json)
    try:
        report = _report(options, say)
    except BadInput as error:
        report = _unreadable(error.problems)
    if options.json:
        print_json(report_json(report, say))
    else:
        from ctoquiz.terminal.literal import literal

        print_page(literal(report_text(report, say)))
    return BadInput.code if report.errors else 0


def _report(options: PackCheckOptions, say: Words) -> Report:
    from ctoquiz.storage.packs import load_pack

    whole = catalogue(load_pack(options.pack, every_question=True))
    document = None if options.document is None else document_of(options.document, whole.pack)
    builds = max(FEWEST_BUILDS, min(MOST_BUILDS, BUILDS_IN_ALL // max(len(whole.blueprints), 1)))
    quizzes = drawn_from(whole.pack, _bar(options), say) if options.blind else None
    table = None if quizzes is None else solve(quizzes, whole.pack.languages)
    seen = _seen(whole, builds, quizzes, options, say)
    if document is not None:
        seen = chain(seen, seen_beside(document, whole.pack))
    if table is not None:
        seen = chain(seen, seen_blindly(table))
    not_run = _not_run(options)
    checked = settled(seen, whole.pack, {name for name, _ in not_run})
    counts = Counts(len(whole.pack.facts), len(whole.blueprints), builds, whole.pack.draft_facts)
    return replace(_placed(checked, whole, counts, options.pack), not_run=not_run, blind=table)


def _not_run(options: PackCheckOptions) -> tuple[tuple[str, str], ...]:
    """The rules that need something that was not given, and what that is."""
    document = tuple((rule.name, N_("needs the document: --document FILE")) for rule in DOCUMENT_RULES)
    blind = tuple((rule.name, N_("takes a while: --blind")) for rule in (*QUIZ_RULES, *PACK_RULES, BLIND))
    return (*(() if options.document else document), *(() if options.blind else blind))


def _seen(
    whole: Catalogue,
    builds: int,
    quizzes: Sequence[Sequence[AnyQuestion]] | None,
    options: PackCheckOptions,
    say: Words,
) -> Iterator[Seen]:
    built: dict[str, Sequence[AnyQuestion]] = {}
    for blueprint in _watched(whole, options, say):
        built[blueprint.id] = builds_of(blueprint, builds)
        yield from seen_in(built[blueprint.id], whole.pack)
    yield from seen_in_pack(Evidence(whole.pack, built), FACT_RULES)
    if quizzes is not None:
        yield from seen_in_quizzes(quizzes)
        yield from seen_in_pack(Evidence(whole.pack, built, quizzes), PACK_RULES)


def builds_of(blueprint: Blueprint, count: int = MOST_BUILDS) -> Sequence[AnyQuestion]:
    """A question as it is shown outside any quiz, and as other seeds build it."""
    return [build(blueprint, seed) for seed in (NEUTRAL, *range(1, count))]


def _placed(checked: Checked, whole: Catalogue, counts: Counts, name: str) -> Report:
    """All of it with its places, those in one file from its top to its end."""
    from ctoquiz.storage.packplaces import Places
    from ctoquiz.storage.packs import files_of

    places = Places(whole.pack, files_of(name))
    lines = [
        Line(places.of(seen.finding.about, seen.finding.flaw.at, seen.finding.flaw.language), seen)
        for seen in checked.seen
    ]
    waived = [SetAside(places.of(each.about, each.at), each) for each in checked.waived]
    return Report(
        edition(whole),
        counts,
        tuple(sorted(lines, key=lambda line: _order(line.where))),
        tuple(sorted(waived, key=lambda each: _order(each.where))),
    )


def _order(where: Where) -> tuple[str, int, int]:
    return where.file, where.line or 0, where.column or 0


def _unreadable(problems: Sequence[Problem]) -> Report:
    """What the reader says of a pack that can't be read."""
    lines = [
        Line(
            problem.where or Where(""),
            Seen(Finding(FORMAT.name, Severity.ERROR, "", Flaw(problem.message, problem.values))),
        )
        for problem in problems
    ]
    return Report(None, None, tuple(lines))


def _explain(name: str, say: Words, *, as_json: bool) -> int:
    from ctoquiz.formats.rules import rule_page, rules_json, rules_list

    rules: Sequence[Rule] = [_rule(name)] if name else ORDERED
    if as_json:
        print_json(rules_json(rules, say))
    else:
        print_page(rule_page(rules[0], say) if name else rules_list(rules, say))
    return 0


def _rule(name: str) -> Rule:
    """The rule of that name. Raises WrongUsage (2) that names the nearest."""
    if name in RULES:
        return RULES[name]
    from ctoquiz.domain.nearest import nearest

    near = nearest(name, RULES)
    if near is None:
        raise WrongUsage(N_("No rule is called “{rule}”; `ctoquiz pack check --explain` lists them."), rule=name)
    raise WrongUsage(N_("No rule is called “{rule}”; did you mean “{near}”?"), rule=name, near=near)


def _watched(whole: Catalogue, options: PackCheckOptions, say: Words) -> Iterator[Blueprint]:
    """The blueprints, with a bar at a terminal that can show one."""
    from ctoquiz.terminal.progress import watched

    return watched(whole.blueprints, say("Checking questions"), _bar(options))


def _bar(options: PackCheckOptions) -> TextIO | None:
    """Where to show progress: at a terminal that can show a bar; None elsewhere."""
    from ctoquiz.terminal.screen import dumb, is_terminal

    return sys.stderr if is_terminal(sys.stderr) and not options.plain and not dumb(os.environ) else None
