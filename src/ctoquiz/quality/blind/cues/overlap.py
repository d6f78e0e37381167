"""What words the options share with each other and with the prompt."""

from __future__ import annotations

from ctoquiz.errors import N_
from ctoquiz.quality.blind.cue import Cue, Scores, choice
from ctoquiz.quality.blind.sight import Sight


def like_others(sight: Sight) -> Scores:
    """How many words an option shares with the others, each word counted once for each option that has it."""
    said = sight.item.said
    return [sum(len(own & other) for other in said if other is not own) for own in said]


def unlike_others(sight: Sight) -> Scores:
    """The option that shares the fewest words with the others."""
    return [-shared for shared in like_others(sight)]


def like_prompt(sight: Sight) -> Scores:
    """How many words an option shares with the prompt."""
    return [len(own & sight.item.asked) for own in sight.item.said]


def unlike_prompt(sight: Sight) -> Scores:
    """The option that shares the fewest words with the prompt."""
    return [-shared for shared in like_prompt(sight)]


CUES = (
    Cue("like-others", N_("the option that shares most words with the others"), choice(like_others)),
    Cue("unlike-others", N_("the option that shares fewest words with the others"), choice(unlike_others)),
    Cue("like-prompt", N_("the option that shares most words with the question"), choice(like_prompt)),
    Cue("unlike-prompt", N_("the option that shares fewest words with the question"), choice(unlike_prompt)),
)
