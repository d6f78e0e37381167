"""Every rule by its name, of whatever reach.

Not in `ctoquiz.quality.rules`, so that a quiz, which needs the rules on single questions alone, imports no others.
"""

from __future__ import annotations

from collections.abc import Mapping

from ctoquiz.quality.factrules import FACT_RULES
from ctoquiz.quality.packrules import PACK_RULES
from ctoquiz.quality.quizrules import QUIZ_RULES
from ctoquiz.quality.rule import Rule
from ctoquiz.quality.rules import DOCUMENT_RULES, QUESTION_RULES
from ctoquiz.quality.standing import BLIND, FORMAT, IDLE_WAIVER

ORDERED: tuple[Rule, ...] = (
    FORMAT,
    *FACT_RULES,
    *QUESTION_RULES,
    *DOCUMENT_RULES,
    *QUIZ_RULES,
    *PACK_RULES,
    BLIND,
    IDLE_WAIVER,
)
"""In the order in which authors read them: facts, questions, quizzes, the pack."""

RULES: Mapping[str, Rule] = {rule.name: rule for rule in ORDERED}
"""By name."""
