"""A file of a pack as it was found."""

from __future__ import annotations

from dataclasses import dataclass

MANIFEST = "pack.yaml"

ASSESSMENT = "assessment.yaml"
"""The self-assessment, beside the manifest of a pack that has one."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack: its path as the user knows it, and its bytes."""

    name: str
    data: bytes
