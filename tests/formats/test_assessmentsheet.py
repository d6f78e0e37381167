"""The sheet to fill in by hand."""

from __future__ import annotations

import pytest
from tests.assessmentkit import example, mini

from ctoquiz.formats.assessmentsheet import sheet
from ctoquiz.i18n.words import Words


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_everything_is_on_the_sheet_once_with_the_id_that_an_answers_file_takes(lang: str) -> None:
    text = sheet(mini(), example(), lang, Words(lang))
    assert [text.count(f"`{item.id}`") for item in example().items] == [1] * 19
    assert [text.count(f"`{name}`") for name in ("years", "place", "weekend", "by-heart")] == [1] * 4


def test_it_begins_with_how_to_rate() -> None:
    assert sheet(mini(), example(), "en", Words("en")).startswith(
        """# Leading the watch at Brume

19 statements · pack mini, edition 1.0

Name: .............................. Date: ..........

Rate what you did, not what you could do, on this scale:

- **0** · Never
- **1** · I have seen it done
- **2** · I did it with help
- **3** · I did it alone, with a result
- **4** · I did it repeatedly and taught others
- **n** · No opportunity so far

For a 3 or a 4, write the evidence in one line: when it was, in what situation, and what came of it. Without it, the \
stricter of the two readings counts the rating as 2.

Statements marked with ◆ are rated on this scale instead:

- **0** · Not at all
- **1** · Hardly
- **2** · In part
- **3** · Mostly
- **4** · Entirely

## Answering alerts

**1.** I have acknowledged a red alert in time. `alerts-acknowledged`  
Rating: 0 1 2 3 4 n  
Evidence: ..............................
"""  # noqa: W291 - two spaces end a line in Markdown
    )


def test_only_checks_carry_the_mark_and_none_asks_for_evidence() -> None:
    blocks = sheet(mini(), example(), "en", Words("en")).split("\n\n")
    marked = [block for block in blocks if block.startswith("**") and "◆" in block]
    assert len(marked) == len(example().checks)
    assert not any("Evidence" in block for block in marked)
