"""The last page: what was missed, topic by topic, the score in plain words, and what to type next."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.questions import unknown
from ctoquiz.domain.scoring import Share, answered_share, so_far
from ctoquiz.terminal.calibration import calibration_lines
from ctoquiz.terminal.feedback import Passages, explained, given_lines, given_text, sign, style, verdict
from ctoquiz.terminal.lines import Line, Span, columns
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.look import Look
from ctoquiz.terminal.summary import Item, Summary, items, missed

_BAR = 24
_MANY = 40
"""From so many questions on, one doesn't call them few."""


def result_page(summary: Summary, look: Look, passages: Passages | None = None) -> list[Line]:
    """The whole page, what is long first: the end of it, still seen on a small screen, is the score and what next.

    Under `exam` it holds the feedback to every answer, else a reminder of what was missed.
    """
    score = look.heading(_title(summary, look))
    if summary.manner.exam and summary.status == "stopped":
        # Whoever goes on with an exam is not to know yet how it stands.
        score += look.prose(_answered(summary, look), "strong")
        return look.placed([*score, *_next_lines(summary, look), ()])
    lines = _review_lines(summary, look, passages)
    for part in (_topic_lines, calibration_lines):
        lines += part(summary, look)
    score += _score_lines(summary, look)
    return look.placed([*lines, *score, *_next_lines(summary, look), ()])


def _title(summary: Summary, look: Look) -> str:
    if summary.status == "stopped":
        return look.say("Stopped for now")
    return look.say("Your score")


def _answered(summary: Summary, look: Look) -> str:
    return look.say(
        "You answered {n} of {count}. The score and the right answers come at the end.",
        n=len(summary.entries),
        count=len(summary.quiz.questions),
    )


def _score_lines(summary: Summary, look: Look) -> list[Line]:
    lines = [line for text, kind in _sentences(summary, look) for line in look.prose(text, kind)]
    return [*lines, *_passed(summary, look)]


def _sentences(summary: Summary, look: Look) -> Iterator[tuple[str, str]]:
    say, score = look.say, summary.score
    if summary.status == "stopped":
        yield from _stopped(summary, look)
        return
    yield (
        say(
            "You scored {points} of {most}, {percent}.",
            points=look.points(score.points),
            most=look.points(score.max),
            percent=look.percent(score.percent),
        ),
        "strong",
    )
    if summary.left_out:
        yield _time_up(summary, look), ""
    yield _range(summary, look), ""
    if summary.previous is not None:
        yield _change(summary, summary.previous.percent, look), ""


def _range(summary: Summary, look: Look) -> str:
    low, high = look.percent(summary.score.low), look.percent(summary.score.high)
    count = len(summary.quiz.questions)
    if count < _MANY:
        return look.say("With so few questions, a fair range is {low} to {high}.", low=low, high=high)
    return look.say("With {count} questions, a fair range is {low} to {high}.", count=count, low=low, high=high)


def _stopped(summary: Summary, look: Look) -> Iterator[tuple[str, str]]:
    share = answered_share(entry.graded for entry in summary.entries)
    if share.max:
        points, most = look.points(share.points), look.points(share.max)
        yield look.say("You scored {points} of {most} so far.", points=points, most=most), "strong"
    yield (
        look.say.plural("{n} question was not reached yet.", "{n} questions were not reached yet.", summary.left_out),
        "",
    )


def _time_up(summary: Summary, look: Look) -> str:
    return look.say.plural(
        "The time ran out: {n} question has no answer and earns nothing.",
        "The time ran out: {n} questions have no answer and earn nothing.",
        summary.left_out,
    )


def _change(summary: Summary, before: float, look: Look) -> str:
    if not summary.changed:
        return look.say(
            "Last time it was {before}: a difference that chance alone can make.", before=look.percent(before)
        )
    if summary.score.percent > before:
        return look.say("Last time it was {before}: you did better, by more than chance.", before=look.percent(before))
    return look.say("Last time it was {before}: you did less well, by more than chance.", before=look.percent(before))


def _passed(summary: Summary, look: Look) -> list[Line]:
    mark = summary.manner.pass_mark
    if mark is None or summary.score.passed is None:
        return []
    exact = look.exact_percent(mark)
    if summary.score.passed:
        text, kind, shown = look.say("Passed: the pass mark is {mark}.", mark=exact), "right", look.signs.right
    else:
        text, kind, shown = look.say("Not passed: the pass mark is {mark}.", mark=exact), "wrong", look.signs.wrong
    first = (Span(f"{shown} ", f"strong {kind}"),)
    return [(), *look.prose(text, f"strong {kind}", first=first, indent=2)]


def _topic_lines(summary: Summary, look: Look) -> list[Line]:
    shares = summary.score.topics
    if summary.status == "stopped":
        shares = so_far(summary.score, [entry.graded for entry in summary.entries])
    topics = {
        look.text(summary.quiz.topic_titles[topic]) if topic in summary.quiz.topic_titles else literal(topic): share
        for topic, share in shares.items()
        if summary.score.topics[topic].max > 0
    }
    if not topics:
        return []
    widest = max(map(columns, topics))
    lines = look.heading(look.say("By topic"))
    for title, share in topics.items():
        lines += _topic(title, share, widest, look)
    return lines


def _topic(title: str, share: Share, widest: int, look: Look) -> list[Line]:
    if not share.max:
        return _not_reached(title, widest, look)
    points = look.say("{points} of {most}", points=look.points(share.points), most=look.points(share.max))
    if look.plain:
        return look.labelled(title, points)
    beside = look.width - widest - 2 - columns(points) - 2
    if not look.narrow and beside >= 8:
        full, empty = look.bar(share.points / share.max, min(_BAR, beside))
        return [(Span(title.ljust(widest)), Span("  "), Span(full, "accent"), Span(empty, "dim"), Span(f"  {points}"))]
    full, empty = look.bar(share.points / share.max, min(_BAR, max(4, look.width - columns(points) - 2)))
    return [*look.prose(title), (Span(full, "accent"), Span(empty, "dim"), Span(f"  {points}"))]


def _not_reached(title: str, widest: int, look: Look) -> list[Line]:
    words = look.say("not reached yet")
    if look.plain:
        return look.labelled(title, words)
    if not look.narrow and widest + 2 + columns(words) <= look.width:
        return [(Span(title.ljust(widest)), Span("  "), Span(words, "dim"))]
    return [*look.prose(title), *look.prose(words, "dim")]


def _review_lines(summary: Summary, look: Look, passages: Passages | None) -> list[Line]:
    told = list(items(summary)) if summary.manner.exam else missed(summary)
    title = look.say("All your answers") if summary.manner.exam else look.say("To look at again")
    first = [item for item in told if item.sure_and_wrong]
    rest = [item for item in told if not item.sure_and_wrong]
    lines = _listed(look.say("Sure and wrong"), first, summary, look, passages)
    return lines + _listed(title, rest, summary, look, passages)


def _listed(title: str, listed: list[Item], summary: Summary, look: Look, passages: Passages | None) -> list[Line]:
    if not listed:
        return []
    lines = look.heading(title)
    for place, item in enumerate(listed):
        lines += [*([()] if place else []), *_reviewed(item, summary, look, passages)]
    return lines


def _reviewed(item: Item, summary: Summary, look: Look, passages: Passages | None) -> list[Line]:
    kind = f"strong {style(item.graded)}"
    said = look.say("{number}. {verdict}", number=item.number, verdict=verdict(item.graded, look))
    head = look.prose(said, kind, first=(Span(f"{sign(item.graded, look)} ", kind),), indent=2)
    inset = (Span(" " * look.inset),)
    prompt = look.prose(look.text(item.question.prompt), "strong", first=inset, indent=look.inset)
    if _told_before(item, summary):
        right = given_text(item.question, item.question.answer_in(look.lang), look)
        return [*head, *prompt, *look.labelled(look.say("Right answer"), right, "right", indent=look.inset)]
    given = [] if unknown(item.answer) else given_lines(item.question, item.answer, look)
    told = explained(item.question, item.answer, summary.quiz, look, passages)
    return [*head, *prompt, *given, *told]


def _told_before(item: Item, summary: Summary) -> bool:
    """Whether the reader has had the feedback already; a question that the time ran out on had none."""
    return not summary.manner.exam and item.graded.outcome != "unanswered"


def _next_lines(summary: Summary, look: Look) -> list[Line]:
    lines = look.heading(look.say("What next"))
    for command, purpose in _commands(summary, look):
        # Not wrapped: what is to be copied is to stay in one piece, wherever the terminal folds it.
        lines.append((Span(command, "strong accent"),))
        lines += look.prose(purpose, first=(Span("  "),), indent=2)
    if summary.saved is None:
        return [*lines, (), *look.prose(look.say("This result was not saved."), "dim")]
    return [*lines, (), *look.prose(look.say("Saved in:"), "dim"), (Span(literal(str(summary.saved)), "dim"),)]


def _commands(summary: Summary, look: Look) -> Iterator[tuple[str, str]]:
    say, again = look.say, literal(summary.again)
    stopped = summary.status == "stopped"
    if stopped and summary.saved is not None:
        yield "ctoquiz play --resume", say("goes on where you stopped")
    if summary.saved is not None and not (stopped and summary.manner.exam) and missed(summary):
        yield f"{again} --mistakes", say("asks again what you missed")
    if summary.quiz.code is not None:
        yield f"{again} --code {summary.quiz.code}", say("plays exactly this quiz, here or on another machine")
    yield again, say("plays a new quiz")
