"""The values that JSON can hold."""

from __future__ import annotations

from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""What a file of YAML or JSON is once it is read: plain values, lists, and mappings with text keys."""

JsonObject: TypeAlias = dict[str, Json]
"""A mapping with text keys: what an answer, a result and most files of ours are."""
