"""What the tests of faults share: each says what it did, and a run of all of them writes the page of it.

pytest tests/faults                                         # as in CI
pytest tests/faults --soak                                  # every point, in half an hour
pytest tests/faults --soak --reliability docs/reliability.md    # the same, and writes the page
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Generator, Iterator
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.reliabilitykit import Tried, number_of, page

Record = Callable[..., None]
"""`record(how, cases=1, lost=0)`: the fault was caused so, in so many cases; so many answers were lost, or got in."""

_TRIED = "tried"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--reliability", metavar="FILE", help="write the page of what the tests of faults did")


@pytest.fixture
def record(request: pytest.FixtureRequest) -> Iterator[Record]:
    """Say what the test did, as its last step: only what held is counted. A test that never says it fails.

    The number of the fault is that in the name of the test; the same `how` said again adds to its cases.
    """
    number = number_of(request.node.name)
    assert number is not None, "a test that records is named test_fault_NN_…"
    tried: list[Tried] = []

    def say(how: str, *, cases: int = 1, lost: int = 0) -> None:
        assert cases > 0, f"nothing was tried: {how}"
        tried.append(Tried(number, how, cases, lost))
        assert lost == 0, f"{lost} of {cases} lost: {how}"

    yield say
    request.node.user_properties += [(_TRIED, astuple(each)) for each in tried]
    outcome = request.node.stash.get(_OUTCOME, None)
    assert tried or outcome != "passed", "the test passed and recorded nothing"


_OUTCOME = pytest.StashKey[str]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_OUTCOME] = report.outcome
    return report


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    target = config.getoption("--reliability", None)
    if target and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Page(Path(target)), "reliability")


class _Page:
    """Gathers what the tests did, from all the processes that run them."""

    def __init__(self, target: Path) -> None:
        self._target, self._tried, self._failed = target, list[Tried](), 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._failed += report.failed
        if report.when == "teardown":
            self._tried += [tried_from(value) for name, value in report.user_properties if name == _TRIED]
        elif report.skipped and isinstance(report.longrepr, tuple):
            number = number_of(report.nodeid.rpartition("::")[2])
            if number is not None:
                self._tried.append(Tried(number, "", 0, 0, report.longrepr[2].removeprefix("Skipped: ")))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
        if exitstatus:
            terminalreporter.write_line(f"{self._target} is not written: not every test passed.")
            return
        self._target.write_text(page(self._tried, _system()), encoding="utf-8")
        terminalreporter.write_line(f"Wrote {self._target}.")


def tried_from(value: object) -> Tried:
    """What travelled from the process of a test, as a tuple that became a list."""
    assert isinstance(value, list | tuple)
    number, how, cases, lost, skipped = value
    return Tried(number, how, cases, lost, skipped)


def _system() -> str:
    kernel = f"{platform.system()} {platform.release().partition('-')[0]}"
    return f"{datetime.now(UTC):%Y-%m-%d}, {kernel}, Python {platform.python_version()}"
