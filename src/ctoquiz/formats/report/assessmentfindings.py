"""Parts of the page of an assessment: advice, the profile, and every rating with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.assessment.findings import Finding as Held
from ctoquiz.domain.assessment.findings import PayRange, findings, pay_of
from ctoquiz.domain.assessment.sources import source_of
from ctoquiz.domain.assessment.statements import Statement
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.units import span
from ctoquiz.formats.report.heading import in_language, source_line
from ctoquiz.formats.report.parts import Cell, Row, Table
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import Words
from ctoquiz.session.assessed import Assessed
from ctoquiz.session.assessing import Ratings


@frozen
class Finding:
    """Something that was found: what it is about (empty: nothing in particular), what is said, and where it rests."""

    about: str
    text: str
    remarks: tuple[str, ...] = ()


def advice_findings(pack: Pack, ratings: Ratings, found: Assessed, say: Words) -> Iterator[Finding]:
    """What to do next, the most helpful first, each with what the document says of it."""
    for advice in found.advice:
        text = say(
            "“{statement}” You answered {rating}, “{meaning}”; from {threshold} on it is met.",
            statement=in_language(advice.statement.text, say).text,
            rating=advice.rating,
            meaning=in_language(ratings.assessment.scale[str(advice.rating)], say).text,
            threshold=advice.threshold,
        )
        title = in_language(advice.competency.title, say).text
        yield Finding(title, text, (_source(advice.statement.facts, pack, say),))


def profile_findings(pack: Pack, ratings: Ratings, say: Words) -> Iterator[Finding]:
    """What was told of the person, held against what the document expects and pays; nothing where nothing was."""
    profile, told = ratings.assessment.profile, ratings.profile
    if profile is None or not told:
        return
    for held in findings(profile, told):
        question = in_language(profile.by_id[held.question].prompt, say).text
        text = say(
            "{expected} ({standing})", expected=in_language(held.expected.text, say).text, standing=_standing(held, say)
        )
        yield Finding(question, text, (_source(held.expected.facts, pack, say),))
    yield from _pay(pack, ratings, say)


def _standing(held: Held, say: Words) -> str:
    if held.standing == "under":
        return say("not yet") if held.expected.required else say("a plus, no more")
    return say("you have it") if held.standing == "met" else say("enough for some, not for all")


def _pay(pack: Pack, ratings: Ratings, say: Words) -> Iterator[Finding]:
    profile = ratings.assessment.profile
    found = None if profile is None else pay_of(pack, profile, ratings.profile)
    if found is None or profile is None or profile.pay is None:
        return
    if not isinstance(found, PayRange):
        yield Finding(say("Pay"), " ".join(in_language(reason, say).text for reason in found.reasons))
        return
    amounts = span(found.low, found.high, found.unit, (say.language,))[say.language]
    about, moves = (in_language(each, say).text for each in (profile.pay.about, profile.pay.moves))
    text = say("The document’s range for you: {amounts}.", amounts=amounts)
    yield Finding(say("Pay"), text, (about, moves, _source((found.fact,), pack, say)))


def _source(facts: Sequence[str], pack: Pack, say: Words) -> str:
    return source_line(source_of(facts, pack), pack, say)


def rating_tables(assessment: Assessment, rated: Mapping[str, Rated], context: str, say: Words) -> Iterator[Table]:
    """For each competency its statements with their ratings and evidence."""
    for number, competency in enumerate(assessment.competencies, 1):
        title = in_language(competency.title, say).text
        rows = tuple(_rating(each, competency, assessment, rated, context, say) for each in competency.statements)
        yield Table(f"{number}. {title}", (say("Statement"), say("Your rating")), rows)


def _rating(
    statement: Statement,
    competency: Competency,
    assessment: Assessment,
    rated: Mapping[str, Rated],
    context: str,
    say: Words,
) -> Row:
    answer = rated[statement.id]
    meaning = assessment.meaning(statement, answer.rating)
    words = "" if meaning is None else in_language(meaning, say).text
    evidence = say("Evidence: {text}", text=answer.evidence) if answer.has_evidence else ""
    title = in_language(statement.text, say)
    if answer.rating is None:
        return Row(title, (Cell(words, remark=evidence),))
    met = say("met") if answer.rating >= competency.thresholds[context] else say("not met")
    cell = Cell(say("{rating}, “{meaning}”: {met}", rating=answer.rating, meaning=words, met=met), remark=evidence)
    return Row(title, (cell,))
