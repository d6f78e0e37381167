"""Reading YAML from strangers: quickly, within limits, and with every problem that can be found in one run.

The parser's events are put together here without recursion. No anchor, alias, merge key or tag is understood, so a
small file can't become a large value, and each field is written once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NoReturn

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import N_, BadInput, Problem, Where
from ctoquiz.storage.yamlfile import MAX_BYTES, MEBIBYTE, TOO_LARGE, read_yaml_file
from ctoquiz.storage.yamlscalars import FORBIDDEN, MAX_DIGITS, BadNumber, Scalar, plain_value, shown
from ctoquiz.storage.yamlsyntax import NO_NAME, SPACE_AFTER_COLON, explain

if TYPE_CHECKING:
    from yaml import Event, MappingStartEvent, NodeEvent, ScalarEvent, SequenceStartEvent

__all__ = ["MAX_BYTES", "Marks", "locate", "read_yaml", "read_yaml_file"]

MAX_DEPTH = 16
MAX_NODES = 1_000_000
MAX_CHARACTERS = 64_000
MAX_PROBLEMS = 100
"""A file with more problems than these is not read further: nobody mends so many in one go."""

FORBIDDEN_CHARACTER = N_("The character {code} can’t stand in this file, it changes what a screen shows; remove it.")

NAME_NOT_TEXT = N_("A name must be a text; put quotes around a text that starts with a bracket or a brace.")

Step = str | int
Spots = dict[tuple[int, Step], tuple[int, int]]
"""The place of a value or a key: (identity of its list or mapping, name or index) → line and column from 1."""


class _EnoughError(Exception):
    """Reading stops here: what follows can't be trusted or isn't worth the time. The problem has been noted."""


class Marks:
    """Where each value of a file is written: line and column, both counted from 1.

    A path is what pydantic calls `loc`: field names and indexes from the top. Steps that the file doesn't hold are
    passed over (pydantic adds the names of variants), so a missing field is placed at its nearest parent.
    """

    def __init__(self, top: Json, values: Spots, keys: Spots) -> None:
        self._top = top
        self._values = values
        self._keys = keys

    def at(self, path: tuple[Step, ...]) -> tuple[int, int]:
        """Line and column of the value at `path`, or of its nearest parent that is known."""
        spots = [self._values[step] for step in self._walk(path)]
        return spots[-1] if spots else self._values.get((id(None), ""), (1, 1))

    def key_at(self, path: tuple[Step, ...]) -> tuple[int, int]:
        """Line and column of the name of the field at `path`; of the value where it has no name."""
        steps = list(self._walk(path))
        return self._keys.get(steps[-1], self.at(path)) if steps else self.at(path)

    def _walk(self, path: tuple[Step, ...]) -> Iterator[tuple[int, Step]]:
        here = self._top
        for step in path:
            name = step if isinstance(here, list) else str(step)
            if (id(here), name) in self._values:
                yield id(here), name
                here = _child(here, name)


def _child(parent: Json, step: Step) -> Json:
    if isinstance(parent, list) and isinstance(step, int):
        return parent[step]
    return parent[step] if isinstance(parent, dict) and isinstance(step, str) else None


def read_yaml(data: bytes, name: str) -> Json:
    """The one document that `data` holds; `name` is the file as the user knows it.

    A mapping's keys are always text, never numbers. Raises BadInput (65) with every problem that was found, each
    with its file, line and column.
    """
    quick = _Builder(name, thorough=False)
    quick.read(data)
    if not quick.problems:
        return quick.top
    thorough = _Builder(name, thorough=True)
    thorough.read(data)
    raise BadInput.of(sorted(thorough.problems, key=_place))


def locate(data: bytes) -> Marks:
    """Where the values of `data` are written. Raises nothing: what can't be read has no place of its own."""
    builder = _Builder("", thorough=True)
    builder.read(data)
    return Marks(builder.top, builder.values, builder.keys)


def _place(problem: Problem) -> tuple[int, int]:
    where = problem.where or Where("")
    return where.line or 0, where.column or 0


class _Builder:
    """The value of one document, grown event by event.

    `here` is the list or mapping that is open now, `key` the name that waits for its value in it. A `thorough` one
    keeps the place of each name and value, and goes on after a problem; the other stops at the first one, and costs
    a third less: files are right nearly always.
    """

    def __init__(self, name: str, *, thorough: bool) -> None:
        self.problems: list[Problem] = []
        self.top: Json = None
        self.keys: Spots = {}
        self.values: Spots = {}
        self._name = name
        self._thorough = thorough
        self._here: list[Json] | dict[str, Json] | None = None
        self._key: str | None = None
        self._open: list[tuple[list[Json] | dict[str, Json] | None, str | None]] = []
        self._documents = 0
        self._nodes = 0
        self._text = ""

    def read(self, data: bytes) -> None:
        """Build `top` from the bytes of a file, noting the problems."""
        try:
            self._text = self._decoded(data)
            self._check_characters()
            self._build()
        except _EnoughError:
            return
        if self.top is None and not self.problems:
            self._note(N_("This file is empty; write something into it."), 1, 1)

    def _note(self, message: str, line: int, column: int, **values: object) -> None:
        self.problems.append(Problem(message, values, Where(self._name, line, column)))
        if not self._thorough or len(self.problems) >= MAX_PROBLEMS:
            raise _EnoughError

    def _stop(self, message: str, line: int, column: int, **values: object) -> NoReturn:
        self._note(message, line, column, **values)
        raise _EnoughError

    # The text, before it is parsed

    def _decoded(self, data: bytes) -> str:
        if len(data) > MAX_BYTES:
            self._stop(TOO_LARGE, 1, 1, limit=MAX_BYTES // MEBIBYTE)
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4].count(0) == 2:
            self._stop(N_("This file is written in UTF-16; save it again as UTF-8."), 1, 1)
        try:
            return data.removeprefix(b"\xef\xbb\xbf").decode()
        except UnicodeDecodeError as error:
            line, column = _line_column(data[: error.start].decode())
            byte = f"0x{data[error.start]:02X}"
            self._stop(N_("This file is not UTF-8 (byte {byte}); save it again as UTF-8."), line, column, byte=byte)

    def _check_characters(self) -> None:
        line, line_start = 1, 0
        for found in FORBIDDEN.finditer(self._text):
            line += self._text.count("\n", line_start, found.start())
            line_start = self._text.rfind("\n", 0, found.start()) + 1
            self._refuse_character(found.group(), line, found.start() - line_start + 1)
        if self.problems:  # parse the rest as if they had been harmless, each in its place
            self._text = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", self._text)

    def _refuse_character(self, character: str, line: int, column: int) -> None:
        if character == "\r":
            self._stop(
                N_("This line ends with a lone carriage return (U+000D); save the file with the line ends of Unix."),
                line,
                column,
            )
        self._note(FORBIDDEN_CHARACTER, line, column, code=f"U+{ord(character):04X}")

    # The events

    def _build(self) -> None:
        from yaml import YAMLError

        known_problems = bool(self.problems)
        try:
            self._take_events()
        except (YAMLError, ValueError, IndexError) as error:
            # PyYAML leaks the last two. A forbidden character may be the cause of the error: then it is said alone.
            if not known_problems:
                fault = explain(error, self._text)
                self._stop(fault.message, fault.line, fault.column, **fault.values)

    def _take_events(self) -> None:
        import yaml

        take: dict[type[yaml.Event], Callable[..., None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._list,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for event in _events(self._text):
            taker = take.get(type(event))
            if taker is not None:
                taker(event)

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(N_("A file holds one document; remove this line and what follows it."), *_spot(event))

    def _scalar(self, event: ScalarEvent) -> None:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        text: str = event.value
        if len(text) > MAX_CHARACTERS:
            self._note(N_("A text can’t have more than {most} characters; shorten it."), *_spot(event), most=MAX_CHARACTERS)
        if event.style == '"' and not text.isprintable():
            self._check_escapes(event)
        here = self._here
        if self._key is None and isinstance(here, dict):
            self._name_field(text, here, event)
        else:
            self._add(text if event.style else self._plain(text, event), event)

    def _plain(self, text: str, event: ScalarEvent) -> Scalar:
        if not text and self._key is not None:
            self._check_colon(event)
        try:
            return plain_value(text)
        except BadNumber as error:
            self._note(error.message, *_spot(event), most=MAX_DIGITS)
            return text

    def _check_colon(self, event: ScalarEvent) -> None:
        """Refuse `{fr: un, deux}`: YAML reads a field named “deux”, and its writer meant a text with a comma."""
        index = event.start_mark.index
        name = self._key or ""
        before = self._text[max(0, index - MAX_CHARACTERS) : index]
        if self._text[index : index + 1] not in (",", "}") or name[:1] == "\0" or before.rstrip()[-1:] == ":":
            return
        place = self.keys.get((id(self._here), name), _spot(event))
        if re.match(r"[\w-]+:\S", name):
            self._note(SPACE_AFTER_COLON, *place)
        else:
            self._note(
                N_("“{text}” has no colon after it; put quotes around a text that holds a comma or braces."),
                *place,
                text=shown(name),
            )

    def _check_escapes(self, event: ScalarEvent) -> None:
        for character in FORBIDDEN.findall(event.value):
            self._note(FORBIDDEN_CHARACTER, *_spot(event), code=f"U+{ord(character):04X}")

    def _alias(self, event: NodeEvent) -> None:
        self._count(event)
        self._note(
            N_("“*{name}” is an alias; write its value out here, or put quotes around a text that starts with “*”."),
            *_spot(event),
            name=shown(event.anchor),
        )
        if self._key is None and type(self._here) is dict:
            self._key = self._unused_name()
        else:
            self._add(None, event)

    def _list(self, event: SequenceStartEvent) -> None:
        self._start([], event)

    def _mapping(self, event: MappingStartEvent) -> None:
        self._start({}, event)

    def _start(self, value: list[Json] | dict[str, Json], event: SequenceStartEvent | MappingStartEvent) -> None:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(self._open) >= MAX_DEPTH:
            self._stop(N_("Lists and fields are nested more than {most} deep here."), *_spot(event), most=MAX_DEPTH)
        if self._key is None and type(self._here) is dict:
            self._note(NAME_NOT_TEXT, *_spot(event))
            self._key = self._unused_name()
            self._open.append((self._here, self._key))
        else:
            self._add(value, event)
            self._open.append((self._here, self._key))
        self._here, self._key = value, None

    def _end(self, _: Event) -> None:
        self._here, self._key = self._open.pop()

    def _count(self, event: Event) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop(N_("This file holds more than {most} values; split it."), *_spot(event), most=MAX_NODES)

    def _refuse_properties(self, event: NodeEvent | ScalarEvent | SequenceStartEvent | MappingStartEvent) -> None:
        if event.anchor is not None:
            self._note(
                N_("“&{name}” is an anchor; remove it, or put quotes around a text that starts with “&”."),
                *_spot(event),
                name=shown(event.anchor),
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._note(
                N_("“{tag}” is a tag; remove it, or put quotes around a text that starts with “!”."),
                *_spot(event),
                tag=shown(tag.replace("tag:yaml.org,2002:", "!!")),
            )

    def _name_field(self, name: str, fields: dict[str, Json], event: ScalarEvent) -> None:
        """Take the name of a field; one that is refused is kept under a name of our own, so that nothing is lost."""
        if name in fields:
            self._note(
                N_("“{name}” is written twice here, first on line {first}; keep one of them."),
                *_spot(event),
                name=shown(name),
                first=self.keys.get((id(fields), name), (0, 0))[0],
            )
            name = self._unused_name()
        elif not event.style and name in ("", "<<"):
            self._refuse_name(name, event)
        self._key = name
        if self._thorough:
            self.keys[id(fields), name] = _spot(event)

    def _refuse_name(self, name: str, event: ScalarEvent) -> None:
        if name:
            self._note(N_("“<<” can’t be used to merge fields; write them out here."), *_spot(event))
        else:
            self._note(NO_NAME, *_spot(event))

    def _unused_name(self) -> str:
        return f"\0{self._nodes}"

    def _add(self, value: Json, event: Event) -> None:
        here = self._here
        step: Step = ""
        if isinstance(here, list):
            step = len(here)
            here.append(value)
        elif here is not None and self._key is not None:
            step = self._key
            here[step] = value
            self._key = None
        else:
            self.top = value
        if self._thorough:
            self.values[id(here), step] = _spot(event)


def _spot(event: Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _line_column(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what comes right after `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _events(text: str) -> Iterator[Event]:
    """The events of the text, from libyaml where PyYAML has it: the same events come a hundred times slower without."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()
