"""The eight kinds of question, one file each, behind one base class."""

from __future__ import annotations

from ctoquiz.domain.questions.answers import unknown
from ctoquiz.domain.questions.base import LETTERS, LEVELS, Option, Question, Source
from ctoquiz.domain.questions.interval import Interval
from ctoquiz.domain.questions.match import Match
from ctoquiz.domain.questions.multiple import Multiple
from ctoquiz.domain.questions.number import Number
from ctoquiz.domain.questions.order import Order
from ctoquiz.domain.questions.single import Single
from ctoquiz.domain.questions.text import Typed
from ctoquiz.domain.questions.true_false import TrueFalse

__all__ = [
    "KINDS",
    "LETTERS",
    "LEVELS",
    "AnyQuestion",
    "Interval",
    "Match",
    "Multiple",
    "Number",
    "Option",
    "Order",
    "Question",
    "Single",
    "Source",
    "TrueFalse",
    "Typed",
    "unknown",
]

AnyQuestion = Single | Multiple | TrueFalse | Number | Interval | Typed | Order | Match

KINDS: tuple[str, ...] = tuple(
    each.kind for each in (Single, Multiple, TrueFalse, Number, Interval, Typed, Order, Match)
)
"""The names of the kinds of question, in the order of the notation of answers."""
