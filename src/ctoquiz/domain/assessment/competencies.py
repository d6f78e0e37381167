"""What a job asks for, by competency."""

from __future__ import annotations

from collections.abc import Mapping

from ctoquiz.domain.assessment.statements import Statement
from ctoquiz.domain.facts.base import STRICT
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Competency:
    """One thing that the job asks for, with the statements that show it.

    `weights` (above 0, only their ratios matter) and `thresholds` (the rating from which on a statement is met, 0 to 4)
    go by context. A `critical` competency has a `minimum`: the least share of its rated statements, from 0.0 to 1.0,
    that must be met for any verdict but “not yet”. `minimum` is None where it is not critical.
    """

    __pydantic_config__ = STRICT

    id: str
    title: Text
    weights: Mapping[str, float]
    thresholds: Mapping[str, int]
    statements: tuple[Statement, ...]
    critical: bool = False
    minimum: float | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that its statements cite, each once, in their order."""
        return tuple(dict.fromkeys(fact for statement in self.statements for fact in statement.facts))
