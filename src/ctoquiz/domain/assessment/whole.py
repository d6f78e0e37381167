"""A self-assessment as a pack holds it: the classes here and beside are the format of `assessment.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.assessment.contexts import Context, Cuts
from ctoquiz.domain.assessment.profile import Profile
from ctoquiz.domain.assessment.statements import Check, Statement
from ctoquiz.domain.facts.base import STRICT
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen

Item: TypeAlias = Statement | Check
"""What is rated."""


@frozen(kw_only=True)
class Assessment:
    """All that a self-assessment asks and depends on, in the pack's order.

    `editorial` says in one line that weights and thresholds are the pack's own choice. `scale` gives the meaning of
    each rating of a statement, from "0" to "4" and "n", `anchors` that of a check, from "0" to "4".
    """

    __pydantic_config__ = STRICT

    schema: str
    title: Text
    editorial: Text
    cuts: Cuts
    scale: Mapping[str, Text]
    anchors: Mapping[str, Text]
    contexts: tuple[Context, ...]
    competencies: tuple[Competency, ...]
    checks: tuple[Check, ...]
    profile: Profile | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that is scored, in the order in which it is asked."""
        return tuple(statement for each in self.competencies for statement in each.statements)

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is rated in the order in which it is asked: the statements in the pack's order, the checks between.

        Checks come after competencies, evenly spread, each about half an assessment away from its statement.
        """
        mixed, count = self._far_from_their_statements, len(self.competencies)
        items: list[Item] = []
        for place, competency in enumerate(self.competencies):
            items += competency.statements
            items += mixed[place * len(mixed) // count : (place + 1) * len(mixed) // count]
        return tuple(items)

    @property
    def _far_from_their_statements(self) -> tuple[Check, ...]:
        places = {statement.id: place for place, statement in enumerate(self.statements)}
        ordered = sorted(self.checks, key=lambda check: places[check.of])
        half = len(ordered) // 2
        return (*ordered[half:], *ordered[:half])

    def item(self, wanted: str) -> Item:
        """The statement or check with that id. Raises KeyError where there is none."""
        return {each.id: each for each in self.items}[wanted]

    def competency(self, wanted: str) -> Competency:
        """The competency with that id. Raises KeyError where there is none."""
        return {each.id: each for each in self.competencies}[wanted]

    def competency_of(self, item: Item) -> Competency:
        """The competency that a statement, or the statement of a check, belongs to."""
        wanted = item.of if isinstance(item, Check) else item.id
        return next(each for each in self.competencies if any(own.id == wanted for own in each.statements))

    def context(self, wanted: str) -> Context:
        """The context with that id. Raises KeyError where there is none."""
        return {each.id: each for each in self.contexts}[wanted]

    def meaning(self, item: Item, rating: int | None) -> Text | None:
        """What a rating of an item means (None: no opportunity so far), None where the pack doesn't say."""
        if rating is None:
            return self.scale.get("n")
        return (self.anchors if isinstance(item, Check) else self.scale).get(str(rating))
