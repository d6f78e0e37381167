"""The last page of an assessment: verdict, readiness, competencies, contexts, what to do, and what to type next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.readiness import Met, Reading
from ctoquiz.terminal.assessmentbeside import beside_lines, progress_lines
from ctoquiz.terminal.assessmentfindings import advice_lines, profile_lines, warning_lines
from ctoquiz.terminal.assessmentsummary import AssessmentSummary
from ctoquiz.terminal.assessmentverdict import verdict_line, verdict_lines
from ctoquiz.terminal.interval import axis_line, interval_line
from ctoquiz.terminal.lines import Line, Span, columns
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.look import Look

_LONGEST_LINE = 41
_LINE = 21
_SHORTEST_LINE = 11


def assessment_page(summary: AssessmentSummary, look: Look) -> list[Line]:
    """The whole page; its end, still seen on a small screen, is the verdict again and what to do.

    One that was stopped says only how far it came, lest somebody stops at what pleases.
    """
    if summary.status == "stopped":
        lines = look.heading(look.say("Stopped for now"))
        return look.placed([*lines, *look.prose(_left(summary, look), "strong"), *_next_lines(summary, look), ()])
    lines = look.heading(look.say("Your assessment"))
    lines += verdict_lines(summary, look)
    for part in (_readiness_lines, _competency_lines, _context_lines, warning_lines, advice_lines):
        lines += part(summary, look)
    for part in (progress_lines, beside_lines, profile_lines, _short_lines, _next_lines):
        lines += part(summary, look)
    return look.placed([*lines, ()])


def _left(summary: AssessmentSummary, look: Look) -> str:
    return look.say.plural(
        "{n} statement has no answer yet. The result comes at the end.",
        "{n} statements have no answer yet. The result comes at the end.",
        summary.left_out,
    )


def _readiness_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    say, score, cuts = look.say, summary.found.score, summary.assessment.cuts
    if score.claimed.readiness is None:
        return []
    context = look.text(summary.assessment.context(score.context).title)
    lines = look.heading(say("Readiness for {context}", context=context))
    readings = {say("As you claim it"): score.claimed}
    if summary.ratings.tells_evidence:
        readings[say("As far as evidenced")] = score.evidenced
    widest = max(map(columns, readings)) + 2
    beside = 0 if look.narrow else widest + columns(look.percent(100)) + 2
    length = min(_LONGEST_LINE, max(_SHORTEST_LINE, look.width - beside))
    for label, reading in readings.items():
        lines += _readiness(label, reading, (cuts.close, cuts.ready), widest, length, look)
    if not look.plain:
        margin = "" if look.narrow else " " * widest
        lines.append((Span(margin), *axis_line((cuts.close, cuts.ready), min(length, look.width), look)))
    return lines


def _readiness(label: str, reading: Reading, cuts: Sequence[float], widest: int, length: int, look: Look) -> list[Line]:
    if reading.readiness is None or reading.low is None or reading.high is None:
        return []
    share = look.percent(100 * reading.readiness)
    fair = look.say(
        "fair range {low} to {high}", low=look.percent(100 * reading.low), high=look.percent(100 * reading.high)
    )
    if look.plain:
        return look.prose(look.say("{label}: {text}", label=label, text=f"{share}, {fair}"))
    line = interval_line(reading.readiness, reading.low, reading.high, cuts, min(length, look.width), look)
    if look.narrow:
        return [
            *look.prose(look.say("{label}: {text}", label=label, text=share), "strong"),
            line,
            *look.prose(fair, "dim"),
        ]
    return [
        (Span(label.ljust(widest)), *line, Span("  "), Span(share, "strong")),
        (Span(" " * widest), Span(fair, "dim")),
    ]


def _competency_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    """Every competency, the weakest first; what was not rated comes last."""
    shares = summary.found.score.claimed.competencies
    ordered = sorted(summary.assessment.competencies, key=lambda each: _weakness(shares[each.id]))
    lines = look.heading(look.say("Your competencies, the weakest first"))
    for competency in ordered:
        lines += _competency(competency, summary, look)
    if look.plain:
        return lines
    legend = look.say(
        "{point} statements met, {within} the fair range of so few, {cut} the minimum of a critical competency; "
        "“from 3” is the rating from which on a statement is met there.",
        point=look.signs.point,
        within=look.signs.within,
        cut=look.signs.cut,
    )
    return [*lines, (), *look.prose(legend, "dim")]


def _weakness(share: Met) -> float:
    return 2.0 if share.p is None else share.p


def _competency(competency: Competency, summary: AssessmentSummary, look: Look) -> list[Line]:
    title, share = look.text(competency.title), summary.found.score.claimed.competencies[competency.id]
    told = _told(competency, share, summary, look)
    if share.interval is None or share.p is None:
        return look.labelled(title, told) if look.narrow else look.prose(f"{title}  {told}", "dim")
    if look.plain:
        return look.labelled(title, _spoken(competency, share, look))
    cuts = () if competency.minimum is None else (competency.minimum,)
    widest = max(columns(look.text(each.title)) for each in summary.assessment.competencies)
    if not look.narrow and widest + _LINE + columns(told) + 4 <= look.width:
        line = interval_line(share.p, *share.interval, cuts, _LINE, look)
        return [(Span(title.ljust(widest + 2)), *line, Span(f"  {told}"))]
    line = interval_line(share.p, *share.interval, cuts, min(_LINE, max(4, look.width - columns(told) - 2)), look)
    return [*look.prose(title), (*line, Span(f"  {told}"))]


def _told(competency: Competency, share: Met, summary: AssessmentSummary, look: Look) -> str:
    if not share.rated:
        return look.say("not rated")
    threshold = competency.thresholds[summary.found.score.context]
    return look.say("{met}/{rated} from {threshold}", met=share.met, rated=share.rated, threshold=threshold)


def _spoken(competency: Competency, share: Met, look: Look) -> str:
    low, high = share.interval or (0.0, 1.0)
    text = look.say("{met} of {rated} statements met", met=share.met, rated=share.rated)
    fair = look.say("fair range {low} to {high}", low=look.percent(100 * low), high=look.percent(100 * high))
    if competency.minimum is None:
        return f"{text}, {fair}"
    minimum = look.say("critical, at least {minimum}", minimum=look.percent(100 * competency.minimum))
    return f"{text}, {fair}, {minimum}"


def _context_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    score, assessment = summary.found.score, summary.assessment
    lines = look.heading(look.say("The same answers, read for each kind of company"))
    titles = {each.id: look.text(each.title) for each in assessment.contexts}
    widest = max(map(columns, titles.values())) + 2
    for id_, title in titles.items():
        lines += _context(title, score.contexts[id_], widest, look, chosen=id_ == score.context)
    return [*lines, *([] if look.plain else [()]), *look.prose(look.text(assessment.editorial), "dim")]


def _context(title: str, readiness: float | None, widest: int, look: Look, *, chosen: bool) -> list[Line]:
    share = look.say("not rated") if readiness is None else look.percent(100 * readiness)
    if look.plain or readiness is None:
        return look.labelled(title, share)
    style = "strong" if chosen else ""
    beside = look.width - widest - columns(share) - 2
    length = beside if beside >= _SHORTEST_LINE else look.width - columns(share) - 2
    full, empty = look.bar(readiness, max(4, min(_LONGEST_LINE, length)))
    bar = (Span(full, "accent"), Span(empty, "dim"), Span("  "), Span(share, style))
    if beside >= _SHORTEST_LINE:
        return [(Span(title.ljust(widest), style), *bar)]
    return [*look.prose(title, style), bar]


def _short_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    """The verdict again, and what to begin with: the beginning of the page has scrolled away."""
    lines = [*look.heading(look.say("In short")), *verdict_line(summary, look)]
    if summary.found.advice:
        title = look.text(summary.found.advice[0].competency.title)
        first = (Span(" " * look.inset),)
        lines += look.prose(look.say("What would help most: {title}.", title=title), first=first, indent=look.inset)
    return lines


def _next_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    lines = look.heading(look.say("What next"))
    for command, purpose in _commands(summary, look):
        # Not wrapped: what is to be copied is to stay in one piece, wherever the terminal folds it.
        lines.append((Span(command, "strong accent"),))
        lines += look.prose(purpose, first=(Span("  "),), indent=2)
    if summary.saved is None:
        return [*lines, (), *look.prose(look.say("This result was not saved."), "dim")]
    return [*lines, (), *look.prose(look.say("Saved in:"), "dim"), (Span(literal(str(summary.saved)), "dim"),)]


def _commands(summary: AssessmentSummary, look: Look) -> Iterator[tuple[str, str]]:
    say, named = look.say, literal(summary.named)
    if summary.status == "stopped" and summary.saved is not None:
        yield "ctoquiz assess --resume", say("goes on where you stopped")
        return
    if summary.has_report and summary.saved is not None:
        yield "ctoquiz report --output report.html", say("makes a page of it to keep, to print and to show")
    if summary.found.advice:
        topic = summary.topics[summary.found.advice[0].competency.id]
        yield f"ctoquiz play{named} --topic {topic}", say("asks what the document says of the first advice")
    if summary.saved is not None:
        yield f"ctoquiz results show {summary.session}", say("shows this again")
    yield f"ctoquiz assess{named}", say("assesses you anew, in a few months, and tells what changed")
