"""What a rule finds wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from ctoquiz.frozen import frozen


class Severity(StrEnum):
    """An error keeps a question from being asked; a warning is for its author to weigh."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Flaw:
    """What one rule found in one thing: a sentence that says what is wrong and what to do (a template marked with `N_`,
    and what fills its gaps); `language` is where it was seen, None where it concerns them all. `at` leads from what has
    it (a family, a row, a question written by hand) to the field in its file, where that is known.
    """

    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    language: str | None = None
    at: tuple[str | int, ...] = ()


@frozen
class Finding:
    """A flaw with the name of its rule, how bad it is, and what has it.

    `about` is the full name of a question, a fact or a family; empty for the pack as a whole.
    """

    rule: str
    severity: Severity
    about: str
    flaw: Flaw
