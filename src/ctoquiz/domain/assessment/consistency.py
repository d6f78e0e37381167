"""Signs that ratings were given without care: warnings, never a penalty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Literal

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.statements import Check
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.statistics import mean
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen

FLAGGED_DIFFERENCE = 1
"""A mean difference between ratings and their checks that is flagged, in steps of the scale."""

FLAGGED_RUN = 10
"""So many identical ratings in a row are flagged."""

Kind = Literal["reworded", "reversed", "run", "not-rated"]


@frozen
class Warned:
    """A warning: the ids of the statements and checks that it is about, and a message template with its values.

    Numbers among the values are to be formatted, texts in every language to be put into the user's.
    """

    kind: Kind
    statements: tuple[str, ...]
    message: str
    values: Mapping[str, float | Text]


def warnings(assessment: Assessment, answers: Mapping[str, Rated]) -> tuple[Warned, ...]:
    """All warnings: reworded and reversed checks, the longest run, then competencies not rated, in the pack's order."""
    return (
        *_differing(assessment, answers, reverse=False),
        *_differing(assessment, answers, reverse=True),
        *_run(assessment, answers),
        *_not_rated(assessment, answers),
    )


def differences(checks: Iterable[Check], answers: Mapping[str, Rated]) -> list[tuple[Check, int]]:
    """How far each check is from what goes with its statement: |a − b|, or |a − (4 − b)| where it is reversed.

    A pair of which either was not answered, or with “n”, is left out.
    """
    found: list[tuple[Check, int]] = []
    for check in checks:
        statement, own = answers.get(check.of), answers.get(check.id)
        if statement is not None and statement.rating is not None and own is not None and own.rating is not None:
            found.append((check, abs(statement.rating - check.expected(own.rating))))
    return found


def longest_run(assessment: Assessment, answers: Mapping[str, Rated]) -> tuple[str, ...]:
    """The statements of the longest run of identical ratings, the first of several that are equally long.

    Runs go over the statements in the order in which they are asked. Checks, which have another scale, are passed over,
    and so are statements not answered yet; “n” is no rating, and ends a run.
    """
    given = [(each.id, answers[each.id].rating) for each in assessment.statements if each.id in answers]
    runs = [
        tuple(id_ for id_, _ in run) for rating, run in groupby(given, key=lambda each: each[1]) if rating is not None
    ]
    return max(runs, key=len, default=())


def _differing(assessment: Assessment, answers: Mapping[str, Rated], *, reverse: bool) -> Iterator[Warned]:
    checks = (check for check in assessment.checks if check.reversed is reverse)
    found = differences(checks, answers)
    steps = mean([difference for _, difference in found]) if found else 0.0
    if steps < FLAGGED_DIFFERENCE:
        return
    apart = [check for check, difference in found if difference >= FLAGGED_DIFFERENCE]
    yield Warned(
        kind="reversed" if reverse else "reworded",
        statements=tuple(id_ for check in apart for id_ in (check.of, check.id)),
        message=_REVERSED if reverse else _REWORDED,
        values={"steps": steps},
    )


def _run(assessment: Assessment, answers: Mapping[str, Rated]) -> Iterator[Warned]:
    run = longest_run(assessment, answers)
    if len(run) >= FLAGGED_RUN:
        yield Warned("run", run, _RUN, {"count": len(run)})


def _not_rated(assessment: Assessment, answers: Mapping[str, Rated]) -> Iterator[Warned]:
    for competency in assessment.competencies:
        ids = tuple(statement.id for statement in competency.statements)
        if all(answers.get(id_, Rated(None)).rating is None for id_ in ids):
            yield Warned("not-rated", ids, _NOT_RATED, {"competency": competency.title})


_REWORDED = N_(
    "Statements that say the same in other words got ratings that differ by {steps} on average; look at them again."
)
_REVERSED = N_(
    "Statements and their opposites got ratings that miss each other by {steps} on average; look at them again."
)
_RUN = N_("{count} statements in a row got the same rating; look at them again, each on its own.")
_NOT_RATED = N_("Nothing is known of “{competency}”, as none of its statements was rated; it counts nowhere.")
