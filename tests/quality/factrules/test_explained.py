from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.packkit import pack_of, t

from ctoquiz.domain.facts import Link, Lure, RelationFamily
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.text import Text
from ctoquiz.generation import catalogue
from ctoquiz.generation.catalogue import build
from ctoquiz.quality.factrules.explained import RULE
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Evidence

WATCH = Link(id="ben", subject=t("Ben", "Ben"), object=t("veiller la nuit", "watch by night"))
OTHER = Link(
    id="anna",
    subject=t("Anna", "Anna"),
    object=t("signer", "sign"),
    explanation=t("Elle répond des comptes.", "She answers for the accounts."),
)
TASKS = RelationFamily(
    id="tasks",
    kind="relation",
    functional=True,
    sentences=(1,),
    ask={"forward": t("Que fait {subject} ?", "What does {subject} do?")},
    says=t("{subject} doit {object}.", "{subject} has to {object}."),
    lures=tuple(
        Lure(label=t(fr, en), refuted_by=(1,)) for fr, en in (("payer", "pay"), ("cuisiner", "cook"), ("lire", "read"))
    ),
    rows=(WATCH, OTHER),
)


def found(family: RelationFamily) -> list[tuple[str, Flaw]]:
    pack = pack_of(family)
    built: dict[str, Sequence[AnyQuestion]] = {each.id: [build(each, "s")] for each in catalogue(pack).blueprints}
    return list(RULE.look(Evidence(pack, built)))


def explaining(own: Text | None, shared: Text | None = None) -> RelationFamily:
    return replace(TASKS, explanation=shared, rows=(replace(WATCH, explanation=own), OTHER))


def test_a_fact_that_is_explained_by_its_own_sentence_is_found_once_in_each_language() -> None:
    flaws = found(explaining(None))

    assert [(name, flaw.language, flaw.at) for name, flaw in flaws] == [
        ("tasks.ben", "fr", ()),
        ("tasks.ben", "en", ()),
    ]
    assert flaws[1][1].values == {"words": "Ben has to watch by night."}


def test_an_explanation_that_says_the_same_in_another_order_is_found_where_it_stands() -> None:
    ((name, flaw),) = found(explaining(t("Il garde la maison.", "By night it is Ben who has to watch.")))

    assert (name, flaw.language, flaw.at) == ("tasks.ben", "en", ("explanation", "en"))


def test_a_reason_is_no_flaw_whether_it_is_the_facts_own_or_its_familys() -> None:
    reason = t("Les pannes n’attendent pas.", "Breakdowns don’t wait.")

    assert found(explaining(reason)) == []
    assert found(explaining(None, reason)) == []


def test_a_fact_about_which_nothing_is_asked_alone_needs_no_explanation() -> None:
    family = replace(explaining(None), ask={}, statements=False)

    assert found(family) == []
