"""The blind solver's own proof: for each rule that hides the key, a pack with that flaw planted is caught."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest
from tests.blindkit import Asked, Plant, clean_choice, gaining, longest_in, options, solved, told, word

from ctoquiz.domain.chance import Chance


class Flaw(NamedTuple):
    """What is planted, the rule that it breaks (by its number in the design), and the cues that catch it."""

    what: str
    rule: int
    plant: Plant
    cues: set[str]


def wrong(pattern: str) -> Plant:
    """The wrong options of every choice become that."""
    return options(lambda _, texts: (texts[0], *(pattern.format(text) for text in texts[1:])))


def key(pattern: str) -> Plant:
    """The key of every choice becomes that."""
    return options(lambda _, texts: (pattern.format(texts[0], texts), *texts[1:]))


def figures(*places: int) -> Plant:
    """The options are figures, the key first, at these places on a line."""
    return options(lambda number, _: [str(300 + number + 50 * place) for place in places])


def prompt_of(place: int) -> Plant:
    """The prompt of every choice repeats one of its options."""
    return lambda _, asked, __: replace(asked, prompt=f"Of {asked.options[place]}?") if asked.options else asked


def when(true: bool, pattern: str) -> Plant:
    """The true, or the false, statements become that."""
    return told(lambda _, asked: replace(asked, prompt=pattern.format(asked.prompt)) if asked.true is true else asked)


def only_the_key_after_an(_: int, asked: Asked, __: Chance) -> Asked:
    if not asked.options:
        return asked
    return replace(asked, prompt="It is an ___.", options=(f"a{asked.options[0]}", *asked.options[1:]))


def mostly_b(_: int, asked: Asked, __: Chance) -> Asked:
    return replace(asked, places=(0, 1, 1, 1, 2, 3))


def prompt_states_a_key(number: int, asked: Asked, _: Chance) -> Asked:
    return replace(asked, prompt=f"{clean_choice((number + 1) % 60).options[0]}?") if asked.options else asked


def explanation_states_a_key(number: int, asked: Asked, _: Chance) -> Asked:
    return replace(asked, explanation=clean_choice((number + 1) % 60).options[0]) if asked.options else asked


same_distractors = options(lambda number, texts: (texts[0], *(word(9000 + (number + i) % 5) for i in range(3))))
same_keys = options(lambda number, texts: (word(9000 + number % 4), *texts[1:]))
one_with_a_digit = options(lambda _, texts: (*texts[:3], f"{texts[3]} 7"))
all_in_the_key = options(lambda _, texts: (" ".join(texts), *texts[1:]))
a_quarter_true = told(lambda number, asked: replace(asked, true=number % 4 == 0))
three_quarters_true = told(lambda number, asked: replace(asked, true=number % 4 > 0))

FLAWS = (
    Flaw("the key is the longest in 45 % of 60 facts", 3, longest_in(0.45), {"longest"}),
    Flaw("the key is the shortest", 3, key("{0:.5}"), {"shortest"}),
    Flaw("the prompt and the key share a word", 4, prompt_of(0), {"like-prompt"}),
    Flaw("a distractor repeats the prompt", 4, prompt_of(1), {"unlike-prompt"}),
    Flaw("“all of the above” is right", 5, key("all of the above"), {"all-of-these"}),
    Flaw("distractors are absolute", 6, wrong("always {}"), {"no-absolute"}),
    Flaw("the key hedges", 7, key("usually {0}"), {"hedged"}),
    Flaw("distractors deny", 8, wrong("not {}"), {"no-negation"}),
    Flaw("only the key goes with “an”", 10, only_the_key_after_an, {"agrees"}),
    Flaw("the key alone has a comma", 11, key("{0}, {0}"), {"odd-form"}),
    Flaw("the key is a middle figure", 12, figures(0, -2, -1, 1), {"middle-number"}),
    Flaw("the key is the highest figure", 12, figures(0, -3, -2, -1), {"highest-number"}),
    Flaw("the key is the lowest figure", 12, figures(0, 3, 2, 1), {"lowest-number"}),
    Flaw("the key shares a word with each distractor", 13, all_in_the_key, {"like-others"}),
    Flaw("distractors share a word", 13, wrong("{} zut"), {"unlike-others"}),
    Flaw("one distractor has a digit", 14, one_with_a_digit, {"plain-form"}),
    Flaw("the key is mostly b", 16, mostly_b, {"place-b"}),
    Flaw("the same distractors everywhere", 17, same_distractors, {"rarest", "never-wrong-before"}),
    Flaw("the same keys everywhere", 17, same_keys, {"commonest", "right-before"}),
    Flaw("most statements are true", 18, three_quarters_true, {"always-true", "majority"}),
    Flaw("most statements are false", 18, a_quarter_true, {"always-false", "majority"}),
    Flaw("true statements are longer", 18, when(True, "{} Mumu."), {"longer-true"}),
    Flaw("true statements are shorter", 18, when(False, "{} Mumu."), {"shorter-true"}),
    Flaw("false statements are absolute", 18, when(False, "Always {}"), {"absolute-false"}),
    Flaw("true statements hedge", 18, when(True, "Often {}"), {"hedged-true"}),
    Flaw("false statements deny", 18, when(False, "Not {}"), {"negated-false"}),
    Flaw("true statements have figures", 18, when(True, "{} 5"), {"figure-true"}),
    Flaw("a prompt states a key", 19, prompt_states_a_key, {"asked-elsewhere"}),
    Flaw("an explanation states a key", 19, explanation_states_a_key, {"explained-before"}),
)


@pytest.mark.parametrize("flaw", FLAWS, ids=[f"rule {flaw.rule}: {flaw.what}" for flaw in FLAWS])
def test_a_planted_flaw_is_caught_by_the_cue_that_looks_for_it(flaw: Flaw) -> None:
    table = solved(flaw.what, flaw.plant)

    assert not table.passes
    assert flaw.cues <= gaining(table)
