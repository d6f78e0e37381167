"""Another program rates, over JSON Lines."""

from __future__ import annotations

from typing import TextIO

from ctoquiz.domain.assessment.answers import Rated, read_rated
from ctoquiz.domain.assessment.statements import NO_OPPORTUNITY, Check
from ctoquiz.domain.assessment.whole import Assessment, Item
from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.quiz import Edition
from ctoquiz.errors import N_, BadInput
from ctoquiz.formats.questions import edition_json
from ctoquiz.scripted.channel import JSONL_SCHEMA, Channel, Phrase
from ctoquiz.session.asking import Quit
from ctoquiz.session.assessing import Back, Beginning, Passed, ProfileTurn, RatingTurn

_EXPECTED = N_(
    'The line must be {{"rating": 3}} (0 to 4, or "n"), with "evidence" if there is any, or {{"back": true}}, '
    'or {{"quit": true}}.'
)


class JsonlRater:
    """Asks a program: writes events, reads ratings. The third bad line in a row ends the session as stopped."""

    def __init__(self, lines: TextIO, out: TextIO, pack: Pack, phrase: Phrase) -> None:
        self._channel, self._pack = Channel(lines, out, phrase), pack
        self._beginning: Beginning

    def begin(self, beginning: Beginning) -> None:
        """The `start` event."""
        self._beginning = beginning
        about, frame = self._pack.about, beginning.frame
        self.emit(
            {
                "event": "start",
                "schema": JSONL_SCHEMA,
                "type": "assessment",
                "count": len(beginning.assessment.items),
                "answered": beginning.answered,
                "lang": frame.lang,
                "session": beginning.session,
                "pack": edition_json(Edition(about.id, about.version, self._pack.digest, about.languages)),
                "context": frame.context,
                "quick": frame.quick,
            }
        )

    def rate(self, turn: RatingTurn) -> Rated | Back | Quit:
        """The `question` event, and the program's rating."""
        event: JsonObject = {
            "event": "question",
            "number": turn.number,
            "of": turn.of,
            "statement": item_json(turn.item, self._beginning.assessment, self._beginning.frame.lang),
        }
        return self._channel.ask(event, _reply)

    def wants_profile(self, _count: int) -> bool:
        """A program gives the profile as options."""
        return False

    def tell(self, _turn: ProfileTurn) -> Passed:
        """Nothing more."""
        return Passed()

    def emit(self, event: JsonObject) -> None:
        """Write one event and send it at once."""
        self._channel.emit(event)


def item_json(item: Item, assessment: Assessment, lang: str) -> JsonObject:
    """A statement or a check as it is asked, which look the same: its id, its competency, its words and its scale."""
    competency = assessment.competency_of(item)
    scale = assessment.anchors if isinstance(item, Check) else assessment.scale
    levels: list[Json] = [
        {"rating": key if key == NO_OPPORTUNITY else int(key), "meaning": meaning[lang]}
        for key, meaning in sorted(scale.items())
    ]
    return {
        "id": item.id,
        "competency": competency.id,
        "title": competency.title[lang],
        "text": item.text[lang],
        "scale": levels,
    }


def _reply(message: JsonObject) -> Rated | Back:
    if message.keys() == {"back"} and message["back"] is True:
        return Back()
    if "rating" not in message:
        raise BadInput(_EXPECTED)
    return read_rated(message)
