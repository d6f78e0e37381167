"""Words that tell: absolute ones, hedges, negations, a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ctoquiz.errors import N_
from ctoquiz.quality.blind.cue import Cue, Scores, choice, statement
from ctoquiz.quality.blind.sight import Sight
from ctoquiz.quality.language.lexicon import lexicon
from ctoquiz.quality.language.words import negations, words

_WHOLE = re.compile(
    r"\b(?:all|none|both) of (?:the above|these|them)\b|\b(?:tou(?:te)?s|aucune?)\b.*\b(?:ces|ci-dessus)\b",
    re.IGNORECASE,
)


def all_of_these(sight: Sight) -> Scores:
    """The option that speaks of the others: “all of the above”."""
    return [float(bool(_WHOLE.search(text))) for text in sight.item.options]


def no_absolute(sight: Sight) -> Scores:
    """The options without a word that leaves no exception."""
    absolute = _absolute(sight.item.language)
    return [-_count(text, absolute) for text in sight.item.options]


def hedged(sight: Sight) -> Scores:
    """The options that soften what they say."""
    soft = _soft(sight.item.language)
    return [_count(text, soft) for text in sight.item.options]


def no_negation(sight: Sight) -> Scores:
    """The options that deny nothing."""
    return [-len(negations(text, sight.item.language)) for text in sight.item.options]


def absolute_is_false(sight: Sight) -> float:
    """A statement with an absolute word is false."""
    return -float(_count(sight.item.prompt, _absolute(sight.item.language)) > 0)


def hedged_is_true(sight: Sight) -> float:
    """A statement that hedges is true."""
    return float(_count(sight.item.prompt, _soft(sight.item.language)) > 0)


def negated_is_false(sight: Sight) -> float:
    """A statement that denies something is false."""
    return -float(bool(negations(sight.item.prompt, sight.item.language)))


def figure_is_true(sight: Sight) -> float:
    """A statement with a figure is true."""
    return float(any(sign.isdigit() for sign in sight.item.prompt))


@cache
def _absolute(language: str) -> frozenset[str]:
    return _all(lexicon(language).absolute)


@cache
def _soft(language: str) -> frozenset[str]:
    known = lexicon(language)
    return _all(known.vague) | _all(known.hedges)


def _all(groups: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(word for group in groups.values() for word in group)


def _count(text: str, listed: frozenset[str]) -> int:
    return sum(word in listed for word in words(text))


CUES = (
    Cue("all-of-these", N_("“all of these” or “none of these”"), choice(all_of_these)),
    Cue("no-absolute", N_("an option without “always”, “never”, “all”"), choice(no_absolute)),
    Cue("hedged", N_("an option that hedges"), choice(hedged)),
    Cue("no-negation", N_("an option that denies nothing"), choice(no_negation)),
    Cue("absolute-false", N_("a statement with “always”, “never”, “all” is false"), statement(absolute_is_false)),
    Cue("hedged-true", N_("a statement that hedges is true"), statement(hedged_is_true)),
    Cue("negated-false", N_("a statement that denies something is false"), statement(negated_is_false)),
    Cue("figure-true", N_("a statement with a figure is true"), statement(figure_is_true)),
)
