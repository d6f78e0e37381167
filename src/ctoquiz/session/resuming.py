"""Going on with a session: its quiz, its manner and its answers, from what was kept of it.

What was kept may have been edited by anybody; whatever isn't as it was written raises BadInput.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.quiz import Manner, Quiz
from ctoquiz.domain.scoring import grade
from ctoquiz.errors import N_, BadInput
from ctoquiz.generation.catalogue import Catalogue
from ctoquiz.generation.compose import of_questions
from ctoquiz.session.asking import Answered
from ctoquiz.session.loop import Entry, Progress

_KEPT_IN_ENTRY = {
    "quiz": ("question", "shown", "answer", "certainty", "seconds"),
    "assessment": ("statement", "rating", "evidence", "seconds"),
}
_WORKED_OUT = frozenset({"answers", "score", "status", "seconds", "finished_at", "warnings", "advice"})
"""What a result has and its session's header has not."""


def split(result: Mapping[str, Json]) -> tuple[dict[str, Json], list[dict[str, Json]]]:
    """A stopped result, of a quiz or an assessment, as the header and the entries of the journal it came from."""
    header = {name: value for name, value in result.items() if name not in _WORKED_OUT}
    kept = _KEPT_IN_ENTRY[_text(result, "type")]
    spent = result.get("seconds")
    answers = [answer for answer in _list(result, "answers") if isinstance(answer, dict)]
    entries = [{name: answer.get(name) for name in kept} for answer in answers]
    if entries:
        entries[-1]["spent"] = spent
    return header, entries


def pack_named(header: Mapping[str, Json]) -> str:
    """The id of the pack that a session was drawn from."""
    return _text(_mapping(header, "pack"), "id")


def check_edition(pack: Pack, header: Mapping[str, Json]) -> None:
    """Raise BadInput (65) where a session was begun with another edition of the pack, or where what its result will
    repeat of it is missing.
    """
    for field in ("id", "started_at"):
        _text(header, field)
    _mapping(header, "tool")
    if _mapping(header, "pack").get("digest") != pack.digest:
        raise BadInput(
            N_(
                "The pack “{pack}” was changed since session {session} began, so that it can’t go on; "
                "begin a new one, or bring the pack back as it was."
            ),
            pack=pack_named(header),
            session=_text(header, "id"),
        )


def restored(catalogue: Catalogue, header: Mapping[str, Json], entries: Iterable[Mapping[str, Json]]) -> Progress:
    """The session as far as it came. Raises BadInput (65) where the pack was changed since, or the session was."""
    check_edition(catalogue.pack, header)
    quiz, manner = _quiz(catalogue, _mapping(header, "quiz")), _manner(_mapping(header, "quiz"), catalogue)
    progress = Progress(quiz, manner)
    for entry in entries:
        _replay(progress, entry)
    return progress


def _quiz(catalogue: Catalogue, kept: Mapping[str, Json]) -> Quiz:
    ids = [question for question in _list(kept, "questions") if isinstance(question, str)]
    if not ids or len(set(ids)) < len(_list(kept, "questions")):
        raise _damaged("questions")
    quiz = of_questions(catalogue, ids, _text(kept, "chance"), rebuilt_in(kept)).quiz
    code, seed = kept.get("code"), kept.get("seed")
    return replace(
        quiz,
        code=code if isinstance(code, str) else None,
        seed=seed if isinstance(seed, str) else None,
        kinds=tuple(kind for kind in _list(kept, "kinds") if isinstance(kind, str)),
        levels=tuple(level for level in _list(kept, "levels") if isinstance(level, str)),
    )


def rebuilt_in(kept: Mapping[str, Json]) -> Mapping[str, int]:
    """By the ids of a kept quiz's questions, how often some of them were built again."""
    times = kept.get("rebuilt")
    if not isinstance(times, dict):
        return {}
    return {id_: again for id_, again in times.items() if isinstance(again, int)}


def _manner(kept: Mapping[str, Json], catalogue: Catalogue) -> Manner:
    lang = _text(kept, "lang")
    if lang not in catalogue.pack.languages:
        raise _damaged("lang")
    return Manner(
        lang=lang,
        exam=kept.get("exam") is True,
        certainty=kept.get("certainty") is True,
        time_limit=_number(kept, "time_limit"),
        pass_mark=_number(kept, "pass_mark"),
    )


def _replay(progress: Progress, entry: Mapping[str, Json]) -> None:
    """Take an answer over; one to a question that isn't in the quiz, or that was answered already, is passed over.

    Letters mean what they meant only where the options stand as they stood.
    """
    question = next((each for each in progress.quiz.questions if each.id == entry.get("question")), None)
    if question is None or question.id in progress.answered:
        return
    if entry.get("shown") != [option.text[progress.manner.lang] for option in question.shown]:
        raise _damaged("shown")
    answer = Answered(_text(entry, "answer"), _certainty(entry))
    graded = grade(question, answer.notation, answer.certainty)
    seconds = _number(entry, "seconds") or 0.0
    progress.entries.append(Entry(question, answer, seconds, graded))
    progress.spent = max(progress.spent, _number(entry, "spent") or 0.0)


def _certainty(entry: Mapping[str, Json]) -> int | None:
    value = entry.get("certainty")
    return value if isinstance(value, int) and value in {1, 2, 3} and value is not True else None


def _number(kept: Mapping[str, Json], name: str) -> float | None:
    value = kept.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _text(kept: Mapping[str, Json], name: str) -> str:
    value = kept.get(name)
    if not isinstance(value, str):
        raise _damaged(name)
    return value


def _mapping(kept: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    value = kept.get(name)
    if not isinstance(value, dict):
        raise _damaged(name)
    return value


def _list(kept: Mapping[str, Json], name: str) -> list[Json]:
    value = kept.get(name)
    if not isinstance(value, list):
        raise _damaged(name)
    return value


def _damaged(name: str) -> BadInput:
    return BadInput(N_("What was kept of this session is damaged (“{field}”); begin a new one."), field=name)
