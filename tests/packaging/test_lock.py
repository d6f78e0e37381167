"""CI installs what the lock names, file by file; the lock holds all that the project asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")


def pinned() -> dict[str, str]:
    """The version of each package of the lock."""
    return {canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.M)}


def wanted() -> list[Requirement]:
    """What the project, its tests and its tools ask for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [each for group in project["dependency-groups"].values() for each in group if isinstance(each, str)]
    return [*map(Requirement, [*project["build-system"]["requires"], *project["project"]["dependencies"], *groups])]


def test_the_lock_holds_a_version_that_fits_each_requirement() -> None:
    found = pinned()
    missing = [str(each) for each in wanted() if canonicalize_name(each.name) not in found]
    assert missing == []
    unfit = [str(each) for each in wanted() if not each.specifier.contains(found[canonicalize_name(each.name)])]
    assert unfit == []


def test_every_file_of_the_lock_has_a_hash_and_none_has_a_host() -> None:
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.M)[1:]
    assert len(entries) == len(pinned())
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in LOCK


def test_the_tests_ask_for_the_same_as_an_extra_and_as_a_group() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["dependency-groups"]["test"] == project["project"]["optional-dependencies"]["test"]
