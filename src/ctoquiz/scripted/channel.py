"""The conversation with another program over JSON Lines: one object a line, out and in."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TextIO, TypeVar

from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.errors import N_, BadInput, CtoquizError
from ctoquiz.session.asking import Quit

JSONL_SCHEMA = "ctoquiz/jsonl/1"
MOST_ERRORS = 3
LONGEST_LINE = 64_000

Phrase = Callable[[CtoquizError], str]
"""Puts an error into a sentence in the user's language."""

Answer = TypeVar("Answer")


class Channel:
    """Writes events on `out`, reads lines; `phrase` puts what is wrong with a line into words."""

    def __init__(self, lines: TextIO, out: TextIO, phrase: Phrase) -> None:
        self._lines, self._out, self._phrase = lines, out, phrase

    def emit(self, event: JsonObject) -> None:
        """Write one event and send it at once."""
        self._out.write(json.dumps(event, ensure_ascii=False) + "\n")
        self._out.flush()

    def ask(self, event: JsonObject, understand: Callable[[JsonObject], Answer]) -> Answer | Quit:
        """Send a question until its answer is understood; `understand` raises BadInput for an object that is none.

        Quit at the end of the input, for `{"quit": true}`, and after the third bad line in a row.
        """
        for _ in range(MOST_ERRORS):
            self.emit(event)
            try:
                message = self._message()
                return Quit() if isinstance(message, Quit) else understand(message)
            except BadInput as error:
                self.emit({"event": "error", "message": self._phrase(error)})
        return Quit()

    def _message(self) -> JsonObject | Quit:
        line = self._lines.readline(LONGEST_LINE)
        if not line:
            return Quit()
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            self._skip_line()
            raise BadInput(N_("The line is longer than {most} characters; send a shorter one."), most=LONGEST_LINE)
        message = _object(line)
        is_quit = message.keys() == {"quit"} and message["quit"] is True
        return Quit() if is_quit else message

    def _skip_line(self) -> None:
        while (rest := self._lines.readline(LONGEST_LINE)) and not rest.endswith("\n"):
            pass


def _object(line: str) -> JsonObject:
    from ctoquiz.storage.jsonreader import read_json_text

    try:
        message = read_json_text(line, "stdin")
    except BadInput as error:
        raise BadInput(N_('The line is not understood; send one JSON object such as {{"answer": "b"}}.')) from error
    # What has none of the fields of an answer is told what is expected.
    return message if isinstance(message, dict) else {}
