"""The rules on a whole quiz, one a file, in the order in which authors read them."""

from __future__ import annotations

from ctoquiz.quality.quizrules import few_negations, told_elsewhere
from ctoquiz.quality.rule import QuizRule

QUIZ_RULES: tuple[QuizRule, ...] = (
    few_negations.RULE,
    told_elsewhere.RULE,
)
"""The rules on the questions of one quiz."""
