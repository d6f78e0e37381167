"""The ways of asking that several kinds of fact share: one right option, words to type, things to match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import AnyQuestion, Match, Number, Option, Order, Single, Typed
from ctoquiz.domain.questions.answers import listed
from ctoquiz.domain.text import Text, each
from ctoquiz.domain.units import figure
from ctoquiz.generation.base import Asked, Blueprint, level_of
from ctoquiz.generation.options import alike, distinct, distractors, mixed

Pool = Callable[[], Iterable[Option]]
"""Gives the wrong options that there are; called only when the question is built."""

_LAST_SIGN = re.compile(r"\s*[?.!:…]?\Z")

Link = tuple[Text, Text]
"""Something on the left, and what it goes with on the right."""

FEWEST_MATCHED, MOST_MATCHED = 3, 4
FEWEST_STEPS, MOST_STEPS = 3, 7


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
    """A number to type; the prompt says how far off an answer may be."""

    def build(_: Chance) -> AnyQuestion:
        head = asked.head(template, level, with_tolerance(prompt, tolerance, unit), why)
        return Number(**head, value=value, unit=unit, tolerance=tolerance)

    return asked.blueprint(template, "number", level, build)


def with_tolerance(prompt: Text, tolerance: float, unit: str) -> Text:
    """The prompt with the tolerance put before its last sign: `Combien (± 500 €) ?`; as it is where there is none."""
    if not tolerance:
        return prompt
    written = figure(tolerance, unit, tuple(prompt))
    return each(prompt, lambda language, words: _before_last_sign(words, f" (±\u00a0{written[language]})"))


def pairs(
    asked: Asked, template: str, prompt: Text | None, links: Sequence[Link], *, conditional: bool = False
) -> Iterator[Blueprint]:
    """Things to match, each with its own: up to four of the links are shown, their right sides in a random order.

    Where several links share a right side, it is shown once. Not asked where there is no wording, where fewer than
    three links can be told apart, or where they all have the same right side.
    """
    clear = _clear(links)
    rights = {str(sorted(right.items())) for _, right in clear}
    if prompt is None or len(clear) < FEWEST_MATCHED or len(rights) == 1:
        return
    level = level_of("match", conditional=conditional)
    why = asked.family.explanation or listed([chain(" → ", link) for link in clear])

    def build(chance: Chance) -> AnyQuestion:
        shown = _varied(clear, chance)
        rights = chance.shuffled(list(distinct(Option(right) for _, right in shown)))
        texts = [dict(option.text) for option in rights]
        return Match(
            **asked.head(template, level, prompt, why),
            left=tuple(left for left, _ in shown),
            options=tuple(rights),
            right=tuple(texts.index(dict(right)) for _, right in shown),
        )

    yield asked.blueprint(template, "match", level, build)


def ordered(
    asked: Asked, template: str, prompt: Text | None, steps: Sequence[Text], *, conditional: bool = False
) -> Iterator[Blueprint]:
    """Things to put in order; `steps` are given first to last.

    Not asked where there is no wording, where there are fewer than three steps or more than seven, or where two of
    them read the same.
    """
    if prompt is None or not FEWEST_STEPS <= len(steps) <= MOST_STEPS or len(_told_apart(steps)) < len(steps):
        return
    level = level_of("order", conditional=conditional)
    why = asked.family.explanation or chain(" → ", steps)

    def build(chance: Chance) -> AnyQuestion:
        places = chance.shuffled(range(len(steps)))
        return Order(
            **asked.head(template, level, prompt, why),
            options=tuple(Option(steps[place]) for place in places),
            right=tuple(places.index(place) for place in range(len(steps))),
        )

    yield asked.blueprint(template, "order", level, build)


def _before_last_sign(words: str, added: str) -> str:
    place = len(words) - len(match.group()) if (match := _LAST_SIGN.search(words)) else len(words)
    return words[:place] + added + words[place:]


def chain(sign: str, texts: Sequence[Text]) -> Text:
    """The texts as one, the sign between them."""
    return {language: sign.join(text[language] for text in texts) for language in texts[0]}


def _told_apart(texts: Sequence[Text]) -> list[Option]:
    return list(distinct(Option(text) for text in texts))


def _clear(links: Sequence[Link]) -> list[Link]:
    """The links that can be told apart: no two left sides alike, right sides either the same or unlike throughout."""
    kept: list[Link] = []
    for left, right in links:
        if all(not alike(left, other) and (right == same or not alike(right, same)) for other, same in kept):
            kept.append((left, right))
    return kept


def _varied(links: Sequence[Link], chance: Chance) -> list[Link]:
    """Up to four links with as many different right sides as can be, then any."""
    by_right: dict[str, list[Link]] = {}
    for link in chance.shuffled(links):
        by_right.setdefault(str(sorted(link[1].items())), []).append(link)
    groups = list(by_right.values())
    shown = [group[0] for group in groups][:MOST_MATCHED]
    rest = [link for group in groups for link in group[1:]]
    return chance.shuffled(shown + rest[: MOST_MATCHED - len(shown)])
