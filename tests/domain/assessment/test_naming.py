from __future__ import annotations

from time import process_time

from ctoquiz.domain.assessment.naming import Facts, fact_problems
from ctoquiz.domain.facts import AnyFamily, Term, TermFamily

FAMILY = TermFamily(id="a", kind="term", rows=(Term(short={"en": "a"}, long={"en": "b"}),))


def facts(*names: str) -> Facts:
    return Facts(dict[str, AnyFamily].fromkeys(names, FAMILY))


def said(names: list[str], known: Facts) -> list[str]:
    return [each.message.format(**each.values) for each in fact_problems(names, ("facts",), known)]


def test_an_unknown_fact_is_told_with_the_name_that_was_meant() -> None:
    assert said(["pay.parys", "zzz"], facts("pay.paris", "pay.city")) == [
        "No fact is called “pay.parys”; did you mean “pay.paris”?",
        "No fact is called “zzz”; give the full name of a fact of this pack.",
    ]


def test_a_thousand_unknown_facts_among_tens_of_thousands_are_told_in_little_time() -> None:
    known = facts(*(f"fact-{number}" for number in range(30_000)))
    began = process_time()
    told = said([f"fact-x{number}" for number in range(1000)], known)
    assert process_time() - began < 2
    assert len(told) == 1000
    assert "did you mean" in told[0]
