"""What is expected of an answer, in one line for each kind of question, and what a certainty stands for."""

from __future__ import annotations

from ctoquiz.domain.questions import AnyQuestion, Interval, Number
from ctoquiz.errors import N_
from ctoquiz.terminal.look import Look

NOTATIONS = {
    "single": N_("Type one letter."),
    "multiple": N_("Type the letters of all that are right, such as a,b."),
    "true-false": N_("Type true or false, or just t or f."),
    "text": N_("Type the words; capitals, accents and small slips don’t matter."),
    "order": N_("Type every letter, first to last, such as b,a,c."),
    "match": N_("Type each number with its letter, such as 1=b,2=a."),
}
ANY = N_("Type your answer.")
"""For a kind that has no line of its own."""

NUMBERS = {
    "eur": N_("Type an amount in euros, such as 12000 or 12 k€."),
    "year": N_("Type a number of years, such as 7."),
    "percent": N_("Type a percentage, such as 33 or 33 %."),
    "none": N_("Type a number."),
}
INTERVALS = {
    "eur": N_("Type two amounts in euros, low to high, such as 12000-15000."),
    "year": N_("Type two numbers of years, low to high, such as 7-9."),
    "percent": N_("Type two percentages, low to high, such as 33-44."),
    "none": N_("Type two numbers, low to high, such as 7-9."),
}
CERTAINTIES = {
    1: N_("a guess: right earns 1, wrong costs nothing"),
    2: N_("fairly sure, at least 2 in 3: right earns 2, wrong costs 2"),
    3: N_("sure, at least 4 in 5: right earns 3, wrong costs 6"),
}
"""What stands beside each certainty: from which probability on it pays, and its marks."""


def expected(question: AnyQuestion, look: Look) -> str:
    """The form in which an answer is typed."""
    if isinstance(question, Number):
        return look.say(NUMBERS[question.unit])
    if isinstance(question, Interval):
        return look.say(INTERVALS[question.unit])
    return look.say(NOTATIONS.get(question.kind, ANY))
