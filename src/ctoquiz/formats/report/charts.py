"""The pictures of a report, drawn by pygal as SVG without styles of their own: the page's stylesheet paints them.

Nothing in them depends on the day or on chance, so that the same result gives the same picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, TypeVar
from xml.etree.ElementTree import Element, SubElement

import pygal
from markupsafe import Markup
from pygal.config import Config
from pygal.etree import etree
from pygal.style import Style

from ctoquiz.frozen import frozen

if TYPE_CHECKING:
    from pygal.graph.graph import Graph

Value = TypeVar("Value")

# Be lxml installed or not, the same elements are drawn.
etree.to_etree()

RADAR = 560
"""The side of a radar, in units of its picture."""

BAR = (240, 20)
"""Width and height of a bar."""

_INSET = 0.02 / 1.04
"""The share of a bar's width that pygal leaves free on either side."""

_FEWEST_SPOKES = 3
_RINGS = (0, 20, 40, 60, 80, 100)
_INVISIBLE = ("defs", "title", "desc")
_LABEL = 20
"""The longest line of a label, in signs, where its words allow."""

_SIDEWAYS = 0.06
"""A label that is this far from the middle, as a share of the side, stands beside its spoke and not above it."""


@frozen
class Spoke:
    """One direction of a radar: its short mark, as the table beside has it, and its title."""

    mark: str
    title: str


@frozen
class Outline:
    """One line around a radar: a name for the stylesheet, and a share from 0 to 100 for each spoke."""

    name: str
    shares: tuple[float, ...]


def radar(spokes: Sequence[Spoke], outlines: Sequence[Outline], title: str, description: str) -> Markup | None:
    """Shares from 0 to 100 around a middle, the first spoke up and the others clockwise; None for under three spokes.

    Title and description are for whoever doesn't see the picture.
    """
    if len(spokes) < _FEWEST_SPOKES:
        return None
    chart = pygal.Radar(_plain(RADAR, RADAR), y_labels=_RINGS, x_label_rotation=360)
    chart.x_labels = [spoke.mark for spoke in _clockwise(spokes)]
    for outline in outlines:
        chart.add(outline.name, _clockwise(outline.shares))

    def finish(root: Element) -> Element:
        _clean(root)
        _name(root, outlines)
        for label, spoke in zip(_labels(root), _clockwise(spokes), strict=True):
            _write(label, spoke)
        _describe(root, title, description)
        return root

    return _drawn(chart, finish)


def bar(share: float, low: float, high: float, marks: Sequence[float] = ()) -> Markup:
    """A share from 0 to 100 as a bar, its interval as a whisker, and thin lines where the marks are.

    It only repeats what is written beside it, and is hidden from whoever has it read out loud.
    """
    chart = pygal.HorizontalBar(_plain(*BAR), y_labels=[0, *marks, 100], show_y_labels=False)
    chart.add("share", [{"value": share, "ci": {"low": low, "high": high}}])

    def finish(root: Element) -> Element:
        _clean(root)
        _bring_marks_forward(root)
        width, height = BAR
        root.set("viewBox", f"{width * _INSET:.3f} 0 {width * (1 - 2 * _INSET):.3f} {height}")
        root.set("preserveAspectRatio", "none")
        root.set("aria-hidden", "true")
        root.set("class", "bar-chart")
        return root

    return _drawn(chart, finish)


def _plain(width: int, height: int) -> Config:
    """A picture that fills its frame, with nothing around it and no style of its own."""
    return Config(
        width=width,
        height=height,
        margin=0,
        spacing=0,
        range=(0, 100),
        show_legend=False,
        truncate_label=-1,
        style=Style(label_font_size=0, major_label_font_size=0),
        css=[],
        js=[],
        no_prefix=True,
        disable_xml_declaration=True,
    )


def _clockwise(values: Sequence[Value]) -> list[Value]:
    """Pygal goes round the other way."""
    return [*values[:1], *reversed(values[1:])]


def _drawn(chart: Graph, finish: Callable[[Element], Element]) -> Markup:
    chart.add_xml_filter(finish)
    # Texts were escaped when the elements were written out.
    return Markup(chart.render())  # noqa: S704 - pygal's own elements, whose texts are escaped


def _clean(root: Element) -> None:
    """Take out pygal's styles, scripts, remarks, tooltips and frames."""
    root.attrib.pop("id", None)
    for parent in list(root.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str) or child.tag in _INVISIBLE or _is_frame(child):
                parent.remove(child)


def _is_frame(element: Element) -> bool:
    classes = element.get("class", "").split()
    return "background" in classes or "tooltip-overlay" in classes or "text-overlay" in classes


def _bring_marks_forward(root: Element) -> None:
    """Draw the marks over the bar, without the figures that stand beside the picture anyway."""
    plot = next(each for each in root.iter("g") if each.get("class") == "plot")
    axis = next(each for each in plot if each.get("class", "").startswith("axis x"))
    plot.remove(axis)
    plot.append(axis)
    for guides in axis:
        for text in guides.findall("text"):
            guides.remove(text)


def _name(root: Element, outlines: Sequence[Outline]) -> None:
    for element in root.iter("g"):
        classes = element.get("class", "").split()
        for number, outline in enumerate(outlines):
            if f"serie-{number}" in classes:
                element.set("class", f"outline {outline.name}")


def _labels(root: Element) -> list[Element]:
    spokes = next(each for each in root.iter("g") if each.get("class", "").startswith("axis x"))
    return list(spokes.iter("text"))


def _write(label: Element, spoke: Spoke) -> None:
    """The mark and the title of a spoke, on the side of it that leads away from the middle."""
    label.attrib.pop("transform", None)
    away = float(label.get("x", "0")) / RADAR - 0.5
    side = "middle" if abs(away) < _SIDEWAYS else "start" if away > 0 else "end"
    label.set("class", f"spoke {side}")
    label.text = None
    mark = SubElement(label, "tspan", {"class": "mark"})
    mark.text = spoke.mark
    # Above and below there is room enough, and a second line would run into the picture.
    lines = [spoke.title] if side == "middle" else wrap(spoke.title, _LABEL, break_long_words=False)
    for place, words in enumerate(lines):
        # The first line goes on after the mark, the others begin under it.
        begin = {"dx": "6"} if place == 0 else {"x": label.get("x", "0"), "dy": "1.2em"}
        SubElement(label, "tspan", {"class": "words", **begin}).text = words


def _describe(root: Element, title: str, description: str) -> None:
    root.set("role", "img")
    root.set("class", "radar-chart")
    root.set("aria-labelledby", "radar-title radar-description")
    for place, (name, words) in enumerate((("title", title), ("desc", description))):
        element = Element(name, {"id": f"radar-{'title' if name == 'title' else 'description'}"})
        element.text = words
        root.insert(place, element)
