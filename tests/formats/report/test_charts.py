"""Pictures: what they show, and that nothing else is in them."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctoquiz.formats.report.charts import Outline, Spoke, bar, radar

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script>&"


def spokes(count: int) -> list[Spoke]:
    return [Spoke(str(number), f"Title {number}") for number in range(1, count + 1)]


def drawn(picture: str | None) -> ElementTree.Element:
    assert picture is not None
    return ElementTree.fromstring(picture)


def points(svg: ElementTree.Element, name: str) -> list[tuple[float, float]]:
    """The corners of an outline."""
    group = next(each for each in svg.iter(f"{SVG}g") if each.get("class") == f"outline {name}")
    path = next(group.iter(f"{SVG}path")).get("d", "")
    numbers = [float(each) for each in re.findall(r"-?[0-9.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_a_picture_is_the_same_every_time() -> None:
    outlines = [Outline("claimed", (20, 40, 60))]
    assert radar(spokes(3), outlines, "a", "b") == radar(spokes(3), outlines, "a", "b")
    assert bar(50, 20, 80) == bar(50, 20, 80)


@pytest.mark.parametrize("picture", [radar(spokes(4), [Outline("claimed", (1, 2, 3, 4))], "a", "b"), bar(50, 20, 80)])
def test_a_picture_brings_no_style_script_remark_or_id_of_its_own(picture: str) -> None:
    tags = {each.tag.removeprefix(SVG) for each in drawn(picture).iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "rect", "circle", "text", "tspan"}
    assert "<!--" not in picture
    assert "pygal" not in picture.lower()
    assert " style=" not in picture
    assert set(re.findall(r' id="([^"]*)"', picture)) <= {"radar-title", "radar-description"}


def test_the_spokes_go_clockwise_from_the_top_and_a_share_is_the_way_out() -> None:
    svg = drawn(radar(spokes(4), [Outline("claimed", (100, 50, 100, 0))], "a", "b"))
    (top_x, top_y), (x2, _), (x3, y3), (x4, _) = points(svg, "claimed")
    # In the order in which they are drawn: up, left, down, right.
    middle = top_x
    assert top_y < y3
    assert x3 == middle
    assert x2 == pytest.approx(middle)
    half = x4 - middle
    assert half == pytest.approx((y3 - top_y) / 4)


def test_every_spoke_has_its_mark_and_title_escaped() -> None:
    picture = radar([*spokes(3), Spoke("4", HOSTILE)], [Outline("claimed", (1, 2, 3, 4))], HOSTILE, HOSTILE)
    assert picture is not None
    assert "<script" not in picture
    labels = [
        "".join(each.itertext()) for each in drawn(picture).iter(f"{SVG}text") if "spoke" in each.get("class", "")
    ]
    assert labels == ["1Title 1", "4" + HOSTILE.replace(" ", ""), "3Title 3", "2Title 2"]


def test_a_radar_is_named_and_described_for_whoever_does_not_see_it() -> None:
    svg = drawn(radar(spokes(3), [Outline("claimed", (1, 2, 3))], "Your skills", "1: 1%."))
    assert svg.get("role") == "img"
    named = {each.get("id"): each.text for each in svg if each.get("id")}
    assert named == {"radar-title": "Your skills", "radar-description": "1: 1%."}
    assert svg.get("aria-labelledby") == " ".join(str(each) for each in named)


def test_under_three_spokes_there_is_no_radar() -> None:
    assert radar(spokes(2), [Outline("claimed", (1, 2))], "a", "b") is None


def test_a_bar_only_repeats_what_stands_beside_it_and_is_not_read_out() -> None:
    svg = drawn(bar(50, 20, 80, (40,)))
    assert svg.get("aria-hidden") == "true"
    assert list(svg.iter(f"{SVG}text")) == []


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
def test_a_bar_is_as_long_as_its_share_and_its_line_as_its_interval(one: float, two: float, three: float) -> None:
    low, share, high = sorted((one, two, three))
    svg = drawn(bar(share, low, high))
    left, _, width, _ = (float(each) for each in svg.get("viewBox", "").split())
    rect = next(svg.iter(f"{SVG}rect"))
    assert float(rect.get("x", "0")) == pytest.approx(left, abs=0.01)
    assert float(rect.get("width", "0")) == pytest.approx(width * share / 100, abs=0.01)
    whisker = next(each for each in svg.iter(f"{SVG}g") if each.get("class") == "ci")
    numbers = [float(each) for each in re.findall(r"-?[0-9.]+", next(whisker.iter(f"{SVG}path")).get("d", ""))]
    assert min(numbers[::2]) == pytest.approx(left + width * low / 100, abs=0.01)
    assert max(numbers[::2]) == pytest.approx(left + width * high / 100, abs=0.01)
