"""What many builds show is told once, with how often; what is waived is set aside, what waives nothing is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.packkit import pack_of, t

from ctoquiz.domain.facts import Link, RelationFamily, Waiver
from ctoquiz.domain.facts.written import WrittenStatement
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.generation.catalogue import build, catalogue
from ctoquiz.quality.checking import Checked, Seen, seen_in, seen_in_quizzes, settled
from ctoquiz.quality.finding import Finding, Flaw, Severity
from ctoquiz.quality.rule import Explanation, QuestionRule, QuizRule, ViewRule
from ctoquiz.quality.view import View

TOLD = Explanation(what="", why="", source="", bad="", good="")
ASK = {"forward": t("Que fait {subject} ?", "What does {subject} do?")}
REASON = Waiver(rule="first", reason="It is so.")


def pack(*, row: tuple[Waiver, ...] = (), family: tuple[Waiver, ...] = (), hand: tuple[Waiver, ...] = ()) -> Pack:
    rows = [Link(id=name, object=t(f"o{name}", f"o{name}"), subject=t(name * 3, name * 3)) for name in "abcde"]
    rows[0] = replace(rows[0], waive=row)
    links = RelationFamily(
        id="tasks", kind="relation", functional=True, sentences=(1,), ask=ASK, rows=tuple(rows), waive=family
    )
    statement = WrittenStatement(
        id="own",
        kind="true-false",
        facts=("tasks.a",),
        prompt=t("A fait A.", "A does A."),
        explanation=t("Oui.", "Yes."),
        answer=True,
        waive=hand,
    )
    return pack_of(links, questions=[statement])


def shows_b(question: AnyQuestion) -> Iterator[Flaw]:
    if any(option.text["en"] == "ob" for option in question.shown):
        yield Flaw("There is {what}.", {"what": "b"})
        yield Flaw("There is {what}.", {"what": "b"})


def builds(question: str, count: int = 40) -> list[AnyQuestion]:
    blueprint = catalogue(pack()).find(question)
    assert blueprint is not None
    return [build(blueprint, seed) for seed in range(count)]


def test_a_finding_that_chance_brings_is_told_once_with_how_often() -> None:
    rule = QuestionRule(name="no-b", explanation=TOLD, look=shows_b)
    asked = builds("tasks.a/forward")
    times = sum(any(option.text["en"] == "ob" for option in question.shown) for question in asked)
    assert 0 < times < 40
    assert list(seen_in(asked, pack(), [rule])) == [
        Seen(
            Finding("no-b", Severity.ERROR, "tasks.a/forward", Flaw("There is {what}.", {"what": "b"})),
            times,
            40,
        )
    ]


@pytest.mark.parametrize(("name", "told"), [("few", False), ("most", True)])
def test_what_an_option_has_by_its_company_is_told_where_most_builds_have_it(name: str, told: bool) -> None:
    asked = builds("tasks.a/forward")
    limit = {"few": 4, "most": 30}[name]
    places = {id(question): place for place, question in enumerate(asked)}

    def look(view: View) -> Iterator[Flaw]:
        if places[id(view.question)] < limit:
            yield Flaw("It stands out.")

    rule = ViewRule(name="stands-out", explanation=TOLD, look=look, company=True)
    assert bool(list(seen_in(asked, pack(), [rule]))) is told
    assert list(seen_in(asked, pack(), [replace(rule, company=False)]))


def seen(*abouts: str, rule: str = "first") -> list[Seen]:
    return [Seen(Finding(rule, Severity.ERROR, about, Flaw("Wrong."))) for about in abouts]


def abouts(checked: Checked) -> list[str]:
    return [each.finding.about for each in checked.seen]


ALL = seen("tasks.a/forward", "tasks.b/forward", "tasks/match", "tasks.a", "tasks.a/own")


def test_a_row_waives_for_itself_and_its_questions() -> None:
    checked = settled(ALL, pack(row=(REASON,)))
    assert abouts(checked) == ["tasks.b/forward", "tasks/match", "tasks.a/own"]
    assert [(each.about, each.waiver, len(each.seen)) for each in checked.waived] == [("tasks.a", REASON, 2)]


def test_a_family_waives_for_all_its_facts_and_questions_but_not_for_those_written_by_hand() -> None:
    checked = settled(ALL, pack(family=(REASON,)))
    assert abouts(checked) == ["tasks.a/own"]
    assert [(each.about, len(each.seen)) for each in checked.waived] == [("tasks", 4)]


def test_a_question_written_by_hand_waives_for_itself_alone() -> None:
    checked = settled(ALL, pack(hand=(REASON,)))
    assert abouts(checked) == ["tasks.a/forward", "tasks.b/forward", "tasks/match", "tasks.a"]


def test_a_waiver_waives_its_rule_alone() -> None:
    checked = settled(seen("tasks.a/forward", rule="second"), pack(row=(REASON,)))
    assert [each.finding.rule for each in checked.seen] == ["second", "idle-waiver"]


def test_a_waiver_that_waives_nothing_is_a_warning_where_it_stands() -> None:
    checked = settled((), pack(row=(REASON,), family=(REASON,)))
    assert [(each.finding.about, each.finding.severity, each.finding.flaw.at) for each in checked.seen] == [
        ("tasks", Severity.WARNING, ("waive", 0)),
        ("tasks.a", Severity.WARNING, ("waive", 0)),
    ]
    assert checked.count(Severity.ERROR) == 0


def test_nothing_is_said_of_a_waiver_whose_rule_did_not_run() -> None:
    assert settled((), pack(row=(REASON,)), not_run={"first"}) == Checked((), ())


def test_what_a_rule_on_quizzes_finds_is_told_once_with_in_how_many() -> None:
    quizzes = [builds("tasks.a/forward", count) for count in (1, 2, 3, 3)]
    rule = QuizRule(name="short", explanation=TOLD, look=lambda quiz: [Flaw("Too long.")] * (len(quiz) > 2))

    assert list(seen_in_quizzes(quizzes, [rule])) == [
        Seen(Finding("short", Severity.ERROR, "", Flaw("Too long.")), times=2, of=4)
    ]
