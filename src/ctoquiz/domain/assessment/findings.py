"""What the document says of a person's profile: what it expects, what it pays, and where it says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import TypeAlias

from ctoquiz.domain.assessment.profile import (
    Band,
    ChoiceQuestion,
    Expected,
    Pay,
    Profile,
    ProfileQuestion,
    Standing,
    YearsQuestion,
)
from ctoquiz.domain.facts import RangeFamily, Span
from ctoquiz.domain.facts.range import Unit
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_, BadInput
from ctoquiz.frozen import frozen

ProfileAnswer: TypeAlias = float | str
"""A number of years, or the id of an option."""

MOST_YEARS = 100


@frozen
class Finding:
    """An answer of the profile against what the document expects."""

    question: str
    answer: ProfileAnswer
    expected: Expected
    standing: Standing


@frozen
class PayRange:
    """What the document says that such a profile earns: the fact that says so, its condition, and the two ends."""

    fact: str
    condition: Text
    low: float
    high: float
    unit: Unit


@frozen
class PaySilence:
    """The document gives no pay for such a profile: why, in one or two sentences."""

    reasons: tuple[Text, ...]


def read_profile_answer(question: ProfileQuestion, value: Json) -> ProfileAnswer:
    """The answer to a question of a profile, as typed or as a file holds it: a number of years, or an option's id.

    Raises BadInput for anything else.
    """
    if isinstance(question, ChoiceQuestion):
        return _option(question, value)
    years = _number(value)
    if years is None or not 0 <= years <= MOST_YEARS:
        raise BadInput(
            N_("“{question}” takes a number of years, 0 to {most}; “{typed}” is none."),
            question=question.id,
            most=MOST_YEARS,
            typed=value,
        )
    return years


def findings(profile: Profile, answers: Mapping[str, ProfileAnswer]) -> tuple[Finding, ...]:
    """What was answered against what is expected, in the profile's order; nothing where nothing is expected."""
    return tuple(_findings(profile, answers))


def pay_of(pack: Pack, profile: Profile, answers: Mapping[str, ProfileAnswer]) -> PayRange | PaySilence | None:
    """What the document says of the pay of such a profile, be it that it says nothing.

    None where the profile has no pay, or the years or the place were not told.
    """
    pay = profile.pay
    if pay is None:
        return None
    years, place = answers.get(pay.years), answers.get(pay.place)
    if not isinstance(years, int | float) or not isinstance(place, str):
        return None
    band = next((each for each in pay.bands if each.place == place and each.holds(years)), None)
    return PaySilence(_reasons(pay, years, place)) if band is None else _range(band, pack)


def _findings(profile: Profile, answers: Mapping[str, ProfileAnswer]) -> Iterator[Finding]:
    for question in profile.questions:
        answer = answers.get(question.id)
        if answer is None or question.expected is None:
            continue
        standing = _standing(question, answer)
        if standing is not None:
            yield Finding(question.id, answer, question.expected, standing)


def _standing(question: ProfileQuestion, answer: ProfileAnswer) -> Standing | None:
    if isinstance(question, YearsQuestion):
        expected = question.expected
        return None if expected is None or isinstance(answer, str) else expected.standing(answer)
    return next((option.standing for option in question.options if option.id == answer), None)


def _reasons(pay: Pay, years: float, place: str) -> tuple[Text, ...]:
    """Why there is no band: none for the years anywhere, none in the place at any time, or else none for the two."""
    no_years = not any(band.holds(years) for band in pay.bands)
    no_place = all(band.place != place for band in pay.bands)
    reasons = (*([pay.silent.years] if no_years else []), *([pay.silent.place] if no_place else []))
    return reasons or (pay.silent.years, pay.silent.place)


def _range(band: Band, pack: Pack) -> PayRange | None:
    family, row = pack.facts[band.fact], pack.rows[band.fact]
    if not (isinstance(family, RangeFamily) and isinstance(row, Span)):
        return None
    return PayRange(band.fact, row.condition, row.low, row.high, family.unit)


def _option(question: ChoiceQuestion, value: Json) -> str:
    known = [option.id for option in question.options]
    if isinstance(value, str) and value.strip().lower() in known:
        return value.strip().lower()
    raise BadInput(
        N_("“{question}” takes one of: {known}; “{typed}” is none."),
        question=question.id,
        known=", ".join(known),
        typed=value,
    )


def _number(value: Json) -> float | None:
    if isinstance(value, str):
        try:
            value = float(value.strip().replace(",", "."))
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return float(value)
