"""The rules on a pack and many quizzes drawn from it, one a file, in the order in which authors read them."""

from __future__ import annotations

from ctoquiz.quality.packrules import key_places, statements_alike, surface_cues
from ctoquiz.quality.rule import PackRule

PACK_RULES: tuple[PackRule, ...] = (
    key_places.RULE,
    surface_cues.RULE,
    statements_alike.RULE,
)
"""The rules on all questions of a pack together, and on many quizzes of it."""
