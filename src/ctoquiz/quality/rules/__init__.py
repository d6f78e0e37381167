"""The rules, one a file, in the order in which authors read them."""

from __future__ import annotations

from ctoquiz.quality.rule import QuestionRule, ViewRule
from ctoquiz.quality.rules import clang, option_count

QUESTION_RULES: tuple[ViewRule | QuestionRule, ...] = (
    option_count.RULE,
    clang.RULE,
)
"""The rules on single questions: what was drawn is held to them before it is asked."""
