"""Packs that were read and checked before, kept ready to use.

Reading YAML with care and checking it takes most of the time of a short command. What was read from files with a given
digest is the same for ever, so that it is kept in the user's cache folder as JSON, under a name that holds the digest
and the version of the tool. Losing the cache loses nothing; a file in it that isn't exactly right is not used.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from ctoquiz import __version__
from ctoquiz.domain import facts, pack
from ctoquiz.domain.assessment import profile, whole
from ctoquiz.domain.facts import written
from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.pack import Pack

FORMAT = 1
KEPT = 20
"""So many packs are kept; the ones used longest ago go first."""

_CLASS = "_"
_CLASSES: Mapping[str, type] = {
    name: thing
    for module in (facts, written, pack, whole, profile)
    for name, thing in vars(module).items()
    if isinstance(thing, type) and hasattr(thing, "__dataclass_fields__")
}


def load(digest: str, folder: Path | None) -> Pack | None:
    """The pack with that digest, if it is kept in the folder as it was saved."""
    if folder is None:
        return None
    path = _path(folder, digest)
    try:
        check, _, data = path.read_bytes().partition(b"\n")
        if check != sha256(data).hexdigest().encode():
            return None
        found = json.loads(data, object_hook=_thawed)
        with suppress(OSError):
            os.utime(path)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return found if isinstance(found, Pack) and found.digest == digest else None


def save(pack: Pack, folder: Path | None) -> None:
    """Keep the pack in the folder; where it can't be kept, nothing happens."""
    if folder is None:
        return
    data = json.dumps(pack, default=_frozen, ensure_ascii=False, separators=(",", ":")).encode()
    path = _path(folder, pack.digest)
    partial = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(sha256(data).hexdigest().encode() + b"\n" + data)
        partial.replace(path)
        _forget_oldest(folder)
    except OSError:
        with suppress(OSError):
            partial.unlink()


def _path(folder: Path, digest: str) -> Path:
    return folder / f"pack-{digest[:32]}-{__version__}-{FORMAT}.cache"


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("pack-*.cache"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[KEPT:]:
        path.unlink()


def _frozen(value: object) -> Json:
    """What JSON has no form for: a dataclass as an object that names its class, with what differs from its defaults."""
    if isinstance(value, Mapping):
        return dict(value)
    shape = type(value).__name__
    if shape not in _CLASSES:
        raise TypeError(f"{shape} can’t be kept")
    held = ((name, getattr(value, name), default) for name, default in _defaults(shape))
    return {_CLASS: shape, **{name: cast("Json", item) for name, item, default in held if item != default}}


@cache
def _defaults(shape: str) -> tuple[tuple[str, object], ...]:
    """The names of the fields of a class, each with its default."""
    return tuple((field.name, field.default) for field in fields(_CLASSES[shape]))


def _thawed(values: dict[str, Any]) -> object:
    """What an object of JSON stands for; what it holds is thawed already, but for its lists."""
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(value)
    name = values.pop(_CLASS, None)
    return values if name is None else _CLASSES[name](**values)
