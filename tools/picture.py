"""Draw docs/picture.svg from a real session: `ctoquiz play` on a terminal, its keys pressed, its screen kept.

python tools/picture.py [FILE.svg]

The colours and the frame are rich's; no font is fetched from anywhere: the reader's own fixed-width font is used, and
every run of characters is given its width, so that it looks the same with any of them.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pexpect
import pyte
from rich.color import Color
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
COLUMNS, ROWS = 80, 60
QUIZ = ["--seed", "tea", "--count", "2", "--kind", "single"]
DIM, GREY, DOWN = "\x1b[2m", "\x1b[90m", "\x1b[B"
PATIENCE = 3.0
"""After so many seconds a screen is complete."""

NORMAL = ["#3c404c", "#f07178", "#8ac98a", "#e5c06c", "#6ea6f0", "#c692e9", "#68c4ce", "#d6dae4"]
BRIGHT = ["#7a8092", "#ff8b92", "#a5e0a5", "#f5d68c", "#8cbeff", "#dcaafa", "#86dce4", "#ffffff"]
BACKGROUND, FOREGROUND = "#181a21", "#d6dae4"

FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<title>A quiz of ctoquiz in a terminal</title>
<style>
.{unique_id}-matrix {{
    font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
    font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: system-ui, arial, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    """Play, and write the picture."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "picture.svg"
    with tempfile.TemporaryDirectory() as folder:
        screen = played(environment(folder))
    target.write_text(svg(screen), encoding="utf-8")


def environment(folder: str) -> dict[str, str]:
    """A terminal with colours, in English, with nobody's own results."""
    own = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "CTOQUIZ_LANG": "en", "PROMPT_TOOLKIT_NO_CPR": "1"}
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLORTERM")}
    return {**kept, **own, "HOME": folder, "CTOQUIZ_DATA_DIR": folder}


def played(env: dict[str, str]) -> pyte.Screen:
    """The screen when the first question was answered, wrongly, and the second is being answered."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    session = pexpect.spawn(
        sys.executable,
        ["-m", "ctoquiz", "play", *QUIZ, "--name", "Ada"],
        env=env,
        dimensions=(ROWS, COLUMNS),
        encoding="utf-8",
    )
    settle(session, stream)
    for keys in (wrong(env), "\r", DOWN):
        session.send(keys)
        settle(session, stream)
    session.kill(signal.SIGKILL)
    session.wait()
    return screen


def wrong(env: dict[str, str]) -> str:
    """The letter of a wrong option of the first question."""
    command = [sys.executable, "-m", "ctoquiz", "export", "quiz", *QUIZ, "--format", "json"]
    done = subprocess.run(command, env=env, check=True, capture_output=True)  # noqa: S603 - our own command
    quiz = json.loads(done.stdout)
    return "b" if quiz["questions"][0]["answer"] != "b" else "a"


def settle(session: pexpect.spawn[str], stream: pyte.Stream) -> None:
    """Take in what the session writes for a while."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(pexpect.TIMEOUT):
            # pyte doesn't know dim characters: grey ones look the same.
            stream.feed(session.read_nonblocking(65536, timeout=0.1).replace(DIM, GREY))


def svg(screen: pyte.Screen) -> str:
    """The screen down to its last line with text, as a picture."""
    last = max(row for row in range(ROWS) if screen.display[row].strip())
    console = Console(record=True, width=COLUMNS, file=StringIO(), color_system="truecolor")
    for row in range(last + 1):
        console.print(line(screen, row), no_wrap=True, overflow="crop")
    return console.export_svg(title="ctoquiz play", theme=theme(), code_format=FRAME, unique_id="ctoquiz")


def theme() -> TerminalTheme:
    """The colours of the terminal."""
    background, foreground = rgb(BACKGROUND), rgb(FOREGROUND)
    return TerminalTheme(background, foreground, [*map(rgb, NORMAL)], [*map(rgb, BRIGHT)])


def rgb(color: str) -> tuple[int, int, int]:
    """`#rrggbb` as three numbers."""
    red, green, blue = bytes.fromhex(color[1:])
    return red, green, blue


def line(screen: pyte.Screen, row: int) -> Text:
    """One line of the screen with its styles."""
    text = Text(end="")
    for column in range(COLUMNS):
        cell = screen.buffer[row][column]
        text.append(cell.data, style(cell))
    return text


def style(cell: pyte.screens.Char) -> Style:
    """The style of one character."""
    return Style(
        color=color(cell.fg),
        bgcolor=color(cell.bg),
        bold=cell.bold,
        italic=cell.italics,
        underline=cell.underscore,
        reverse=cell.reverse,
    )


def color(name: str) -> Color | None:
    """pyte's name of a colour (a word, or six hexadecimal digits) as rich's."""
    if name == "default":
        return None
    if len(name) == 6 and all(digit in "0123456789abcdef" for digit in name.lower()):
        return Color.parse(f"#{name}")
    return Color.parse({"brown": "yellow"}.get(name, name).replace("bright", "bright_").replace("brown", "yellow"))


if __name__ == "__main__":
    main()
