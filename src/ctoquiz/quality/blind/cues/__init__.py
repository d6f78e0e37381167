"""The cues, in files by what they look at, in the order in which a table lists them."""

from __future__ import annotations

from ctoquiz.quality.blind.cue import Cue
from ctoquiz.quality.blind.cues import agreement, form, length, numbers, overlap, places, statements, strings, wording

CUES: tuple[Cue, ...] = (
    *length.CUES,
    *places.CUES,
    *overlap.CUES,
    *numbers.CUES,
    *strings.CUES,
    *form.CUES,
    *agreement.CUES,
    *wording.CUES,
    *statements.CUES,
)
"""Every cue that the blind player knows."""
