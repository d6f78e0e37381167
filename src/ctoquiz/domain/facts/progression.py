"""Steps in order."""

from __future__ import annotations

from typing import ClassVar, Literal

from ctoquiz.domain.facts.base import Family, Row
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen


@frozen(kw_only=True)
class Step(Row):
    """A step; as a fact it says what comes right after it."""

    label: Text


@frozen(kw_only=True)
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
