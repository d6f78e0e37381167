"""Parts of the last page of an assessment: what changed since the last one, and one's own quizzes beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.assessment.comparison import Beside, Step
from ctoquiz.terminal.assessmentsummary import AssessmentSummary, Earlier
from ctoquiz.terminal.lines import Line, Span
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.look import Look


def progress_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    """What changed since the last assessment, told from what is within noise; nothing where there was none."""
    earlier = summary.earlier
    if earlier is None:
        return []
    lines = look.heading(look.say("Since {date}", date=literal(look.say.moment(earlier.at))))
    for sentence in _progress(earlier, summary, look):
        lines += look.prose(sentence)
    return lines


def _progress(earlier: Earlier, summary: AssessmentSummary, look: Look) -> Iterator[str]:
    say, before, after = look.say, earlier.claimed.readiness, summary.found.score.claimed.readiness
    if before is not None and after is not None:
        change = {"changed": say("changed"), "within-noise": say("within noise")}.get(earlier.progress.readiness, "")
        yield say(
            "Readiness {before} {arrow} {after}: {change}.",
            before=look.percent(100 * before),
            arrow=look.signs.arrow,
            after=look.percent(100 * after),
            change=change,
        )
    steps = earlier.progress.competencies
    moved = [each for each in summary.assessment.competencies if steps[each.id].trend == "changed"]
    for competency in moved:
        step = _step(steps[competency.id], look)
        yield say("{title}: {step}, changed.", title=look.text(competency.title), step=step)
    if not moved:
        yield say("No competency changed by more than noise.")
    else:
        yield say("All other competencies: within noise.")


def _step(step: Step, look: Look) -> str:
    before, after = (f"{met.met}/{met.rated}" for met in (step.before, step.after))
    return f"{before} {look.signs.arrow} {after}"


def beside_lines(summary: AssessmentSummary, look: Look) -> list[Line]:
    """Each competency as rated beside the share right in one's own quizzes, or what to play to get one."""
    lines = look.heading(look.say("Beside your own quizzes"))
    known = {id_: beside for id_, beside in summary.beside.items() if beside.answers}
    for competency in summary.assessment.competencies:
        if competency.id in known:
            lines += _titled(look.text(competency.title), _beside(known[competency.id], look), look)
    for sentence in _missing(summary, look):
        lines += look.prose(sentence, "dim")
    return lines


def _titled(title: str, text: str, look: Look) -> list[Line]:
    """A title, which may be long, and a line under it; under `plain` both in one."""
    if look.plain:
        return look.labelled(title, text)
    return [*look.prose(title), *look.prose(text, "dim", first=(Span(" " * look.inset),), indent=look.inset)]


def _beside(beside: Beside, look: Look) -> str:
    say = look.say
    rated = say("not rated") if beside.p is None else look.percent(100 * beside.p)
    low, high = look.percent(100 * (beside.low or 0.0)), look.percent(100 * (beside.high or 0.0))
    return say.plural(
        "rated {rated}, quizzes {right} ({low} to {high}, {n} answer)",
        "rated {rated}, quizzes {right} ({low} to {high}, {n} answers)",
        beside.answers,
        rated=rated,
        right=look.percent(100 * (beside.right or 0.0)),
        low=low,
        high=high,
    )


def _missing(summary: AssessmentSummary, look: Look) -> Iterator[str]:
    """What to play for the competencies that no quiz has touched yet, and how to take the two."""
    topics = dict.fromkeys(summary.topics[id_] for id_, beside in summary.beside.items() if not beside.answers)
    if not any(beside.answers for beside in summary.beside.values()):
        yield look.say(
            "None of your quizzes has asked about these yet; play one: ctoquiz play{pack}", pack=literal(summary.named)
        )
        return
    if topics:
        commands = " ".join(f"--topic {topic}" for topic in topics)
        yield look.say(
            "For the others, play: ctoquiz play{pack} {topics}", pack=literal(summary.named), topics=literal(commands)
        )
    yield look.say("What one knows and what one has done are two things: neither corrects the other.")
