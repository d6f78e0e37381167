"""What the last page of an assessment is made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from ctoquiz.domain.assessment.comparison import Beside, Progress
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.readiness import Reading
from ctoquiz.frozen import frozen
from ctoquiz.session.assessed import Assessed
from ctoquiz.session.assessing import Ratings


@frozen
class Earlier:
    """The last assessment before: when it was finished (in the user's own time zone), how it reads today, and what
    changed since.
    """

    at: datetime
    claimed: Reading
    progress: Progress


@frozen(kw_only=True)
class AssessmentSummary:
    """An assessment that has ended: what was answered, what follows, and what it is held against.

    `beside` and `topics` go by competency: the person's own quizzes, and the topic to play. `saved` is the file of the
    result (None: not saved), `session` its id. `named` is what stands after `ctoquiz assess` to name the pack, with a
    space before it, and nothing where the usual pack is meant. `has_report` says whether there is a `ctoquiz report`.
    """

    pack: Pack
    ratings: Ratings
    found: Assessed
    status: Literal["complete", "stopped"]
    earlier: Earlier | None
    beside: Mapping[str, Beside]
    topics: Mapping[str, str]
    saved: Path | None
    session: str | None
    named: str = ""
    has_report: bool = False

    @property
    def assessment(self) -> Assessment:
        """What was assessed."""
        return self.ratings.assessment

    @property
    def left_out(self) -> int:
        """How many statements, checks included, have no answer yet."""
        return sum(item.id not in self.ratings.rated for item in self.assessment.items)
