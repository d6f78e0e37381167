"""Every number of `docs/scoring-assessment.md` is what the program works out, and what the formulas there give."""

from __future__ import annotations

import re
from math import sqrt
from pathlib import Path

import pytest

from ctoquiz.domain.assessment.advice import advice
from ctoquiz.domain.assessment.answers import Rated, read_rated
from ctoquiz.domain.assessment.comparison import Step
from ctoquiz.domain.assessment.consistency import differences, warnings
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.readiness import Met, Reading, score_assessment
from ctoquiz.storage.packs import load_pack
from ctoquiz.storage.yamlreader import read_yaml

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "scoring-assessment.md").read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """The rows of the table under a mark, without its head."""
    table = re.split(rf"<!-- {name} -->\n\n", PAGE)[1].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.splitlines()[2:]]


def number(value: float | None) -> str:
    assert value is not None
    return f"{value:.4f}"


def share(met: Met) -> str:
    return f"{met.met} of {met.rated}"


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    found = load_pack(str(DOCS / "examples" / "mini-pack")).assessment
    assert found is not None
    return found


@pytest.fixture(scope="module")
def answers() -> dict[str, Rated]:
    block = re.findall(r"<!-- answers -->\n\n```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
    data = read_yaml(block.encode(), "answers")
    assert isinstance(data, dict)
    return {id_: read_rated(value) for id_, value in data.items()}


def reading(assessment: Assessment, answers: dict[str, Rated], context: str, name: str) -> Reading:
    score = score_assessment(assessment, answers, context)
    return score.claimed if name == "claimed" else score.evidenced


def test_the_shares_are_those_of_the_page(assessment: Assessment, answers: dict[str, Rated]) -> None:
    found = []
    for name in ("claimed", "evidenced"):
        result = reading(assessment, answers, "group", name)
        for competency in assessment.competencies:
            given = [answers[statement.id] for statement in competency.statements]
            ratings = [each.rating if name == "claimed" else each.evidenced for each in given]
            met = result.competencies[competency.id]
            low, high = met.interval or (None, None)
            shown = " ".join("n" if rating is None else str(rating) for rating in ratings)
            found.append([name, competency.id, shown, share(met), number(met.p), number(low), number(high)])
    assert found == rows("shares")


def test_the_readings_are_those_of_the_page(assessment: Assessment, answers: dict[str, Rated]) -> None:
    found = []
    for context in ("startup", "sme", "group"):
        for name in ("claimed", "evidenced"):
            result = reading(assessment, answers, context, name)
            shares = ", ".join(share(met) for met in result.competencies.values())
            ends = [number(each) for each in (result.readiness, result.low, result.high)]
            found.append([context, name, shares, *ends, str(result.verdict), str(result.close_call).lower()])
    assert found == rows("readings")


WEIGHTS = {"startup": (2, 1, 1), "sme": (1, 1, 1), "group": (1, 1, 2)}
Z = 1.959964


@pytest.mark.parametrize("row", rows("readings"), ids=lambda row: f"{row[0]}-{row[1]}")
def test_a_pocket_calculator_gets_the_same_readiness(row: list[str]) -> None:
    weights = [weight / sum(WEIGHTS[row[0]]) for weight in WEIGHTS[row[0]]]
    total = below = above = 0.0
    for w, (k, n) in zip(weights, ((int(a), int(b)) for a, b in re.findall(r"(\d) of (\d)", row[2])), strict=True):
        p = k / n
        middle, margin = p + Z**2 / (2 * n), Z * sqrt(p * (1 - p) / n + Z**2 / (4 * n**2))
        low, high = (middle - margin) / (1 + Z**2 / n), (middle + margin) / (1 + Z**2 / n)
        total, below, above = total + w * p, below + (w * (p - low)) ** 2, above + (w * (high - p)) ** 2
    assert [number(total), number(total - sqrt(below)), number(total + sqrt(above))] == row[3:6]


def test_the_steps_shown_for_one_reading_are_right() -> None:
    low = sqrt((0.25 * 0.44936) ** 2 + (0.25 * 0.20441) ** 2 + (0.5 * 0.44936) ** 2)
    high = sqrt((0.25 * 0.20441) ** 2 + (0.25 * 0.44936) ** 2 + (0.5 * 0.20441) ** 2)
    assert f"0.6250 − {low:.4f} = {0.625 - low:.4f}" in PAGE
    assert f"0.6250 + {high:.4f} = {0.625 + high:.4f}" in PAGE


def test_the_gate_of_the_page_fails_and_could_have_passed(assessment: Assessment, answers: dict[str, Rated]) -> None:
    (gate,) = reading(assessment, answers, "startup", "evidenced").gates
    assert (gate.competency, gate.minimum, share(gate.share), gate.close_call) == ("alerts", 0.5, "1 of 4", True)
    assert gate.share.interval is not None
    assert f"goes up to {gate.share.interval[1]:.4f}" in PAGE


def test_the_verdicts_named_on_the_page_are_those_possible(assessment: Assessment, answers: dict[str, Rated]) -> None:
    assert reading(assessment, answers, "group", "claimed").possible == ("building", "close")


def test_the_checks_are_those_of_the_page(assessment: Assessment, answers: dict[str, Rated]) -> None:
    flagged = {each.kind for each in warnings(assessment, answers)}
    found = []
    for kind, turned in (("reworded", False), ("reversed", True)):
        pairs = differences((each for each in assessment.checks if each.reversed is turned), answers)
        ratings = " · ".join(f"{answers[check.of].rating}, {answers[check.id].rating}" for check, _ in pairs)
        steps = [difference for _, difference in pairs]
        mean = number(sum(steps) / len(steps))
        found.append([kind, ratings, ", ".join(map(str, steps)), mean, "yes" if kind in flagged else "no"])
    assert found == rows("checks")
    assert flagged == {"reworded"}


def test_the_advice_is_that_of_the_page(assessment: Assessment, answers: dict[str, Rated]) -> None:
    found = []
    shares = reading(assessment, answers, "group", "claimed").competencies
    for each in advice(assessment, answers, "group"):
        weight, p = each.competency.weights["group"], shares[each.competency.id].p
        assert p is not None
        gain = f"{weight:.0f} × {1 - p:.2f} = {weight * (1 - p):.4f}"
        found.append([each.competency.id, gain, each.statement.id])
    assert found == rows("advice")


@pytest.mark.parametrize(("before", "after", "trend"), rows("progress"))
def test_progress_is_that_of_the_page(before: str, after: str, trend: str) -> None:
    then, now = (Met(int(each[0]), int(each[-1]), 0) for each in (before, after))
    assert Step(then, now).trend == trend
