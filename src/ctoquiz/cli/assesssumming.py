"""What the last page of an assessment is made of: the score, what changed since the last one, and one's own quizzes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shlex import quote

from ctoquiz.cli.assessstarting import Started
from ctoquiz.cli.options import PACK
from ctoquiz.domain.assessment.comparison import Marked, beside_quizzes, progress
from ctoquiz.domain.assessment.sources import topic_of
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.errors import BadInput
from ctoquiz.session.assessed import Assessed
from ctoquiz.session.rescoring import mapping, rescore, text
from ctoquiz.session.resumingratings import ratings_of
from ctoquiz.storage.resultfile import StoredResult
from ctoquiz.terminal.assessmentsummary import AssessmentSummary, Earlier


def summary(started: Started, found: Assessed, *, complete: bool, path: Path | None, pack: str) -> AssessmentSummary:
    """All that the last page tells; `pack` is its name or path as it was typed."""
    results = _of_person(started)
    assessment = started.ratings.assessment
    quizzes = list(_quizzes(started.pack, results))
    return AssessmentSummary(
        pack=started.pack,
        ratings=started.ratings,
        found=found,
        status="complete" if complete else "stopped",
        earlier=next(_earlier(started, found, results), None) if complete else None,
        beside=beside_quizzes(assessment, found.score.claimed, quizzes),
        topics=topics_to_play(started.pack, assessment),
        saved=path,
        session=str(started.header["id"]),
        has_report=_has_report(),
        named="" if pack == PACK else f" {quote(pack)}",
    )


def _has_report() -> bool:
    from ctoquiz.cli.app import app

    return any(command.name == "report" for command in app.registered_commands)


def topics_to_play(pack: Pack, assessment: Assessment) -> dict[str, str]:
    """For each competency the topic of the quiz that says most of it: that of most of the facts that it cites."""
    return {
        each.id: Counter(topic_of(fact, pack) for fact in each.facts).most_common(1)[0][0]
        for each in assessment.competencies
    }


def _of_person(started: Started) -> list[StoredResult]:
    """This person's results on this pack that ended before this one, the last of them last."""
    if started.folder is None:
        return []
    from ctoquiz.storage.results import ResultStore

    ended = started.header.get("finished_at")  # what is only now at its end comes after all
    now = None if ended is None else (datetime.fromisoformat(str(ended)), str(started.header["id"]))
    return [
        each
        for each in ResultStore(started.folder).all().as_ended
        if each.id != started.header["id"]
        and (now is None or each.ended < now)
        and each.document.get("participant") == started.header.get("participant")
        and mapping(each.document.get("pack")).get("id") == started.pack.about.id
    ]


def _earlier(started: Started, found: Assessed, results: list[StoredResult]) -> Iterator[Earlier]:
    """This person's complete assessments, the latest first, each read as this one is read."""
    from ctoquiz.domain.readiness import score_assessment

    for result in reversed(results):
        document = result.document
        if document["type"] != "assessment" or result.is_stopped:
            continue
        try:
            before = ratings_of(started.pack, document)
        except BadInput:
            continue
        score = score_assessment(before.assessment, before.rated, started.ratings.frame.context)
        at = datetime.fromisoformat(str(document["finished_at"])).astimezone()
        yield Earlier(at, score.claimed, progress(score.claimed, found.score.claimed))


def _quizzes(pack: Pack, results: list[StoredResult]) -> Iterator[list[Marked]]:
    """The answers of each quiz, the oldest quiz first, graded again where the pack is the same."""
    quizzes = [each.document for each in results if each.document["type"] == "quiz"]
    if not quizzes:
        return
    from ctoquiz.generation.catalogue import catalogue

    whole = catalogue(pack)
    for document in quizzes:
        try:
            answers = rescore(document, whole if _is_edition(pack, document) else None).answers
        except BadInput:
            continue
        blueprints = ((answer.graded, whole.find(answer.graded.question)) for answer in answers)
        yield [Marked(found.facts, graded.points, graded.max) for graded, found in blueprints if found is not None]


def _is_edition(pack: Pack, document: JsonObject) -> bool:
    return text(mapping(document.get("pack")).get("digest")) == pack.digest
