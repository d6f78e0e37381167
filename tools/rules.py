"""Refreshes the list of rules in `docs/rules.md` from what the rules say of themselves.

python tools/rules.py            # write it
python tools/rules.py --check    # change nothing; 1 where it is out of date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from ctoquiz.quality.registry import ORDERED  # noqa: E402 - the source tree comes first
from ctoquiz.quality.rule import Rule  # noqa: E402

PAGE = ROOT / "docs" / "rules.md"
MARK = "<!-- rules: written by tools/rules.py -->\n"


def page(text: str) -> str:
    """The page with the rules of today after its mark."""
    kept, mark, _ = text.partition(MARK)
    return kept + mark + "".join(f"\n{line}\n" for rule in ORDERED for line in _section(rule))


def _section(rule: Rule) -> Iterator[str]:
    told = rule.explanation
    yield f"### {rule.name}"
    yield f"{told.what.format()} ({rule.severity.value.capitalize()}.)"
    yield f"*Why:* {told.why.format()}"
    yield f"*Breaks it:* {told.bad.format()}  \n*Keeps it:* {told.good.format()}"
    yield f"*Source:* {told.source}"


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare it; 1 where it is out of date."""
    before = PAGE.read_text("utf-8")
    after = page(before)
    if after != before and "--check" not in arguments:
        PAGE.write_text(after, "utf-8", newline="\n")
    return 1 if after != before and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
