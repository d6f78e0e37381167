"""What the author of a self-assessment must mend, beyond the shape of its single parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import isfinite
from typing import TypeAlias

from ctoquiz.domain.assessment.checkingprofile import profile_problems
from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.assessment.contexts import CONTEXTS, Cuts
from ctoquiz.domain.assessment.naming import Facts, fact_problems, repeated
from ctoquiz.domain.assessment.statements import HIGHEST, NO_OPPORTUNITY, RATINGS
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.facts import AnyFamily
from ctoquiz.domain.facts.base import ContentError
from ctoquiz.errors import N_

Path: TypeAlias = tuple[str | int, ...]

SCHEMA = "ctoquiz/assessment-pack/1"

RESERVED = "profile"
"""The name that no statement may have: in an answers file the profile stands under it."""

STATEMENTS = range(4, 7)
COMPETENCIES = range(10, 13)
CHECKS_OF_A_KIND = 3

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def problems(
    assessment: Assessment, facts: Mapping[str, AnyFamily], unread: Collection[str] = ()
) -> Iterator[ContentError]:
    """All that makes the assessment unusable, each with the path that leads to it from the top of its file.

    `facts` are those of the pack: the full name of each, with its family; `unread` the names of families that could not
    be read, of which nothing is known.
    """
    yield from _schema(assessment)
    yield from _cuts(assessment.cuts)
    yield from _scale("scale", assessment.scale, (*map(str, RATINGS), NO_OPPORTUNITY))
    yield from _scale("anchors", assessment.anchors, tuple(map(str, RATINGS)))
    yield from _ids(assessment)
    known = Facts(facts, unread)
    yield from _contexts(assessment, known)
    for place, competency in enumerate(assessment.competencies):
        yield from _competency(competency, ("competencies", place), known)
    yield from _checks(assessment)
    if assessment.profile is not None:
        yield from profile_problems(assessment.profile, known)


def remarks(assessment: Assessment) -> Iterator[ContentError]:
    """What an author may want to know, without having to mend it."""
    count = len(assessment.competencies)
    if count not in COMPETENCIES:
        yield ContentError(
            N_("There are {count} competencies; {low} to {high} make an assessment that is broad and still short."),
            ("competencies",),
            count=count,
            low=COMPETENCIES[0],
            high=COMPETENCIES[-1],
        )


def _schema(assessment: Assessment) -> Iterator[ContentError]:
    if assessment.schema != SCHEMA:
        yield ContentError(
            N_("The schema “{schema}” is not one that this version reads; write “{known}”."),
            ("schema",),
            schema=assessment.schema,
            known=SCHEMA,
        )


def _cuts(cuts: Cuts) -> Iterator[ContentError]:
    if not 0 < cuts.close < cuts.ready <= 1:
        yield ContentError(N_("The cuts lie between 0 and 1, `close` below `ready`; mend them."), ("cuts",))


def _scale(field: str, scale: Mapping[str, object], known: tuple[str, ...]) -> Iterator[ContentError]:
    for rating in known:
        if rating not in scale:
            yield ContentError(
                N_("`{field}` doesn’t say what “{rating}” means; add it."), (field,), field=field, rating=rating
            )
    for rating in scale:
        if rating not in known:
            yield ContentError(
                N_("“{rating}” is no rating of `{field}`; the ratings are {known}."),
                (field, rating),
                field=field,
                rating=rating,
                known=", ".join(known),
            )


def _ids(assessment: Assessment) -> Iterator[ContentError]:
    yield from _names("competencies", assessment.competencies)
    items: list[tuple[Path, str]] = []
    for place, competency in enumerate(assessment.competencies):
        path: Path = ("competencies", place, "statements")
        items += [((*path, number, "id"), each.id) for number, each in enumerate(competency.statements)]
    items += [(("checks", place, "id"), each.id) for place, each in enumerate(assessment.checks)]
    yield from _names_of(items)
    for path, name in items:
        if name == RESERVED:
            yield ContentError(
                N_("“{name}” has a meaning of its own in answers files; choose another."), path, name=name
            )


def _names(field: str, competencies: Iterable[Competency]) -> Iterator[ContentError]:
    yield from _names_of([((field, place, "id"), each.id) for place, each in enumerate(competencies)])


def _names_of(named: Iterable[tuple[Path, str]]) -> Iterator[ContentError]:
    named = list(named)
    yield from repeated(named)
    for path, name in named:
        if not _ID.fullmatch(name):
            yield ContentError(
                N_("“{name}” is no short name; write lower-case letters, digits and hyphens."), path, name=name
            )


def _contexts(assessment: Assessment, facts: Facts) -> Iterator[ContentError]:
    yield from repeated((("contexts", place, "id"), each.id) for place, each in enumerate(assessment.contexts))
    yield from _by_context({each.id for each in assessment.contexts}, ("contexts",))
    for place, context in enumerate(assessment.contexts):
        yield from fact_problems(context.facts, ("contexts", place, "facts"), facts)


def _by_context(given: Iterable[str], path: Path) -> Iterator[ContentError]:
    """Problems where not exactly the three contexts are given."""
    given = set(given)
    for name in CONTEXTS:
        if name not in given:
            yield ContentError(N_("The context “{context}” is missing here; add it."), path, context=name)
    for name in sorted(given - set(CONTEXTS)):
        yield ContentError(
            N_("“{context}” is not a context; the contexts are {known}."), path, context=name, known=", ".join(CONTEXTS)
        )


def _competency(competency: Competency, path: Path, facts: Facts) -> Iterator[ContentError]:
    yield from _weights(competency, path)
    yield from _minimum(competency, path)
    if len(competency.statements) not in STATEMENTS:
        yield ContentError(
            N_("“{competency}” has {count} statements; a competency has {low} to {high}."),
            (*path, "statements"),
            competency=competency.id,
            count=len(competency.statements),
            low=STATEMENTS[0],
            high=STATEMENTS[-1],
        )
    for place, statement in enumerate(competency.statements):
        yield from fact_problems(statement.facts, (*path, "statements", place, "facts"), facts, needed=True)


def _weights(competency: Competency, path: Path) -> Iterator[ContentError]:
    yield from _by_context(competency.weights, (*path, "weights"))
    yield from _by_context(competency.thresholds, (*path, "thresholds"))
    for context, weight in competency.weights.items():
        if not (weight > 0 and isfinite(weight)):
            yield ContentError(
                N_("A weight is above 0; mend that of “{context}”."), (*path, "weights", context), context=context
            )
    for context, threshold in competency.thresholds.items():
        if not 0 <= threshold <= HIGHEST:
            yield ContentError(
                N_("A threshold is a rating, 0 to {highest}; mend that of “{context}”."),
                (*path, "thresholds", context),
                context=context,
                highest=HIGHEST,
            )


def _minimum(competency: Competency, path: Path) -> Iterator[ContentError]:
    if competency.critical and competency.minimum is None:
        yield ContentError(
            N_("“{competency}” is critical and has no `minimum`; add it."), path, competency=competency.id
        )
    if competency.minimum is None:
        return
    if not competency.critical:
        yield ContentError(
            N_("Only a critical competency has a `minimum`; remove it or add `critical: true`."), (*path, "minimum")
        )
    if not 0 < competency.minimum <= 1:
        yield ContentError(N_("A `minimum` is a share: above 0, at most 1."), (*path, "minimum"))


def _checks(assessment: Assessment) -> Iterator[ContentError]:
    statements = {each.id for each in assessment.statements}
    for place, check in enumerate(assessment.checks):
        if check.of not in statements:
            yield ContentError(
                N_("No statement is called “{name}”; give the id of a statement of this file."),
                ("checks", place, "of"),
                name=check.of,
            )
    turned = sum(check.reversed for check in assessment.checks)
    straight = len(assessment.checks) - turned
    if (straight, turned) != (CHECKS_OF_A_KIND, CHECKS_OF_A_KIND):
        yield ContentError(
            N_("There are {straight} reworded and {turned} reversed checks; write {count} of each."),
            ("checks",),
            straight=straight,
            turned=turned,
            count=CHECKS_OF_A_KIND,
        )
