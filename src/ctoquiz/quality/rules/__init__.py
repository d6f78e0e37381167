"""The rules, one a file, in the order in which authors read them."""

from __future__ import annotations

from ctoquiz.quality.rule import DocumentRule, QuestionRule, ViewRule
from ctoquiz.quality.rules import (
    absolute_terms,
    all_of_the_above,
    clang,
    convergence,
    elision,
    grammatical_cue,
    hedges_kept,
    near_synonyms,
    negation,
    odd_one_out,
    option_count,
    option_length,
    own_wording,
    parallel_options,
    same_everywhere,
    sorted_numbers,
    stand_alone_prompt,
    straight_after,
    vague_terms,
)

QUESTION_RULES: tuple[ViewRule | QuestionRule, ...] = (
    option_count.RULE,
    near_synonyms.RULE,
    option_length.RULE,
    clang.RULE,
    all_of_the_above.RULE,
    absolute_terms.RULE,
    vague_terms.RULE,
    hedges_kept.RULE,
    negation.RULE,
    stand_alone_prompt.RULE,
    straight_after.RULE,
    grammatical_cue.RULE,
    elision.RULE,
    parallel_options.RULE,
    sorted_numbers.RULE,
    convergence.RULE,
    odd_one_out.RULE,
    same_everywhere.RULE,
)
"""The rules on single questions: what was drawn is held to them before it is asked."""

DOCUMENT_RULES: tuple[DocumentRule, ...] = (own_wording.RULE,)
"""The rules that need the document: for authors; a drawn question is not held to them."""
