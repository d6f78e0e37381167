"""Waivers that name no rule: a slip in a name would otherwise waive nothing, and nobody would see it."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.facts.base import ContentError
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import N_, Problem
from ctoquiz.storage.packfile import PackFile
from ctoquiz.storage.packmessages import Path, content_problem

FIELD = b"waive"


def unknown_waivers(file: PackFile, data: Json) -> Iterator[Problem]:
    """A problem for each waiver of a rule that is none, with the nearest name; `data` is what the file holds."""
    if FIELD not in file.data:  # spares walking through nearly every file, and importing the rules
        return
    from ctoquiz.quality.registry import RULES

    for path, rule in _waived(data, ()):
        if rule not in RULES:
            yield content_problem(file, _unknown(rule, path))


def _unknown(rule: str, path: Path) -> ContentError:
    from ctoquiz.domain.nearest import nearest
    from ctoquiz.quality.registry import RULES

    near = nearest(rule, RULES)
    if near is None:
        message = N_("No rule is called “{rule}”; `ctoquiz pack check --explain` lists them.")
        return ContentError(message, path, rule=rule)
    return ContentError(N_("No rule is called “{rule}”; did you mean “{near}”?"), path, rule=rule, near=near)


def _waived(value: Json, path: Path) -> Iterator[tuple[Path, str]]:
    """The name of each rule waived in a file, with the path to it."""
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from _waived(item, (*path, place))
    elif isinstance(value, dict):
        for name, item in value.items():
            rule = value.get("rule") if name == "rule" and path[-2:-1] == ("waive",) else None
            if isinstance(rule, str):
                yield (*path, name), rule
            else:
                yield from _waived(item, (*path, name))
