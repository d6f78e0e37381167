"""Putting the parser's events together: without recursion, within limits, each field written once.

No anchor, alias, merge key or tag is understood, so a small file can't become a large value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import N_
from ctoquiz.storage.yamlproblems import MAX_DEPTH, TOO_DEEP, Problems
from ctoquiz.storage.yamlscalars import MAX_DIGITS, BadNumberError, Scalar, plain_value
from ctoquiz.storage.yamlsyntax import NO_NAME, SPACE_AFTER_COLON, explain
from ctoquiz.storage.yamltext import FORBIDDEN, FORBIDDEN_CHARACTER, code_point, shown

if TYPE_CHECKING:
    from yaml import AliasEvent, Event, MappingStartEvent, Mark, ScalarEvent, SequenceStartEvent
    from yaml._yaml import Mark as CMark

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
MAX_NODES = 250_000
"""Values in a file: so many are read, and all that is wrong with them told, within two seconds and 200 MiB."""

MAX_CHARACTERS = 64_000

Step = str | int
Spots = dict[tuple[int, Step], tuple[int, int]]
"""Places: (identity of a list or mapping, index or name in it) → line and column, from 1. The top is `TOP`."""

_COLON = re.compile(r"\s*:")

TOP: tuple[int, Step] = (id(None), "")


class Builder:
    """The value of one document, grown event by event.

    `here` is the list or mapping that is open now, `key` the name that waits for its value in it. The places of
    `values` and of `keys` are kept only when asked for: they cost half as much again.
    """

    def __init__(self, text: str, problems: Problems, *, keep_places: bool, as_text: bool = False) -> None:
        self.top: Json = None
        self.values: Spots = {}
        self.keys: Spots = {}
        self._text = text
        self._problems = problems
        self._keep_places = keep_places
        self._value: Callable[[str], Scalar] = _typed if as_text else plain_value
        self._here: list[Json] | dict[str, Json] | None = None
        self._key: str | None = None
        self._after_name: Mark | CMark | None = None
        self._open: list[tuple[list[Json] | dict[str, Json] | None, str | None]] = []
        self._documents = 0
        self._nodes = 0

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
        self._count(event)
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(text) > MAX_CHARACTERS or (event.style and not text.isprintable()):
            self._check_text(text, event)
        here = self._here
        if self._key is None and isinstance(here, dict):
            self._name_field(text, here, event)
        else:
            self._add(text if event.style else self._plain(text, event), event)

    def _plain(self, text: str, event: ScalarEvent) -> Scalar:
        if not text and self._key is not None:
            self._check_colon(self._key, event)
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

    def _check_colon(self, name: str, event: ScalarEvent) -> None:
        """Refuse `{fr: un, deux}`: YAML reads a field named “deux”; its writer meant a text with a comma."""
        end = event.start_mark.index if event.start_mark else 0
        after_name = self._after_name.index if self._after_name else 0
        if self._text[end : end + 1] not in (",", "}") or _COLON.match(self._text, after_name) or name[0:1] == "\0":
            return
        place = self.keys.get((id(self._here), name), (1, 1))
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
        if self._key is None and isinstance(self._here, dict):
            self._key = self._name_of_ours()
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
            self._problems.stop(TOO_DEEP, _spot(event), most=MAX_DEPTH)
        if self._key is None and isinstance(self._here, dict):
            self._refuse_as_name(event)
        else:
            self._add(value, event)
        self._open.append((self._here, self._key))
        self._here, self._key = value, None

    def _end(self, _: Event) -> None:
        self._here, self._key = self._open.pop()

    def _count(self, event: Event) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
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
            first, _ = self.keys.get((id(fields), name), (1, 1))
            self._problems.note(
                N_("“{name}” is written twice, first on line {first}; keep one of them."),
                _spot(event),
                name=shown(name),
                first=first,
            )
            name = self._name_of_ours()
        elif not event.style and name in ("", "<<"):
            merge = N_("“<<” can’t be used to merge fields; write the fields out.")
            self._problems.note(merge if name else NO_NAME, _spot(event))
        self._key = name
        self._after_name = event.end_mark
        if self._keep_places:
            self.keys[id(fields), name] = _spot(event)

    def _refuse_as_name(self, event: Event) -> None:
        self._problems.note(
            N_("A name must be a text; put quotes around a text that starts with a bracket or a brace."),
            _spot(event),
        )
        self._key = self._name_of_ours()

    def _name_of_ours(self) -> str:
        """A name that no file can hold, in place of one that was refused."""
        return f"\0{self._nodes}"

    def _add(self, value: Json, event: Event) -> None:
        here = self._here
        step = TOP[1]
        if isinstance(here, list):
            step = len(here)
            here.append(value)
        elif here is not None and self._key is not None:
            step = self._key
            here[step] = value
            self._key = None
        else:
            self.top = value
        if self._keep_places:
            self.values[id(here), step] = _spot(event)


def _typed(text: str) -> Scalar:
    """A plain value as it was typed; only what is written as nothing is nothing."""
    return None if text in _NOTHING else text


def _nothing(_: Event) -> None:
    """What the start and the end of the stream mean for the value."""


def _spot(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
