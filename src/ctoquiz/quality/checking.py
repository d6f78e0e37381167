"""A whole pack held to the rules: what each finds, how often, and what of it is waived."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ctoquiz.domain.facts import Waiver
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.errors import N_, Problem
from ctoquiz.frozen import frozen
from ctoquiz.quality.blind.table import Table
from ctoquiz.quality.document import Document
from ctoquiz.quality.finding import Finding, Flaw, Severity
from ctoquiz.quality.inspection import inspect
from ctoquiz.quality.quizrules import QUIZ_RULES
from ctoquiz.quality.rule import DocumentRule, Evidence, PackRule, QuestionRule, QuizRule, ViewRule
from ctoquiz.quality.rules import DOCUMENT_RULES, QUESTION_RULES
from ctoquiz.quality.standing import BLIND, IDLE_WAIVER
from ctoquiz.quality.told import told_of
from ctoquiz.quality.waiving import Path, waiver_of, waivers


@frozen
class Seen:
    """A finding, and in how many of the builds of its question it was seen; one of one for what isn't built."""

    finding: Finding
    times: int = 1
    of: int = 1


@frozen
class Waived:
    """A waiver, the name of what has it, the path to it from there, and all that it sets aside."""

    about: str
    at: Path
    waiver: Waiver
    seen: tuple[Seen, ...]


@frozen
class Checked:
    """What the rules find in a pack: what must be mended or weighed, and what is waived."""

    seen: tuple[Seen, ...]
    waived: tuple[Waived, ...]

    def count(self, severity: Severity) -> int:
        """How many findings are so bad."""
        return sum(each.finding.severity is severity for each in self.seen)


def seen_in(
    builds: Sequence[AnyQuestion], pack: Pack, rules: Sequence[ViewRule | QuestionRule] = QUESTION_RULES
) -> Iterator[Seen]:
    """What the rules find in one question that was built several times over.

    What every build shows is told each for itself. What chance brings differs from build to build: of that, one example
    is told for each rule and language, with how many of the builds have something of the kind; of options that only the
    company of others makes wrong, where most builds are of that kind.
    """
    found: dict[str, _Found] = {}
    said = told_of(builds[0], pack)
    for place, (question, times) in enumerate(_different(builds)):
        for finding in inspect(question, pack, rules, said):
            found.setdefault(_face(finding), _Found(finding, {})).builds[place] = times
    by_chance: dict[tuple[str, str | None], _Found] = {}
    for each in found.values():
        if each.times == len(builds):
            yield Seen(each.finding, each.times, len(builds))
        else:
            kind = each.finding.rule, each.finding.flaw.language
            by_chance.setdefault(kind, _Found(each.finding, {})).builds.update(each.builds)
    company = {rule.name for rule in rules if isinstance(rule, ViewRule) and rule.company}
    for each in by_chance.values():
        if each.finding.rule not in company or each.times > len(builds) / 2:
            yield Seen(each.finding, each.times, len(builds))


@frozen
class _Found:
    """A finding, and the builds that have it: their places, each with how often it came."""

    finding: Finding
    builds: dict[int, int]

    @property
    def times(self) -> int:
        return sum(self.builds.values())


def seen_in_quizzes(quizzes: Sequence[Sequence[AnyQuestion]], rules: Sequence[QuizRule] = QUIZ_RULES) -> Iterator[Seen]:
    """What the rules on quizzes find in many: an example for each rule and language, and in how many of them."""
    for rule in rules:
        found: dict[str | None, list[Flaw]] = {}
        for quiz in quizzes:
            for language, flaw in {flaw.language: flaw for flaw in rule.look(quiz)}.items():
                found.setdefault(language, []).append(flaw)
        for flaws in found.values():
            yield Seen(Finding(rule.name, rule.severity, "", flaws[0]), len(flaws), len(quizzes))


def seen_in_pack(evidence: Evidence, rules: Sequence[PackRule]) -> Iterator[Seen]:
    """What rules on facts, or on the pack as a whole, find."""
    for rule in rules:
        yield from (Seen(Finding(rule.name, rule.severity, about, flaw)) for about, flaw in rule.look(evidence))


def seen_beside(document: Document, pack: Pack, rules: Sequence[DocumentRule] = DOCUMENT_RULES) -> Iterator[Seen]:
    """What the rules that need the document find in the pack's own texts."""
    for rule in rules:
        found = {_face(finding): finding for finding in _beside(rule, document, pack)}
        yield from map(Seen, found.values())


def _beside(rule: DocumentRule, document: Document, pack: Pack) -> Iterator[Finding]:
    return (Finding(rule.name, rule.severity, about, flaw) for about, flaw in rule.look_in_pack(pack, document))


def seen_blindly(table: Table) -> Iterator[Seen]:
    """The cues with which a player who knows nothing does better than by chance."""
    message = N_("{cue}: right in {right}%, by chance {chance}%; mend the facts where it gains most: {facts}.")
    for row in table.gaining():
        values = {
            "cue": Problem(row.label, {}),
            "right": f"{100 * row.right:.0f}",
            "chance": f"{100 * row.chance:.0f}",
            "facts": ", ".join(" + ".join(facts) for facts, _ in row.best),
        }
        yield Seen(Finding(BLIND.name, BLIND.severity, "", Flaw(message, values, row.language)))


def settled(seen: Iterable[Seen], pack: Pack, not_run: Collection[str] = ()) -> Checked:
    """What was seen, with what is waived apart, and a warning for each waiver that waives nothing.

    Whether a waiver of a rule that did not run waives anything can't be said.
    """
    kept: list[Seen] = []
    set_aside: dict[int, list[Seen]] = {}
    for each in seen:
        waiver = waiver_of(each.finding.rule, each.finding.about, pack)
        if waiver is None:
            kept.append(each)
        else:
            set_aside.setdefault(id(waiver), []).append(each)
    every = [Waived(about, path, waiver, tuple(set_aside.get(id(waiver), ()))) for about, path, waiver in waivers(pack)]
    idle = [each for each in every if not each.seen and each.waiver.rule not in not_run]
    return Checked((*kept, *map(_idle, idle)), tuple(each for each in every if each.seen))


def _idle(waived: Waived) -> Seen:
    message = N_("This waiver of “{rule}” waives nothing; remove it.")
    flaw = Flaw(message, {"rule": waived.waiver.rule}, at=waived.at)
    return Seen(Finding(IDLE_WAIVER.name, IDLE_WAIVER.severity, waived.about, flaw))


def _face(finding: Finding) -> str:
    """What makes two findings in one question the same."""
    flaw = finding.flaw
    return repr(
        (
            finding.rule,
            finding.about,
            flaw.language,
            flaw.message,
            sorted((name, str(value)) for name, value in flaw.values.items()),
        )
    )


def _different(builds: Iterable[AnyQuestion]) -> list[tuple[AnyQuestion, int]]:
    """The builds that differ, each with how often it came."""
    kept: list[tuple[AnyQuestion, int]] = []
    for question in builds:
        place = next((place for place, (known, _) in enumerate(kept) if known == question), None)
        if place is None:
            kept.append((question, 1))
        else:
            kept[place] = question, kept[place][1] + 1
    return kept
