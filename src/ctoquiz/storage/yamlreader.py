"""Reading YAML from strangers: quickly, within limits, and with every problem that can be found in one run."""

from __future__ import annotations

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.storage.yamlbuilder import Builder
from ctoquiz.storage.yamlfile import MAX_BYTES, read_yaml_file
from ctoquiz.storage.yamllayout import Layout, Lines
from ctoquiz.storage.yamlproblems import EnoughError, Problems
from ctoquiz.storage.yamltext import text_of

__all__ = ["MAX_BYTES", "Marks", "locate", "located", "read_marked", "read_yaml", "read_yaml_file"]

Step = str | int


def read_yaml(data: bytes, name: str, *, as_text: bool = False) -> Json:
    """The one document that `data` holds; `name` is the file as the user knows it.

    The names of fields are always text, never numbers; the scalars are those of YAML 1.2, or with `as_text` the texts
    as they were typed, so that `70.000` is no number yet. Raises BadInput (65) with every problem that was found, each
    with its file, line and column.
    """
    value, _ = read_marked(data, name, as_text=as_text)
    return value


def read_marked(data: bytes, name: str, *, as_text: bool = False) -> tuple[Json, Marks]:
    """Like `read_yaml`; also where each value is written."""
    problems = Problems(name)
    builder = _built(data, problems, as_text=as_text)
    if builder is None or problems.found:
        raise problems.as_error()
    return builder.top, Marks(builder.layout)


class Marks:
    """Where each value of a file is written: line and column, both from 1.

    A path is what pydantic calls `loc`: names and indexes from the top. Steps that the file doesn't hold are passed
    over (pydantic adds the names of variants), so that what is missing is placed at its nearest parent.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def at(self, path: tuple[Step, ...]) -> tuple[int, int]:
        """Line and column of the value at `path`, or of its nearest parent that is known."""
        return self._layout.place(self._found(path)[1])

    def key_at(self, path: tuple[Step, ...]) -> tuple[int, int]:
        """Line and column of the name of the field at `path`; of the value where it has no name."""
        return self._layout.place(self._found(path)[0])

    def _found(self, path: tuple[Step, ...]) -> tuple[int, int]:
        """The nodes of the name and of the value at a path, or of its nearest parent; one for both without a name."""
        layout = self._layout
        name = value = 0
        for step in path:
            if isinstance(step, int) and (item := layout.item(value, step)) is not None:
                name = value = item
            elif (field := layout.field(value, str(step))) is not None:
                name, value = field, layout.after(field)
        return name, value


def locate(data: bytes) -> Marks:
    """Where the values of `data` are written. Raises nothing: what can't be read has the place of its parent."""
    _, marks = located(data)
    return marks


def located(data: bytes) -> tuple[Json, Marks]:
    """Like `locate`; also what could be read."""
    builder = _built(data, Problems(""))
    return (None, Marks(Layout(Lines("")))) if builder is None else (builder.top, Marks(builder.layout))


def _built(data: bytes, problems: Problems, *, as_text: bool = False) -> Builder | None:
    """What could be built before reading ended, or None when not even the text could be read."""
    builder: Builder | None = None
    try:
        builder = Builder(text_of(data, problems), problems, as_text=as_text)
        builder.build()
    except EnoughError:
        return builder
    return builder
