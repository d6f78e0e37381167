"""Mutants of a file of YAML: as many ways to spoil one as came to mind, drawn by chance that a seed fixes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

import yaml
from tests.faults.hostile import TOKENS

Span = tuple[int, int]

_NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.])")
_WORD = re.compile(r"\w+")
_OTHER_TYPES = ("", "~", "true", "0", "-7", "1e308", "''", '"x"', "[]", "{}", "[1, 2]", "{fr: x, en: y}", "[{}]", "- x")
_CHARACTERS = ("\0", "\x1b", "\x9b", "\u202e", "\u2028", "\ufeff", "é", "\u0301", "😀", "\u00a0", "’", "\t", "\r", "\n")
_BYTES = (b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf5\x80\x80\x80", b"\xef\xbb\xbf", b"\xff\xfe")


@dataclass(frozen=True)
class Base:
    """A file that mutants are made of: its text, and where its lines, values and names are."""

    text: str
    lines: list[str] = field(default_factory=list)
    values: list[Span] = field(default_factory=list)
    names: list[Span] = field(default_factory=list)
    leaves: list[tuple[str, Span]] = field(default_factory=list)
    """The values that are no lists and no mappings, each with the name of its field."""

    @classmethod
    def of(cls, data: bytes) -> Base:
        text = data.decode()
        base = cls(text, text.splitlines(keepends=True))
        base.find("", yaml.compose(text, Loader=yaml.CSafeLoader))
        return base

    def find(self, name: str, node: yaml.Node | None) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self.names.append(_span(key))
                self.values.append(_span(value))
                self.find(str(key.value), value)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                self.values.append(_span(value))
                self.find(name, value)
        elif node is not None:
            self.leaves.append((name, _span(node)))


def mutant(base: Base, others: Sequence[Base], chance: Random) -> bytes:
    """One mutant of a file, of one slip mostly, up to four; `others` are files from which parts may come."""
    if chance.random() < GENTLE:
        return chance.choice(_GENTLE)(base, others, chance).encode("utf-8", "surrogatepass")
    first = chance.choice(_OF_STRUCTURE if chance.random() < 0.6 else _OF_TEXT)
    data = first(base, others, chance).encode("utf-8", "surrogatepass")
    for _ in range(chance.choice((0, 0, 0, 0, 1, 1, 2, 3))):
        text = data.decode("utf-8", "replace")
        again = Base(text, text.splitlines(keepends=True))
        data = chance.choice(_OF_TEXT)(again, others, chance).encode("utf-8", "surrogatepass")
    return _spoilt(data, chance) if chance.random() < 0.08 else data


def _span(node: yaml.Node) -> Span:
    return node.start_mark.index, node.end_mark.index


def _put(text: str, span: Span, new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


# Slips after which a file may well be right


def _hostile_text(base: Base, others: Sequence[Base], chance: Random) -> str:
    _, span = chance.choice(base.leaves)
    return _put(base.text, span, json.dumps(chance.choice(TOKENS)[:2000], ensure_ascii=False))


def _added_text(base: Base, others: Sequence[Base], chance: Random) -> str:
    _, (begin, end) = chance.choice(base.leaves)
    text = str(yaml.load(base.text[begin:end], Loader=yaml.CBaseLoader))
    place = chance.randint(0, len(text))
    return _put(base.text, (begin, end), json.dumps(text[:place] + chance.choice(TOKENS)[:200] + text[place:]))


def _value_of_the_same_field(base: Base, others: Sequence[Base], chance: Random) -> str:
    name, span = chance.choice(base.leaves)
    other = chance.choice([base, base, base, *others])
    alike = [(begin, end) for each, (begin, end) in other.leaves if each == name and "\n" not in other.text[begin:end]]
    return _put(base.text, span, other.text[slice(*chance.choice(alike))] if alike else "null")


# Slips that know what a value and a name are


def _another_type(base: Base, others: Sequence[Base], chance: Random) -> str:
    return _put(base.text, chance.choice(base.values), chance.choice(_OTHER_TYPES))


def _another_value(base: Base, others: Sequence[Base], chance: Random) -> str:
    other = chance.choice([base, *others])
    begin, end = chance.choice(other.values)
    return _put(base.text, chance.choice(base.values), other.text[begin:end])


def _hostile_value(base: Base, others: Sequence[Base], chance: Random) -> str:
    token = chance.choice(TOKENS)
    quoted = chance.choice((token, "'" + token.replace("'", "''") + "'", '"' + token.replace('"', '\\"') + '"'))
    return _put(base.text, chance.choice(base.values), quoted)


def _value_within(base: Base, others: Sequence[Base], chance: Random) -> str:
    begin, end = chance.choice(base.values)
    place = chance.randint(begin, end)
    return _put(base.text, (place, place), chance.choice(TOKENS))


def _another_name(base: Base, others: Sequence[Base], chance: Random) -> str:
    other = chance.choice([base, *others])
    begin, end = chance.choice(other.names)
    return _put(base.text, chance.choice(base.names), other.text[begin:end])


def _misspelt_name(base: Base, others: Sequence[Base], chance: Random) -> str:
    begin, end = chance.choice(base.names)
    name = base.text[begin:end]
    place = chance.randrange(len(name)) if name else 0
    return _put(
        base.text, (begin, end), name[:place] + chance.choice(("", "x", "-", "é", " ", "A")) + name[place + 1 :]
    )


def _hostile_name(base: Base, others: Sequence[Base], chance: Random) -> str:
    return _put(base.text, chance.choice(base.names), chance.choice(TOKENS))


def _no_value(base: Base, others: Sequence[Base], chance: Random) -> str:
    return _put(base.text, chance.choice(base.values), "")


def _swapped_values(base: Base, others: Sequence[Base], chance: Random) -> str:
    (a, b), (c, d) = sorted((chance.choice(base.values), chance.choice(base.values)))
    if b > c:
        return _another_type(base, others, chance)
    text = base.text
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


# Slips that see lines and characters


def _deleted_lines(base: Base, others: Sequence[Base], chance: Random) -> str:
    first, count = _some_lines(base, chance)
    return "".join(base.lines[:first] + base.lines[first + count :])


def _doubled_lines(base: Base, others: Sequence[Base], chance: Random) -> str:
    first, count = _some_lines(base, chance)
    return "".join(base.lines[: first + count] + base.lines[first:])


def _swapped_lines(base: Base, others: Sequence[Base], chance: Random) -> str:
    lines = list(base.lines)
    one, two = _line(base, chance), _line(base, chance)
    if lines:
        lines[one], lines[two] = lines[two], lines[one]
    return "".join(lines)


def _moved_indentation(base: Base, others: Sequence[Base], chance: Random) -> str:
    lines = list(base.lines)
    first, count = _some_lines(base, chance)
    by = chance.choice((-4, -2, -1, 1, 2, 4))
    for place in range(first, min(first + count, len(lines))):
        line = lines[place]
        lines[place] = " " * by + line if by > 0 else line.removeprefix(" " * -by)
    return "".join(lines)


def _number(base: Base, others: Sequence[Base], chance: Random) -> str:
    found = list(_NUMBER.finditer(base.text))
    if not found:
        return _character(base, others, chance)
    number = chance.choice(found)
    near = str(int(float(number.group()[:15])) + chance.choice((-1, 1, 1000)))
    return _put(base.text, number.span(), chance.choice((near, *_numbers())))


def _numbers() -> Sequence[str]:
    from tests.faults.hostile import NUMBERS

    return NUMBERS


def _word(base: Base, others: Sequence[Base], chance: Random) -> str:
    start = chance.randrange(len(base.text) + 1)
    found = _WORD.search(base.text, start)
    span = found.span() if found else (start, start)
    return _put(base.text, span, chance.choice(TOKENS))


def _character(base: Base, others: Sequence[Base], chance: Random) -> str:
    place = chance.randrange(len(base.text) + 1)
    return _put(
        base.text, (place, place + chance.choice((0, 1))), chance.choice((*_CHARACTERS, *"'\"{}[]:,#&*!|>-?%@`\\"))
    )


def _quote(base: Base, others: Sequence[Base], chance: Random) -> str:
    places = [found.start() for found in re.finditer(r"['\"]", base.text)]
    if not places:
        return _character(base, others, chance)
    place = chance.choice(places)
    return _put(base.text, (place, place + 1), chance.choice(("", "'", '"', "''", '\\"', "’")))


def _splice(base: Base, others: Sequence[Base], chance: Random) -> str:
    other = chance.choice([base, *others])
    first, count = _some_lines(other, chance)
    here = _line(base, chance)
    return "".join([*base.lines[:here], *other.lines[first : first + count], *base.lines[here:]])


def _cut(base: Base, others: Sequence[Base], chance: Random) -> str:
    return base.text[: chance.randrange(len(base.text) + 1)]


def _crossed(base: Base, others: Sequence[Base], chance: Random) -> str:
    other = chance.choice([base, *others])
    return "".join([*base.lines[: _line(base, chance)], *other.lines[_line(other, chance) :]])


def _line(base: Base, chance: Random) -> int:
    return chance.randrange(len(base.lines)) if base.lines else 0


def _some_lines(base: Base, chance: Random) -> tuple[int, int]:
    return _line(base, chance), chance.choice((1, 1, 1, 2, 3, 5, 10, 30))


def _spoilt(data: bytes, chance: Random) -> bytes:
    """The bytes with one flipped, dropped or put in, which may be no text any more."""
    if not data:
        return chance.choice(_BYTES)
    place = chance.randrange(len(data))
    kind = chance.randrange(3)
    if kind == 0:
        return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]
    return data[:place] + (chance.choice(_BYTES) if kind == 1 else b"") + data[place + (kind == 2) :]


Slip = Callable[[Base, Sequence[Base], Random], str]

GENTLE = 0.4
"""The share of mutants that may well be right: what is refused at once never gets to the questions."""

_GENTLE: tuple[Slip, ...] = (_hostile_text, _added_text, _value_of_the_same_field, _value_of_the_same_field, _number)

_OF_STRUCTURE: tuple[Slip, ...] = (
    _another_type, _another_value, _hostile_value, _value_within, _another_name, _misspelt_name, _hostile_name,
    _no_value, _swapped_values,
)  # fmt: skip
_OF_TEXT: tuple[Slip, ...] = (
    _deleted_lines, _doubled_lines, _swapped_lines, _moved_indentation, _number, _word, _character, _quote, _splice,
    _cut, _crossed,
)  # fmt: skip
