"""Measures ctoquiz beside the smallest programs of its kind, and says which goals are met.

    python -m benchmarks            the figures of the README: some minutes
    python -m benchmarks --quick    a few rounds, only to see that everything runs

Ratios come from medians of runs in turns, so that a busy machine slows both sides alike. Exit code 0 whether the goals
are met or not: a benchmark informs, it is no test.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import rmtree
from statistics import median

from benchmarks.large import write_pack
from benchmarks.process import (
    ROOT,
    Clock,
    Run,
    environment,
    interleaved,
    module,
    to_the_end,
    to_the_first_question,
    to_the_screen,
)

TWO_COMMANDS = module("benchmarks.apps.two_commands", "hello")
ONE_QUESTION = module("benchmarks.apps.one_question")
SEED = ("--seed", "benchmark")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what was measured, what it gave, the goal, and whether it is met (None: no goal)."""

    what: str
    figure: str
    goal: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A question of the quiz that is measured: its id, its answer, and the option that is shown last."""

    id: str
    answer: str
    last_option: str


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the measuring is done, and how thoroughly: rounds of a short command, rounds and sizes of large packs."""

    folder: Path
    rounds: int
    sizes: tuple[int, ...]
    large_rounds: int

    def env(self, cache: str = "warm") -> dict[str, str]:
        """The environment of a run: its own home, so that nothing of this machine's user is read or changed."""
        return environment(
            HOME=str(self.folder),
            XDG_CACHE_HOME=str(self.folder / f"cache-{cache}"),
            XDG_DATA_HOME=str(self.folder / "data"),
            PROMPT_TOOLKIT_NO_CPR="1",
            TERM="xterm-256color",
        )

    def forget(self) -> None:
        """Empty the cold cache."""
        rmtree(self.folder / "cache-cold", ignore_errors=True)


def version(bench: Bench) -> Iterator[Line]:
    """`--version` beside the smallest Typer app."""
    app = partial(to_the_end, TWO_COMMANDS, bench.env())
    ours, theirs = interleaved([partial(to_the_end, module("ctoquiz", "--version"), bench.env()), app], bench.rounds)
    yield _ratio("`ctoquiz --version` / the smallest Typer app of two commands", ours, theirs, 1.10)


def scripted(bench: Bench) -> Iterator[Line]:
    """Ten questions from a file of answers, saved, beside the smallest Typer app."""
    answers = bench.folder / "answers.json"
    answers.write_text(json.dumps({question.id: question.answer for question in _export(bench)}), encoding="utf-8")
    results = bench.folder / "results"
    command = module("ctoquiz", "play", *SEED, "--answers", str(answers), "--data-dir", str(results), "--json")

    def cold() -> Run:
        bench.forget()
        return to_the_end(command, bench.env("cold"))

    clocks: list[Clock] = [
        partial(to_the_end, command, bench.env()),
        cold,
        partial(to_the_end, TWO_COMMANDS, bench.env()),
    ]
    warm, first, smallest = interleaved(clocks, bench.rounds)
    yield _ratio("ten questions scripted, saved durably / the same app", warm, smallest, 1.60)
    yield _ratio("… the first time, when the pack has to be read and checked", first, smallest, None)


def interactive(bench: Bench) -> Iterator[Line]:
    """The first question on a terminal beside the smallest Typer app that asks one."""
    kind = ("--kind", "single")
    marker = _export(bench, *kind)[0].last_option
    command = module("ctoquiz", "play", *SEED, *kind, "--no-save")

    def cold() -> Run:
        bench.forget()
        return to_the_screen(command, bench.env("cold"), marker)

    clocks: list[Clock] = [
        partial(to_the_screen, command, bench.env(), marker),
        cold,
        partial(to_the_screen, ONE_QUESTION, bench.env(), "gamma"),
    ]
    warm, first, app = interleaved(clocks, bench.rounds)
    yield _ratio("first question on the screen / the smallest questionary app", warm, app, 1.30)
    yield _ratio("… the first time, when the pack has to be read and checked", first, app, None)


def large(bench: Bench) -> Iterator[Line]:
    """Large packs that were never read before, to the first question; whether the time grows in step."""
    costs: dict[int, Run] = {}
    for size in bench.sizes:
        pack = str(write_pack(size, bench.folder / f"large-{size}"))
        command = module("ctoquiz", "play", pack, *SEED, "--jsonl", "--no-save")

        def cold(command: list[str] = command) -> Run:
            bench.forget()
            return to_the_first_question(command, bench.env("cold"))

        warm = partial(to_the_first_question, command, bench.env())
        first, again = interleaved([cold, warm], bench.large_rounds)
        costs[size] = first
        yield _to_first_question(size, first)
        yield Line("… once it was read", _cost(again))
    yield from _linear(costs)


def _to_first_question(size: int, cost: Run) -> Line:
    what = f"a pack of {size:,} facts, to the first question"
    if size != 10_000:
        return Line(what, _cost(cost))
    return Line(what, _cost(cost), "≤ 2.5 s, 250 MiB", cost.seconds <= 2.5 and cost.mebibytes <= 250)


def _linear(costs: dict[int, Run]) -> Iterator[Line]:
    """The cost of one more fact: where it stays the same, the time grows in step with the pack."""
    if len(costs) < 3:
        return
    small, middle, big = sorted(costs)
    low = (costs[middle].seconds - costs[small].seconds) / (middle - small)
    high = (costs[big].seconds - costs[middle].seconds) / (big - middle)
    figure = f"{low * 1e6:.0f} µs, then {high * 1e6:.0f} µs ({high / low:.2f})"
    yield Line(f"one more fact costs, to {middle:,} and to {big:,}", figure, "linear: ≤ 1.25", high / low <= 1.25)


def generated(bench: Bench) -> Iterator[Line]:
    """Every question of the pack that ships, for the first time in a process that has read it."""
    runs = [_generated(bench) for _ in range(bench.rounds)]
    count, milliseconds = runs[0][0], median(spent for _, spent in runs)
    yield Line(
        f"all {count} questions of the CTO pack generated, time of the processor",
        f"{milliseconds:.0f} ms",
        "≤ 30 ms",
        milliseconds <= 30,
    )


def _generated(bench: Bench) -> tuple[int, float]:
    done = subprocess.run(
        module("benchmarks.generate"), cwd=ROOT, env=bench.env(), check=True, capture_output=True, text=True
    )
    count, milliseconds = done.stdout.split()
    return int(count), float(milliseconds)


def _export(bench: Bench, *options: str) -> list[Exported]:
    """The questions of the quiz that is measured, with their answers; warms the pack's cache too."""
    command = module("ctoquiz", "export", "quiz", *SEED, *options, "--format", "json")
    done = subprocess.run(command, cwd=ROOT, env=bench.env(), check=True, capture_output=True)
    return [Exported(each["id"], each["answer"], _last(each)) for each in json.loads(done.stdout)["questions"]]


def _last(question: dict[str, list[dict[str, str]]]) -> str:
    options = question.get("options")
    return options[-1]["text"] if options else ""


def _ratio(what: str, ours: Run, theirs: Run, goal: float | None) -> Line:
    ratio = ours.seconds / theirs.seconds
    figure = f"{ratio:.2f} ({ours.seconds * 1000:.0f} ms / {theirs.seconds * 1000:.0f} ms)"
    return Line(what, figure) if goal is None else Line(what, figure, f"≤ {goal:.2f}", ratio <= goal)


def _cost(run: Run) -> str:
    return f"{run.seconds:.2f} s, {run.mebibytes:.0f} MiB"


def table(lines: list[Line]) -> str:
    """The lines as a table in Markdown."""
    verdicts = {True: "yes", False: "**no**", None: ""}
    rows = [f"| {line.what} | {line.figure} | {line.goal} | {verdicts[line.met]} |" for line in lines]
    return "\n".join(["| what | measured | goal | met |", "|---|---|---|---|", *rows])


@contextmanager
def _bench(*, quick: bool) -> Iterator[Bench]:
    with tempfile.TemporaryDirectory(prefix="ctoquiz-bench-") as folder:
        yield Bench(Path(folder), 2, (1_000,), 1) if quick else Bench(Path(folder), 15, (1_000, 10_000, 100_000), 3)


MEASURES = {
    "version": version,
    "scripted": scripted,
    "interactive": interactive,
    "large": large,
    "generated": generated,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure ctoquiz beside small programs.")
    parser.add_argument("--quick", action="store_true", help="a few rounds, only to see that everything runs")
    parser.add_argument("measure", nargs="*", choices=[[], *MEASURES], help="only these")
    chosen = parser.parse_args()
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}")
    with _bench(quick=chosen.quick) as bench:
        lines: list[Line] = []
        for name in chosen.measure or MEASURES:
            print(f"… {name}", file=sys.stderr, flush=True)
            lines.extend(MEASURES[name](bench))
    print(table(lines))


if __name__ == "__main__":
    main()
