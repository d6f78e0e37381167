"""The eight kinds of fact, each a family of rows and each in a file of its own."""

from ctoquiz.domain.facts.base import (
    STRICT,
    TEXT_FIELDS,
    ContentError,
    FalseStatement,
    Family,
    Lure,
    Row,
    Waiver,
)
from ctoquiz.domain.facts.condition import ConditionFamily, Rule
from ctoquiz.domain.facts.contrast import ContrastFamily, Item, Side
from ctoquiz.domain.facts.figure import Figure, FigureFamily
from ctoquiz.domain.facts.progression import ProgressionFamily, Step
from ctoquiz.domain.facts.range import RangeFamily, Span
from ctoquiz.domain.facts.relation import Link, RelationFamily
from ctoquiz.domain.facts.set import Member, SetFamily
from ctoquiz.domain.facts.term import Term, TermFamily

AnyFamily = (
    SetFamily
    | RelationFamily
    | RangeFamily
    | FigureFamily
    | TermFamily
    | ContrastFamily
    | ConditionFamily
    | ProgressionFamily
)

__all__ = [
    "STRICT",
    "TEXT_FIELDS",
    "AnyFamily",
    "ConditionFamily",
    "ContentError",
    "ContrastFamily",
    "FalseStatement",
    "Family",
    "Figure",
    "FigureFamily",
    "Item",
    "Link",
    "Lure",
    "Member",
    "ProgressionFamily",
    "RangeFamily",
    "RelationFamily",
    "Row",
    "Rule",
    "SetFamily",
    "Side",
    "Span",
    "Step",
    "Term",
    "TermFamily",
    "Waiver",
]
