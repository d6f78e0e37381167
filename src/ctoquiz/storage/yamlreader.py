"""Reading YAML from strangers: quickly, within limits, and with every problem that can be found in one run."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.storage.yamlbuilder import TOP, Builder, Spots, Step
from ctoquiz.storage.yamlfile import MAX_BYTES, read_yaml_file
from ctoquiz.storage.yamlproblems import EnoughError, Problems
from ctoquiz.storage.yamltext import text_of

__all__ = ["MAX_BYTES", "Marks", "locate", "read_yaml", "read_yaml_file"]


def read_yaml(data: bytes, name: str, *, as_text: bool = False) -> Json:
    """The one document that `data` holds; `name` is the file as the user knows it.

    The names of fields are always text, never numbers; the scalars are those of YAML 1.2, or with `as_text` the texts
    as they were typed, so that `70.000` is no number yet. Raises BadInput (65) with every problem that was found, each
    with its file, line and column.
    """
    # Files are right nearly always: the first reading stops at a problem, and only then one with places follows.
    first = Problems(name, most=1)
    builder = _built(data, first, keep_places=False, as_text=as_text)
    if builder is not None and not first.found:
        return builder.top
    every = Problems(name)
    _built(data, every, keep_places=True, as_text=as_text)
    raise every.as_error()


class Marks:
    """Where each value of a file is written: line and column, both from 1.

    A path is what pydantic calls `loc`: names and indexes from the top. Steps that the file doesn't hold are passed
    over (pydantic adds the names of variants), so that what is missing is placed at its nearest parent.
    """

    def __init__(self, top: Json, values: Spots, keys: Spots) -> None:
        self._top = top
        self._values = values
        self._keys = keys

    @property
    def top(self) -> Json:
        """The value of the whole file."""
        return self._top

    def at(self, path: tuple[Step, ...]) -> tuple[int, int]:
        """Line and column of the value at `path`, or of its nearest parent that is known."""
        *_, last = (TOP, *self._walk(path))
        return self._values.get(last, (1, 1))

    def key_at(self, path: tuple[Step, ...]) -> tuple[int, int]:
        """Line and column of the name of the field at `path`; of the value where it has no name."""
        *_, last = (TOP, *self._walk(path))
        return self._keys.get(last, self.at(path))

    def _walk(self, path: tuple[Step, ...]) -> Iterator[tuple[int, Step]]:
        here = self._top
        for step in path:
            name = step if isinstance(here, list) else str(step)
            if (id(here), name) in self._values:
                yield id(here), name
                here = _child(here, name)


def locate(data: bytes) -> Marks:
    """Where the values of `data` are written. Raises nothing: what can't be read has the place of its parent."""
    builder = _built(data, Problems(""), keep_places=True)
    return Marks(None, {}, {}) if builder is None else Marks(builder.top, builder.values, builder.keys)


def _child(parent: Json, step: Step) -> Json:
    if isinstance(parent, list) and isinstance(step, int):
        return parent[step]
    return parent[step] if isinstance(parent, dict) and isinstance(step, str) else None


def _built(data: bytes, problems: Problems, *, keep_places: bool, as_text: bool = False) -> Builder | None:
    """What could be built before reading ended, or None when not even the text could be read."""
    builder: Builder | None = None
    try:
        builder = Builder(text_of(data, problems), problems, keep_places=keep_places, as_text=as_text)
        builder.build()
    except EnoughError:
        return builder
    return builder
