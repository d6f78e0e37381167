"""Certainty marks, and how well certainty and success went together, in plain words."""

from __future__ import annotations

from ctoquiz.domain.scoring import CertaintyScore
from ctoquiz.errors import N_
from ctoquiz.terminal.lines import Line
from ctoquiz.terminal.look import Look
from ctoquiz.terminal.summary import Summary

TENDENCIES = {
    "over": N_("That is over-confident, by more than chance: doubt a little more."),
    "under": N_("That is under-confident, by more than chance: you know more than you dare say."),
    "fits": N_("The two agree as well as so few answers can tell."),
}


def calibration_lines(summary: Summary, look: Look) -> list[Line]:
    """The part of the last page on certainty; nothing where no certainty was asked."""
    score = summary.score.certainty
    if score is None:
        return []
    lines = look.heading(look.say("Certainty"))
    lines += look.prose(
        look.say("Marks: {marks} of {most}.", marks=look.points(score.marks), most=look.points(score.max)), "strong"
    )
    for sentence in _sentences(score, look):
        lines += look.prose(sentence)
    return lines


def _sentences(score: CertaintyScore, look: Look) -> list[str]:
    if score.mean_probability is None or score.share_right is None or score.brier is None:
        return [look.say("No answer carries a certainty.")]
    return [
        look.say(
            "On average you were {stated} sure, and {right} of it was right (fair range {low} to {high}).",
            stated=look.percent(100 * score.mean_probability),
            right=look.percent(100 * score.share_right),
            low=look.percent(100 * score.low),
            high=look.percent(100 * score.high),
        ),
        look.say(TENDENCIES[score.tendency]),
        look.say(
            "Brier score: {brier} (0 is best, 1 worst).",
            brier=look.points(score.brier),
        ),
    ]
