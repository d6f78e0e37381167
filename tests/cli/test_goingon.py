"""Going on with a session at a terminal: in which language it speaks, and which one goes on."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from tests.assessmentkit import MINI
from tests.screenkit import COMMAND, CTRL_D, seen, variables

ENGLISH = {"CTOQUIZ_LANG": "en"}
SAYS = {"play": ("Question 1 sur", "Questions :"), "assess": ("Affirmation 2 sur", "Affirmations :")}
SAYS_IN_ENGLISH = {"play": "Question 1 of", "assess": "Statement 2 of"}


def left(command: str, *arguments: str) -> str:
    """Begin a session over JSON Lines and leave it; its id."""
    # An assessment whose first statement has no rating is nothing to go on with.
    lines = ['{"rating": 2}'] if command == "assess" else []
    ended = subprocess.run(
        [*COMMAND, command, str(MINI), "--jsonl", *arguments],
        input="\n".join([*lines, '{"quit": true}\n']),
        capture_output=True,
        text=True,
        check=False,
        env=variables({}),
    )
    assert ended.returncode == 4, ended.stderr + ended.stdout
    return max(path.stem for path in results().glob("*.json"))


def results() -> Path:
    return Path(os.environ["CTOQUIZ_DATA_DIR"]) / "results"


@pytest.mark.parametrize("command", ["play", "assess"])
def test_a_session_goes_on_in_its_own_language_where_none_is_asked_for(command: str) -> None:
    session = left(command, "--lang", "fr")
    for how in (["--resume"], ["--session", session]):
        with seen(command, str(MINI), *how, "--plain", environment=ENGLISH) as screen:
            for text in SAYS[command]:
                screen.sees(text)
            screen.types(CTRL_D)
            screen.sees("Interrompu pour l’instant")
            assert screen.ends() == 4


@pytest.mark.parametrize("command", ["play", "assess"])
def test_who_asks_for_a_language_is_spoken_to_in_it(command: str) -> None:
    left(command, "--lang", "fr")
    with seen(command, str(MINI), "--resume", "--plain", "--lang", "en") as screen:
        screen.sees(SAYS_IN_ENGLISH[command])
        screen.types(CTRL_D)
        screen.sees("Stopped for now")
        assert screen.ends() == 4
