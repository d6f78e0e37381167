"""The radar of an assessment: what is claimed, what is evidenced, and what the context asks for."""

from __future__ import annotations

from markupsafe import Markup

from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.readiness import AssessmentScore, Reading
from ctoquiz.errors import N_
from ctoquiz.formats.report.charts import Outline, Spoke, radar
from ctoquiz.formats.report.heading import in_language
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import Words
from ctoquiz.session.assessing import Ratings


@frozen
class Key:
    """What a line of the radar stands for; `name` is for the stylesheet."""

    name: str
    label: str


def key(ratings: Ratings, context: str, say: Words) -> tuple[Key, ...]:
    """The lines of the radar, each with what it stands for."""
    title = in_language(ratings.assessment.context(context).title, say).text
    evidenced = (Key("evidenced", say("As far as evidenced")),) if ratings.tells_evidence else ()
    return (
        Key("claimed", say("As you claim it")),
        *evidenced,
        Key("target", say("Target for {context}: “ready” where every competency reaches it", context=title)),
    )


def picture(ratings: Ratings, score: AssessmentScore, say: Words) -> Markup | None:
    """The share of statements met by competency, over those of which something was rated; None for under three."""
    assessment = ratings.assessment
    rated = [
        (number, each)
        for number, each in enumerate(assessment.competencies, 1)
        if score.claimed.competencies[each.id].rated
    ]
    evidenced = Outline("evidenced", tuple(_share(score.evidenced, each) for _, each in rated))
    outlines = (
        Outline("target", tuple(target(assessment, each) for _, each in rated)),
        Outline("claimed", tuple(_share(score.claimed, each) for _, each in rated)),
        *((evidenced,) if ratings.tells_evidence else ()),
    )
    spokes = [Spoke(str(number), in_language(each.title, say).text) for number, each in rated]
    context = in_language(assessment.context(score.context).title, say).text
    title = say("Your competencies, read for {context}", context=context)
    return radar(spokes, outlines, title, _described(rated, ratings, score, say))


def target(assessment: Assessment, competency: Competency) -> float:
    """From 0 to 100: the share of statements met that is enough for “ready”, whatever the weights, and for the gate."""
    return 100 * max(assessment.cuts.ready, competency.minimum or 0.0)


def _share(reading: Reading, competency: Competency) -> float:
    return 100 * (reading.competencies[competency.id].p or 0.0)


def _described(rated: list[tuple[int, Competency]], ratings: Ratings, score: AssessmentScore, say: Words) -> str:
    message = N_("{number}. {title}: claimed {claimed}, target {target}.")
    if ratings.tells_evidence:
        message = N_("{number}. {title}: claimed {claimed}, evidenced {evidenced}, target {target}.")
    return " ".join(
        say(
            message,
            number=number,
            title=in_language(each.title, say).text,
            claimed=say.percent(_share(score.claimed, each)),
            evidenced=say.percent(_share(score.evidenced, each)),
            target=say.percent(target(ratings.assessment, each)),
        )
        for number, each in rated
    )
