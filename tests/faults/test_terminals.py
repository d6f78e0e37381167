"""Whatever ends, stops or reshapes what is asked, the terminal is left as it was, or drawn again."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.longpack import long_pack
from tests.faults.test_screens import SEED, questions_of, texts_of
from tests.screenkit import CTRL_D, CTRL_Z, ENDS, ENTER, Seen, missing, seen, squeezed

Record = Callable[..., None]

KINDS = ("single", "multiple", "true-false", "number", "interval", "text", "order", "match")


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(long_pack(tmp_path_factory.mktemp("pack")))


def _in_ci(kind: str, end: str) -> bool:
    """Every prompt once and every end twice: the sweep crosses them."""
    return KINDS.index(kind) % len(ENDS) == list(ENDS).index(end)


def _crossed(ends: list[str]) -> list[object]:
    """Every kind with every one of the ends, those that CI leaves out marked."""
    pairs = [(kind, end) for kind in KINDS for end in ends]
    return [pair if _in_ci(*pair) else pytest.param(*pair, marks=pytest.mark.soak) for pair in pairs]


def stopped(screen: Seen, end: str) -> None:
    """End it; the exit code is the one promised, the terminal as it was, and how to go on is said."""
    key, code = ENDS[end]
    if isinstance(key, str):
        screen.types(key)
    else:
        screen.child.kill(key)
    assert screen.ends() == code
    assert screen.is_sane(), screen.raw[-200:]
    assert "--resume" in screen.all
    assert "Traceback" not in screen.all


def leaves(pack: str, kind: str, end: str, *how: str) -> None:
    """Leave a question of a kind."""
    with seen("play", pack, "--kind", kind, "--lang", "en", *how) as screen:
        screen.sees("Question 1 of")
        if how:
            screen.until(lambda: screen.display.rstrip().endswith(":"), "a prompt")
        else:
            screen.is_asked()
        stopped(screen, end)


@pytest.mark.parametrize(("kind", "end"), _crossed(["Ctrl-C", "Ctrl-D"]))
def test_fault_12_ctrl_c_leaves_the_terminal_sane_at_every_prompt(
    long: str, kind: str, end: str, record: Record
) -> None:
    leaves(long, kind, end)
    record(f"{end} at the prompt of each kind of question, on a pseudo-terminal")


@pytest.mark.parametrize(("kind", "end"), _crossed(["TERM", "HUP"]))
def test_fault_13_a_signal_leaves_the_terminal_sane_at_every_prompt(
    long: str, kind: str, end: str, record: Record
) -> None:
    leaves(long, kind, end)
    record(f"{end} at the prompt of each kind of question, on a pseudo-terminal")


@pytest.mark.parametrize("end", ["Ctrl-C", pytest.param("Ctrl-D", marks=pytest.mark.soak)])
def test_fault_12_ctrl_c_ends_plain_lines(long: str, end: str, record: Record) -> None:
    leaves(long, "multiple", end, "--plain")
    record(f"{end} at a plain prompt")


@pytest.mark.parametrize("end", ["TERM", pytest.param("HUP", marks=pytest.mark.soak)])
def test_fault_13_a_signal_ends_plain_lines(long: str, end: str, record: Record) -> None:
    leaves(long, "match", end, "--plain")
    record(f"{end} at a plain prompt")


PROMPTS = pytest.mark.parametrize("at", ["certainty", "step", "rating", "evidence"])


def leaves_later(pack: str, at: str, end: str) -> None:
    """Leave a prompt that isn't the first of a question of a quiz."""
    command = ("assess",) if at in ("rating", "evidence") else ("play", pack, "--certainty")
    kind = {"certainty": ("--kind", "single"), "step": ("--kind", "order")}.get(at, ())
    with seen(*command, *kind, "--lang", "en") as screen:
        screen.is_asked()
        if at != "rating":
            screen.types({"certainty": "a" + ENTER, "step": "a" + ENTER, "evidence": "4"}[at])
            screen.sees({"certainty": "How sure are you?", "step": "Place 2 of 3", "evidence": "what came of it?"}[at])
            screen.is_asked()
        stopped(screen, end)


@PROMPTS
@pytest.mark.parametrize("end", ["Ctrl-C", pytest.param("Ctrl-D", marks=pytest.mark.soak)])
def test_fault_12_ctrl_c_leaves_the_terminal_sane_at_later_prompts(
    long: str, at: str, end: str, record: Record
) -> None:
    leaves_later(long, at, end)
    record(f"{end} while a certainty, a step, a rating or evidence is asked")


@PROMPTS
@pytest.mark.parametrize("end", [pytest.param(each, marks=pytest.mark.soak) for each in ("TERM", "HUP")])
def test_fault_13_a_signal_leaves_the_terminal_sane_at_later_prompts(
    long: str, at: str, end: str, record: Record
) -> None:
    leaves_later(long, at, end)
    record(f"{end} while a certainty, a step, a rating or evidence is asked")


def test_fault_13_a_signal_between_two_questions_is_never_lost(long: str, soaking: bool, record: Record) -> None:
    """Where one prompt ends and the next begins, much is thrown away, and a signal may come while that is done."""
    moments = 60 if soaking else 6
    for moment in range(moments):
        with seen("play", long, *SEED, "--lang", "en") as screen:
            screen.is_asked()
            screen.types("?" + ENTER)
            screen.sees("Question 2 of")
            screen.is_asked()
            screen.types("?" + ENTER)
            time.sleep(0.1 * moment / moments)
            stopped(screen, "TERM")
    record("TERM at moments between two questions", cases=moments)


SIZES = [(20, 8), (200, 24), (40, 8), (80, 24)]


def test_fault_15_a_question_is_read_and_answered_after_every_resize(long: str, record: Record) -> None:
    questions = {str(each["kind"]): each for each in questions_of(long, "fr")}
    kinds = [str(each["kind"]) for each in questions_of(long, "fr")]
    with seen("play", long, *SEED, "--lang", "fr", columns=100, rows=30) as screen:
        for number, kind in enumerate(kinds[:5], 1):
            screen.sees(f"Question {number} sur 8")
            screen.is_asked()
            for columns, rows in SIZES if kind == "single" else SIZES[:1]:
                screen.resize(columns, rows)
                screen.settle()
                screen.is_asked()
                screens = [screen.all]
                if "options" in questions[kind]:
                    screen.types("a")  # keys work
                    screen.until(lambda: re.search(r"(?m)^ ❯ (☐ |☑ )?a", screen.display), "the first option")
                    screen.settle()
                    screens += screen.reads_menu()
                    assert missing(texts_of(questions[kind])[1:], screens) == [], (columns, rows)
                if columns < 80:
                    assert missing(texts_of(questions[kind])[:1], screens) == [], (columns, rows)
            screen.types("?" + ENTER)
            screen.sees("Vous ne saviez pas")
            screen.resize(100, 30)
            screen.settle()
        screen.is_asked()
        stopped(screen, "TERM")
    record("the window resized while a question is shown, to 20, 200, 40 and 80 columns", cases=len(SIZES) + 4)


def test_fault_15_what_was_typed_stays_when_the_window_is_resized(long: str, record: Record) -> None:
    with seen("play", long, "--kind", "number", "--lang", "en") as screen:
        screen.is_asked()
        screen.types("1")
        screen.until(lambda: "❯  1" in screen.display, "what was typed")
        for columns, rows in ((20, 8), (80, 24)):
            screen.resize(columns, rows)
            screen.settle()
            screen.until(lambda: "❯  1" in screen.display, "what was typed")
        screen.types("5" + ENTER)
        screen.sees("✓ Right")
        assert screen.ends() == 0
    record("the window resized while an answer is typed", cases=2)


def test_fault_15_what_evidence_is_to_tell_is_shown_again_on_a_narrower_screen(record: Record) -> None:
    with seen("assess", "--lang", "en") as screen:
        screen.is_asked()
        screen.types("4")
        screen.sees("what came of it?")
        screen.is_asked()
        screen.resize(20, 8)
        assert "whatcameofit?" not in squeezed(screen.all)  # the emulator cuts what it has, as some terminals do
        screen.sees("what came of it?")
        screen.is_asked()
        screen.types("a merger" + ENTER)
        screen.sees("❯ a merger")
        screen.child.kill(signal.SIGTERM)
        assert screen.ends() == 143
    record("the window resized while evidence is asked for")


SHELL = shutil.which("bash")


@pytest.mark.skipif(SHELL is None, reason="no bash, whose jobs are suspended here")
@pytest.mark.parametrize(
    ("how", "plain"), [("key", False), ("signal", False), ("key", True), ("typing", False)], ids=str
)
def test_fault_15_a_suspended_question_is_shown_again(
    long: str, tmp_path: Path, how: str, plain: bool, record: Record
) -> None:
    kind = "number" if how == "typing" else "single"
    pid, before, during, after = (tmp_path / name for name in ("pid", "before", "during", "after"))
    play = f'sh -c \'echo $$ > {pid}; exec "$0" "$@"\' {sys.executable} -m ctoquiz play {long} --lang en --kind {kind}'
    shell = (str(SHELL), "--norc", "--noprofile", "-i")
    with seen(program=shell, columns=100, rows=50, environment={"PS1": "READY "}) as screen:
        screen.sees("READY")
        screen.types(f"stty -a > {before}{ENTER}")
        screen.types(f"{play} {'--plain' if plain else ''}{ENTER}")
        asked = "Your answer: " if plain else "Enter; Ctrl-D stops" if kind == "single" else "Enter alone means"
        screen.until(lambda: asked.strip() in screen.display, "a question")
        screen.settle()
        if how == "signal":
            os.kill(int(pid.read_text()), signal.SIGTSTP)
        else:
            screen.types(CTRL_Z)
        screen.until(lambda: "Stopped" in screen.display, "the shell again")
        screen.types(f"stty -a > {during}; clear; echo 'AG''AIN'; fg{ENTER}")
        screen.until(lambda: "AGAIN" in screen.display, "the job again")
        screen.until(lambda: asked.strip() in screen.display, "the question again")
        screen.settle()
        assert during.read_text() == before.read_text()
        if not plain:
            assert "Question 1 of 1" in screen.display
        screen.types({"number": "15", "single": "?"}[kind] + ENTER)
        screen.sees("✓ Right" if kind == "number" else "You didn’t know")
        screen.sees("plays a new quiz")
        screen.types(f"stty -a > {after}; echo 'DO''NE'{ENTER}")
        screen.sees("DONE")
        assert after.read_text() == before.read_text()
    record("suspended by Ctrl-Z or TSTP under a shell, and continued")


@pytest.mark.parametrize("how", [(), ("--plain",)])
def test_fault_12_ctrl_d_leaves_what_is_being_typed_and_counts_none_of_it(
    how: tuple[str, ...], record: Record, tmp_path: Path
) -> None:
    with seen(
        "play", "docs/examples/mini-pack", "--kind", "text", "--data-dir", str(tmp_path), "--lang", "en", *how
    ) as screen:
        screen.sees("Question 1 of")
        screen.types("?" + ENTER)
        screen.sees("Question 2 of")
        screen.settle()
        screen.types("red")
        screen.settle()
        screen.types(CTRL_D)
        screen.settle()
        if how:
            screen.types(CTRL_D)  # the first only sends what was typed, as in every program that reads lines
        assert screen.ends() == 4
        assert screen.is_sane()
    (result,) = (tmp_path / "results").glob("*.json")
    assert [each["answer"] for each in json.loads(result.read_text(encoding="utf-8"))["answers"]] == ["?"]
    record("Ctrl-D while an answer is being typed")
