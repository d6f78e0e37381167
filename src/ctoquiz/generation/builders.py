"""The ways of asking that several kinds of fact share: one right option, words to type, things to match."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import AnyQuestion, Match, Number, Option, Order, Single, Typed
from ctoquiz.domain.text import Text
from ctoquiz.generation.base import Asked, Blueprint, level_of
from ctoquiz.generation.options import distinct, distractors, mixed

Pool = Callable[[], Iterable[Option]]
"""Gives the wrong options that there are; called only when the question is built."""

MOST_MATCHED = 4


def single(asked: Asked, template: str, prompt: Text, key: Option, pool: Pool, why: Text, *, level: str) -> Blueprint:
    """One right option among distractors from the pool."""

    def build(chance: Chance) -> AnyQuestion:
        wrong = distractors(key.text, list(distinct(pool(), key.text)), chance)
        options, right = mixed(key, wrong, chance)
        return Single(**asked.head(template, level, prompt, why), options=options, right=right)

    return asked.blueprint(template, "single", level, build)


def typed(
    asked: Asked,
    template: str,
    prompt: Text,
    right: Text,
    aliases: Mapping[str, tuple[str, ...]],
    others: Callable[[], Sequence[Text]],
    why: Text,
) -> Blueprint:
    """Words to type; `others` are labels that a slip of the pen must not reach."""
    level = level_of("text")

    def build(_: Chance) -> AnyQuestion:
        known = others()
        return Typed(
            **asked.head(template, level, prompt, why),
            accepted={language: (words, *aliases.get(language, ())) for language, words in right.items()},
            others={language: tuple(text[language] for text in known) for language in right},
        )

    return asked.blueprint(template, "text", level, build)


def number(
    asked: Asked,
    template: str,
    prompt: Text,
    value: float,
    unit: str,
    tolerance: float,
    why: Text,
    *,
    level: str,
) -> Blueprint:
    """A number to type."""

    def build(_: Chance) -> AnyQuestion:
        head = asked.head(template, level, prompt, why)
        return Number(**head, value=value, unit=unit, tolerance=tolerance)

    return asked.blueprint(template, "number", level, build)


def pairs(
    asked: Asked, template: str, prompt: Text, links: Sequence[tuple[Text, Text]], why: Text, *, level: str
) -> Blueprint:
    """Things to match, each with its own: up to four of the links are shown, their right sides in a random order.

    Where several links share a right side, it is shown once. At least two different right sides are shown.
    """

    def build(chance: Chance) -> AnyQuestion:
        shown = _varied(links, chance)
        rights = chance.shuffled(list(distinct(Option(right) for _, right in shown)))
        texts = [dict(option.text) for option in rights]
        return Match(
            **asked.head(template, level, prompt, why),
            left=tuple(left for left, _ in shown),
            options=tuple(rights),
            right=tuple(texts.index(dict(right)) for _, right in shown),
        )

    return asked.blueprint(template, "match", level, build)


def ordered(asked: Asked, template: str, prompt: Text, steps: Sequence[Text], why: Text, *, level: str) -> Blueprint:
    """Things to put in order; `steps` are given first to last."""

    def build(chance: Chance) -> AnyQuestion:
        places = chance.shuffled(range(len(steps)))
        return Order(
            **asked.head(template, level, prompt, why),
            options=tuple(Option(steps[place]) for place in places),
            right=tuple(places.index(place) for place in range(len(steps))),
        )

    return asked.blueprint(template, "order", level, build)


def _varied(links: Sequence[tuple[Text, Text]], chance: Chance) -> list[tuple[Text, Text]]:
    """Up to four links with as many different right sides as can be, then any."""
    by_right: dict[str, list[tuple[Text, Text]]] = {}
    for link in chance.shuffled(links):
        by_right.setdefault(str(sorted(link[1].items())), []).append(link)
    groups = list(by_right.values())
    shown = [group[0] for group in groups][:MOST_MATCHED]
    rest = [link for group in groups for link in group[1:]]
    return chance.shuffled(shown + rest[: MOST_MATCHED - len(shown)])
