"""Steps in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from ctoquiz.domain.facts.base import Family, Row
from ctoquiz.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Row):
    """A step; as a fact it says what comes right after it."""

    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressionFamily(Family[Step]):
    """Steps, first to last."""

    GAPS: ClassVar = {"next": frozenset({"step"}), "order": frozenset[str]()}
    SAYS: ClassVar = frozenset({"step", "later"})
    ROWS: ClassVar = "steps"

    kind: Literal["progression"]
    steps: tuple[Step, ...]

    @property
    def facts(self) -> tuple[Step, ...]:
        """Every step but the last: each is the fact of what comes right after it."""
        return self.steps[:-1]

    @property
    def cited(self) -> tuple[Step, ...]:
        """Every step."""
        return self.steps
