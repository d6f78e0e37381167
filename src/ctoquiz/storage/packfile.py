"""A file of a pack as it was found."""

from __future__ import annotations

from dataclasses import dataclass

MANIFEST = "pack.yaml"


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack: its path as the user knows it, and its bytes."""

    name: str
    data: bytes
