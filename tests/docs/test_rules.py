"""The page of rules says of each what the rule says of itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ctoquiz.quality.registry import RULES

ROOT = Path(__file__).parents[2]


def test_the_page_of_rules_is_up_to_date() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "rules.py"), "--check"], check=False, timeout=60)
    assert done.returncode == 0


def test_the_page_has_a_section_for_every_rule() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert [line.removeprefix("### ") for line in page.splitlines() if line.startswith("### ")] == list(RULES)
