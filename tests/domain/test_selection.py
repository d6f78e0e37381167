from __future__ import annotations

from dataclasses import dataclass

import pytest

from ctoquiz.domain.selection import Selection


@dataclass(frozen=True)
class Question:
    id: str = "pay.paris/which"
    kind: str = "single"
    topic: str = "salary"
    level: str = "easy"
    facts: tuple[str, ...] = ("pay.paris",)


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(), True),
        (Selection(topics=("salary", "next")), True),
        (Selection(topics=("next",)), False),
        (Selection(kinds=("single",), levels=("easy",)), True),
        (Selection(kinds=("single",), levels=("hard",)), False),
        (Selection(kinds=("text",)), False),
        (Selection(fact="pay.paris"), True),
        (Selection(fact="pay"), True),
        (Selection(fact="pa"), False),
        (Selection(fact="pay.pari"), False),
        (Selection(fact="pay", topics=("next",)), False),
    ],
)
def test_a_question_is_wanted_where_topic_kind_level_and_fact_all_allow_it(selection: Selection, wanted: bool) -> None:
    assert selection.allows(Question()) is wanted


def test_a_question_on_a_whole_family_is_about_each_of_its_facts() -> None:
    match = Question(facts=("pay.paris", "pay.lyon"))

    assert Selection(fact="pay.lyon").allows(match)
