"""True or false, by what statements look like beside each other, and by how often either was right."""

from __future__ import annotations

from ctoquiz.errors import N_
from ctoquiz.quality.blind.cue import Cue, statement
from ctoquiz.quality.blind.sight import TRUTHS, Sight


def always_true(_: Sight) -> float:
    """Every statement is true."""
    return 1.0


def always_false(_: Sight) -> float:
    """Every statement is false."""
    return -1.0


def majority(sight: Sight) -> float:
    """What most statements were so far."""
    true, false = (sight.before.truths.get(each, 0) for each in TRUTHS)
    return true - false


def minority(sight: Sight) -> float:
    """What fewest statements were so far."""
    return -majority(sight)


def longer_is_true(sight: Sight) -> float:
    """A statement longer than is usual in this quiz is true, a shorter one false."""
    usual = sight.sheet.usual_length
    return 0.0 if usual is None else len(sight.item.prompt) - usual


def shorter_is_true(sight: Sight) -> float:
    """A statement shorter than is usual in this quiz is true, a longer one false."""
    return -longer_is_true(sight)


def familiar_is_true(sight: Sight) -> float:
    """A statement whose words come in other questions too, more than is usual in this quiz, is true."""
    usual = sight.sheet.usually_familiar
    return 0.0 if usual is None else sight.sheet.familiar(sight.item.number) - usual


def unfamiliar_is_true(sight: Sight) -> float:
    """A statement whose words come in other questions less than is usual in this quiz is true."""
    return -familiar_is_true(sight)


CUES = (
    Cue("always-true", N_("every statement is true"), statement(always_true)),
    Cue("always-false", N_("every statement is false"), statement(always_false)),
    Cue("majority", N_("true or false, whichever came more often so far"), statement(majority)),
    Cue("minority", N_("true or false, whichever came less often so far"), statement(minority)),
    Cue("longer-true", N_("the longer statements are true"), statement(longer_is_true)),
    Cue("shorter-true", N_("the shorter statements are true"), statement(shorter_is_true)),
    Cue("familiar-true", N_("statements in words of other questions are true"), statement(familiar_is_true)),
    Cue("unfamiliar-true", N_("statements in words of their own are true"), statement(unfamiliar_is_true)),
)
