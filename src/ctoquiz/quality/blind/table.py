"""The blind solver's verdict on a pack: a row for each cue in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from ctoquiz.domain.questions import AnyQuestion, Multiple, Single, TrueFalse
from ctoquiz.errors import N_
from ctoquiz.frozen import frozen
from ctoquiz.quality.blind.combined import decide
from ctoquiz.quality.blind.cue import Cue
from ctoquiz.quality.blind.cues import CUES
from ctoquiz.quality.blind.resampling import holm, p_value
from ctoquiz.quality.blind.sitting import sit
from ctoquiz.quality.blind.tally import Tally

ALPHA = 0.01
MOST_GAIN = 0.05
FEWEST_FACTS = 30
ERRORS = 2
"""A gain is told with two standard errors of the draws on either side: so much of it may be their luck."""
CHOSEN = Cue("combined-options", N_("all cues of options together"), lambda _: ())
JUDGED = Cue("combined-statements", N_("all cues of statements together"), lambda _: ())
"""The rows of all cues together."""


@frozen
class Wanted:
    """Quizzes to be drawn for a table: how many questions each, of which kinds (empty: all), and how many times as many
    of them as of others.
    """

    count: int
    kinds: tuple[str, ...] = ()
    times: int = 1


WANTED = (
    Wanted(10),
    Wanted(30),
    Wanted(20, (Single.kind,)),
    Wanted(20, (TrueFalse.kind,), times=3),  # right or wrong by halves, a statement takes the most draws to tell
    Wanted(20, (Single.kind, Multiple.kind, TrueFalse.kind)),
)
"""What people play, and the kinds with most to give away on their own."""
SEEDS = 100
"""So many quizzes of each are drawn: enough that a pack which gives nothing away hardly ever seems to by their luck."""


class Verdict(StrEnum):
    """What is said of a cue."""

    CLEAN = "clean"
    GAINS = "gains"
    FEW = "too few facts to tell"


@frozen
class Row:
    """What a cue earns. `chance` and `right` are shares of decisions, averaged over facts (what rests on several facts
    together counts as one); `error` is the standard error of their difference that more quizzes would lessen; `p` is
    of chance alone, `adjusted` after Holm; `best` are the facts that it gains most with.
    """

    cue: str
    label: str
    language: str
    facts: int
    decisions: int
    chance: float
    right: float
    error: float
    p: float
    adjusted: float
    verdict: Verdict
    best: tuple[tuple[tuple[str, ...], float], ...] = ()

    @property
    def gain(self) -> float:
        """By how much more often than chance it is right."""
        return self.right - self.chance


@frozen
class Table:
    """All rows, language by language. A pack passes when no cue gains."""

    quizzes: int
    rows: tuple[Row, ...]

    @property
    def passes(self) -> bool:
        """Whether the wording gives nothing away."""
        return not any(row.verdict is Verdict.GAINS for row in self.rows)

    def gaining(self) -> Iterator[Row]:
        """The cues that gain."""
        return (row for row in self.rows if row.verdict is Verdict.GAINS)


def solve(
    quizzes: Sequence[Sequence[AnyQuestion]],
    languages: Sequence[str],
    cues: Sequence[Cue] = CUES,
    *,
    together: bool = True,
) -> Table:
    """Play the quizzes blindly with every cue, and with all together, in every language."""
    rows = [row for language in languages for row in _language(quizzes, language, cues, together=together)]
    return Table(len(quizzes), tuple(rows))


def _language(
    quizzes: Sequence[Sequence[AnyQuestion]], language: str, cues: Sequence[Cue], *, together: bool
) -> list[Row]:
    trials = [trial for quiz in quizzes for trial in sit(quiz, language)]
    picks = [[cue.picks(trial.sight) for cue in cues] for trial in trials]
    tallies: dict[str, Tally] = {cue.name: Tally() for cue in (*cues, CHOSEN, JUDGED)}
    for trial, picked in zip(trials, picks, strict=True):
        for cue, pick in zip(cues, picked, strict=True):
            tallies[cue.name].add(trial, pick)
    for trial, pick in decide(trials, picks) if together else ():
        tallies[JUDGED.name if trial.sight.item.statement else CHOSEN.name].add(trial, pick)
    return _rows([*cues, CHOSEN, JUDGED], tallies, language)


def _rows(cues: Sequence[Cue], tallies: Mapping[str, Tally], language: str) -> list[Row]:
    """A row for each cue that applies at all, its p adjusted for how many there are."""
    there = [(cue, tallies[cue.name]) for cue in cues if tallies[cue.name].facts]
    ps = [p_value(tally.gain, [each.by_chance() for each in tally.facts.values()]) for _, tally in there]
    return [
        _row(cue, tally, language, p, adjusted) for (cue, tally), p, adjusted in zip(there, ps, holm(ps), strict=True)
    ]


def _row(cue: Cue, tally: Tally, language: str, p: float, adjusted: float) -> Row:
    chance = tally.mean(earned.chance for earned in tally.facts.values())
    return Row(
        cue=cue.name,
        label=cue.label,
        language=language,
        facts=len(tally.facts),
        decisions=tally.decisions,
        chance=chance,
        right=chance + tally.gain,
        error=tally.error,
        p=p,
        adjusted=adjusted,
        verdict=_verdict(tally, adjusted),
        best=_best(tally),
    )


def _verdict(tally: Tally, adjusted: float) -> Verdict:
    """Beyond chance, or above the most that is allowed on average: what may be the luck of the draws isn't forgiven."""
    facts = len(tally.facts)
    if adjusted < ALPHA or (facts >= FEWEST_FACTS and tally.gain > MOST_GAIN):
        return Verdict.GAINS
    return Verdict.FEW if facts < FEWEST_FACTS else Verdict.CLEAN


def _best(tally: Tally) -> tuple[tuple[tuple[str, ...], float], ...]:
    """The ten facts with the highest gains, then by name."""
    ranked = sorted(tally.facts.items(), key=lambda pair: (-pair[1].gain, pair[0]))
    return tuple((facts, earned.gain) for facts, earned in ranked[:10] if earned.gain > 0)
