"""Another program plays, over JSON Lines: one object a line, on standard output and standard input."""

from __future__ import annotations

from typing import TextIO

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.quiz import Manner
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_, BadInput
from ctoquiz.formats.questions import answer_json, asked_json, edition_json, source_json
from ctoquiz.scripted.answers import understood
from ctoquiz.scripted.channel import JSONL_SCHEMA, Channel, Phrase
from ctoquiz.session.asking import Answered, Feedback, Opening, Reply, Turn

_EXPECTED = N_('The line must be {{"answer": "…"}}, with "certainty" where it is asked, or {{"quit": true}}.')


class JsonlAsker:
    """Asks a program: writes events, reads answers. The third bad line in a row ends the session as stopped."""

    def __init__(self, lines: TextIO, out: TextIO, manner: Manner, document: Text, phrase: Phrase) -> None:
        self._channel, self._manner, self._document = Channel(lines, out, phrase), manner, document

    def open(self, opening: Opening) -> None:
        """The `start` event."""
        manner = opening.manner
        self.emit(
            {
                "event": "start",
                "schema": JSONL_SCHEMA,
                "code": opening.quiz.code,
                "count": len(opening.quiz.questions),
                "answered": opening.answered,
                "lang": manner.lang,
                "session": opening.session,
                "pack": edition_json(opening.quiz.edition),
                "exam": manner.exam,
                "certainty": manner.certainty,
                "time_limit": manner.time_limit,
                "pass_mark": manner.pass_mark,
            }
        )

    def ask(self, turn: Turn) -> Reply:
        """The `question` event, and the program's answer."""
        event: dict[str, Json] = {
            "event": "question",
            "number": turn.number,
            "of": turn.of,
            "question": asked_json(turn.question, self._manner.lang),
        }
        if turn.seconds_left is not None:
            event["seconds_left"] = turn.seconds_left
        return self._channel.ask(event, lambda message: self._answered(turn.question, message))

    def tell(self, feedback: Feedback) -> None:
        """The `feedback` event."""
        question, lang = feedback.question, self._manner.lang
        self.emit(
            {
                "event": "feedback",
                "number": feedback.number,
                "points": feedback.graded.points,
                "max": feedback.graded.max,
                **answer_json(question, lang),
                "source": source_json(question.source, self._document[lang]),
            }
        )

    def emit(self, event: dict[str, Json]) -> None:
        """Write one event and send it at once."""
        self._channel.emit(event)

    def _answered(self, question: AnyQuestion, message: dict[str, Json]) -> Answered:
        answer, certainty = message.get("answer", ...), message.get("certainty")
        if answer is ... or message.keys() - {"answer", "certainty"}:
            raise BadInput(_EXPECTED)
        if not (certainty is None or (isinstance(certainty, int) and certainty in (1, 2, 3))) or certainty is True:
            raise BadInput(N_("A certainty is 1, 2 or 3."))
        return understood(question, _notation(answer), certainty, self._manner)


def _notation(answer: Json) -> str:
    """The notation of an answer; a bare number, true, false and null are understood as a program means them."""
    if isinstance(answer, bool):
        return "true" if answer else "false"
    if answer is None:
        return "?"
    if isinstance(answer, str | int | float):
        return str(answer)
    raise BadInput(N_("An answer is a text such as `b` or `a,c`."))
