"""What libyaml's complaints mean to somebody who isn't a programmer, and where the fault really is.

PyYAML has no error codes: its texts, which libyaml and the slower parser word almost alike, are all there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ctoquiz.errors import N_
from ctoquiz.frozen import frozen
from ctoquiz.storage.yamllayout import Lines
from ctoquiz.storage.yamlproblems import MAX_DEPTH, TOO_DEEP

QUOTE_IT = N_("A text can’t start with “{character}” here; put quotes around the whole text.")
TAB = N_("This line is indented with a tab; indent it with spaces.")
COLON_IN_TEXT = N_("A text that holds a colon and a space needs quotes around the whole of it.")
SPACE_AFTER_COLON = N_("There is no space after the colon; write “name: value”.")
NO_COLON = N_("A name without its colon; write “name: value”, or put quotes around a text.")
NO_NAME = N_("There is no name before this colon; write the name of the field.")
INDENTED = N_("This line isn’t indented like the lines above that it goes with; line them up.")
OPEN_QUOTE = N_("This quote is never closed; close it, and write '' for an apostrophe between single quotes.")
OPEN_BRACKET = N_("This “{character}” is never closed; close it, or put quotes around a text that starts so.")
IN_BRACKETS = N_(
    "A comma or the closing “{character}” is missing before this; put quotes around the whole of a text that "
    "holds , : [ ] {{ }} or quotes."
)
AFTER_QUOTE = N_(
    "Something follows a closing quote or bracket; put quotes around the whole text, and write '' for an "
    "apostrophe between single quotes."
)
LIST_ITEM = N_("Another item of the list is expected here; start it with “- ”, right below the “- ” above.")
BELOW_ALL = N_("This doesn’t belong to what is above; line it up with it, or remove a bracket too many.")
ESCAPE = N_("A backslash isn’t itself between double quotes; write \\\\ for a backslash, or use single quotes.")
BLOCK = N_("After “|” or “>” the text starts on the next line; put quotes around a text that starts so.")
MISSING = N_("A value is missing here; write it, or put quotes around a text that holds , [ ] {{ or }}.")
LIST_ON_LINE = N_("A list starts on a line of its own; move “- ” there, or put quotes around the text.")
UNCLEAR = N_("This can’t be understood; check the indentation, the colons and the quotes.")


FARTHEST = 1000
"""Lines around a fault that are looked at to find what it is: between two parts of a construct, nobody leaves more."""

_JOINED = re.compile(r"\s*(?:- )*[\w-]+:(?=[^\s:])")
"""The start of a line whose name and value have no space between them: `name:value`."""


@frozen
class Fault:
    """One fault of syntax: the sentence for its writer; its place, line and column from 1; a character to name."""

    message: str
    place: tuple[int, int]
    character: str = ""

    @property
    def values(self) -> dict[str, object]:
        """What fills the gaps of the message."""
        return {"most": MAX_DEPTH} if self.message == TOO_DEEP else {"character": self.character}


@frozen
class _Complaint:
    """What the parser said: in which construct, opened where; what is wrong, where. Lines, columns from 0."""

    context: str
    start: tuple[int, int]
    problem: str
    place: tuple[int, int]
    lines: Lines

    def line(self, number: int) -> str:
        return self.lines.line(number + 1)

    def character(self, place: tuple[int, int]) -> str:
        return self.line(place[0])[place[1] : place[1] + 1]

    def at_end(self) -> bool:
        """Whether nothing but spaces and comments comes after the place."""
        line, column = self.place
        last = min(self.lines.count, line + FARTHEST)
        rest = map(self.line, range(line + 1, last))
        return _says_nothing(self.line(line)[column:]) and all(map(_says_nothing, rest))


def explain(error: Exception, text: str) -> Fault:
    """The fault behind what PyYAML raised on `text`."""
    complaint = _complaint(error, text)
    said = f"{complaint.context} | {complaint.problem}"
    for words, explained in _EXPLAINED:
        if re.search(words, said):
            return explained(complaint)
    return _at_place(UNCLEAR)(complaint)


def _complaint(error: Exception, text: str) -> _Complaint:
    lines = Lines(text)
    place = _position(error, "problem_mark", lines) or (0, 0)
    return _Complaint(
        context=str(getattr(error, "context", None) or ""),
        start=_position(error, "context_mark", lines) or place,
        problem=str(getattr(error, "problem", None) or ""),
        place=place,
        lines=lines,
    )


def _position(error: Exception, name: str, lines: Lines) -> tuple[int, int] | None:
    mark = getattr(error, name, None)
    if mark is None:
        return None
    # Where a last line has no end, libyaml calls the end of the file the line after it.
    return (mark.line, mark.column) if mark.line < lines.count else (lines.count - 1, len(lines.line(lines.count)))


def _fault(message: str, place: tuple[int, int], character: str = "") -> Fault:
    return Fault(message, (place[0] + 1, place[1] + 1), character)


def _at_place(message: str) -> Callable[[_Complaint], Fault]:
    return lambda complaint: _fault(message, complaint.place)


def _at_start(message: str) -> Callable[[_Complaint], Fault]:
    return lambda complaint: _fault(message, complaint.start)


def _first_character(complaint: _Complaint) -> Fault:
    """The construct that was opened by a character that its writer took for text: `&`, `*`, `!`, `%`."""
    return _quote_it(complaint, complaint.start)


def _no_token(complaint: _Complaint) -> Fault:
    if complaint.character(complaint.place) == "\t":
        return _fault(TAB, complaint.place)
    return _quote_it(complaint, complaint.place)


def _quote_it(complaint: _Complaint, place: tuple[int, int]) -> Fault:
    character = complaint.character(place)
    return _fault(QUOTE_IT, place, character) if character.strip() else _fault(UNCLEAR, place)


def _colon(complaint: _Complaint) -> Fault:
    """A colon where no field can start: one too many on its line, or a fault of the line above."""
    line, column = complaint.place
    if re.search(r":\s", complaint.line(line)[:column]) or column > 1000:
        return _fault(COLON_IN_TEXT, complaint.place)
    above = _line_above(complaint)
    if above is None:
        return _fault(UNCLEAR, complaint.place)
    return _fault_above(above, complaint.line(above), complaint.line(line))


def _no_colon(complaint: _Complaint) -> Fault:
    """A line that should be a field: its name runs into the value, or there is none."""
    line, column = complaint.start
    joined = _JOINED.match(complaint.line(line))
    if joined and joined.end() > column:
        return _fault(SPACE_AFTER_COLON, (line, joined.end() - 1))
    return _fault(NO_COLON, complaint.start)


def _line_above(complaint: _Complaint) -> int | None:
    """The number, from 0, of the last line above that says something."""
    here = complaint.place[0]
    numbers = range(here - 1, max(here - 1 - FARTHEST, -1), -1)
    return next((number for number in numbers if not _says_nothing(complaint.line(number))), None)


def _says_nothing(line: str) -> bool:
    return line.lstrip()[:1] in ("", "#")


def _fault_above(number: int, above: str, line: str) -> Fault:
    indent = len(line) - len(line.lstrip())
    joined = _JOINED.match(above)
    if joined:
        return _fault(SPACE_AFTER_COLON, (number, joined.end() - 1))
    if re.search(r":(\s|$)", above) or above.lstrip().startswith("- "):
        return _fault(INDENTED, (number + 1, indent))
    return _fault(NO_COLON, (number, len(above) - len(above.lstrip())))


def _bracket(complaint: _Complaint) -> Fault:
    opening = complaint.character(complaint.start)
    if complaint.at_end():
        return _fault(OPEN_BRACKET, complaint.start, opening or "[")
    return _fault(IN_BRACKETS, complaint.place, "}" if opening == "{" else "]")


def _field(complaint: _Complaint) -> Fault:
    """Something where the next field is expected: after a closing quote on its line, or badly indented."""
    line, column = complaint.place
    if complaint.character(complaint.place) == ":":
        return _fault(NO_NAME, complaint.place)
    if complaint.line(line)[:column].strip():
        return _fault(AFTER_QUOTE, complaint.place)
    return _fault(INDENTED, complaint.place)


def _item(complaint: _Complaint) -> Fault:
    line, column = complaint.place
    if complaint.line(line)[:column].strip(" -"):
        return _fault(AFTER_QUOTE, complaint.place)
    return _fault(LIST_ITEM, complaint.place)


_EXPLAINED: tuple[tuple[str, Callable[[_Complaint], Fault]], ...] = (
    (r"maximum nesting depth", _at_place(TOO_DEEP)),  # a limit of its own, far above ours, since PyYAML 6.0.4
    (r"cannot start any token", _no_token),
    (r"mapping values are not allowed", _colon),
    (r"plain scalar.*unexpected ':'", _at_place(SPACE_AFTER_COLON)),
    (r"quoted scalar.*(end of stream|document (indicator|separator))", _at_start(OPEN_QUOTE)),
    (r"escape|hexdecimal|hexadecimal", _at_place(ESCAPE)),
    (r"tab character", _at_place(TAB)),
    (r"block scalar", _at_start(BLOCK)),
    (r"anchor|alias|tag|directive|incompatible YAML", _first_character),
    (r"flow (sequence|mapping)", _bracket),
    (r"sequence entries are not allowed", _at_place(LIST_ON_LINE)),
    (r"expected ':'", _no_colon),
    (r"block mapping", _field),
    (r"block collection|block sequence", _item),
    (r"document start", _at_place(BELOW_ALL)),
    (r"node", _at_place(MISSING)),
)
"""What the parser says (its context and its problem) → who explains it; the first that fits."""
