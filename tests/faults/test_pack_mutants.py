"""The pack that ships, spoilt in tens of thousands of ways: refused with a place, or read and used."""

from __future__ import annotations

import pytest
from tests.faults.conftest import Record
from tests.faults.packmutants import MOST_MEBIBYTES, Mutants, peak

SOME, ALL = 2_000, 100_000
A_GO = 500
PARTS = 4
"""So that several processes may share the work."""


@pytest.mark.parametrize("part", [pytest.param(n, marks=[pytest.mark.soak] if n else []) for n in range(PARTS)])
def test_fault_20_a_spoilt_pack_is_refused_with_its_place_or_used(
    part: int, record: Record, soaking: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    mutants = Mutants(monkeypatch)
    mutants.judge(range(ALL, ALL + 50))
    begin = peak()
    numbers = range(part * ALL // PARTS, (part + 1) * ALL // PARTS) if soaking else range(SOME)
    for first in numbers[::A_GO]:
        verdicts = mutants.judge(range(first, first + A_GO))
        assert verdicts.broken == []
        record("a mutant of a file of the pack, refused", cases=verdicts.refused)
        record("a mutant of a file of the pack, read and asked", cases=verdicts.used)
    assert peak() - begin < MOST_MEBIBYTES
