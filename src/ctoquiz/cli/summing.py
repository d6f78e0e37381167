"""What the last page of a quiz is made of: the score, what was answered, and the change since the last attempt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from ctoquiz.cli.starting import Started
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.scoring import Score, Share, changed
from ctoquiz.errors import BadInput
from ctoquiz.session.rescoring import rescore
from ctoquiz.storage.packs import DEFAULT
from ctoquiz.terminal import Summary


def summary(started: Started, score: Score, *, complete: bool, path: Path | None, pack: str) -> Summary:
    """All that the last page tells; `pack` is its name or path as it was typed."""
    previous = next(_before(started), None) if complete else None
    return Summary(
        quiz=started.progress.quiz,
        manner=started.progress.manner,
        entries=tuple(started.progress.entries),
        status="complete" if complete else "stopped",
        score=score,
        previous=previous,
        changed=None if previous is None else changed(_share(previous), _share(score)),
        saved=path,
        session=started.session,
        again="ctoquiz play" if pack == DEFAULT else f"ctoquiz play {quote(pack)}",
    )


def _before(started: Started) -> Iterator[Score]:
    """The scores of this person's complete quizzes on this pack, the last that ended first, this one left out."""
    if started.folder is None:
        return
    from ctoquiz.storage.results import ResultStore

    for result in reversed(ResultStore(started.folder).all().as_ended):
        if result.id != started.session and _comparable(result.document, started):
            same = _digest(result.document) == started.catalogue.pack.digest
            try:
                yield rescore(result.document, started.catalogue if same else None).score
            except BadInput:
                continue


def _comparable(document: dict[str, Json], started: Started) -> bool:
    pack = document.get("pack")
    return (
        document.get("type") == "quiz"
        and document.get("status") == "complete"
        and document.get("participant") == started.header.get("participant")
        and isinstance(pack, dict)
        and pack.get("id") == started.catalogue.pack.about.id
    )


def _digest(document: dict[str, Json]) -> Json:
    pack = document.get("pack")
    return pack.get("digest") if isinstance(pack, dict) else None


def _share(score: Score) -> Share:
    return Share(score.points, score.max)
