"""The verdict of an assessment in a sentence, with its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.readiness import Gate, Reading, Verdict
from ctoquiz.errors import N_
from ctoquiz.terminal.assessmentsummary import AssessmentSummary
from ctoquiz.terminal.lines import Line, Span
from ctoquiz.terminal.look import Look

VERDICTS: dict[Verdict, str] = {
    "ready": N_("Ready for {context}."),
    "close": N_("Close to ready for {context}."),
    "building": N_("Building up for {context}."),
    "not-yet": N_("Not yet ready for {context}."),
}
NAMES: dict[Verdict, str] = {
    "ready": N_("ready"),
    "close": N_("close"),
    "building": N_("building up"),
    "not-yet": N_("not yet"),
}
_STYLES = {"ready": "right", "close": "partly", "building": "partly", "not-yet": "wrong"}


def verdict_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    """The verdict as claimed, then a reason a line, then what evidence changes about it."""
    claimed, evidenced = summary.found.score.claimed, summary.found.score.evidenced
    lines = verdict_line(summary, look)
    if claimed.verdict is None:
        return lines
    for reason in (*_reasons(claimed, summary, look), *_evidence(claimed, evidenced, summary, look)):
        lines += look.prose(reason, first=(Span(" " * look.inset),), indent=look.inset)
    return lines


def verdict_line(summary: AssessmentSummary, look: Look) -> list[Line]:
    """The verdict as claimed, without its reasons."""
    claimed = summary.found.score.claimed
    if claimed.verdict is None:
        return look.prose(look.say("Nothing was rated, so that nothing can be said."), "strong")
    context = look.text(summary.assessment.context(summary.found.score.context).title)
    sentence = look.say(VERDICTS[claimed.verdict], context=context)
    style = f"strong {_STYLES[claimed.verdict]}"
    sign = {"right": look.signs.right, "partly": look.signs.partly, "wrong": look.signs.wrong}[_STYLES[claimed.verdict]]
    first = () if look.plain else (Span(f"{sign} ", style),)
    return look.prose(sentence, style, first=first, indent=0 if look.plain else 2)


def _reasons(reading: Reading, summary: AssessmentSummary, look: Look) -> Iterator[str]:
    for gate in reading.gates:
        yield _gate(gate, summary, look)
    if reading.readiness is None:
        return
    cuts = summary.assessment.cuts
    if not reading.gates:
        yield look.say(
            "Your ratings meet {share} of what it asks for; “close” begins at {close}, “ready” at {ready}.",
            share=look.percent(100 * reading.readiness),
            close=look.percent(100 * cuts.close),
            ready=look.percent(100 * cuts.ready),
        )
    if reading.close_call:
        names = [look.say("“{verdict}”", verdict=look.say(NAMES[each])) for each in reading.possible]
        verdicts = look.say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
        yield look.say("It is a close call: so few statements can’t tell {verdicts} apart.", verdicts=verdicts)


def _gate(gate: Gate, summary: AssessmentSummary, look: Look) -> str:
    title = look.text(summary.assessment.competency(gate.competency).title)
    if gate.share.p is None:
        return look.say("“{title}” is critical, and nothing of it was rated.", title=title)
    minimum = look.percent(100 * gate.minimum)
    said = look.say(
        "“{title}” is critical: {met} of {rated} statements met, and at least {minimum} of them must be.",
        title=title,
        met=gate.share.met,
        rated=gate.share.rated,
        minimum=minimum,
    )
    if not gate.close_call:
        return said
    close = look.say("It is a close call: so few statements can’t tell it from one that passes.")
    return f"{said} {close}"


def _evidence(claimed: Reading, evidenced: Reading, summary: AssessmentSummary, look: Look) -> Iterator[str]:
    if not summary.ratings.tells_evidence:
        yield look.say("No evidence was asked for, so that this is what you claim and no more.")
    elif evidenced.verdict is not None and evidenced.verdict != claimed.verdict:
        yield look.say(
            "Counting only what you gave evidence for, it would be “{verdict}”.",
            verdict=look.say(NAMES[evidenced.verdict]),
        )
