"""No two options mean nearly the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.figures import figures, is_figure
from ctoquiz.quality.language.likeness import JACCARD, jaccard, misspelt
from ctoquiz.quality.language.words import meaning
from ctoquiz.quality.rule import Explanation, ViewRule
from ctoquiz.quality.view import CHOICE, View


def look(view: View) -> Iterator[Flaw]:
    """Two options that a reader may take for one, in their own words or by another form that the fact gives them."""
    for one, other in combinations(sorted(view.options), 2):
        if is_figure(one) and is_figure(other):
            message = _same_value(one, other)
        else:
            message = _alias(view, one, other) or _alike(view.language, one, other)
        if message:
            yield Flaw(message, {"one": one, "other": other}, view.language)


def _same_value(one: str, other: str) -> str:
    return N_("“{one}” and “{other}” are the same figure; change one.") if figures(one) == figures(other) else ""


@lru_cache(maxsize=50_000)
def _alike(language: str, one: str, other: str) -> str:
    first, second = meaning(one, language), meaning(other, language)
    ours, theirs = frozenset(first), frozenset(second)
    if jaccard(ours, theirs) >= JACCARD:
        return N_("“{one}” and “{other}” have nearly the same words; change one.")
    if ours and theirs and (ours < theirs or theirs < ours):
        return N_("Of “{one}” and “{other}”, one only adds to the words of the other; change one.")
    if misspelt(" ".join(first), " ".join(second)):
        return N_("“{one}” and “{other}” differ by a few letters alone; change one.")
    return ""


def _alias(view: View, one: str, other: str) -> str:
    """Whether the two are forms of one thing, or a wrong one has all but a word of another form of the right one."""
    for group in view.told.aliases:
        if {one, other} <= group:
            return N_("“{one}” and “{other}” are two forms of the same thing; change one.")
        wrong = {one, other} - group
        if len(wrong) == 1 and wrong <= set(view.wrong) and _near(min(wrong), group, view.language):
            return N_("Of “{one}” and “{other}”, the wrong one is within a word of another right form; change it.")
    return ""


def _near(option: str, forms: frozenset[str], language: str) -> bool:
    """Whether a text has the words of one of the forms, one of them left out or one put in at most."""
    own = frozenset(meaning(option, language))
    others = (frozenset(meaning(form, language)) for form in forms)
    return any(own and other and len(own ^ other) <= 1 for other in others)


RULE = ViewRule(
    name="near-synonyms",
    kinds=CHOICE,
    look=look,
    explanation=Explanation(
        what=N_(
            "No two options have nearly the same words, one all the words of the other, or a meaning that the fact "
            "itself calls the same; options that are figures have different values."
        ),
        why=N_("Of two options that mean the same neither can be the one right one: whoever sees it drops both."),
        source="Haladyna, Downing & Rodriguez 2002, guidelines 19 and 22 (one right answer, independent choices)",
        bad=N_("What does the CTO manage? a. the budget, b. the budget of the team, c. the contracts"),
        good=N_("What does the CTO manage? a. the budget, b. the brand, c. the contracts"),
    ),
)
