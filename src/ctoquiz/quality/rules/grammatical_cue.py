"""Every option fits the gap: article, number and elision give nothing away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.joints import clashes
from ctoquiz.quality.language.lexicon import lexicon
from ctoquiz.quality.language.words import plain
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, GAP, View


def look(view: View) -> Iterator[Flaw]:
    """A determiner before the gap, an option that can't stand in it, a verb after it that fits some options alone."""
    if GAP not in view.prompt:
        return
    before, _, after = plain(view.prompt).partition(GAP)
    known = lexicon(view.language)
    found = re.search(known.before_gap, before)
    if found:
        message = N_("“{word}” right before the gap fits some answers alone; put it into the options.")
        yield Flaw(message, {"word": found.group().strip()}, view.language)
    else:
        yield from _clashes(view)
    if re.search(known.singular, after):
        yield from _number(view, known.many)
    elif re.search(known.plural, after):
        yield from _number(view, known.one)


def _clashes(view: View) -> Iterator[Flaw]:
    """The options that don't go with the words around the gap."""
    asked = clashes(view.prompt, view.language)
    for option, text in zip(view.options, view.rendered, strict=True):
        own = clashes(option, view.language)
        for words in clashes(text, view.language):
            if words not in (*asked, *own):
                message = N_(
                    "With “{option}” in the gap, it reads “{words}”; word the question so that all options fit."
                )
                yield Flaw(message, {"option": option, "words": words}, view.language)


def _number(view: View, other: str) -> Iterator[Flaw]:
    for option in view.options:
        if re.search(other, plain(option)):
            message = N_(
                "“{option}” doesn’t agree with the verb after the gap; word the question so that all options do."
            )
            yield Flaw(message, {"option": option}, view.language)


RULE = ViewRule(
    name="grammatical-cue",
    kinds=CHOICE,
    look=look,
    explanation=Explanation(
        what=N_("No article stands right before the gap, and every option reads well in it; articles go into options."),
        why=N_("After “an ___”, the options that begin with a consonant are out without knowing anything."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 28c (grammatical inconsistencies)",
        bad=N_("The CTO may become an ___. a. director, b. independent consultant, c. teacher"),
        good=N_("The CTO may become ___. a. a director, b. an independent consultant, c. a teacher"),
    ),
)
