"""The verdict of an assessment in a sentence, with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.readiness import AssessmentScore, Gate, Reading, Verdict
from ctoquiz.errors import N_
from ctoquiz.formats.report.heading import in_language
from ctoquiz.formats.report.parts import Tone
from ctoquiz.i18n.words import Words
from ctoquiz.session.assessing import Ratings

VERDICTS: Mapping[Verdict, str] = {
    "ready": N_("Ready for {context}."),
    "close": N_("Close to ready for {context}."),
    "building": N_("Building up for {context}."),
    "not-yet": N_("Not yet ready for {context}."),
}
_NAMES: Mapping[Verdict, str] = {
    "ready": N_("ready"),
    "close": N_("close"),
    "building": N_("building up"),
    "not-yet": N_("not yet"),
}
TONES: Mapping[Verdict, Tone] = {"ready": "good", "close": "fair", "building": "fair", "not-yet": "bad"}


def verdict_name(verdict: Verdict, say: Words) -> str:
    """A verdict between quotation marks."""
    return say("“{verdict}”", verdict=say(_NAMES[verdict]))


def reasons(ratings: Ratings, score: AssessmentScore, say: Words) -> Iterator[str]:
    """Why the verdict as claimed is what it is, how sure it is, and what evidence changes about it."""
    assessment, claimed, evidenced = ratings.assessment, score.claimed, score.evidenced
    for gate in claimed.gates:
        yield _gate(gate, assessment, say)
    if claimed.readiness is not None and not claimed.gates:
        yield say(
            "Your ratings meet {share} of what it asks for; “close” begins at {close}, “ready” at {ready}.",
            share=say.percent(100 * claimed.readiness),
            close=say.percent(100 * assessment.cuts.close),
            ready=say.percent(100 * assessment.cuts.ready),
        )
    if claimed.close_call:
        yield _close_call(claimed, say)
    if not ratings.tells_evidence:
        yield say("No evidence was asked for, so that this is what you claim and no more.")
    elif evidenced.verdict is not None and evidenced.verdict != claimed.verdict:
        name = say(_NAMES[evidenced.verdict])
        yield say("Counting only what you gave evidence for, it would be “{verdict}”.", verdict=name)


def _close_call(reading: Reading, say: Words) -> str:
    names = [verdict_name(each, say) for each in reading.possible]
    verdicts = say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
    return say("It is a close call: so few statements can’t tell {verdicts} apart.", verdicts=verdicts)


def _gate(gate: Gate, assessment: Assessment, say: Words) -> str:
    title = in_language(assessment.competency(gate.competency).title, say).text
    if not gate.share.rated:
        return say("“{title}” is critical, and nothing of it was rated.", title=title)
    said = say(
        "“{title}” is critical: {met} of {rated} statements are met, and at least {minimum} of them must be.",
        title=title,
        met=gate.share.met,
        rated=gate.share.rated,
        minimum=say.percent(100 * gate.minimum),
    )
    if not gate.close_call:
        return said
    return f"{said} {say('It is a close call: so few statements can’t tell it from one that passes.')}"
