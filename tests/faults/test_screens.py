"""Small screens, screens that change, and screens that understand little: every word of every question is read."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable

import pytest
from tests.faults.longpack import long_pack
from tests.screenkit import COMMAND, CTRL_D, ENTER, Seen, missing, seen, squeezed, variables

from ctoquiz.terminal.literal import encodable

Question = dict[str, object]
Record = Callable[..., None]

_SIZES = [(columns, rows, lang) for lang in ("fr", "en") for columns in (20, 40, 80, 200) for rows in (8, 24)]
_IN_CI = [(20, 8, "fr"), (40, 8, "en"), (80, 24, "fr"), (200, 24, "en")]
SIZES = [size if size in _IN_CI else pytest.param(*size, marks=pytest.mark.soak) for size in _SIZES]
SEED = ("--seed", "1")
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(long_pack(tmp_path_factory.mktemp("pack")))


def questions_of(pack: str, lang: str) -> list[Question]:
    """The questions that a quiz of the pack asks, in order."""
    printed = subprocess.run(
        [*COMMAND, "export", "quiz", pack, *SEED, "--lang", lang], capture_output=True, check=True, env=variables({})
    )
    questions: list[Question] = json.loads(printed.stdout)["questions"]
    assert len({question["kind"] for question in questions}) == 8
    return questions


def texts_of(question: Question) -> list[str]:
    """What is to be read before one answers."""
    options, left = question.get("options", []), question.get("left", [])
    assert isinstance(options, list)
    assert isinstance(left, list)
    return [str(question["prompt"]), *(each["text"] for each in [*options, *left[:1]])]


def told_of(question: Question) -> list[str]:
    """What is to be read after it."""
    return [str(question["answer_text"]), str(question["explanation"])]


def plays(screen: Seen, questions: list[Question], seen_as: Callable[[str], str] = str) -> None:
    """Read every question to its end and answer that one doesn’t know; fails where a word is nowhere to be seen."""
    for number, question in enumerate(questions, 1):
        screen.until(lambda n=number: re.search(rf"{n}(sur|of)8", squeezed(screen.all)), f"question {number}")  # type: ignore[misc]
        screen.is_asked()
        is_menu = "options" in question or question["kind"] == "true-false"
        screens = [screen.all, *(screen.reads_menu() if is_menu else ())]
        assert missing([seen_as(text) for text in texts_of(question)], screens) == [], question["kind"]
        screen.types("?" + ENTER)
        for text in told_of(question):
            screen.sees(seen_as(text))


@pytest.mark.parametrize(("columns", "rows", "lang"), SIZES)
def test_fault_39_every_word_of_every_kind_of_question_is_read(
    long: str, columns: int, rows: int, lang: str, record: Record
) -> None:
    questions = questions_of(long, lang)
    with seen("play", long, *SEED, "--lang", lang, columns=columns, rows=rows) as screen:
        plays(screen, questions)
        screen.sees("--code")
        assert screen.ends() == 0
        assert screen.is_sane()
    record(f"every kind of question on a screen of {columns} columns, 8 or 24 lines high", cases=len(questions))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(("how", "environment"), [((), {"TERM": "dumb"}), (("--plain",), {})], ids=["dumb", "plain"])
def test_fault_39_a_dumb_terminal_gets_lines_and_no_control_sequence(
    long: str, lang: str, how: tuple[str, ...], environment: dict[str, str], record: Record
) -> None:
    questions = questions_of(long, lang)
    with seen("play", long, *SEED, "--lang", lang, *how, columns=20, rows=24, environment=environment) as screen:
        for number, question in enumerate(questions, 1):
            screen.until(lambda n=number: re.search(rf"{n}(sur|of)8", squeezed(screen.all)), f"question {number}")  # type: ignore[misc]
            screen.until(lambda: screen.display.rstrip().endswith(":"), "a prompt")
            assert missing(texts_of(question), [screen.all]) == []
            screen.types("?" + ENTER)
            for text in told_of(question):
                screen.sees(text)
        assert screen.ends() == 0
        assert b"\x1b" not in screen.raw
    record("`TERM=dumb` and `--plain`, no control sequence among the bytes sent", cases=len(questions))


PAGES = [(), ("--help",), ("play", "--help"), ("pack", "show"), ("pack", "list"), ("results", "list")]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_fault_39_no_page_loses_a_word_at_20_columns(lang: str, page: tuple[str, ...], record: Record) -> None:
    """What is printed into a pipe is all there is to say."""
    environment = {"CTOQUIZ_LANG": lang}
    printed = subprocess.run([*COMMAND, *page], capture_output=True, text=True, check=True, env=variables(environment))
    with seen(*page, columns=20, rows=8, environment=environment) as screen:
        assert screen.ends() == 0
        assert missing([printed.stdout], [screen.all]) == []
    record("help, packs and results printed on a screen of 20 columns")


MINI = "docs/examples/mini-pack"
WRONG = [
    ("export", "quiz", "--topic", "zzzz"),
    ("results", "show", "20261123-090000-abcd"),
    ("pack", "check", "a-folder/that-is-not-there/and-has-a-name-that-is-long"),
    (
        "play",
        "--count",
        "3",
        "--seed",
        "a",
        "--answers",
        "/a-folder/that-is-not-there/and-has-a-name-that-is-long.yaml",
    ),
]


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("line", WRONG, ids=" ".join)
def test_fault_39_no_message_breaks_a_word_and_none_is_broken_in_a_file(
    line: tuple[str, ...], columns: int, record: Record
) -> None:
    environment = {"CTOQUIZ_LANG": "fr"}
    told = subprocess.run([*COMMAND, *line], capture_output=True, text=True, check=False, env=variables(environment))
    assert told.stderr.count("\n") == 1
    with seen(*line, columns=columns, rows=24, environment=environment) as screen:
        assert screen.ends() == told.returncode
        # Nothing but what is longer than a line goes on in the next, where the terminal folds it.
        short = {word for word in told.stderr.split() if len(word) < columns}
        assert short - set(screen.all.split()) == set()
        assert squeezed(told.stderr) in squeezed(screen.all)
    record("messages on standard error on screens of 40 and 80 columns, no word broken")


@pytest.mark.parametrize(
    "page",
    [
        ("pack", "show"),
        ("pack", "show", "missions-heading"),
        ("pack", "check", MINI),
        ("pack", "check", "--explain", "clang"),
        ("pack", "check", "--explain"),
        ("play", "--help"),
    ],
    ids=" ".join,
)
def test_fault_39_no_printed_page_breaks_a_word_at_40_columns(page: tuple[str, ...], record: Record) -> None:
    environment = {"CTOQUIZ_LANG": "fr"}
    printed = subprocess.run([*COMMAND, *page], capture_output=True, text=True, check=True, env=variables(environment))
    with seen(*page, columns=40, rows=24, environment=environment) as screen:
        assert screen.ends() == 0
        words = {word for word in printed.stdout.split() if len(word) < 40}  # a longer one is folded by the terminal
        assert words - set(screen.all.split()) == set()
    record("pages printed on a screen of 40 columns, no word broken")


def test_fault_39_an_assessment_is_rated_on_a_screen_of_20_by_8(record: Record) -> None:
    environment = {"CTOQUIZ_LANG": "fr"}
    with seen("assess", columns=20, rows=8, environment=environment) as screen:
        screen.is_asked()
        screen.types("3")
        screen.sees("dans quelle situation")
        screen.is_asked()
        screen.types("une preuve plus longue que cet écran n’est large" + ENTER)
        screen.sees("❯ une preuve plus longue que cet écran n’est large")
        screen.is_asked()
        screen.types(CTRL_D)
        assert screen.ends() == 4
        assert screen.is_sane()
        assert squeezed("J’ai écrit une stratégie technique") in squeezed(screen.all)
    record("an assessment on a screen of 20 columns and 8 lines")


@pytest.mark.parametrize(
    ("encoding", "environment"),
    [
        ("ascii", ASCII),
        pytest.param("ascii", {"PYTHONIOENCODING": "ascii"}, marks=pytest.mark.soak),
        ("cp1252", {"PYTHONIOENCODING": "cp1252"}),
        pytest.param("latin-1", {"PYTHONIOENCODING": "latin-1"}, marks=pytest.mark.soak),
        pytest.param("iso8859-15", {"PYTHONIOENCODING": "iso8859-15"}, marks=pytest.mark.soak),
        pytest.param("cp437", {"PYTHONIOENCODING": "cp437:strict"}, marks=pytest.mark.soak),
        pytest.param("koi8-r", {"PYTHONIOENCODING": "koi8-r"}, marks=pytest.mark.soak),
    ],
)
def test_fault_41_what_a_terminal_cannot_show_has_a_likeness(
    long: str, encoding: str, environment: dict[str, str], record: Record
) -> None:
    questions = questions_of(long, "fr")
    with seen("play", long, *SEED, "--lang", "fr", columns=60, environment=environment, encoding=encoding) as screen:
        plays(screen, questions, lambda text: encodable(text, encoding))
        assert screen.ends() == 0
        assert "?" not in "".join(re.findall(r"\w\?\w", screen.all))
        assert ("é" in screen.all) == ("é".encode(encoding, "ignore") != b"")
        screen.raw.decode(encoding)
    record(f"a quiz on a terminal that knows {encoding}", cases=len(questions))


@pytest.mark.parametrize(
    ("language", "how"),
    [
        ("LC_ALL", ()),
        ("LANG", ("--plain",)),
        pytest.param("LC_ALL", ("--plain",), marks=pytest.mark.soak),
        pytest.param("LANG", (), marks=pytest.mark.soak),
    ],
)
def test_fault_41_the_plainest_locale_breaks_nothing(language: str, how: tuple[str, ...], record: Record) -> None:
    environment = {"LC_ALL": "", language: "C", "CTOQUIZ_LANG": "fr"}
    with seen("play", "--kind", "single", "--no-save", *how, environment=environment) as screen:
        screen.sees("Question 1 sur")
        screen.sees("Tapez une lettre" if how else "Je ne sais pas")
        screen.types("b" + ENTER)
        screen.sees("Question 2 sur")
        (screen.settle if how else screen.is_asked)()
        screen.types(CTRL_D)
        assert screen.ends() == 4
    record("`LC_ALL=C`, `LANG=C`")


_COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10[0-7])(?:;\d+)*m")


@pytest.mark.parametrize(("setting", "is_coloured"), [("1", False), ("", True)])
def test_fault_42_no_color_is_obeyed(long: str, setting: str, is_coloured: bool, record: Record) -> None:
    with seen("play", long, *SEED, "--count", "2", "--lang", "en", environment={"NO_COLOR": setting}) as screen:
        for number in (1, 2):
            screen.sees(f"Question {number} of 2")
            screen.is_asked()
            screen.types("?" + ENTER)
        assert screen.ends() == 0
        assert bool(_COLOUR.search(screen.raw)) is is_coloured
    record("a quiz to its last page, with and without `NO_COLOR`")
