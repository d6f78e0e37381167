"""The list of faults, the tests that are named by it and the page that tells of them say the same."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.reliabilitykit import FAULTS, GROUPS, Tried, expected, number_of, page, stated

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reliability.md"


def written() -> list[ast.FunctionDef]:
    """The tests of faults, as they are written."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("test_*.py"))]
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [each for each in functions if number_of(each.name) is not None]


def test_every_fault_has_its_place_in_the_list() -> None:
    assert [number for group in GROUPS.values() for number in group] == list(FAULTS) == list(range(1, 46))


def test_every_test_of_a_fault_says_what_it_did() -> None:
    silent = [each.name for each in written() if "record" not in [argument.arg for argument in each.args.args]]
    assert silent == []
    assert {number_of(each.name) for each in written()} == set(FAULTS)


def test_the_page_tells_of_every_way_in_which_a_fault_was_caused() -> None:
    tried = [
        Tried(2, "RLIMIT_FSIZE", 3, 0),
        Tried(1, "a | full disk", 1000, 0),
        Tried(2, "quota", 1, 0),
        Tried(2, "RLIMIT_FSIZE", 2, 0),
        Tried(3, "", 0, 0, "no strace"),
    ]
    rows = {
        row.split(" | ")[0]: row.split(" | ", 4)[4] for row in page(tried, "a machine").splitlines() if " | " in row
    }
    assert rows["| 1"] == "a \\| full disk | 1,000 | 0 |"
    assert rows["| 2"] == "RLIMIT_FSIZE<br>quota | 5<br>1 | 0<br>0 |", "each way once, in the order of the letters"
    assert rows["| 3"] == "*not tried: no strace* | – | – |"
    assert rows["| 4"] == "– | – | – |"
    assert stated(page(tried, "a machine")) == expected()


def test_the_page_states_the_faults_as_they_are_listed() -> None:
    assert stated(PAGE.read_text(encoding="utf-8")) == expected()
