"""What a blind player earns with each cue, for a reader and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import N_
from ctoquiz.formats.columns import columns
from ctoquiz.i18n.words import Words
from ctoquiz.quality.blind.table import ERRORS, Row, Table, Verdict

_VERDICTS = {
    Verdict.CLEAN: N_("tells nothing"),
    Verdict.GAINS: N_("GIVES KEYS AWAY"),
    Verdict.FEW: N_("too few facts to tell"),
}
_SMALLEST = 0.001


def blind_json(table: Table) -> dict[str, Json]:
    """Every row; shares are from 0 to 1, `gain` is `right − chance`."""
    return {"passes": table.passes, "quizzes": table.quizzes, "cues": [_row_json(row) for row in table.rows]}


def _row_json(row: Row) -> dict[str, Json]:
    return {
        "lang": row.language,
        "cue": row.cue,
        "facts": row.facts,
        "decisions": row.decisions,
        "chance": row.chance,
        "right": row.right,
        "gain": row.gain,
        "error": row.error,
        "p": row.p,
        "p_adjusted": row.adjusted,
        "verdict": row.verdict.value,
        "best": [{"facts": list(facts), "gain": gain} for facts, gain in row.best],
    }


def blind_text(table: Table, say: Words) -> str:
    """A table for each language, then what gives keys away and with which facts, then the sum of it."""
    languages = dict.fromkeys(row.language for row in table.rows)
    blocks = [
        _language(language, [row for row in table.rows if row.language == language], say) for language in languages
    ]
    return "\n\n".join([*blocks, *_gaining(table, say), _sum(table, say)]) + "\n"


def _language(language: str, rows: Sequence[Row], say: Words) -> str:
    head = (
        say("cue"),
        say("facts"),
        say("by chance"),
        say("right"),
        say("gain in points"),
        "±",
        say("p (Holm)"),
        say("verdict"),
    )
    title = say("A player who knows nothing, in the pack’s language “{language}”:", language=language)
    return "\n".join([title, *columns([head, *(_cells(row, say) for row in rows)], right=(1, 2, 3, 4, 5, 6))])


def _cells(row: Row, say: Words) -> tuple[str, ...]:
    return (
        say(row.label),
        say.number(row.facts),
        say.percent(100 * row.chance, 1),
        say.percent(100 * row.right, 1),
        _signed(100 * row.gain, say),
        say.number(100 * ERRORS * row.error, 1),
        _p(row.adjusted, say),
        say(_VERDICTS[row.verdict]),
    )


def _signed(points: float, say: Words) -> str:
    text = say.number(abs(points), 1)
    return text if text == "0" else ("+" if points > 0 else "−") + text


def _p(p: float, say: Words) -> str:
    return f"< {say.number(_SMALLEST, 3)}" if p < _SMALLEST else say.number(p, 3)


def _gaining(table: Table, say: Words) -> Iterator[str]:
    for row in table.gaining():
        yield say(
            "“{cue}” ({language}) is right {right} of the time, by chance {chance}; most of all with: {facts}.",
            cue=say(row.label),
            language=row.language,
            right=say.percent(100 * row.right, 1),
            chance=say.percent(100 * row.chance, 1),
            facts=", ".join(_named(facts) for facts, _ in row.best) or "—",
        )


def _named(facts: tuple[str, ...]) -> str:
    """A fact by its name; several facts together by their families."""
    return facts[0] if len(facts) == 1 else " + ".join(dict.fromkeys(fact.partition(".")[0] for fact in facts))


def _sum(table: Table, say: Words) -> str:
    count = sum(1 for _ in table.gaining())
    quizzes = say.plural("{n} quiz was played blindly", "{n} quizzes were played blindly", table.quizzes)
    if not count:
        return say("{quizzes}: no cue gives a key away.", quizzes=quizzes)
    cues = say.plural("{n} cue gives keys away", "{n} cues give keys away", count)
    return say("{quizzes}: {cues}.", quizzes=quizzes, cues=cues)
