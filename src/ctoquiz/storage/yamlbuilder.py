"""Putting the parser's events together: without recursion, within limits, each field written once.

No anchor, alias, merge key or tag is understood, so a small file can't become a large value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import N_
from ctoquiz.storage.yamllayout import Layout, Lines
from ctoquiz.storage.yamlproblems import MAX_DEPTH, TOO_DEEP, Problems
from ctoquiz.storage.yamlscalars import MAX_DIGITS, BadNumberError, Scalar, plain_value
from ctoquiz.storage.yamlsyntax import NO_NAME, SPACE_AFTER_COLON, explain
from ctoquiz.storage.yamltext import FORBIDDEN, FORBIDDEN_CHARACTER, code_point, shown

if TYPE_CHECKING:
    from yaml import AliasEvent, Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
MAX_NODES = 500_000
"""Values in a file, names of fields among them: so many are read, and taken or all that is wrong with them told, within
two seconds and 200 MiB."""

MAX_CHARACTERS = 64_000

MAX_KEPT_NAMES = 1000
"""More names of fields than any pack has."""

_COLON = re.compile(r"\s*:")

_Container = list[Json] | dict[str, Json]


class Builder:
    """The value of one document, grown event by event, and where in the file each of its nodes is.

    What is called `here` is the list or mapping that is open now, `key` the name that waits for its value in it.
    """

    def __init__(self, text: str, problems: Problems, *, as_text: bool = False) -> None:
        self.top: Json = None
        self.layout = Layout(Lines(text))
        self._starts = self.layout.starts
        self._text = text
        self._problems = problems
        self._value: Callable[[str], Scalar] = _typed if as_text else plain_value
        self._here: _Container | None = None
        self._group = 0
        self._key: str | None = None
        self._after_name = 0
        self._open: list[tuple[_Container | None, int, str | None]] = []
        self._documents = 0
        self._names: dict[str, str] = {}

    def build(self) -> None:
        """Build `top` from the text. Raises EnoughError when the rest can't be read."""
        from yaml import YAMLError

        known = bool(self._problems.found)
        try:
            self._take_events()
        except (YAMLError, ValueError, IndexError) as error:  # PyYAML leaks the last two
            if known:  # a forbidden character may be the cause: that is said, and no more
                return
            fault = explain(error, self._text)
            self._problems.stop(fault.message, fault.place, **fault.values)
        if self.top is None and not self._problems.found:
            self._problems.note(N_("This file is empty; write something into it."), (1, 1))

    def _take_events(self) -> None:
        import yaml

        take: dict[type[Event], Callable[..., None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._list,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingStartEvent: self._mapping,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: _nothing,
            yaml.StreamStartEvent: _nothing,
            yaml.StreamEndEvent: _nothing,
        }
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self._text)  # PyYAML may come without libyaml
        try:
            while (event := loader.get_event()) is not None:
                take[type(event)](event)
        finally:
            loader.dispose()

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._problems.stop(N_("A file holds one document; remove this line and what follows."), _spot(event))

    def _scalar(self, event: ScalarEvent) -> None:
        # Called up to a million times for a file: what follows spares calls where nothing is wrong.
        starts, text, style = self._starts, event.value, event.style
        starts.append(event.start_mark.index)  # type: ignore[union-attr] # both parsers give every event its marks
        if (
            len(starts) > MAX_NODES
            or event.tag is not None
            or event.anchor is not None
            or len(text) > MAX_CHARACTERS
            or (style and not text.isprintable())
        ):
            self._check_scalar(text, event)
        here, key = self._here, self._key
        if type(here) is list:
            here.append(text if style else self._plain(text, event))
        elif type(here) is dict:
            if key is None:
                self._name_field(text, here, event)
            else:
                here[key] = text if style else self._plain(text, event)
                self._key = None
        else:
            self.top = text if style else self._plain(text, event)

    def _check_scalar(self, text: str, event: ScalarEvent) -> None:
        self._check_count(event)
        self._refuse_properties(event)
        self._check_text(text, event)

    def _plain(self, text: str, event: ScalarEvent) -> Scalar:
        if not text and self._key is not None:
            self._check_colon(self._key)
        try:
            return self._value(text)
        except BadNumberError as error:
            self._problems.note(error.message, _spot(event), most=MAX_DIGITS)
            return text

    def _check_text(self, text: str, event: ScalarEvent) -> None:
        """Refuse a text that is too long, or that has a forbidden character by an escape such as `\\x1b`."""
        if len(text) > MAX_CHARACTERS:
            self._problems.note(
                N_("A text has {most} characters at most; shorten this one."), _spot(event), most=MAX_CHARACTERS
            )
        # Within quotes a carriage return comes by an escape alone, and is none of a line end.
        for character in FORBIDDEN.findall(text.replace("\n", " ")) if event.style == '"' else ():
            self._problems.note(FORBIDDEN_CHARACTER, _spot(event), code=code_point(character))

    def _check_colon(self, name: str) -> None:
        """Refuse `{fr: un, deux}`: YAML reads a field named “deux”; its writer meant a text with a comma."""
        end = self.layout.starts[-1]
        written_out = self._text[end : end + 1] not in (",", "}") or _COLON.match(self._text, self._after_name)
        if written_out or name[:1] == "\0":
            return
        place = self.layout.place(self.layout.fields[-1])
        if re.match(r"[\w-]+:\S", name):
            self._problems.note(SPACE_AFTER_COLON, place)
        else:
            self._problems.note(
                N_("“{text}” has no colon after it; put quotes around a text that holds a comma or braces."),
                place,
                text=shown(name),
            )

    def _alias(self, event: AliasEvent) -> None:
        self._count(event)
        self._problems.note(
            N_("“*{name}” is an alias; write its value out, or put quotes around a text that starts with “*”."),
            _spot(event),
            name=shown(event.anchor or ""),
        )
        here, key = self._here, self._key
        if type(here) is list:
            here.append(None)
        elif type(here) is dict:
            if key is None:
                self._take_name(self._name_of_ours())
            else:
                here[key], self._key = None, None

    def _list(self, event: SequenceStartEvent) -> None:
        self._start([], event)

    def _mapping(self, event: MappingStartEvent) -> None:
        self._start({}, event)

    def _start(self, value: _Container, event: SequenceStartEvent | MappingStartEvent) -> None:
        starts, here, key = self._starts, self._here, self._key
        starts.append(event.start_mark.index)  # type: ignore[union-attr] # as above
        if len(starts) > MAX_NODES or event.tag is not None or event.anchor is not None:
            self._check_count(event)
            self._refuse_properties(event)
        if len(self._open) >= MAX_DEPTH:
            self._problems.stop(TOO_DEEP, _spot(event), most=MAX_DEPTH)
        if type(here) is list:
            here.append(value)
        elif type(here) is dict:
            if key is None:
                self._refuse_as_name(event)
                key = self._key
            else:
                here[key], key = value, None
        else:
            self.top = value
        groups = self.layout.groups
        self._open.append((here, self._group, key))
        self._here, self._group, self._key = value, len(groups), None
        groups.append(len(starts) - 1)
        self.layout.ends.append(0)

    def _end(self, _: Event) -> None:
        layout = self.layout
        layout.ends[self._group] = len(layout.starts)
        self._here, self._group, self._key = self._open.pop()

    def _count(self, event: Event) -> None:
        self._starts.append(event.start_mark.index)  # type: ignore[union-attr] # as above
        self._check_count(event)

    def _check_count(self, event: Event) -> None:
        if len(self._starts) > MAX_NODES:
            self._problems.stop(N_("This file holds more than {most} values; split it."), _spot(event), most=MAX_NODES)

    def _refuse_properties(self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent) -> None:
        if event.anchor is not None:
            self._problems.note(
                N_("“&{name}” is an anchor; remove it, or put quotes around a text that starts with “&”."),
                _spot(event),
                name=shown(event.anchor),
            )
        if event.tag is not None:
            self._problems.note(
                N_("“{tag}” is a tag; remove it, or put quotes around a text that starts with “!”."),
                _spot(event),
                tag=shown(event.tag.replace("tag:yaml.org,2002:", "!!")),
            )

    def _name_field(self, name: str, fields: dict[str, Json], event: ScalarEvent) -> None:
        """Take the name of a field. One that is refused is replaced, so that its value is looked at all the same."""
        if name in fields:
            first = self.layout.field(self.layout.groups[self._group], name) or 0
            self._problems.note(
                N_("“{name}” is written twice, first on line {first}; keep one of them."),
                _spot(event),
                name=shown(name),
                first=self.layout.place(first)[0],
            )
            name = self._name_of_ours()
        elif not event.style and name in ("", "<<"):
            merge = N_("“<<” can’t be used to merge fields; write the fields out.")
            self._problems.note(merge if name else NO_NAME, _spot(event))
        self._take_name(name)
        self._after_name = event.end_mark.index  # type: ignore[union-attr] # as above

    def _take_name(self, name: str) -> None:
        """Have the newest node be the name of a field; a name that many mappings have is kept once."""
        names, layout = self._names, self.layout
        known = names.get(name)
        if known is None:
            known = name
            if len(names) < MAX_KEPT_NAMES:
                names[name] = name
        self._key = known
        layout.names.append(known)
        layout.fields.append(len(self._starts) - 1)

    def _refuse_as_name(self, event: Event) -> None:
        self._problems.note(
            N_("A name must be a text; put quotes around a text that starts with a bracket or a brace."),
            _spot(event),
        )
        self._take_name(self._name_of_ours())

    def _name_of_ours(self) -> str:
        """A name that no file can hold, in place of one that was refused."""
        return f"\0{len(self._starts)}"


def _typed(text: str) -> Scalar:
    """A plain value as it was typed; only what is written as nothing is nothing."""
    return None if text in _NOTHING else text


def _nothing(_: Event) -> None:
    """What the start and the end of the stream mean for the value."""


def _spot(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
