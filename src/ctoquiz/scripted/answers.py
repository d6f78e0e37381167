"""A file of answers: all of it is understood and checked before the first question is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.questions import AnyQuestion, unknown
from ctoquiz.domain.quiz import Manner
from ctoquiz.errors import N_, BadInput, Problem, Where
from ctoquiz.frozen import frozen
from ctoquiz.session.asking import Answered, Feedback, Opening, Reply, Turn
from ctoquiz.storage.yamlproblems import EnoughError, Found

if TYPE_CHECKING:
    from ctoquiz.storage.yamlreader import Marks

Path = tuple[str | int, ...]
CERTAINTIES = {"1": 1, "2": 2, "3": 3}


class AnswersAsker:
    """Answers each question with what the file says."""

    def __init__(self, answers: Mapping[str, Answered]) -> None:
        self._answers = answers

    def open(self, opening: Opening) -> None:
        """Nothing is said to a script."""

    def ask(self, turn: Turn) -> Reply:
        """The file's answer."""
        return self._answers[turn.question.id]

    def tell(self, feedback: Feedback) -> None:
        """Nothing is said to a script."""


@frozen
class AnswersFile:
    """A file of answers as it was read: its name for messages, its bytes, and what it holds."""

    name: str
    data: bytes
    content: Json

    def problem(self, path: Path, message: str, /, **values: object) -> Problem:
        """A problem at a place of the file."""
        return Problem(message, values, Where(self.name, *_marks(self.data).at(path)))


@lru_cache(maxsize=1)
def _marks(data: bytes) -> Marks:
    """Where the values in a file are written: read once for all of its problems."""
    from ctoquiz.storage.yamlreader import locate

    return locate(data)


def read_answers(data: bytes, name: str) -> AnswersFile:
    """Read YAML or JSON; every plain value is kept as it was typed, so that `70.000` stays a notation."""
    content = _json_of_texts(data)
    if content is None:
        from ctoquiz.storage.yamlreader import read_yaml

        content = read_yaml(data, name, as_text=True)
    return AnswersFile(name, data, content)


def _json_of_texts(data: bytes) -> Json:
    """What plain JSON holds whose values are all texts, as programs write it; None for all else.

    YAML's reader understands it too, and everything that is wrong with it, but takes longer to load than ten
    questions take to be played.
    """
    if data[:1] not in (b"{", b"[") or b"\\" in data:
        return None
    from ctoquiz.storage.jsonreader import read_json_text

    try:
        text = data.decode()
        content = read_json_text(text, "")
    except (UnicodeDecodeError, BadInput):
        return None
    return content if _only_texts(content) and text.replace("\n", "").isprintable() else None


def _only_texts(value: Json) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    return all(map(_only_texts, value)) if isinstance(value, list) else isinstance(value, str)


def answers_for(file: AnswersFile, questions: Sequence[AnyQuestion], manner: Manner) -> dict[str, Answered]:
    """The answer to each of the questions that are still to be asked, by the question's id.

    The file holds a list in the order asked, or a mapping from question id to answer. Raises BadInput (65) with all
    that is wrong: too few, too many, unknown ids, answers that are not in the notation, certainties that are missing.
    """
    problems = Found()
    answers: dict[str, Answered] = {}
    with suppress(EnoughError):
        for question, path, value in list(_paired(file, questions, problems)):
            answer = _answer(file, question, path, value, manner, problems)
            if answer is not None:
                answers[question.id] = answer
    if problems:
        raise BadInput.of(problems)
    return answers


def _paired(
    file: AnswersFile, questions: Sequence[AnyQuestion], problems: list[Problem]
) -> Iterator[tuple[AnyQuestion, Path, Json]]:
    content = file.content
    if isinstance(content, list):
        yield from _in_order(file, content, questions, problems)
    elif isinstance(content, dict):
        yield from _by_id(file, content, questions, problems)
    else:
        message = N_("The answers must be a list in the order asked, or `id: answer` lines.")
        problems.append(file.problem((), message))


def _in_order(
    file: AnswersFile, content: list[Json], questions: Sequence[AnyQuestion], problems: list[Problem]
) -> Iterator[tuple[AnyQuestion, Path, Json]]:
    if len(content) != len(questions):
        few = N_("The file has {given} answers for {wanted} questions; add the missing ones, from {id} on.")
        many = N_("The file has {given} answers for {wanted} questions; remove those that are too many.")
        first = questions[len(content)].id if len(content) < len(questions) else ""
        path = () if first else (len(questions),)
        problems.append(file.problem(path, few if first else many, given=len(content), wanted=len(questions), id=first))
    for place, (question, value) in enumerate(zip(questions, content, strict=False)):
        yield question, (place,), value


def _by_id(
    file: AnswersFile, content: dict[str, Json], questions: Sequence[AnyQuestion], problems: list[Problem]
) -> Iterator[tuple[AnyQuestion, Path, Json]]:
    known = {question.id: question for question in questions}
    for name, value in content.items():
        if name in known:
            yield known[name], (name,), value
        else:
            problems.append(_unknown(file, name, list(known)))
    missing = [name for name in known if name not in content]
    if missing:
        message = N_("The file has no answer to: {ids}; add them (`?` means “I don’t know”).")
        problems.append(file.problem((), message, ids=", ".join(missing)))


def _unknown(file: AnswersFile, name: str, known: list[str]) -> Problem:
    from ctoquiz.domain.nearest import nearest

    near = nearest(name, known)
    path = (name,)
    if near is None:
        return file.problem(path, N_("“{id}” is not a question of this quiz; remove it."), id=name)
    return file.problem(path, N_("“{id}” is not a question of this quiz; did you mean “{near}”?"), id=name, near=near)


def _answer(
    file: AnswersFile, question: AnyQuestion, path: Path, value: Json, manner: Manner, problems: list[Problem]
) -> Answered | None:
    """One answer understood, or None and a problem more."""
    notation, certainty = (value.get("answer"), value.get("certainty")) if isinstance(value, dict) else (value, None)
    if isinstance(value, dict) and ("answer" not in value or value.keys() - {"answer", "certainty"}):
        message = N_("An answer is a text, or has the fields `answer` and `certainty` and no others.")
        problems.append(file.problem(path, message))
        return None
    if not isinstance(notation, str | None) or not isinstance(certainty, str | None):
        problems.append(file.problem(path, N_("An answer is a text such as `b` or `a,c`; put it between quotes.")))
        return None
    if certainty is not None and certainty.strip() not in CERTAINTIES:
        message = N_("A certainty is 1, 2 or 3.")
        problems.append(file.problem((*path, "certainty"), message))
        return None
    try:
        answer = understood(
            question, notation or "?", None if certainty is None else CERTAINTIES[certainty.strip()], manner
        )
    except BadInput as error:
        problem = error.problems[0]
        problems.append(file.problem(path, N_("{id}: {reason}"), id=question.id, reason=problem))
        return None
    return answer


def understood(question: AnyQuestion, notation: str, certainty: int | None, manner: Manner) -> Answered:
    """An answer in canonical notation. Raises BadInput for one that isn't in the notation of the question's kind, and
    for a certainty that is missing where the quiz asks for one (except with “I don't know”).
    """
    if unknown(notation):
        return Answered("?", None)
    canonical = question.canonical(notation)
    if not manner.certainty:
        return Answered(canonical)
    if certainty is None:
        raise BadInput(N_("The certainty is missing; add `certainty: 1`, 2 or 3."))
    return Answered(canonical, certainty)
