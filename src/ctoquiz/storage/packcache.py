"""Packs that were read and checked before, kept ready to use.

Reading YAML with care and checking it takes most of the time of a short command. What was read from files with a given
digest is the same for ever, so that it is kept in the user's cache folder as JSON, under a name that holds the digest
and the version of the tool. Losing the cache loses nothing; a file in it that isn't exactly right is not used.
"""

from __future__ import annotations

from ctoquiz.domain.pack import Pack


def load(digest: str) -> Pack | None:
    """The pack with that digest, if it is kept."""
    return None


def save(pack: Pack) -> None:
    """Keep the pack; where it can't be kept, nothing happens."""
