"""The rules that packs are held to, told to authors."""

from __future__ import annotations

from collections.abc import Sequence

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.errors import N_
from ctoquiz.formats.columns import columns
from ctoquiz.i18n.words import Words
from ctoquiz.quality.finding import Severity
from ctoquiz.quality.rule import Rule

RULES_SCHEMA = "ctoquiz/rules/1"

SEVERITIES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning")}


def rules_list(rules: Sequence[Rule], say: Words) -> str:
    """A line for each rule, and how to be told more."""
    rows = [(rule.name, say(SEVERITIES[rule.severity]), say(rule.explanation.what)) for rule in rules]
    return "\n".join([*columns(rows), "", say("Why, and examples: ctoquiz pack check --explain RULE")]) + "\n"


def rule_page(rule: Rule, say: Words) -> str:
    """What a rule demands, why, where that comes from, and an example on either side."""
    told = rule.explanation
    return "\n".join(
        [
            f"{rule.name} ({say(SEVERITIES[rule.severity])})",
            say(told.what),
            "",
            say("Why: {why}", why=say(told.why)),
            say("Source: {source}", source=told.source),
            "",
            say("Breaks it: {example}", example=say(told.bad)),
            say("Keeps it: {example}", example=say(told.good)),
            "",
        ]
    )


def rules_json(rules: Sequence[Rule], say: Words) -> dict[str, Json]:
    """The same for programs."""
    return {"schema": RULES_SCHEMA, "rules": [_rule_json(rule, say) for rule in rules]}


def _rule_json(rule: Rule, say: Words) -> Json:
    told = rule.explanation
    return {
        "name": rule.name,
        "severity": rule.severity.value,
        "what": say(told.what),
        "why": say(told.why),
        "source": told.source,
        "bad": say(told.bad),
        "good": say(told.good),
    }
