"""What the pages tell people to type works as it stands, and says what they say."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")),
]

Typed = Callable[[str], subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the pages' scripts are written for bash")


def marked(page: str, mark: str) -> list[str]:
    """The blocks of code of a page that stand under `<!-- mark -->`, in their order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"<!-- {re.escape(mark)} -->\n+```\w*\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("page", [page for page in PAGES if marked(page, "try")])
def test_what_a_page_says_to_type_works(page: str, bash: Typed) -> None:
    done = bash("\n".join(["export LAPTOPS=3", *marked(page, "try")]))

    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stdout[-500:] + done.stderr


def test_the_training_session_ends_with_a_table_of_the_class(bash: Typed, folder: Path) -> None:
    bash("\n".join(["export LAPTOPS=4", *marked("docs/training-session.md", "try")]))

    rows = json.loads((folder / "class.json").read_text(encoding="utf-8"))
    assert {row["participant"]: row["percent"] for row in rows} == {
        "laptop-1": 100.0,
        "laptop-2": 0.0,
        "laptop-3": 100.0,
        "laptop-4": 0.0,
    }
    with (folder / "class.csv").open(encoding="utf-8-sig", newline="") as table:
        assert sorted(row["percent"] for row in csv.DictReader(table, delimiter=";")) == [
            "0,0",
            "0,0",
            "100,0",
            "100,0",
        ]
    sheet, key = ((folder / name).read_text(encoding="utf-8") for name in ("sheet.md", "sheet-and-key.md"))
    assert key.startswith(sheet.rstrip())


def test_the_program_of_the_training_session_plays_to_the_end(machine: dict[str, str], folder: Path) -> None:
    (program,) = marked("docs/training-session.md", "try: python")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=machine,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split(":")[0] for line in done.stdout.splitlines()[:-1]] == [f"question {n}" for n in range(1, 9)]


@pytest.mark.parametrize(
    "line",
    [
        line
        for page in PAGES
        for block in marked(page, "try on a terminal")
        for line in block.splitlines()
        if line.startswith("ctoquiz")
    ],
)
def test_what_a_page_says_to_type_on_a_terminal_asks_a_first_question(
    line: str, machine: dict[str, str], folder: Path
) -> None:
    session = pexpect.spawn(
        "bash", ["-c", line], cwd=str(folder), env=machine, encoding="utf-8", timeout=30, dimensions=(50, 100)
    )
    session.expect(r"(Question|Statement) 1 of \d+")
    session.kill(9)
    session.wait()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
    here = (ROOT / page).parent

    assert [target for target in targets if "://" not in target and not (here / target).exists()] == []


def test_the_formats_page_names_every_field_of_a_quiz_and_of_a_result(bash: Typed, folder: Path) -> None:
    bash(
        "ctoquiz export quiz --seed s --output quiz.json;"
        "ctoquiz export quiz --seed s | python3 -c '"
        'import json,sys; print(json.dumps([each["answer"] for each in json.load(sys.stdin)["questions"]]))'
        "' >answers.json;"
        "ctoquiz play --seed s --answers answers.json --json >result.json"
    )
    quiz, result = (json.loads((folder / name).read_text(encoding="utf-8")) for name in ("quiz.json", "result.json"))

    assert set(quiz) == fields("quiz")
    assert set().union(*quiz["questions"]) == fields("question")
    assert set(result) == fields("result")


def fields(shape: str) -> set[str]:
    """The fields that the first column of a table of the formats page names."""
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    table = page.split(f"<!-- shape: {shape} -->\n\n")[1].split("\n\n")[0]
    return {name for line in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[1])}


def test_no_page_repeats_six_words_of_the_document() -> None:
    document = os.environ.get("CTOQUIZ_DOCUMENT")
    if document is None:
        pytest.skip("name your copy of the document in CTOQUIZ_DOCUMENT to check that no page repeats it")
    known = sixes(Path(document).read_text(encoding="utf-8"))

    assert {page: found for page in PAGES if (found := sixes((ROOT / page).read_text(encoding="utf-8")) & known)} == {}


def sixes(text: str) -> set[str]:
    """Every six words in a row."""
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[start : start + 6]) for start in range(len(words) - 5)}
