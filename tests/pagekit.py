"""A page as a reader meets it: its texts in order, and what a browser would make of it."""

from __future__ import annotations

from html.parser import HTMLParser

BLOCKS = frozenset({"p", "h1", "h2", "h3", "tr", "caption", "li", "div", "title", "desc", "dl", "section", "table"})
SILENT = frozenset({"style", "svg"})


class Reader(HTMLParser):
    """Collects the texts of a page, a line for each block; `tags` are all elements, `attributes` all their names."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.tags: set[str] = set()
        self.attributes: dict[str, set[str]] = {}
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, set()).add(value or "")
        self._silent += tag in SILENT
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT
        self._break(tag)
        if tag in ("th", "td", "dt", "span") and not self._silent:
            self.lines[-1] += " "

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines[-1] += data.replace("\n", " ")

    def _break(self, tag: str) -> None:
        if tag in BLOCKS and not self._silent:
            self.lines.append("")

    @property
    def text(self) -> str:
        """The texts, without the spaces around them."""
        return "".join(f"{line}\n" for line in map(_tidy, self.lines) if line)


def _tidy(line: str) -> str:
    return " ".join(part for part in line.split(" ") if part)


def read(html: str) -> Reader:
    """A page, read."""
    made = Reader()
    made.feed(html)
    made.close()
    return made
