"""Which questions are wanted."""

from __future__ import annotations

from typing import Protocol

from ctoquiz.frozen import frozen


class Askable(Protocol):
    """What is known of a question before it is built."""

    @property
    def id(self) -> str:
        """Fixes its fact and its template."""

    @property
    def kind(self) -> str:
        """One of the eight kinds."""

    @property
    def topic(self) -> str:
        """The section of the document."""

    @property
    def level(self) -> str:
        """The estimate of how hard it is."""

    @property
    def facts(self) -> tuple[str, ...]:
        """All the facts it rests on."""


@frozen(kw_only=True)
class Selection:
    """The questions that a quiz is drawn from; an empty tuple allows every value. `fact` is a fact or a family."""

    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    fact: str | None = None

    def allows(self, question: Askable) -> bool:
        """Whether the question is wanted."""
        return (
            (not self.topics or question.topic in self.topics)
            and (not self.kinds or question.kind in self.kinds)
            and (not self.levels or question.level in self.levels)
            and (self.fact is None or self.about(question))
        )

    def about(self, question: Askable) -> bool:
        """Whether the question is on the one fact, or on a fact of the one family."""
        return any(name == self.fact or name.startswith(f"{self.fact}.") for name in question.facts)
