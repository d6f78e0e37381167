from __future__ import annotations

from tests.packkit import pack_of, t

from ctoquiz.domain.facts import Member, SetFamily
from ctoquiz.quality.factrules.one_spelling import RULE
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.rule import Evidence


def found(*labels: str, says: str = "It is {member}.", alias: str = "") -> list[tuple[str, Flaw]]:
    """What is found among these English labels, and a sentence."""
    members = tuple(
        Member(id=f"m{place}", label=t(f"objet {place}", label), aliases={"en": (alias,)} if alias else {})
        for place, label in enumerate(labels)
    )
    family = SetFamily(
        id="small", kind="set", closed=False, sentences=(1,), says=t("C’est {member}.", says), members=members
    )
    return list(RULE.look(Evidence(pack_of(family))))


def test_a_word_with_a_hyphen_here_and_without_there_is_found_where_it_is_rarer() -> None:
    ((about, flaw),) = found("the start-up", "a start-up founder", "the old Startup")

    assert (about, flaw.at, flaw.language) == ("small.m2", ("label", "en"), "en")
    assert flaw.values == {"rare": "startup", "common": "start-up"}


def test_sentences_are_looked_at_as_well_as_labels() -> None:
    ((about, flaw),) = found("the start-up", "the start-ups", "a start-up", says="No startup is {member}.")

    assert (about, flaw.at) == ("small", ("says", "en"))


def test_one_spelling_is_no_flaw_whatever_its_capitals() -> None:
    assert found("the start-up", "Start-up founder", "the founder") == []


def test_aliases_may_hold_every_spelling_there_is() -> None:
    assert found("the start-up", alias="the startup") == []


def test_two_short_words_are_not_taken_for_one() -> None:
    assert found("the co-op", "the coop") == []


def test_languages_are_not_compared() -> None:
    assert found("objet-0", "the start-up") == []
