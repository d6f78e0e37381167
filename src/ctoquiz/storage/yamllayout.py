"""Where the values and the names of a file are written: a few bytes each, so that a million cost little."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator

_BLOCK = 4096
"""Characters between two that are numbered beforehand: no more have to be looked through to find a line."""


class Lines:
    """The lines of a text, by the numbers of its characters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._numbers: list[int] = []
        self._starts: list[int] = []

    def place(self, index: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character with that number, from 0."""
        if not self._numbers:
            self._number_blocks()
        block = min(index // _BLOCK, len(self._numbers) - 1)
        begin = block * _BLOCK
        number = self._numbers[block] + self._text.count("\n", begin, index)
        start = max(self._starts[block], self._text.rfind("\n", begin, index) + 1)
        return number, index - start + 1

    @property
    def count(self) -> int:
        """How many there are; a last one that is empty counts too."""
        return self.place(len(self._text))[0]

    def line(self, number: int) -> str:
        """The line with that number, from 1, without its end; nothing where there is none."""
        if not 0 < number <= self.count:
            return ""
        block = max(bisect_left(self._numbers, number) - 1, 0)
        begin = block * _BLOCK
        for _ in range(number - self._numbers[block]):
            begin = self._text.index("\n", begin) + 1
        begin = self._starts[block] if number == self._numbers[block] else begin
        end = self._text.find("\n", begin)
        return self._text[begin:] if end < 0 else self._text[begin:end]

    def _number_blocks(self) -> None:
        number, start = 1, 0
        for begin in range(0, max(len(self._text), 1), _BLOCK):
            self._numbers.append(number)
            self._starts.append(start)
            number += self._text.count("\n", begin, begin + _BLOCK)
            start = max(start, self._text.rfind("\n", begin, begin + _BLOCK) + 1)


class Layout:
    """The nodes of a file in its order: each value and each name of a field, a list or mapping before what it holds.

    A node is known by its number; the top has 0. Whoever reads the file adds to these, each in the order of the file:
    `starts` has the first character of every node, `fields` the nodes that are names of fields and `names` what they
    say, `groups` the nodes that are lists or mappings and `ends` the node that comes after all that they hold, 0 as
    long as they are open.
    """

    def __init__(self, lines: Lines) -> None:
        self.starts = array("I")
        self.fields, self.names = array("I"), list[str]()
        self.groups, self.ends = array("I"), array("I")
        self._lines = lines
        self._known: dict[int, _Children] = {}

    def place(self, node: int) -> tuple[int, int]:
        """Line and column, both from 1, of a node; of the beginning of the file where there is no such node."""
        return self._lines.place(self.starts[node]) if node < len(self.starts) else (1, 1)

    def item(self, node: int, place: int) -> int | None:
        """The item at that place, from 0, of the list `node`; None where it has none there."""
        return self._children(node).item(place)

    def field(self, node: int, name: str) -> int | None:
        """The name of that field of the mapping `node`, None where it has none. Its value is `after` it."""
        return self._children(node).field(name)

    def after(self, node: int) -> int:
        """The node that comes after a node and all that it holds."""
        group = bisect_left(self.groups, node)
        is_group = group < len(self.groups) and self.groups[group] == node
        return (self.ends[group] or len(self.starts)) if is_group else node + 1

    def name(self, node: int) -> str | None:
        """What a node says that is the name of a field; None for all others."""
        field = bisect_left(self.fields, node)
        return self.names[field] if field < len(self.fields) and self.fields[field] == node else None

    def _children(self, node: int) -> _Children:
        if node not in self._known:
            self._known[node] = _Children(self, node)
        return self._known[node]


class _Children:
    """What a list or a mapping holds, looked through once, as far as was asked for."""

    def __init__(self, layout: Layout, node: int) -> None:
        self._items = array("I")
        self._fields: dict[str, int] = {}
        self._rest = self._walk(layout, node)

    def item(self, place: int) -> int | None:
        while len(self._items) <= place:
            if next(self._rest, None) is None:
                return None
        return self._items[place]

    def field(self, name: str) -> int | None:
        while name not in self._fields:
            if next(self._rest, None) is None:
                return None
        return self._fields[name]

    def _walk(self, layout: Layout, node: int) -> Iterator[int]:
        child = node + 1
        while child < layout.after(node):
            name = layout.name(child)
            if name is None:
                self._items.append(child)
            else:
                self._fields.setdefault(name, child)
            yield child
            child = layout.after(child if name is None else layout.after(child))
