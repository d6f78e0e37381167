"""True and false statements: about as many of each, as long as each other, with as few absolute words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean

from ctoquiz.domain.questions import TrueFalse
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.words import spoken
from ctoquiz.quality.rule import Evidence, Explanation, PackRule
from ctoquiz.quality.statistics import chi_square_tail, independence_chi_square, rank_sum

FEWEST_TRUE, MOST_TRUE = 0.4, 0.6
FEWEST = 10
"""Of fewer statements no share can be said."""
ALPHA = 0.01

Statement = Sequence[TrueFalse]
"""One statement as it was built several times over."""


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """A pack, or its quizzes, with many more true statements than false ones, or two sorts that look unlike."""
    built = [[each for each in builds if isinstance(each, TrueFalse)] for builds in evidence.built.values()]
    statements = [each for each in built if each]
    drawn = [question for quiz in evidence.quizzes for question in quiz if isinstance(question, TrueFalse)]
    for asked in ([each[0] for each in statements], drawn):
        yield from (("", flaw) for flaw in _shares(asked))
    for language in evidence.pack.languages:
        yield from (("", flaw) for flaw in (*_lengths(statements, language), *_absolutes(statements, language)))


def _shares(asked: Sequence[TrueFalse]) -> Iterator[Flaw]:
    """Of the same few statements drawn over and over again, no share can be said either."""
    rights = [each.right for each in asked]
    if len({each.id for each in asked}) >= FEWEST and not FEWEST_TRUE <= fmean(rights) <= MOST_TRUE:
        message = N_("{true}% of {count} statements are true; have 40 to 60%.")
        yield Flaw(message, {"true": round(100 * fmean(rights)), "count": len(rights)})


def _lengths(statements: Sequence[Statement], language: str) -> Iterator[Flaw]:
    true, false = (
        [fmean(len(each.prompt[language]) for each in builds) for builds in statements if builds[0].right is right]
        for right in (True, False)
    )
    if rank_sum(true, false) < ALPHA:
        message = N_(
            "True statements have {true} signs on average, false ones {false}; make them as long as each other."
        )
        yield Flaw(message, {"true": round(fmean(true)), "false": round(fmean(false))}, language)


def _absolutes(statements: Sequence[Statement], language: str) -> Iterator[Flaw]:
    """Pearson's test of a table of two by two, with Yates's correction left out where there is much to count."""
    table = [[0, 0], [0, 0]]
    for builds in statements:
        absolute = any(spoken(each.prompt[language], language, "absolute") for each in builds)
        table[builds[0].right][absolute] += 1
    (_, false), (_, true) = table
    if false + true >= FEWEST and chi_square_tail(independence_chi_square(table), 1) < ALPHA:
        message = N_(
            "{false} false statements and {true} true ones hold “always”, “never”, “all”; take it out of some."
        )
        yield Flaw(message, {"false": false, "true": true}, language)


RULE = PackRule(
    name="statements-alike",
    look=look,
    explanation=Explanation(
        what=N_(
            "40 to 60% of the statements of a pack are true, and true and false ones don’t differ in length or in "
            "absolute words."
        ),
        why=N_("Statements that are longer, or that leave exceptions, are guessed to be true, and in most tests are."),
        source="Haladyna, Downing & Rodriguez 2002; Brassil & Couch 2019",
        bad=N_("False: “The CTO always leads teams.” True: “The CTO may be called on to lead in-house teams.”"),
        good=N_("False: “The CTO may be called on to lead sales teams.”"),
    ),
)
