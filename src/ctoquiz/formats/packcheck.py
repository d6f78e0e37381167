"""What `pack check` found, for a reader and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ctoquiz.domain.jsonvalue import Json
from ctoquiz.domain.quiz import Edition
from ctoquiz.errors import Problem, Where
from ctoquiz.formats.blind import blind_json, blind_text
from ctoquiz.formats.questions import edition_json
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import Words
from ctoquiz.quality.blind.table import Table
from ctoquiz.quality.checking import Checked, Seen, Waived
from ctoquiz.quality.finding import Flaw, Severity

CHECK_SCHEMA = "ctoquiz/check/1"


@frozen
class Line:
    """Something found, and its place."""

    where: Where
    seen: Seen


@frozen
class SetAside:
    """A waiver that waives something, and its place."""

    where: Where
    waived: Waived


@frozen
class Counts:
    """What was looked at: facts, those of drafts (not asked), questions, and how often each question was built."""

    facts: int
    questions: int
    builds: int
    drafts: int = 0


@frozen
class Report:
    """All that was found in a pack, in the order of its files; no edition and no counts where it couldn't be read.

    `not_run` names the rules that need something that was not given, each with what that is; `blind` is the table of
    the blind solver where it ran.
    """

    edition: Edition | None
    counts: Counts | None
    lines: tuple[Line, ...]
    waived: tuple[SetAside, ...] = ()
    not_run: tuple[tuple[str, str], ...] = ()
    blind: Table | None = None

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return len(self.of(Severity.ERROR))

    def of(self, severity: Severity) -> Sequence[Line]:
        """What is so bad."""
        return [line for line in self.lines if line.seen.finding.severity is severity]


def report_text(report: Report, say: Words) -> str:
    """A line for everything found, errors first, then warnings and waivers; what was not run; the counts."""
    blocks = [
        _block(say("Errors"), [_line(line, say) for line in report.of(Severity.ERROR)]),
        _block(say("Warnings"), [_line(line, say) for line in report.of(Severity.WARNING)]),
        _block(say("Waived"), [_set_aside(each, say) for each in report.waived]),
        "" if report.blind is None else blind_text(report.blind, say).rstrip(),
        "\n".join(_not_run(report, say)),
        _sum(report, say),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def flaws_text(checked: Checked, question: str, say: Words) -> str:
    """What is wrong with one question, and what of it is waived; empty where nothing is."""
    found = [each for each in checked.seen if each.finding.about == question]
    waived = [(each, one.waiver.reason) for one in checked.waived for each in one.seen]
    lines = [
        *(f"  {_flaw(each, say)}" for each in found),
        *("  " + say("{flaw} (Waived: {reason})", flaw=_flaw(each, say), reason=reason) for each, reason in waived),
    ]
    return "\n".join(["", say("Breaks rules (see ctoquiz pack check):"), *lines]) + "\n" if lines else ""


def _flaw(seen: Seen, say: Words) -> str:
    finding = seen.finding
    language = f" ({finding.flaw.language})" if finding.flaw.language else ""
    return f"{finding.rule}{language}: {said(finding.flaw, say)}" + _often(seen, say)


def report_json(report: Report, say: Words) -> dict[str, Json]:
    """The same for programs; messages in the user's language, names of rules in none."""
    counts = report.counts
    return {
        "schema": CHECK_SCHEMA,
        "pack": None if report.edition is None else edition_json(report.edition),
        "sound": not report.errors,
        "counts": {
            "facts": counts.facts if counts else None,
            "drafts": counts.drafts if counts else None,
            "questions": counts.questions if counts else None,
            "builds": counts.builds if counts else None,
            "errors": report.errors,
            "warnings": len(report.of(Severity.WARNING)),
            "waived": len(report.waived),
        },
        "findings": [_finding_json(line, say) for line in report.lines],
        "waived": [_waived_json(each) for each in report.waived],
        "blind": None if report.blind is None else blind_json(report.blind),
        "not_run": [{"rule": rule, "needs": say(needs)} for rule, needs in report.not_run],
    }


def _not_run(report: Report, say: Words) -> Iterator[str]:
    """A line for everything that was not given: the rules that need it."""
    for needs in dict.fromkeys(needs for _, needs in report.not_run):
        rules = ", ".join(rule for rule, need in report.not_run if need == needs)
        yield say("Not run: {rule} ({needs}).", rule=rules, needs=say(needs))


def _block(title: str, lines: Sequence[str]) -> str:
    return "\n".join([title, *lines]) if lines else ""


def _line(line: Line, say: Words) -> str:
    finding, seen = line.seen.finding, line.seen
    about = f"{finding.about} ({finding.flaw.language})" if finding.flaw.language else finding.about
    parts = [part for part in (str(line.where), finding.rule, about) if part]
    return ": ".join([*parts, said(finding.flaw, say)]) + _often(seen, say)


def _often(seen: Seen, say: Words) -> str:
    """In how many builds of its question it was seen, or in how many quizzes of the pack, where not in all of them."""
    if seen.times == seen.of:
        return ""
    if seen.finding.about:
        return " " + say("(In {times} of {of} builds.)", times=seen.times, of=seen.of)
    return " " + say("(In {times} of {of} quizzes.)", times=seen.times, of=seen.of)


def said(flaw: Flaw, say: Words) -> str:
    """What a flaw says, in the user's language."""
    return _sentence(flaw.message, flaw.values, say)


def _sentence(message: str, values: Mapping[str, object], say: Words) -> str:
    told = {
        name: _sentence(value.message, value.values, say) if isinstance(value, Problem) else value
        for name, value in values.items()
    }
    return say(message, **told)


def _set_aside(each: SetAside, say: Words) -> str:
    waiver, count = each.waived.waiver, len(each.waived.seen)
    findings = say.plural("{n} finding", "{n} findings", count)
    return f"{each.where}: {waiver.rule}: {each.waived.about}: {waiver.reason} ({findings})"


def _sum(report: Report, say: Words) -> str:
    found = ", ".join(_found(report, say))
    if report.edition is None or report.counts is None:
        return say("The pack can’t be read whole, so that its questions were not checked: {found}.", found=found)
    counts = report.counts
    looked_at = [
        say.plural("{n} fact", "{n} facts", counts.facts),
        *([say.plural("{n} draft fact", "{n} draft facts", counts.drafts)] if counts.drafts else []),
        say.plural("{n} question", "{n} questions", counts.questions),
    ]
    return say(
        "Pack {id}, edition {version}: {looked_at}, each built {builds} times; {found}.",
        id=report.edition.id,
        version=report.edition.version,
        looked_at=", ".join(looked_at),
        builds=counts.builds,
        found=found,
    )


def _found(report: Report, say: Words) -> Iterator[str]:
    yield say.plural("{n} error", "{n} errors", report.errors)
    yield say.plural("{n} warning", "{n} warnings", len(report.of(Severity.WARNING)))
    yield say.plural("{n} waived", "{n} waived", len(report.waived))


def _finding_json(line: Line, say: Words) -> Json:
    finding = line.seen.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        **_where_json(line.where),
        "about": finding.about or None,
        "language": finding.flaw.language,
        "message": said(finding.flaw, say),
        "times": line.seen.times,
        "builds": line.seen.of,
    }


def _waived_json(each: SetAside) -> Json:
    waived = each.waived
    return {
        "rule": waived.waiver.rule,
        **_where_json(each.where),
        "about": waived.about,
        "reason": waived.waiver.reason,
        "findings": len(waived.seen),
    }


def _where_json(where: Where) -> dict[str, Json]:
    return {"file": where.file or None, "line": where.line, "column": where.column}
