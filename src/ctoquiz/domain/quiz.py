"""A quiz: questions in their order, and the ways in which it can be played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.text import Text
from ctoquiz.frozen import frozen


@frozen
class Edition:
    """Which pack, and which edition of its content: `digest` is SHA-256 over its files, in hexadecimal."""

    id: str
    version: str
    digest: str
    languages: tuple[str, ...]


@frozen(kw_only=True)
class Quiz:
    """Questions in the order in which they are asked, drawn from what one `document` says.

    `code` fixes the quiz for whoever has the same pack; it is None for a quiz that only this person can have. `seed`
    is the text that was given. `chance` is the key from which the options of each question are drawn; `rebuilt` says,
    by their ids, how often some of them had to be drawn again from it.
    """

    edition: Edition
    title: Text
    document: Text
    code: str | None
    seed: str | None
    chance: str
    questions: tuple[AnyQuestion, ...]
    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    levels: tuple[str, ...]
    topic_titles: dict[str, Text]
    rebuilt: Mapping[str, int] = field(default_factory=dict)


@frozen(kw_only=True)
class Manner:
    """How a quiz is played: its language, without feedback (`exam`), with certainties, a limit in seconds for the
    whole quiz, and a pass mark in percent.
    """

    lang: str
    exam: bool = False
    certainty: bool = False
    time_limit: float | None = None
    pass_mark: float | None = None
