"""The way from a document to a pack, as the page for authors tells it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.document.measuring import NAMES, measure

PAGE = (Path(__file__).parents[2] / "docs" / "writing-a-pack.md").read_text(encoding="utf-8")

Typed = Callable[[str], CompletedProcess[str]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the pages' scripts are written for bash")


def block(mark: str) -> str:
    """The block of YAML under `<!-- mark -->`."""
    (found,) = re.findall(rf"<!-- {mark} -->\n+```yaml\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def test_a_new_pack_looks_as_the_page_shows_and_asks_what_is_confirmed(bash: Typed, folder: Path) -> None:
    assert bash("ctoquiz pack new nurse --document docs/examples/nurse.fr.txt").returncode == 0
    path = folder / "nurse" / "facts" / "formation.yaml"
    text = path.read_text(encoding="utf-8")
    assert block("from a new pack") in text

    path.write_text(text.replace(block("from a new pack"), block("confirmed")), encoding="utf-8")
    shown = bash("ctoquiz pack show nurse length --lang en")
    assert "→ 10" in shown.stdout, shown.stderr
    played = bash("ctoquiz export quiz nurse --seed s")
    assert (played.returncode, '"length/' in played.stdout) == (0, True), played.stderr


def test_the_page_says_how_much_is_proposed_as_it_was_measured() -> None:
    measured = [measure(name) for name in NAMES]
    proposed, facts = sum(len(each.proposed) for each in measured), sum(len(each.facts) for each in measured)
    noise, rows = sum(len(each.noise) for each in measured), sum(each.rows for each in measured)
    plain = [fact.sort == "other" for each in measured for fact in each.facts]
    told = [fact.sort == "other" for each in measured for fact in each.proposed]
    assert f"{proposed} of the {facts}" in PAGE.replace("\n", " ")
    assert sum(told) < sum(plain) / 2
    assert 0.85 * (len(plain) - sum(plain)) < len(told) - sum(told)
    assert f"One proposal in {rows // noise} was noise" in PAGE
    last = measured[NAMES.index("beekeeper.en")]
    assert f"{len(last.proposed)} of {len(last.facts)} facts" in PAGE.replace("\n", " ")
