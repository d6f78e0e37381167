"""From `assessment.yaml` to a self-assessment: every mistake of its author in one run, each with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from ctoquiz.domain.assessment.checking import problems
from ctoquiz.domain.assessment.naming import family_in
from ctoquiz.domain.assessment.profile import ChoiceQuestion, Profile, ProfileQuestion, YearsQuestion
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.facts.base import ContentError
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.pack import Section
from ctoquiz.errors import N_, Problem
from ctoquiz.storage.packfile import PackFile
from ctoquiz.storage.packmessages import content_problem
from ctoquiz.storage.shaping import items, shaped, shaped_by_kind

QUESTIONS: Mapping[str, type[ProfileQuestion]] = {"years": YearsQuestion, "choice": ChoiceQuestion}


def read_assessment(file: PackFile, data: JsonObject | None, found: list[Problem]) -> Assessment | None:
    """The self-assessment in a file that holds `data`; adds to `found` all that is wrong with the shape of its parts.

    Whether its names fit each other and the pack is for `misfits` to say, once the facts are known.
    """
    if data is None:
        return None
    before = len(found)
    profile = _profile(data, file, found)
    rest: JsonObject = {name: value for name, value in data.items() if name != "profile"}
    whole = shaped(Assessment, rest, file, (), found)
    if whole is None or len(found) > before:
        return None
    return replace(whole, profile=profile)


def misfits(
    file: PackFile, assessment: Assessment, sections: Iterable[Section], unread: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with names, numbers and citations of a self-assessment on the facts of these sections.

    `unread` are the names of families that are there but could not be read: nothing is said of what names them.
    """
    families = [family for section in sections for family in section.facts if not family.draft]
    facts = {name: family for family in families for name in family.names}
    for error in problems(assessment, facts, unread):
        name = error.values.get("name")
        if not isinstance(name, str) or family_in(name) not in unread:
            yield content_problem(file, error)


def _profile(data: JsonObject, file: PackFile, found: list[Problem]) -> Profile | None:
    given = data.get("profile")
    if given is None:
        return None
    if not isinstance(given, dict):
        error = ContentError(N_("`{field}` must have fields such as `questions: …`."), ("profile",), field="profile")
        found.append(content_problem(file, error))
        return None
    path = ("profile", "questions")
    questions = [
        shaped_by_kind(QUESTIONS, each, file, (*path, place), found)
        for place, each in enumerate(items(given, "questions", file, found, ("profile",)))
    ]
    bare = shaped(Profile, {**given, "questions": []} if "questions" in given else given, file, ("profile",), found)
    return None if bare is None else replace(bare, questions=tuple(each for each in questions if each is not None))
