"""The assessment of the example pack, whose numbers a person can follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.pack import Pack
from ctoquiz.storage.packs import load_pack

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "mini-pack"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(str(EXAMPLE))


@pytest.fixture(scope="session")
def assessment(pack: Pack) -> Assessment:
    assert pack.assessment is not None
    return pack.assessment
