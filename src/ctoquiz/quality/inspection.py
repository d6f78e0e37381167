"""Questions held to the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.quality.finding import Finding, Severity
from ctoquiz.quality.rule import QuestionRule, ViewRule
from ctoquiz.quality.rules import QUESTION_RULES
from ctoquiz.quality.told import told_of, views
from ctoquiz.quality.view import Told
from ctoquiz.quality.waiving import waiver_of


def inspect(
    question: AnyQuestion,
    pack: Pack,
    rules: Iterable[ViewRule | QuestionRule] = QUESTION_RULES,
    said: Mapping[str, Told] | None = None,
) -> Iterator[Finding]:
    """What the rules on single questions find wrong with it, rule by rule, in every language.

    `said` is what the facts behind it say, where that was worked out before (see `ctoquiz.quality.told`).
    """
    seen = tuple(views(question, said or told_of(question, pack)))
    for rule in rules:
        if isinstance(rule, QuestionRule):
            flaws = rule.look(question)
        elif not rule.kinds or question.kind in rule.kinds:
            flaws = (flaw for view in seen for flaw in rule.look(view))
        else:
            continue
        yield from (Finding(rule.name, rule.severity, question.id, flaw) for flaw in flaws)


def sound(question: AnyQuestion, pack: Pack) -> bool:
    """Whether the question may be asked: no rule on single questions finds an error in it that isn't waived."""
    return not any(
        finding.severity is Severity.ERROR and waiver_of(finding.rule, question.id, pack) is None
        for finding in inspect(question, pack)
    )
