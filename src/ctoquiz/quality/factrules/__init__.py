"""The rules on facts, one a file: what is wrong with a pack before anything is asked."""

from __future__ import annotations

from ctoquiz.quality.factrules import (
    assessment_form,
    contradiction,
    duplicate_fact,
    explained,
    figures_agree,
    implied_figure,
    one_spelling,
    overlap,
    silent_fact,
)
from ctoquiz.quality.rule import PackRule

FACT_RULES: tuple[PackRule, ...] = (
    duplicate_fact.RULE,
    contradiction.RULE,
    overlap.RULE,
    silent_fact.RULE,
    explained.RULE,
    figures_agree.RULE,
    implied_figure.RULE,
    one_spelling.RULE,
    assessment_form.RULE,
)
"""In the order in which authors read them."""
