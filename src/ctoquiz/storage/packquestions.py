"""Questions that can’t be asked, each with the place of what its author must mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.facts.base import ContentError
from ctoquiz.domain.pack import Pack, Section
from ctoquiz.errors import BadInput, Problem
from ctoquiz.generation import written
from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import NEUTRAL, build, by_hand, catalogue, refusal
from ctoquiz.storage.packfile import PackFile
from ctoquiz.storage.packmessages import Path, content_problem


def unaskable(
    pack: Pack, sections: Mapping[str, Section], files: Mapping[str, PackFile], *, every_question: bool
) -> Iterator[Problem]:
    """A problem for each question that can’t be built, or that has the id of another.

    Of the questions made from facts only those are looked at that one written by hand could be taken for: they are
    many, they hardly ever fail, and a quiz is built before its first question is asked, so that nobody meets one that
    fails in the middle of it. With `every_question`, all are. `sections` and `files` are those of the pack by the names
    of the files.
    """
    seen: set[str] = set()
    for blueprint in catalogue(pack).blueprints if every_question else by_hand(pack):
        error = _error(blueprint, twice=blueprint.id in seen)
        seen.add(blueprint.id)
        if error is not None:
            yield _problem(error, blueprint, sections, files)


def badly_written(pack: Pack, sections: Mapping[str, Section], files: Mapping[str, PackFile]) -> Iterator[Problem]:
    """A problem for each question written by hand that can’t be built, in a pack whose other parts may not be right."""
    for section in pack.sections:
        for question in section.questions:
            if all(fact in pack.facts or fact in pack.families for fact in question.facts):
                for blueprint in written.blueprints(question, section.topic, pack):
                    if (error := _error(blueprint, twice=False)) is not None:
                        yield _problem(error, blueprint, sections, files)


def _problem(
    error: BadInput, blueprint: Blueprint, sections: Mapping[str, Section], files: Mapping[str, PackFile]
) -> Problem:
    name, path = _place_of(blueprint, sections)
    (problem,) = error.problems
    return content_problem(files[name], ContentError(problem.message, path, **problem.values))


def _error(blueprint: Blueprint, *, twice: bool) -> BadInput | None:
    try:
        build(blueprint, NEUTRAL)
    except BadInput as error:
        return error
    return refusal(blueprint, "two questions have this name") if twice else None


def _place_of(blueprint: Blueprint, sections: Mapping[str, Section]) -> tuple[str, Path]:
    """The file that a question comes from, and the path to the question or to its family."""
    family = blueprint.id.partition("/")[0].partition(".")[0]
    for name, section in sections.items():
        for place, question in enumerate(section.questions):
            if question.name == blueprint.id:
                return name, ("questions", place)
    return next(
        (name, ("facts", place))
        for name, section in sections.items()
        for place, each in enumerate(section.facts)
        if each.id == family
    )
