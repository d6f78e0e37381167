"""The longest option, the shortest, the middle number and the string seen most or least often tell nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.errors import N_
from ctoquiz.quality.blind.cues import length, numbers, strings
from ctoquiz.quality.blind.table import Row, solve
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Evidence, Explanation, PackRule

_ALONE = tuple(cue for cue in (*length.CUES, *numbers.CUES) if cue.name in {"longest", "shortest", "middle-number"})
"""The cues that a question shows on its own."""
_AMONG_OTHERS = tuple(cue for cue in strings.CUES if cue.name in {"commonest", "rarest"})
"""The cues that only a whole quiz shows."""
_MESSAGES = {
    "longest": N_("The longest option is right in {right}%, by chance {chance}%; lengthen wrong ones of: {facts}."),
    "shortest": N_("The shortest option is right in {right}%, by chance {chance}%; shorten wrong ones of: {facts}."),
    "middle-number": N_(
        "The middle number is right in {right}%, by chance {chance}%; give other wrong numbers to: {facts}."
    ),
    "commonest": N_(
        "The option that comes most often in a quiz is right in {right}%, by chance {chance}%; let wrong options of "
        "these come again elsewhere: {facts}."
    ),
    "rarest": N_(
        "The option that comes least often in a quiz is right in {right}%, by chance {chance}%; let keys of these "
        "come again elsewhere, as wrong options: {facts}."
    ),
}


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """Cues that are right more often than chance, over all questions of the pack and over quizzes of it."""
    languages = evidence.pack.languages
    single: Sequence[Sequence[AnyQuestion]] = [[each] for builds in evidence.built.values() for each in builds]
    for quizzes, cues in ((single or evidence.quizzes, _ALONE), (evidence.quizzes, _AMONG_OTHERS)):
        table = solve(quizzes, languages, cues, together=False)
        yield from (("", _flaw(row)) for row in table.gaining())


def _flaw(row: Row) -> Flaw:
    values = {
        "right": round(100 * row.right),
        "chance": round(100 * row.chance),
        "facts": ", ".join(" + ".join(facts) for facts, _ in row.best),
    }
    return Flaw(_MESSAGES[row.cue], values, row.language)


RULE = PackRule(
    name="surface-cues",
    look=look,
    explanation=Explanation(
        what=N_(
            "Over a pack, the longest option, the shortest, the middle number and the one that comes most or least "
            "often in a quiz are right no more often than chance."
        ),
        why=N_("What holds for most keys is soon noticed, and then earns marks without knowledge."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 28; Attali & Bar-Hillel 2003, Guess where",
        bad=N_("A pack in which the longest option is right in 45% of the questions"),
        good=N_("A pack in which each of four options is the longest, and the key, as often as the others"),
    ),
)
