"""Parts of the last page of an assessment: warnings, advice, and what the document says of the profile."""

from __future__ import annotations

from collections.abc import Sequence

from ctoquiz.domain.assessment.advice import Advice
from ctoquiz.domain.assessment.consistency import Warned
from ctoquiz.domain.assessment.findings import Finding, PayRange, findings, pay_of
from ctoquiz.domain.assessment.sources import source_of
from ctoquiz.domain.units import span
from ctoquiz.terminal.assessmentsummary import AssessmentSummary
from ctoquiz.terminal.feedback import where_text
from ctoquiz.terminal.lines import Line, Span
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.look import Look


def warning_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    """What looks careless, in plain words; nothing where nothing does."""
    if not summary.found.warnings:
        return []
    lines = look.heading(look.say("To look at again (this costs nothing)"))
    for warned in summary.found.warnings:
        lines += _pointed(_warning(warned, look), look)
    return lines


def _warning(warned: Warned, look: Look) -> str:
    values = {
        name: look.say.number(value, 1) if isinstance(value, int | float) else look.text(dict(value))
        for name, value in warned.values.items()
    }
    return look.say(warned.message, **values)


def advice_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    """What to do next, each with what the document says of it."""
    if not summary.found.advice:
        return []
    lines = look.heading(look.say("What would help most"))
    for number, advice in enumerate(summary.found.advice, 1):
        lines += _advice(number, advice, summary, look)
    return lines


def _advice(number: int, advice: Advice, summary: AssessmentSummary, look: Look) -> list[Line]:
    scale = summary.assessment.scale
    head = look.prose(look.text(advice.competency.title), "strong", first=(Span(f"{number}. "),), indent=3)
    rated = look.say(
        "“{statement}” You answered {rating}, “{meaning}”; from {threshold} on it is met.",
        statement=look.text(advice.statement.text),
        rating=advice.rating,
        meaning=look.text(scale[str(advice.rating)]),
        threshold=advice.threshold,
    )
    inset = (Span("   "),)
    return [
        *head,
        *look.prose(rated, first=inset, indent=3),
        *look.prose(_source(advice.statement.facts, summary, look), "dim", first=inset, indent=3),
    ]


def _source(facts: Sequence[str], summary: AssessmentSummary, look: Look) -> str:
    titles = {topic.id: topic.title for topic in summary.pack.topics}
    where = where_text(source_of(facts, summary.pack), titles, look)
    return look.say("{label}: {text}", label=look.say("Source"), text=where)


def profile_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    """What the document expects of the profile, and what it says of its pay; nothing where nothing was told."""
    profile, told = summary.assessment.profile, summary.ratings.profile
    if profile is None or not told:
        return []
    lines: list[Line] = []
    for finding in findings(profile, told):
        lines += _finding(finding, summary, look)
    lines += _pay(summary, look)
    return [*look.heading(look.say("Your profile, held against the document")), *lines] if lines else []


def _finding(finding: Finding, summary: AssessmentSummary, look: Look) -> list[Line]:
    say, signs = look.say, look.signs
    sign, said = {
        "met": (signs.right, say("you have it")),
        "depends": (signs.partly, say("enough for some, not for all")),
        "under": (signs.wrong, say("not yet")) if finding.expected.required else (signs.dot, say("a plus, no more")),
    }[finding.standing]
    text = say("{expected} ({standing})", expected=look.text(finding.expected.text), standing=said)
    return [*_pointed(text, look, sign), *_inset(_source(finding.expected.facts, summary, look), look)]


def _pay(summary: AssessmentSummary, look: Look) -> list[Line]:
    profile = summary.assessment.profile
    found = None if profile is None else pay_of(summary.pack, profile, summary.ratings.profile)
    if found is None or profile is None or profile.pay is None:
        return []
    if not isinstance(found, PayRange):
        return _pointed(" ".join(map(look.text, found.reasons)), look, look.signs.dot)
    amounts = span(found.low, found.high, found.unit, (look.lang,))[look.lang]
    text = look.say("The document’s range for you: {amounts}.", amounts=amounts)
    return [
        *_pointed(text, look, look.signs.dot),
        *_inset(look.text(profile.pay.about), look),
        *_inset(look.text(profile.pay.moves), look),
        *_inset(_source((found.fact,), summary, look), look),
    ]


def _pointed(text: str, look: Look, sign: str | None = None) -> list[Line]:
    if look.plain:
        return look.prose(literal(text))
    return look.prose(literal(text), first=(Span(f"{sign or look.signs.dot} ", "accent"),), indent=2)


def _inset(text: str, look: Look) -> list[Line]:
    return look.prose(text, "dim", first=(Span(" " * look.inset),), indent=look.inset)
