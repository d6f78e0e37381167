"""For each rule, a flaw planted in a sound question is caught by that rule and by no other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.packkit import pack_of, t
from tests.qualitykit import Head

from ctoquiz.domain.facts.range import RangeFamily, Span
from ctoquiz.domain.facts.set import Member, SetFamily
from ctoquiz.domain.questions import AnyQuestion, Option, Single, Source, TrueFalse
from ctoquiz.domain.text import Text
from ctoquiz.quality.document import document
from ctoquiz.quality.inspection import inspect, sound
from ctoquiz.quality.rules import DOCUMENT_RULES, QUESTION_RULES

PACK = pack_of(
    SetFamily(
        id="tools",
        kind="set",
        closed=True,
        sentences=(1,),
        says=t("La veille peut utiliser {member}.", "The watch may use {member}."),
        members=(
            Member(id="pager", label=t("le bipeur", "the pager")),
            Member(id="log", label=t("le cahier", "the log")),
        ),
    ),
    RangeFamily(
        id="pay",
        kind="range",
        unit="eur",
        sentences=(2,),
        says=t("À {condition}, la veille coûte {range}.", "In {condition}, the watch costs {range}."),
        rows=(Span(id="brest", condition=t("Brest", "Brest"), low=3000, high=4000),),
    ),
)


def head(fact: str, prompt: Text) -> Head:
    return Head(
        id=f"{fact}/ask",
        topic="work",
        level="easy",
        prompt=prompt,
        explanation=t("C’est dit au début.", "It says so at the start."),
        facts=(fact,),
        source=Source("work", (1,)),
    )


TOOL = Single(
    **head("tools.pager", t("Que peut utiliser la veille ?", "What may the watch use?")),
    options=tuple(
        Option(t(fr, en))
        for fr, en in (
            ("le bipeur", "the pager"),
            ("la fusée", "the flare"),
            ("le drapeau", "the flag"),
            ("le sifflet", "the whistle"),
        )
    ),
    right=0,
)
PAY = Single(
    **head("pay.brest", t("À Brest, combien coûte la veille ?", "In Brest, what does the watch cost?")),
    options=tuple(
        Option(t(fr, en))
        for fr, en in (
            ("1 000 à 2 000 €", "€1,000 to €2,000"),
            ("3 000 à 4 000 €", "€3,000 to €4,000"),
            ("5 000 à 6 000 €", "€5,000 to €6,000"),
        )
    ),
    right=1,
)
STATEMENT = TrueFalse(
    **head("tools.log", t("La veille peut utiliser le cahier.", "The watch may use the log.")),
    right=True,
)
CLEAN = (TOOL, PAY, STATEMENT)


def prompted(question: Single, **prompt: str) -> Single:
    """The question asked in other words in one language."""
    return replace(question, prompt={**question.prompt, **prompt})


def told(**explanation: str) -> Single:
    """The question on tools with another explanation in one language."""
    return replace(TOOL, explanation={**TOOL.explanation, **explanation})


def offered(question: Single, language: str, *texts: str) -> Single:
    """The question with its first options in other words in one language."""
    changed = (Option({**option.text, language: text}) for option, text in zip(question.options, texts, strict=False))
    return replace(question, options=(*changed, *question.options[len(texts) :]))


PLANTED: Mapping[str, tuple[Single, Single]] = {
    "option-count": (replace(TOOL, options=TOOL.options[:2]), replace(PAY, options=PAY.options[:2])),
    "near-synonyms": (
        offered(TOOL, "fr", "le bipeur", "le bipeur rouge"),
        offered(TOOL, "en", "the pager", "the red pager"),
    ),
    "option-length": (
        offered(TOOL, "fr", "le bipeur qui pend au mur"),
        offered(TOOL, "en", "the pager that hangs on the wall"),
    ),
    "clang": (
        prompted(TOOL, fr="Quel bipeur la veille peut-elle utiliser ?"),
        prompted(TOOL, en="Which pager may the watch use?"),
    ),
    "all-of-the-above": (
        offered(TOOL, "fr", "le bipeur", "les deux"),
        offered(TOOL, "en", "the pager", "both of the others"),
    ),
    "absolute-terms": (
        prompted(TOOL, fr="Que peut toujours utiliser la veille ?"),
        prompted(TOOL, en="What may the watch always use?"),
    ),
    "vague-terms": (
        prompted(TOOL, fr="Que peut parfois utiliser la veille ?"),
        prompted(TOOL, en="What may the watch sometimes use?"),
    ),
    "hedges-kept": (prompted(TOOL, fr="Qu’utilise la veille ?"), prompted(TOOL, en="What does the watch use?")),
    "negation": (
        prompted(TOOL, fr="Que ne peut pas utiliser la veille ?"),
        prompted(TOOL, en="What may the watch not use?"),
    ),
    "stand-alone-prompt": (
        prompted(PAY, fr="Combien coûte la veille ?"),
        prompted(TOOL, en="The watch may use:"),
    ),
    "straight-after": (replace(TOOL, id="tools.pager/next"), replace(TOOL, id="tools.log/next")),
    "grammatical-cue": (
        offered(prompted(TOOL, fr="La veille peut utiliser le ___."), "fr", "bipeur", "feu", "drapeau", "sifflet"),
        offered(prompted(TOOL, en="The watch may use a ___."), "en", "pager", "flare", "flag", "whistle"),
    ),
    "elision": (told(fr="C’est le outil de la veille."), told(en="It is a object of the watch.")),
    "parallel-options": (offered(TOOL, "fr", "le bipeur", "siffler"), offered(TOOL, "en", "the pager", "to shout")),
    "sorted-numbers": (
        replace(PAY, options=PAY.options[::-1]),
        replace(PAY, options=(PAY.options[1], PAY.options[0], PAY.options[2]), right=0),
    ),
    "convergence": (
        offered(TOOL, "fr", "le bipeur rouge", "le bipeur bleu", "le drapeau rouge"),
        offered(TOOL, "en", "the red pager", "the blue pager", "the red flag"),
    ),
    "odd-one-out": (offered(TOOL, "fr", "le bipeur", "la VHF"), offered(TOOL, "en", "the pager", "the VHF")),
    "same-in-every-language": (told(fr="C’est dit dès 2023."), told(en="It has said so since 2023.")),
}
"""By rule, a sound question with a flaw that it forbids: in French, in English."""
TWICE = {"option-count", "straight-after", "sorted-numbers", "same-in-every-language"}
"""The rules whose flaw, as planted, is more than a matter of one language."""


def found(question: AnyQuestion) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.flaw.language) for finding in inspect(question, PACK)]


@pytest.mark.parametrize("question", CLEAN, ids=lambda question: question.id)
def test_a_clean_question_raises_no_alarm(question: AnyQuestion) -> None:
    assert found(question) == []
    assert sound(question, PACK)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_flaw_is_caught_by_its_rule_and_by_no_other(rule: str, language: str) -> None:
    question = PLANTED[rule][("fr", "en").index(language)]

    caught = found(question)

    assert {name for name, _ in caught} == {rule}
    assert rule in TWICE or {where for _, where in caught} == {language}
    assert not sound(question, PACK)


def test_a_flaw_is_planted_for_each_rule_on_single_questions() -> None:
    assert [rule.name for rule in QUESTION_RULES] == list(PLANTED)


def test_words_of_the_document_planted_in_a_question_are_caught_beside_the_document() -> None:
    beside = [rule.beside(document(["Que peut utiliser la veille de nuit ?"])) for rule in DOCUMENT_RULES]
    planted = prompted(TOOL, fr="Que peut utiliser la veille de jour ?")
    caught = [finding.rule for finding in inspect(planted, PACK, (*QUESTION_RULES, *beside))]

    assert caught == ["own-wording"]
    assert [*inspect(TOOL, PACK, (*QUESTION_RULES, *beside))] == []
