"""Options that come again in the quiz, or that feedback, a prompt or an explanation spoke of."""

from __future__ import annotations

from collections.abc import Mapping

from ctoquiz.errors import N_
from ctoquiz.quality.blind.cue import Cue, Scores, choice
from ctoquiz.quality.blind.sight import Sight


def commonest(sight: Sight) -> Scores:
    """In how many questions of the quiz an option comes."""
    return [sight.sheet.shown.get(text, 0) for text in sight.item.strings]


def rarest(sight: Sight) -> Scores:
    """The option that comes in the fewest questions of the quiz."""
    return [-shown for shown in commonest(sight)]


def right_before(sight: Sight) -> Scores:
    """How often feedback said that an option was right."""
    return _known(sight, sight.before.right)


def never_right_before(sight: Sight) -> Scores:
    """The option of which feedback said least often that it was right."""
    return [-times for times in right_before(sight)]


def wrong_before(sight: Sight) -> Scores:
    """How often feedback showed an option as wrong."""
    return _known(sight, sight.before.wrong)


def never_wrong_before(sight: Sight) -> Scores:
    """The option that feedback showed least often as wrong."""
    return [-times for times in wrong_before(sight)]


def explained_before(sight: Sight) -> Scores:
    """The share of an option's words that earlier explanations held."""
    told = sight.before.told
    return [len(own & told) / len(own) if own else 0.0 for own in sight.item.said]


def asked_elsewhere(sight: Sight) -> Scores:
    """The share of an option's words that come in prompts of other questions of the quiz."""
    asked, here = sight.sheet.asked, sight.sheet.prompts[sight.item.number]
    return [
        sum(asked.get(stem, 0) > (stem in here) for stem in own) / len(own) if own else 0.0 for own in sight.item.said
    ]


def _known(sight: Sight, times: Mapping[str, int]) -> Scores:
    return [times.get(text, 0) for text in sight.item.strings]


CUES = (
    Cue("commonest", N_("the option that comes most often in the quiz"), choice(commonest)),
    Cue("rarest", N_("the option that comes least often in the quiz"), choice(rarest)),
    Cue("right-before", N_("the option that was right before"), choice(right_before)),
    Cue("never-right-before", N_("an option that was not right before"), choice(never_right_before)),
    Cue("wrong-before", N_("the option that was wrong before"), choice(wrong_before)),
    Cue("never-wrong-before", N_("an option that was not wrong before"), choice(never_wrong_before)),
    Cue("explained-before", N_("the option that earlier explanations spoke of"), choice(explained_before)),
    Cue("asked-elsewhere", N_("the option that other questions speak of"), choice(asked_elsewhere)),
)
