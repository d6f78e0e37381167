"""Keys stand at every place as often, whatever came before: independent and uniform, never balanced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt

from ctoquiz.domain.questions import AnyQuestion, Single
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.figures import is_figure
from ctoquiz.quality.rule import Evidence, Explanation, PackRule
from ctoquiz.quality.statistics import chi_square_tail, independence_chi_square, two_sided, uniform_chi_square

ALPHA = 0.001
FEWEST = 5
"""So many keys are to be expected in each case, for the approximation to hold (Cochran 1954, Biometrics 10)."""

Places = Sequence[tuple[int, int]]
"""Of each choice of a quiz, in its order: how many options, and the place of the key."""


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """Places that are used more than others, that follow on each other, or that are dealt out evenly in each quiz."""
    quizzes = [_places(quiz) for quiz in evidence.quizzes]
    for count in sorted({options for places in quizzes for options, _ in places}):
        flaws = (_uneven(quizzes, count), _following(quizzes, count), _balanced(quizzes, count))
        yield from (("", flaw) for flaw in flaws if flaw is not None)


def _places(quiz: Sequence[AnyQuestion]) -> Places:
    """Figures are left out: they are sorted, so that chance draws the rank of the key among what there is."""
    return [
        (len(question.options), question.right)
        for question in quiz
        if isinstance(question, Single) and not all(is_figure(text) for text in _first(question))
    ]


def _first(question: Single) -> Iterator[str]:
    return (next(iter(option.text.values())) for option in question.options)


def _counts(places: Places, count: int) -> list[int]:
    there = [place for options, place in places if options == count]
    return [there.count(place) for place in range(count)]


def _uneven(quizzes: Sequence[Places], count: int) -> Flaw | None:
    """Pearson's test over all quizzes."""
    counts = _counts([each for places in quizzes for each in places], count)
    if sum(counts) < FEWEST * count or chi_square_tail(uniform_chi_square(counts), count - 1) >= ALPHA:
        return None
    message = N_("Of {count} options the key stands at the places {counts} times; leave the place to chance alone.")
    return Flaw(message, _values(count, counts))


def _following(quizzes: Sequence[Places], count: int) -> Flaw | None:
    """Pearson's test of a table: the place of a key against that of the key before it."""
    table = [[0] * count for _ in range(count)]
    for places in quizzes:
        for (options, before), (others, place) in pairwise(places):
            if options == others == count:
                table[before][place] += 1
    if sum(map(sum, table)) < FEWEST * count * count:
        return None
    if chi_square_tail(independence_chi_square(table), (count - 1) ** 2) >= ALPHA:
        return None
    message = N_("Of {count} options the place of a key depends on that of the key before; draw each on its own.")
    return Flaw(message, {"count": count})


def _balanced(quizzes: Sequence[Places], count: int) -> Flaw | None:
    """Whether places are shared out more evenly within each quiz than chance would.

    Pearson's statistic of n equally likely places out of k has the mean k − 1 and the variance 2(k − 1)(n − 1) / n,
    exactly; summed over quizzes it is nearly normal. Source: Haldane 1937, Biometrika 29, 133–143.
    """
    counts = [each for each in (_counts(places, count) for places in quizzes) if sum(each) > 1]
    if len(counts) < FEWEST:
        return None
    spread = sqrt(sum(2 * (count - 1) * (1 - 1 / sum(each)) for each in counts))
    z = sum(uniform_chi_square(each) - (count - 1) for each in counts) / spread
    if z >= 0 or two_sided(z) >= ALPHA:
        return None
    message = N_("Of {count} options the places of keys are balanced within a quiz; draw each on its own.")
    return Flaw(message, {"count": count})


def _values(count: int, counts: Sequence[int]) -> Mapping[str, object]:
    return {"count": count, "counts": ", ".join(map(str, counts))}


RULE = PackRule(
    name="key-places",
    look=look,
    explanation=Explanation(
        what=N_("The place of each key is drawn on its own, every place as likely, and never balanced in a quiz."),
        why=N_("Test takers avoid the place of the last key and count the rest: balance can be exploited."),
        source="Bar-Hillel & Attali 2001, Seek whence: answer sequences and their consequences",
        bad=N_("Keys at a, b, c, d, a, b, c, d"),
        good=N_("Keys at b, b, d, a, b, c, a, a"),
    ),
)
