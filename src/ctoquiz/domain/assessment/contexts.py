"""The kinds of company under which the same answers are read, and the cuts between verdicts."""

from __future__ import annotations

from ctoquiz.domain.facts.base import STRICT
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen

CONTEXTS = ("startup", "sme", "group")
"""The ids of the contexts; a pack gives them in the order in which it wants them shown."""

DEFAULT_CONTEXT = "sme"


@frozen(kw_only=True)
class Context:
    """A kind of company. `explanation` says in one line why its weights and thresholds are as they are; `facts` are
    what the document says that they were derived from.
    """

    __pydantic_config__ = STRICT

    id: str
    title: Text
    explanation: Text
    facts: tuple[str, ...] = ()


@frozen(kw_only=True)
class Cuts:
    """The readiness, from 0.0 to 1.0, from which on the verdict is “close”, and that from which on it is “ready”."""

    __pydantic_config__ = STRICT

    close: float
    ready: float
