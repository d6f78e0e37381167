"""The ways of asking that several kinds of fact share: one right option, words to type, things to match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ctoquiz.domain.chance import Chance
from ctoquiz.domain.questions import AnyQuestion, Match, Multiple, Number, Option, Order, Single, Typed
from ctoquiz.domain.questions.answers import listed
from ctoquiz.domain.text import Text, each
from ctoquiz.domain.units import figure
from ctoquiz.generation.base import Asked, Blueprint, level_of
from ctoquiz.generation.candidates import Candidate, candidate, distinct, labels
from ctoquiz.generation.options import distractors, mixed, ticks

Pool = Callable[[], Iterable[Candidate]]
"""Gives the wrong answers that there are, distinct and none of them right; called when the question is built."""

_LAST_SIGN = re.compile(r"\s*[?.!:…]?\Z")

Link = tuple[Text, Text]
"""Something on the left, and what it goes with on the right."""

FEWEST_MATCHED, MOST_MATCHED = 3, 4
FEWEST_STEPS, MOST_STEPS = 3, 7
FEW_WORDS = 2


def single(
    asked: Asked, template: str, wording: Text, key: Text, pool: Pool, *, level: str, why: Text | None = None
) -> Blueprint:
    """One right option among distractors from the pool."""

    def build(chance: Chance) -> AnyQuestion:
        wrong = [each.option for each in distractors(key, list(pool()), chance)]
        options, right = mixed(Option(key), wrong, chance)
        return Single(**asked.head(template, level, asked.filled(wording), why), options=options, right=right)

    return asked.blueprint(template, "single", level, build)


def ticked(asked: Asked, template: str, wording: Text, right: Pool, wrong: Pool, why: Text | None = None) -> Blueprint:
    """Some right options among wrong ones, all that are right to be ticked."""
    level = level_of("multiple")

    def build(chance: Chance) -> AnyQuestion:
        keys, others = ticks(list(right()), list(wrong()), chance)
        shown = chance.shuffled([(Option(key.text), True) for key in keys] + [(each.option, False) for each in others])
        return Multiple(
            **asked.head(template, level, asked.filled(wording), why),
            options=tuple(option for option, _ in shown),
            right=frozenset(place for place, (_, is_key) in enumerate(shown) if is_key),
        )

    return asked.blueprint(template, "multiple", level, build)


def typed(
    asked: Asked,
    template: str,
    wording: Text,
    right: Text,
    aliases: Mapping[str, tuple[str, ...]],
    others: Callable[[], Sequence[Text]],
) -> Blueprint:
    """Words to type, harder where there are many; `others` are labels that a slip of the pen must not reach."""
    level = level_of("text", combined=any(len(words.split()) > FEW_WORDS for words in right.values()))

    def build(_: Chance) -> AnyQuestion:
        known = others()
        return Typed(
            **asked.head(template, level, asked.filled(wording)),
            accepted={language: (words, *aliases.get(language, ())) for language, words in right.items()},
            others={language: tuple([text[language] for text in known]) for language in right},
        )

    return asked.blueprint(template, "text", level, build)


def number(
    asked: Asked, template: str, wording: Text, value: float, unit: str, tolerance: float, *, level: str
) -> Blueprint:
    """A number to type; the prompt says how far off an answer may be."""

    def build(_: Chance) -> AnyQuestion:
        head = asked.head(template, level, with_tolerance(asked.filled(wording), tolerance, unit))
        return Number(**head, value=value, unit=unit, tolerance=tolerance)

    return asked.blueprint(template, "number", level, build)


def with_tolerance(prompt: Text, tolerance: float, unit: str) -> Text:
    """The prompt with the tolerance put before its last sign: `Combien (± 500 €) ?`; as it is where there is none."""
    if not tolerance:
        return prompt
    written = figure(tolerance, unit, tuple(prompt))
    return each(prompt, lambda language, words: _before_last_sign(words, f" (±\u00a0{written[language]})"))


def pairs(asked: Asked, template: str, links: Iterable[Link], *, conditional: bool = False) -> Iterator[Blueprint]:
    """Things to match, each with its own: up to four of the links are shown, their right sides in a random order.

    Where several links share a right side, it is shown once. Not asked where there is no wording, where fewer than
    three links can be told apart, or where they all have the same right side.
    """
    wording = asked.family.wording(template)
    clear = _clear(links) if wording else []
    if not wording or len(clear) < FEWEST_MATCHED or all(right == clear[0][1] for _, right in clear):
        return
    level = level_of("match", conditional=conditional)

    def build(chance: Chance) -> AnyQuestion:
        shown = _varied(clear, chance)
        rights = chance.shuffled([Option(right.text) for right in distinct(candidate(right) for _, right in shown)])
        texts = [option.text for option in rights]
        why = asked.family.explanation or listed([chain(" → ", link) for link in clear])
        return Match(
            **asked.head(template, level, wording, why),
            left=tuple(left for left, _ in shown),
            options=tuple(rights),
            right=tuple(texts.index(right) for _, right in shown),
        )

    yield asked.blueprint(template, "match", level, build)


def ordered(asked: Asked, template: str, steps: Sequence[Text], *, conditional: bool = False) -> Iterator[Blueprint]:
    """Things to put in order; `steps` are given first to last.

    Not asked where there is no wording, where there are fewer than three steps or more than seven, or where two of
    them read the same.
    """
    wording = asked.family.wording(template)
    if wording is None or not FEWEST_STEPS <= len(steps) <= MOST_STEPS or not _all_differ(steps):
        return
    level = level_of("order", conditional=conditional)

    def build(chance: Chance) -> AnyQuestion:
        places = chance.shuffled(range(len(steps)))
        return Order(
            **asked.head(template, level, wording, asked.family.explanation or chain(" → ", steps)),
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


def _all_differ(texts: Sequence[Text]) -> bool:
    return len(list(distinct(map(candidate, texts)))) == len(texts)


def _clear(links: Iterable[Link]) -> list[Link]:
    """The links that can be told apart: no two left sides alike, right sides either the same or unlike throughout."""
    kept: list[Link] = []
    lefts: set[tuple[str, str]] = set()
    rights: dict[tuple[str, str], Text] = {}
    for left, right in links:
        start, end = labels(left), labels(right)
        if lefts.isdisjoint(start) and all(rights.get(label, right) == right for label in end):
            kept.append((left, right))
            lefts |= start
            rights.update(dict.fromkeys(end, right))
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
