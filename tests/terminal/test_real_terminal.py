"""Real screens: a pseudo-terminal, a terminal emulator, and keys."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="there is no pexpect here")
pyte = pytest.importorskip("pyte", reason="there is no pyte here")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal for these tests")

ROOT = Path(__file__).parents[2]
PATIENCE = 20


class Player:
    """A quiz being played in a terminal of its own."""

    def __init__(self, *arguments: str, columns: int = 80, rows: int = 24, **environment: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "tests.terminal.player", *arguments],
            dimensions=(rows, columns),
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
                "PYTHONUTF8": "1",
                "TERM": "xterm",
                "PROMPT_TOOLKIT_NO_CPR": "1",
                **environment,
            },
        )

    @property
    def display(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def sees(self, text: str) -> None:
        """Wait until the text is on the screen, spaces and line ends apart."""
        self._until(lambda: "".join(text.split()) in "".join(self.display.split()), text)

    def types(self, keys: str) -> None:
        self.child.send(keys)

    def resize(self, columns: int, rows: int = 24) -> None:
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def _until(self, there: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < end, f"never saw {what!r} in:\n{self.display}"
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                assert there(), f"ended without {what!r}:\n{self.display}"


@pytest.fixture
def start() -> Iterator[Callable[..., Player]]:
    players: list[Player] = []

    def begin(*arguments: str, **how: int | str) -> Player:
        players.append(Player(*arguments, **how))  # type: ignore[arg-type]  # columns, rows or variables
        return players[-1]

    yield begin
    for player in players:
        player.child.close(force=True)


def test_a_quiz_is_played_with_letters_and_arrows(start: Callable[..., Player]) -> None:
    player = start("fr")
    player.sees("Je ne sais pas")
    assert "❯ a  à négocier le budget" in player.display
    player.types("b\r")
    player.sees("✓ Juste")
    player.sees("☐ a  l’empathie")
    player.types(" \x1b[B\x1b[B \r")
    player.sees("Entrée seule veut dire")
    player.types("60 k€\r")
    player.sees("END complete ['b', 'a,c', '60000']")


def test_a_terminal_that_becomes_narrow_loses_nothing(start: Callable[..., Player]) -> None:
    player = start("en", columns=80)
    player.sees("I don’t know")
    player.resize(24)
    player.sees("What does technology watch serve for?")
    player.sees("to see early which techniques will matter")
    player.types("b\r")
    player.sees("✓ Right")


@pytest.mark.parametrize("columns", [20, 40])
def test_narrow_terminals_show_every_word(start: Callable[..., Player], columns: int) -> None:
    player = start("en", columns=columns, rows=60)
    player.sees("What does technology watch serve for?")
    for words in ("to negotiate the budget", "to see early which techniques will matter"):
        player.sees("".join(words))


def test_ctrl_c_restores_the_terminal(start: Callable[..., Player]) -> None:
    player = start("en")
    player.sees("I don’t know")
    assert not _echoes(player)
    player.types("\x03")
    player.sees("END interrupted []")


def test_termination_unwinds_and_restores_the_terminal(start: Callable[..., Player]) -> None:
    player = start("en")
    player.sees("I don’t know")
    player.child.kill(signal.SIGTERM)
    player.sees("END terminated []")


def test_the_time_limit_ends_a_question_that_nobody_answers(start: Callable[..., Player]) -> None:
    player = start("en", "1.5")
    player.sees("The time is up.")
    player.sees("END complete []")


def test_a_dumb_terminal_gets_plain_lines_and_no_control_sequence(start: Callable[..., Player]) -> None:
    player = start("en", TERM="dumb")
    player.child.expect_exact("Your answer: ", timeout=PATIENCE)
    assert b"\x1b" not in player.child.before
    player.types("b\n")
    player.child.expect_exact("Right.", timeout=PATIENCE)
    player.types("\x04")
    player.child.expect_exact("END quit ['b']", timeout=PATIENCE)


def test_the_first_question_is_shown_without_the_library_of_menus() -> None:
    code = (
        "import sys, io, os\n"
        "from ctoquiz.terminal import choose_asker\n"
        "from ctoquiz.i18n.words import Words\n"
        "from ctoquiz.terminal.keys import KeysAsker\n"
        "from ctoquiz.terminal.plain import PlainAsker\n"
        "from ctoquiz.terminal.asked import question_page\n"
        "heavy = {'questionary', 'prompt_toolkit', 'rich', 'babel', 'asyncio', 'wcwidth', 'yaml', 'pydantic', 'json'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert result.stdout == "[]\n"


def _echoes(player: Player) -> bool:
    return bool(player.child.getecho())
