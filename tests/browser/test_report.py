"""The pages of reports in a real browser: what axe-core finds, what they would fetch or run, and how wide they get.

Runs where there are Chromium and its driver (Debian: `apt-get install chromium chromium-driver`), selenium, and the
axe-core that `pip install --no-deps axe-playwright-python` brings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, TypeAlias

import pytest

from ctoquiz.cli.door import enter
from ctoquiz.storage.packs import load_pack

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

Found: TypeAlias = list[dict[str, object]]
Colour: TypeAlias = tuple[float, float, float]

HOSTILE = '"><script>document.title="owned"</script><img src=x onerror=document.title="owned">'
SIZES = {"wide": (1200, 900), "phone": (500, 900)}
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def missing() -> str | None:
    """What a browser test lacks on this machine; None where everything is there."""
    programs = [name for name in ("chromium", "chromedriver") if which(name) is None]
    modules = [name for name in ("selenium", "axe_playwright_python") if find_spec(name) is None]
    return ", ".join([*programs, *modules]) or None


pytestmark = [
    pytest.mark.skipif(missing() is not None, reason=f"not installed: {missing()}"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = str(which("chromium"))
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service(str(which("chromedriver"))))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of a quiz and that of an assessment, in both languages, of somebody with a hostile name."""
    folder = tmp_path_factory.mktemp("pages")
    commands = {"quiz": _quiz(folder), "assessment": _assessment(folder)}
    for kind, command in commands.items():
        assert enter([*command, "--name", HOSTILE, "--data-dir", str(folder / kind)], {}) in (0, 3)
    found = {f"{kind}-{lang}": folder / f"{kind}-{lang}.html" for kind in commands for lang in ("en", "fr")}
    for name, path in found.items():
        kind, lang = name.split("-")
        line = ["report", "--data-dir", str(folder / kind), "--output", str(path), "--lang", lang]
        assert enter(line, {}) == 0
    return found


def _quiz(folder: Path) -> list[str]:
    """A quiz with right, partly right, wrong and unknown answers, and certainties."""
    answers = folder / "quiz.json"
    replies = ["?", *({"answer": each, "certainty": 3} for each in ("a", "b", "c"))]
    answers.write_text(json.dumps(replies), "utf-8")
    fixed = ["--seed", "7", "--count", "4", "--kind", "single", "--certainty", "--pass-mark", "50", "--lang", "fr"]
    return ["play", *fixed, "--answers", str(answers)]


def _assessment(folder: Path) -> list[str]:
    """An assessment with every rating, evidence that is hostile, and a profile."""
    pack = load_pack()
    assert pack.assessment is not None
    ratings = [0, 1, 2, "n", 4, {"rating": 3, "evidence": HOSTILE}]
    given = {each.id: ratings[place % len(ratings)] for place, each in enumerate(pack.assessment.statements)}
    whole = {**given, **{each.id: 2 for each in pack.assessment.checks}, "profile": {"years": 6, "place": "paris"}}
    answers = folder / "assessment.json"
    answers.write_text(json.dumps(whole), "utf-8")
    return ["assess", "--answers", str(answers)]


def show(browser: Chrome, page: Path, scheme: str, size: str) -> None:
    width, height = SIZES[size]
    browser.set_window_size(width, height)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.get(page.as_uri())


def logged(browser: Chrome, kind: str) -> list[dict[str, str]]:
    """What a log of the browser holds since it was read last."""
    entries: list[dict[str, str]] = browser.get_log(kind)  # type: ignore[no-untyped-call]  # it has no types
    return entries


def violations(browser: Chrome) -> Found:
    """What axe-core objects to or could not decide; what lies behind a text in a picture it never can."""
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    browser.execute_script(Path(spec.origin).with_name("axe.min.js").read_text("utf-8"))
    run = "const done = arguments[0]; axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(done)"
    found = browser.execute_async_script(run)
    told = [_told(each) for each in (*found["violations"], *found["incomplete"])]
    return [each for each in told if each["where"]]


def _told(violation: dict[str, object]) -> dict[str, object]:
    nodes = violation["nodes"]
    assert isinstance(nodes, list)
    where = [node["html"] for node in nodes if not node["html"].startswith(("<text", "<tspan"))]
    return {"rule": violation["id"], "help": violation["help"], "where": where}


def colour(browser: Chrome, selector: str, part: str) -> Colour:
    """A colour of the first element that the selector finds, from 0 to 255 a channel."""
    script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]"
    red, green, blue = re.findall(r"[0-9]+", browser.execute_script(script, selector, part))[:3]
    return int(red), int(green), int(blue)


def over(front: Colour, opacity: float, back: Colour) -> Colour:
    """A colour with an opacity, seen before another."""
    red, green, blue = (opacity * f + (1 - opacity) * b for f, b in zip(front, back, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(of: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (each / 255 for each in of)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("scheme", "size"), [("light", "wide"), ("dark", "phone")])
@pytest.mark.parametrize("page", ["quiz-en", "quiz-fr", "assessment-en", "assessment-fr"])
def test_nothing_keeps_anyone_from_reading_a_report(
    page: str, scheme: str, size: str, browser: Chrome, pages: dict[str, Path]
) -> None:
    show(browser, pages[page], scheme, size)
    assert violations(browser) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_texts_of_a_radar_stand_out_from_all_that_can_lie_behind_them(
    scheme: str, browser: Chrome, pages: dict[str, Path]
) -> None:
    show(browser, pages["assessment-en"], scheme, "wide")
    behind = [colour(browser, "body", "backgroundColor")]
    for name in ("claimed", "evidenced"):
        path = f".radar-chart .outline.{name} path"
        opacity = float(
            browser.execute_script(f"return getComputedStyle(document.querySelector('{path}')).fillOpacity")
        )
        behind += [over(colour(browser, path, "fill"), opacity, each) for each in behind]
    texts = [colour(browser, f".radar-chart {text}", "fill") for text in (".axis.y text", ".spoke", ".spoke .mark")]
    assert min(contrast(text, back) for text in texts for back in behind) >= 4.5
    lines = [colour(browser, f".radar-chart .{name} path", "stroke") for name in ("claimed", "evidenced", "target")]
    assert min(contrast(line, behind[0]) for line in lines) >= 3


@pytest.mark.parametrize("page", ["quiz-en", "assessment-fr"])
def test_a_report_is_as_wide_as_the_window_and_never_wider(page: str, browser: Chrome, pages: dict[str, Path]) -> None:
    for size in SIZES:
        show(browser, pages[page], "light", size)
        assert browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("page", ["quiz-en", "assessment-fr"])
def test_a_report_fetches_nothing_and_runs_nothing(page: str, browser: Chrome, pages: dict[str, Path]) -> None:
    logged(browser, "performance")
    logged(browser, "browser")
    show(browser, pages[page], "light", "wide")
    events = [json.loads(entry["message"])["message"] for entry in logged(browser, "performance")]
    asked = [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]
    assert asked == [pages[page].as_uri()]
    assert logged(browser, "browser") == []
    assert browser.title != "owned"
    assert browser.execute_script("return document.scripts.length + document.images.length") == 0


@pytest.mark.parametrize("page", ["quiz-en", "assessment-fr"])
def test_a_report_stays_dark_on_light_on_paper(page: str, browser: Chrome, pages: dict[str, Path]) -> None:
    show(browser, pages[page], "dark", "wide")
    media = {"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    colours = "const style = getComputedStyle(document.body); return [style.color, style.backgroundColor]"
    try:
        assert browser.execute_script(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
