"""A file of a pack as it was found."""

from __future__ import annotations

from ctoquiz.frozen import frozen

MANIFEST = "pack.yaml"

ASSESSMENT = "assessment.yaml"
"""The self-assessment, beside the manifest of a pack that has one."""


@frozen
class PackFile:
    """One file of a pack: its path as the user knows it, and its bytes."""

    name: str
    data: bytes
