"""The faults and abuses that are tried, what must happen at each, and the page that tells what did.

One list for the tests (`tests/faults`, each named by its number) and for `docs/reliability.md`, which a run writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

TEST_NAME = re.compile(r"test_fault_(?P<number>[0-9]{2})_\w+")
"""What a test of a fault is called: `test_fault_07_a_bad_checksum_costs_one_answer`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault or abuse: what goes wrong, what must happen, and the exit codes of it (none where nothing ends)."""

    fault: str
    must: str
    codes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tried:
    """What a test did: the number of its fault, how it was caused, in how many cases, and how many answers were lost.

    `skipped` is the reason why it could not be tried on this system; None where it was.
    """

    number: int
    how: str
    cases: int
    lost: int
    skipped: str | None = None


GROUPS: Mapping[str, range] = {
    "Storage": range(1, 11),
    "Signals": range(11, 16),
    "Several at once": range(16, 20),
    "Bad packs": range(20, 26),
    "Hostile packs": range(26, 34),
    "Hostile results": range(34, 39),
    "Terminals": range(39, 43),
    "Scripts": range(43, 46),
}

FAULTS: Mapping[int, Fault] = {
    1: Fault("The disk is full when an answer is saved", "It is told as not saved; those before it stay", (73,)),
    2: Fault("A quota, or a limit on the size of files, is reached", "The same as on a full disk", (73,)),
    3: Fault("The disk fails when an answer is to be kept", "The answer is never told as saved", (74,)),
    4: Fault("The data folder can’t be written", "Said before the first question; suggests `--data-dir`", (73,)),
    5: Fault("No home folder, a relative one, no such user", "One line that names `--data-dir`", (73,)),
    6: Fault("The last record of a journal is cut off", "It is dropped, which is said, and the session goes on"),
    7: Fault("A record of a journal is damaged", "At most that answer is lost; said; the file is kept as found"),
    8: Fault("A result of a newer schema, or of an older one", "Refused, untouched; the older is read", (65,)),
    9: Fault("A crash when the result is there and its journal still is", "Cleaned at the next start; no duplicate"),
    10: Fault("The clock jumps, or changes to or from summer time", "The order and the durations are right"),
    11: Fault("`kill -9`, at any moment", "At most the answer in flight is lost"),
    12: Fault("Ctrl-C", "What was answered is saved, and how to go on is said", (130,)),
    13: Fault("TERM or HUP", "What was answered is saved, and the terminal is as it was", (143, 129)),
    14: Fault("The reader of a pipe goes away (`head`)", "Silence", (141,)),
    15: Fault("Suspended and continued; the window is resized", "The screen is drawn again, and the quiz goes on"),
    16: Fault("The same session is opened twice", "The second is refused", (75,)),
    17: Fault("Two sessions begin in the same second", "Both are saved"),
    18: Fault("Results are listed while one is being written", "Unfinished files are passed over"),
    19: Fault("The pack is edited before its session is resumed", "Refused, and said", (65,)),
    20: Fault("A mistake in the syntax of a pack", "Refused, with file, line and column", (65,)),
    21: Fault("A key stands twice", "Refused, with both lines", (65,)),
    22: Fault("A field is missing, unknown or of another type", "Refused, with the nearest name", (65,)),
    23: Fault("`no`, `1:30`, `010`", "They stay the text that they are"),
    24: Fault("Not UTF-8: NUL bytes, UTF-16, Latin-1", "Refused", (65,)),
    25: Fault(
        "An empty file, several documents, an id twice, an answer that is no option",
        "Refused, with all the problems of a pack in one run",
        (65,),
    ),
    26: Fault("Bombs of aliases and merge keys", "Refused in no time", (65,)),
    27: Fault("100,000 levels of nesting", "Refused", (65,)),
    28: Fault("A file or a value that is too large", "Refused, without being parsed", (65,)),
    29: Fault("A tag (`!!python/…` or any other)", "Refused", (65,)),
    30: Fault("Control characters, escape sequences, bidi controls", "Refused, by code point", (65,)),
    31: Fault("`[bold]`, `[link=…]`", "Shown as it is written"),
    32: Fault("A regular expression in a pack", "It is text: no pack brings its own"),
    33: Fault("Links out of the folder of the pack, devices, pipes", "Refused", (65,)),
    34: Fault("A score was edited in a result", "It is worked out again from the answers"),
    35: Fault("A pipe, a device, a folder or a huge file among the results", "Passed over and listed", (5,)),
    36: Fault("`NaN`, `1e999`, keys that stand twice, deep JSON in a result", "Passed over and listed", (5,)),
    37: Fault("One bad file of 500", "The other 499 are shown", (5,)),
    38: Fault("Escape sequences in the texts of a result", "They never reach the terminal or the page"),
    39: Fault("20 columns; `TERM=dumb`", "Every word is there, options wrapped"),
    40: Fault("Standard input is no terminal", "Refused: nobody is asked, nothing is recorded", (2,)),
    41: Fault("A terminal that knows ASCII or cp1252 only", "Substitutes, never a crash"),
    42: Fault("`NO_COLOR`", "No colour"),
    43: Fault("A file of answers that is short or long, or has unknown ids", "Never saved as complete", (65,)),
    44: Fault("Standard output is full", "The result is saved all the same", (74,)),
    45: Fault("`--json`", "Exactly one document, also when something fails"),
}  # fmt: skip
"""Every fault, by its number."""

_HEAD = """# Reliability

What can go wrong while people play, what somebody could do to it on purpose, what must happen then, and what did. Each
of the {count} rows is a test that causes the fault for real, in `tests/faults`, named by its number. This page is
written by the run of those tests, and only by a run in which all of them passed:

```bash
.venv/bin/pytest tests/faults --soak -n 2 --reliability docs/reliability.md
```

*Cases* counts how often the fault was caused: at that many system calls, with that many damaged files, on that many
screens. *Lost* counts what must never be lost: answers that had been told as saved and were not there, or not exactly
once, when the session was resumed, and hostile inputs that got through. The exit code is the one the command ends
with, where the fault ends it.
"""
_COLUMNS = "| | fault | what happens | exit | how it is caused | cases | lost |\n|--:|---|---|---|---|--:|--:|\n"


def number_of(test: str) -> int | None:
    """The number of the fault that a test is named by; None for another test."""
    named = TEST_NAME.match(test)
    return None if named is None else int(named["number"])


def page(tried: Iterable[Tried], system: str) -> str:
    """The page of a run on a `system`, from what its tests did."""
    rows = sorted(_summed(tried), key=lambda each: (each.number, each.how))
    parts = [_HEAD.format(count=len(FAULTS)), f"Written on {system}.\n"]
    for group, numbers in GROUPS.items():
        lines = (_row(number, [each for each in rows if each.number == number]) for number in numbers)
        parts.append(f"## {group}\n\n{_COLUMNS}" + "".join(lines))
    return "\n".join(parts)


def stated(text: str) -> list[str]:
    """The rows of a page as far as they don't depend on a run: number, fault, what must happen, exit code."""
    rows = (line for line in text.splitlines() if re.match(r"\| [0-9]+ \| ", line))
    return [" | ".join(row.split(" | ")[:4]) for row in rows]


def expected() -> list[str]:
    """What `stated` must find in the page."""
    return [_stated(number) for group in GROUPS.values() for number in group]


def _summed(tried: Iterable[Tried]) -> list[Tried]:
    """Cases caused in the same way counted together, in the order in which they came."""
    sums: dict[tuple[int, str, str | None], Tried] = {}
    for each in tried:
        key = each.number, each.how, each.skipped
        before = sums.get(key, Tried(each.number, each.how, 0, 0, each.skipped))
        sums[key] = Tried(each.number, each.how, before.cases + each.cases, before.lost + each.lost, each.skipped)
    return list(sums.values())


def _stated(number: int) -> str:
    fault = FAULTS[number]
    return f"| {number} | {fault.fault} | {fault.must} | {', '.join(map(str, fault.codes)) or '–'}"


def _row(number: int, tried: Sequence[Tried]) -> str:
    done = [each for each in tried if each.skipped is None]
    ways = [_cell(each.how) for each in done]
    ways += [f"*not tried: {_cell(str(each.skipped))}*" for each in tried if each.skipped is not None]
    cases = [f"{each.cases:,}" for each in done]
    lost = [f"{each.lost:,}" for each in done]
    cells = ("<br>".join(each) or "–" for each in (ways, cases, lost))
    return f"{_stated(number)} | {' | '.join(cells)} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
